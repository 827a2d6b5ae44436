"""Matches: pairs of statements of two reports that are about one matter, with a score and the reasons."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from secondsource.model.spans import Span
from secondsource.settings import Align
from secondsource.stages.align.candidates import Candidate
from secondsource.text.neighbours import Neighbours

NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Weight:
    """How surely two statements are about one matter, 0 to 1, and why.

    Groups are drawn together over the matches of the first `turn` first. Two figures are `is_same` if their values are.
    """

    score: float
    reason: str
    turn: int = 1
    is_same: bool = True


@dataclass(frozen=True, slots=True)
class Twins:
    """Candidates that are alike to the letter, one a report, as indices; `first` stands for all when they are weighed.

    Copies of one text have thousands of them, which need not be weighed against one another.
    """

    first: Candidate
    members: tuple[int, ...]
    orders: frozenset[int]


@dataclass(frozen=True, slots=True)
class Match:
    """Two sets of twins, as indices, that are about one matter; `mutual` if each is the other's best in a report."""

    left: int
    right: int
    weight: Weight
    mutual: bool


Weigher = Callable[[Candidate, Candidate, float, float, Align], Weight | None]
"""Takes two candidates, the likeness of their words and of their sentences."""


def gather_twins(candidates: Sequence[Candidate]) -> tuple[Twins, ...]:
    """The candidates in sets of twins, in the order of their first; what a report says twice stands in two sets."""
    sets: dict[Candidate, list[list[int]]] = {}
    for index, candidate in enumerate(candidates):
        fitting = sets.setdefault(_without_place(candidate), [])
        home = next((s for s in fitting if candidates[s[-1]].order != candidate.order), None)
        if home is None:
            fitting.append([index])
        else:
            home.append(index)
    found = sorted(members for fitting in sets.values() for members in fitting)
    return tuple(Twins(candidates[m[0]], tuple(m), frozenset(candidates[i].order for i in m)) for m in found)


def _without_place(candidate: Candidate) -> Candidate:
    """The candidate as it would stand in any report."""
    nowhere = replace(candidate.statement, report="", span=NOWHERE)
    figure = replace(candidate.figure, span=NOWHERE) if candidate.figure else None
    return replace(candidate, statement=nowhere, order=0, figure=figure)


def find_matches(
    twins: Sequence[Twins], weigh: Weigher, near: Neighbours, settings: Align, also: Iterable[tuple[int, int]] = ()
) -> tuple[Match, ...]:
    """Every pair, near in words or of `also`, that `weigh` lets pass, best first; pairs of one report repeat."""
    passed: dict[tuple[int, int], Weight] = {}
    for left, right in dict.fromkeys(chain(_near_pairs(twins, near), also)):
        one, other = twins[left].first, twins[right].first
        context = near.between(one.context, other.context)
        is_quote = one.statement.kind == "quote"
        weight = weigh(one, other, near.between(one.wording, other.wording) if is_quote else context, context, settings)
        if weight is not None:
            passed[left, right] = weight
    best = _best(twins, passed)
    found = [
        Match(left, right, weight, _is_mutual(twins, best, left, right)) for (left, right), weight in passed.items()
    ]
    return tuple(sorted(found, key=lambda match: (-match.weight.score, match.left, match.right)))


def _is_mutual(twins: Sequence[Twins], best: Mapping[tuple[int, int], int], left: int, right: int) -> bool:
    return any(best[left, order] == right for order in twins[right].orders) and any(
        best[right, order] == left for order in twins[left].orders
    )


def _near_pairs(twins: Sequence[Twins], near: Neighbours) -> Iterator[tuple[int, int]]:
    places: dict[str, list[int]] = {}
    for index, told in enumerate(twins):
        for text in {told.first.wording, told.first.context}:
            places.setdefault(text, []).append(index)
    seen: set[tuple[int, int]] = set()
    for one, other in near.pairs():
        for left in places.get(one, ()):
            for right in places.get(other, ()):
                pair = (left, right) if left < right else (right, left)
                if left != right and pair not in seen:
                    seen.add(pair)
                    yield pair


def _best(twins: Sequence[Twins], passed: Mapping[tuple[int, int], Weight]) -> dict[tuple[int, int], int]:
    """For each set of twins and each report, the set there that fits it best."""
    best: dict[tuple[int, int], tuple[float, int]] = {}
    for (left, right), weight in passed.items():
        for one, other in ((left, right), (right, left)):
            rank = weight.score, -other
            for order in twins[other].orders:
                if (one, order) not in best or rank > best[one, order]:
                    best[one, order] = rank
    return {key: -rank[1] for key, rank in best.items()}
