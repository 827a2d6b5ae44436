"""Candidates: the pairs of reports that are worth laying side by side, found without looking at every pair.

A story of a thousand reports has half a million pairs, and few of them have anything to do with each other. Every
sentence votes for the reports that hold the sentences nearest to it in meaning; each report is compared with those that
most of its sentences vote for.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from secondsource.settings import Trace
from secondsource.stages.trace.tellings import Telling
from secondsource.text.vectors import embed

Votes = list[dict[int, float]]
"""For each report, by its place, how much speaks for comparing it with each other report."""

_BLOCK = 512
"""Sentences compared at a time with all others; 512 rows of 30,000 likenesses are 60 MB."""


def find_candidates(tellings: Sequence[Telling], settings: Trace) -> tuple[tuple[int, int], ...]:
    """Pairs of places, the earlier first: all of a small story, the likeliest of a large one."""
    if len(tellings) <= settings.all_pairs:
        return tuple(combinations(range(len(tellings)), 2))
    found: set[tuple[int, int]] = set()
    for place, votes in enumerate(_count_votes(tellings, settings)):
        likeliest = sorted(votes, key=lambda other: (-votes[other], other))[: settings.partners]
        found.update((min(place, other), max(place, other)) for other in likeliest)
    return tuple(sorted(found))


def _count_votes(tellings: Sequence[Telling], settings: Trace) -> Votes:
    holders: dict[str, list[int]] = {}
    for place, telling in enumerate(tellings):
        for wording in dict.fromkeys(telling.wordings):
            holders.setdefault(wording, []).append(place)
    wordings = list(holders)
    votes: Votes = [{} for _ in tellings]
    for one, other, likeness in _find_near(wordings, settings):
        for place in holders[wordings[one]]:
            for holder in holders[wordings[other]][: settings.partners]:
                if holder != place:
                    votes[place][holder] = votes[place].get(holder, 0.0) + likeness
    return votes


def _find_near(wordings: Sequence[str], settings: Trace) -> Iterator[tuple[int, int, float]]:
    """Each wording with those nearest to it in meaning, itself included."""
    vectors = embed(wordings)
    width = min(settings.near_sentences + 1, len(wordings))
    for start in range(0, len(wordings), _BLOCK):
        meaning: NDArray[np.float32] = vectors[start : start + _BLOCK] @ vectors.T
        nearest = np.argpartition(-meaning, width - 1, axis=1)[:, :width]
        for row, columns in enumerate(nearest):
            for column in sorted(columns.tolist()):
                if meaning[row, column] >= settings.near_meaning:
                    yield start + row, column, float(meaning[row, column])
