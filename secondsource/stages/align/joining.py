"""Joining: a clause of a sentence that stands with another matter goes to the point that tells it too."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from statistics import fmean

from secondsource.settings import Align
from secondsource.stages.align.candidates import Candidate
from secondsource.stages.align.clusters import Group
from secondsource.stages.align.matches import Twins, Weigher, Weight
from secondsource.text.neighbours import Neighbours

Weights = Mapping[tuple[int, Group], Sequence[Weight]]
"""How surely a clause tells the same as each of a group's sets of twins that it matches, the surest first."""


@dataclass(frozen=True, slots=True)
class Joined:
    """A clause that goes to a group, and why."""

    clause: Candidate
    reason: str


def join_clauses(
    clauses: Sequence[Candidate],
    twins: Sequence[Twins],
    groups: Sequence[Group],
    weigh: Weigher,
    near: Neighbours,
    settings: Align,
) -> dict[Group, tuple[Joined, ...]]:
    """The clauses that go to each group: to one group each, the surest first, and one at most of a report not in it."""
    weights = _weigh_clauses(clauses, twins, groups, weigh, near, settings)
    ranked = sorted((-fmean(w.score for w in found), clause, group) for (clause, group), found in weights.items())
    orders = _orders_of(groups, twins)
    joined: dict[Group, list[Joined]] = {}
    placed: set[int] = set()
    for _, clause, group in ranked:
        order = clauses[clause].order
        found = weights[clause, group]
        is_held = len(found) >= settings.hold_words * len(group) and found[0].score >= settings.clause_score
        if is_held and clause not in placed and order not in orders[group]:
            placed.add(clause)
            orders[group].add(order)
            joined.setdefault(group, []).append(Joined(clauses[clause], f"in one clause: {found[0].reason}"))
    return {group: tuple(parts) for group, parts in joined.items()}


def _weigh_clauses(
    clauses: Sequence[Candidate],
    twins: Sequence[Twins],
    groups: Sequence[Group],
    weigh: Weigher,
    near: Neighbours,
    settings: Align,
) -> Weights:
    home = {each: group for group in groups for each in group}
    orders = _orders_of(groups, twins)
    weights: dict[tuple[int, Group], list[Weight]] = {}
    for clause, told in _near_pairs(clauses, twins, near):
        part, whole = clauses[clause], twins[told].first
        if told in home and part.order not in orders[home[told]]:
            likeness = near.between(part.matter, whole.matter)
            weight = weigh(part, whole, likeness, likeness, settings)
            if weight:
                weights.setdefault((clause, home[told]), []).append(weight)
    return {key: sorted(found, key=lambda weight: (-weight.score, weight.reason)) for key, found in weights.items()}


def _orders_of(groups: Sequence[Group], twins: Sequence[Twins]) -> dict[Group, set[int]]:
    """The reports that each group has."""
    return {group: {order for each in group for order in twins[each].orders} for group in groups}


def _near_pairs(clauses: Sequence[Candidate], twins: Sequence[Twins], near: Neighbours) -> Iterator[tuple[int, int]]:
    """Clauses and sets of twins that are near in words, as indices."""
    parts: dict[str, list[int]] = {}
    for index, clause in enumerate(clauses):
        parts.setdefault(clause.matter, []).append(index)
    wholes: dict[str, list[int]] = {}
    for index, told in enumerate(twins):
        wholes.setdefault(told.first.matter, []).append(index)
    for one, other in near.pairs():
        for part, whole in dict.fromkeys([(one, other), (other, one)]):
            yield from product(parts.get(part, ()), wholes.get(whole, ()))
