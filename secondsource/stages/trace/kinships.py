"""Kinship: whether one text lies behind two reports, weighed from how their sentences go side by side."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log, sqrt

import numpy as np

from secondsource.settings import Trace
from secondsource.stages.trace.alignments import Alignment, Pairing, align_sentences
from secondsource.stages.trace.tellings import Telling
from secondsource.text.similarity import Likeness


@dataclass(frozen=True, slots=True)
class Kinship:
    """Two reports of a story, by their places in it, and the belief (0 to 1) that one text lies behind both."""

    left: int
    right: int
    alignment: Alignment
    score: float


def find_kinships(tellings: Sequence[Telling], settings: Trace) -> dict[tuple[int, int], Kinship]:
    """The kinship of every two reports, the earlier in the story on the left."""
    likeness = Likeness([wording for telling in tellings for wording in telling.wordings])
    places, start = [], 0
    for telling in tellings:
        places.append(slice(start, start + len(telling.wordings)))
        start += len(telling.wordings)
    found = {}
    for left in range(len(tellings)):
        rows = likeness.between(places[left], slice(None))
        for right in range(left + 1, len(tellings)):
            alignment = align_sentences(rows[:, places[right]], settings)
            score = weigh(measure(alignment, tellings[left], tellings[right], settings), settings)
            found[left, right] = Kinship(left, right, alignment, score)
    return found


def measure(alignment: Alignment, left: Telling, right: Telling, settings: Trace) -> tuple[float, ...]:
    """What speaks for or against kinship, in the order of `settings.kinship_weights`.

    Shares of the report that tells less, shrunk for short reports: what goes in order, by how alike it is; what is alike
    out of order, weakly and strongly; what goes beside the chain; what only one report tells. Then how many pairings are
    in order beyond what chance would order; the size of the smaller report; the share of its sentences that are in
    order; how much is told in the same words, whatever the share.
    """
    smaller = min(float(left.weights.sum()), float(right.weights.sum()))
    size = smaller + settings.size_shrinkage
    chained = _by_band(alignment.chained, left, right, settings)
    strays = _by_band(alignment.strays, left, right, settings)
    beside_left = sum(float(left.weights[pairing.left]) for pairing in alignment.beside_left)
    beside_right = sum(float(right.weights[pairing.right]) for pairing in alignment.beside_right)
    untold_left = _untold(left, [p.left for p in alignment.chained + alignment.strays + alignment.beside_left])
    untold_right = _untold(right, [p.right for p in alignment.chained + alignment.strays + alignment.beside_right])
    shares = [
        *chained,
        sum(strays[:2]),
        sum(strays[2:]),
        (beside_left + beside_right) / 2,
        min(untold_left, untold_right),
    ]
    ordered, mutual = len(alignment.chained), len(alignment.chained) + len(alignment.strays)
    return (
        *(share / size for share in shares),
        ordered - 2 * sqrt(mutual),
        log(1 + smaller),
        ordered / (min(len(left.weights), len(right.weights)) + settings.length_shrinkage),
        min(chained[-1] + strays[-1], settings.most_verbatim),
    )


def _by_band(pairings: Sequence[Pairing], left: Telling, right: Telling, settings: Trace) -> list[float]:
    """How much the pairings tell in each band of likeness."""
    told = [0.0] * len(settings.likeness_bands)
    for pairing in pairings:
        band = max(0, bisect_right(settings.likeness_bands, pairing.likeness) - 1)
        told[band] += float(left.weights[pairing.left] + right.weights[pairing.right]) / 2
    return told


def weigh(evidence: Sequence[float], settings: Trace) -> float:
    """Belief, 0 to 1, that one text lies behind two reports with this evidence between them (logistic regression)."""
    total = settings.kinship_bias + sum(w * e for w, e in zip(settings.kinship_weights, evidence, strict=True))
    return 1 / (1 + exp(-max(-50.0, min(50.0, total))))


def _untold(telling: Telling, told: Sequence[int]) -> float:
    rest = np.ones(len(telling.weights), dtype=bool)
    rest[list(set(told))] = False
    return float(telling.weights[rest].sum())
