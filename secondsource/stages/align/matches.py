"""Matches: pairs of statements of two reports that are about one matter, with a score and the reasons."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from secondsource.settings import Align
from secondsource.stages.align.candidates import Candidate
from secondsource.text.neighbours import Neighbours


@dataclass(frozen=True, slots=True)
class Weight:
    """How surely two statements are about one matter, 0 to 1, and why."""

    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Match:
    """Two candidates, as indices, that are about one matter; `mutual` if each is the other's best in its report.

    Two of one report are never mutual: the one repeats the other.
    """

    left: int
    right: int
    weight: Weight
    mutual: bool


Weigher = Callable[[Candidate, Candidate, float, float, Align], Weight | None]
"""Takes two candidates, the likeness of their words and of their sentences."""


def find_matches(
    candidates: Sequence[Candidate], weigh: Weigher, near: Neighbours, settings: Align
) -> tuple[Match, ...]:
    """Every pair that `weigh` lets pass, best first."""
    passed: dict[tuple[int, int], Weight] = {}
    for left, right in _near_pairs(candidates, near):
        one, other = candidates[left], candidates[right]
        text, context = near.between(one.wording, other.wording), near.between(one.context, other.context)
        weight = weigh(one, other, text, context, settings)
        if weight is not None:
            passed[left, right] = weight
    best = _best(candidates, passed)
    found = [
        Match(left, right, weight, _is_mutual(candidates, best, left, right))
        for (left, right), weight in passed.items()
    ]
    return tuple(sorted(found, key=lambda match: (-match.weight.score, match.left, match.right)))


def _is_mutual(candidates: Sequence[Candidate], best: Mapping[tuple[int, int], int], left: int, right: int) -> bool:
    orders = candidates[left].order, candidates[right].order
    return orders[0] != orders[1] and best[left, orders[1]] == right and best[right, orders[0]] == left


def _near_pairs(candidates: Sequence[Candidate], near: Neighbours) -> Iterator[tuple[int, int]]:
    places: dict[str, list[int]] = {}
    for index, candidate in enumerate(candidates):
        for text in {candidate.wording, candidate.context}:
            places.setdefault(text, []).append(index)
    seen: set[tuple[int, int]] = set()
    for one, other in near.pairs():
        for left in places.get(one, ()):
            for right in places.get(other, ()):
                pair = (left, right) if left < right else (right, left)
                if left != right and pair not in seen:
                    seen.add(pair)
                    yield pair


def _best(candidates: Sequence[Candidate], passed: dict[tuple[int, int], Weight]) -> dict[tuple[int, int], int]:
    """For each candidate and each other report, the candidate there that fits it best."""
    best: dict[tuple[int, int], tuple[float, int]] = {}
    for (left, right), weight in passed.items():
        for one, other in ((left, right), (right, left)):
            key = one, candidates[other].order
            rank = weight.score, -other
            if key not in best or rank > best[key]:
                best[key] = rank
    return {key: -rank[1] for key, rank in best.items()}
