"""Matches: pairs of statements of two reports that are about one matter, with a score and the reasons."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secondsource.settings import Align
from secondsource.stages.align.candidates import Candidate
from secondsource.text.similarity import Scores, compare


@dataclass(frozen=True, slots=True)
class Match:
    """Two candidates, as indices, that are about one matter. `score` is a belief, 0 to 1."""

    left: int
    right: int
    score: float


def find_matches(candidates: Sequence[Candidate], settings: Align) -> tuple[Match, ...]:
    """Mutual best matches between reports, best first; of a figure or dating, its sentence is compared too."""
    if len({candidate.order for candidate in candidates}) < 2:
        return ()
    likeness = compare([_words(candidate) for candidate in candidates])
    found = [
        Match(left, right, float(likeness[left, right]))
        for left, right in _mutual(candidates, likeness, settings)
        if is_possible(candidates[left], candidates[right])
    ]
    return tuple(sorted(found, key=lambda match: (-match.score, match.left, match.right)))


def _words(candidate: Candidate) -> str:
    return candidate.context if candidate.statement.kind == "figure" else candidate.text


def _mutual(candidates: Sequence[Candidate], likeness: Scores, settings: Align) -> Iterator[tuple[int, int]]:
    best: dict[tuple[int, int], int] = {}
    for left, candidate in enumerate(candidates):
        row = likeness[left]
        for right in row.argsort()[::-1]:
            if row[right] < settings.likeness_floor:
                break
            other = candidates[int(right)]
            if other.order != candidate.order:
                best.setdefault((left, other.order), int(right))
    for (left, order), right in sorted(best.items()):
        if left < right and best.get((right, candidates[left].order)) == left and order == candidates[right].order:
            yield left, right


def is_possible(left: Candidate, right: Candidate) -> bool:
    """Whether nothing rules out that two statements are about one matter."""
    if left.figure is not None and right.figure is not None:
        return _is_same_count(left, right)
    return True


def _is_same_count(left: Candidate, right: Candidate) -> bool:
    one, other = left.figure, right.figure
    if one is None or other is None:
        return False
    if (one.low, one.high) == (other.low, other.high):
        return True
    return one.unit == other.unit and one.of == other.of and one.of is not None
