"""Kinship: whether one text lies behind two reports, weighed from how their sentences go side by side."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby, pairwise
from math import exp, log, sqrt

import numpy as np

from secondsource.settings import Trace
from secondsource.stages.trace.alignments import Alignment, Matrix, align_sentences
from secondsource.stages.trace.candidates import find_candidates
from secondsource.stages.trace.particulars import Particulars
from secondsource.stages.trace.rulings import UNRULED, Rulings
from secondsource.stages.trace.tellings import Telling
from secondsource.text.similarity import Likeness

_LEAST = 1e-9
"""A belief that nothing can lift; what is as far from 1, nothing can lower."""
_NEXT = 2
"""Sentences from one that are its neighbours: the next, or the one after."""


@dataclass(frozen=True, slots=True)
class Kinship:
    """Two reports of a story, by their places in it, and the belief (0 to 1) that one text lies behind both."""

    left: int
    right: int
    alignment: Alignment
    score: float


class Kinships:
    """The kinships of a story's reports, given by their places: those of the candidates, and others when asked for."""

    def __init__(self, tellings: Sequence[Telling], settings: Trace, rulings: Rulings = UNRULED) -> None:
        self._tellings = tellings
        self._rulings = rulings
        self._settings = settings
        self._likeness = Likeness([wording for telling in tellings for wording in telling.wordings])
        ends = [0, *accumulate(len(telling.wordings) for telling in tellings)]
        self._sentences = [slice(start, end) for start, end in pairwise(ends)]
        self._known: dict[tuple[int, int], Kinship] = {}
        self.partners: list[list[int]] = [[] for _ in tellings]
        for left, row in groupby(
            sorted({*find_candidates(tellings, settings), *rulings.joined}), key=lambda pair: pair[0]
        ):
            self._weigh_all(left, [right for _, right in row])
        self._add_particulars()

    def of(self, left: int, right: int) -> Kinship:
        """The kinship of two reports, the earlier in the story on the left."""
        if (left, right) not in self._known:
            rows, columns = self._sentences[left], self._sentences[right]
            self._known[left, right] = self._weigh(left, right, self._likeness.between(rows, columns))
        return self._known[left, right]

    def _weigh_all(self, left: int, others: Sequence[int]) -> None:
        """Weigh a report against its candidates, the likeness of all their sentences being measured at once."""
        columns = np.concatenate(
            [np.arange(self._sentences[right].start, self._sentences[right].stop) for right in others]
        )
        likeness = self._likeness.between(self._sentences[left], columns)
        start = 0
        for right in others:
            end = start + len(self._tellings[right].wordings)
            self._known[left, right] = self._weigh(left, right, likeness[:, start:end])
            self.partners[left].append(right)
            self.partners[right].append(left)
            start = end

    def _add_particulars(self) -> None:
        """Believe more of pairs that are not sure yet and share what nobody else tells but their surer kin.

        Where few others tell the story that says little, nor where both are kin to a third, which may mix them.
        """
        settings = self._settings
        particulars = Particulars(self._tellings)
        kin = [
            frozenset(
                [
                    place,
                    *(other for other in self.partners[place] if self._score(place, other) >= settings.least_kinship),
                ]
            )
            for place in range(len(self._tellings))
        ]
        most = settings.particular_weight * (settings.most_particulars - settings.usual_particulars)
        for (left, right), known in list(self._known.items()):
            doubt = log(1 / min(max(known.score, _LEAST), 1 - _LEAST) - 1)
            family = kin[left] | kin[right]
            outside = len(self._tellings) - len(family)
            if not 0 < doubt < most or kin[left] & kin[right] or outside < max(settings.least_outside, len(family)):
                continue
            count = min(particulars.count(left, right, family), settings.most_particulars)
            more = settings.particular_weight * max(0, count - settings.usual_particulars)
            self._known[left, right] = replace(known, score=1 / (1 + exp(doubt - more)))

    def _score(self, one: int, other: int) -> float:
        return self._known[min(one, other), max(one, other)].score

    def _weigh(self, left: int, right: int, likeness: Matrix) -> Kinship:
        alignment = align_sentences(likeness, self._settings)
        evidence = measure(alignment, self._tellings[left], self._tellings[right], self._settings)
        return Kinship(left, right, alignment, self._rulings.believe(left, right, weigh(evidence, self._settings)))


def measure(alignment: Alignment, left: Telling, right: Telling, settings: Trace) -> tuple[float, ...]:
    """What speaks for kinship, in the order of `settings.kinship_weights`.

    How many pairings stand as neighbours in both reports, beyond what chance would bring together, for how many there
    are; the share of the shorter report's sentences that are in one order; how near each report is to the other,
    whichever is less near; how much is told in the same words.
    """
    longer, shorter = (pick(len(left.weights), len(right.weights)) for pick in (max, min))
    mutual = sorted(alignment.chained + alignment.strays, key=lambda pairing: pairing.left)
    steps = ((before, after) for before, after in pairwise(mutual) if after.left - before.left <= _NEXT)
    neighbours = sum(1 for before, after in steps if 0 < after.right - before.right <= _NEXT)
    by_chance = _NEXT * max(0, len(mutual) - 1) / max(1, longer)
    same = sum(
        float(left.weights[pairing.left] + right.weights[pairing.right]) / 2
        for pairing in mutual
        if pairing.likeness >= settings.verbatim_likeness
    )
    return (
        (neighbours - by_chance) / sqrt(1 + len(mutual)),
        len(alignment.chained) / (shorter + settings.length_shrinkage),
        min(
            _nearness(left, alignment, settings),
            _nearness(right, alignment.turned(), settings),
        ),
        min(same, settings.most_verbatim),
    )


def weigh(evidence: Sequence[float], settings: Trace) -> float:
    """Belief, 0 to 1, that one text lies behind two reports with this evidence between them (logistic regression)."""
    total = settings.kinship_bias + sum(w * e for w, e in zip(settings.kinship_weights, evidence, strict=True))
    return 1 / (1 + exp(-max(-50.0, min(50.0, total))))


def _nearness(telling: Telling, alignment: Alignment, settings: Trace) -> float:
    """How alike what the report on the left tells is to what the other tells of it, shrunk for short reports."""
    best = [0.0] * len(telling.weights)
    for pairing in alignment.told:
        best[pairing.left] = max(best[pairing.left], pairing.likeness)
    return float(telling.weights @ best / (telling.weights.sum() + settings.size_shrinkage))
