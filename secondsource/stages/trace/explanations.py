"""Explanations: how much of one report each other report of its story accounts for, sentence by sentence."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from secondsource.stages.trace.alignments import Alignment
from secondsource.stages.trace.kinships import Kinships
from secondsource.stages.trace.rulings import UNRULED, Rulings
from secondsource.stages.trace.tellings import Telling
from secondsource.text.rarity import find_word_forms


class Explanations:
    """The tellings of a story with the kinship of every two of them, seen from each report's side."""

    def __init__(self, tellings: Sequence[Telling], kinships: Kinships, rulings: Rulings = UNRULED) -> None:
        self.tellings = tellings
        self.rulings = rulings
        self._kinships = kinships
        self._likeness: dict[tuple[int, int], NDArray[np.float64]] = {}
        self._kept: dict[tuple[int, int], NDArray[np.float64]] = {}
        self._words = [[find_word_forms(wording) for wording in telling.wordings] for telling in tellings]

    def score(self, one: int, other: int) -> float:
        """Belief that one text lies behind the two reports."""
        return self._kinships.of(min(one, other), max(one, other)).score

    def partners(self, place: int) -> Sequence[int]:
        """The reports that this one was worth comparing with, in the story's order."""
        return self._kinships.partners[place]

    def kin(self, place: int, least: float) -> list[int]:
        """Those of them with which this one goes back to one text by a belief of `least` or more."""
        return [other for other in self.partners(place) if self.score(place, other) >= least]

    def alignment(self, child: int, parent: int) -> Alignment:
        """The two reports side by side, `child` on the left."""
        if child < parent:
            return self._kinships.of(child, parent).alignment
        return self._kinships.of(parent, child).alignment.turned()

    def likeness(self, child: int, parent: int) -> NDArray[np.float64]:
        """For each sentence of `child`, how alike its partner in `parent` is; 0 without a partner."""
        if (child, parent) not in self._likeness:
            found = np.zeros(len(self.tellings[child].weights))
            for pairing in self.alignment(child, parent).told:
                found[pairing.left] = max(found[pairing.left], pairing.likeness)
            self._likeness[child, parent] = found
        return self._likeness[child, parent]

    def kept(self, child: int, parent: int) -> NDArray[np.float64]:
        """For each sentence of `child`, the share of its words that its partners in `parent` have in the same order."""
        if (child, parent) not in self._kept:
            found = np.zeros(len(self.tellings[child].weights))
            for pairing in self.alignment(child, parent).told:
                words = self._words[child][pairing.left]
                common = count_common(words, self._words[parent][pairing.right])
                found[pairing.left] = max(found[pairing.left], common / len(words))
            self._kept[child, parent] = found
        return self._kept[child, parent]

    def distance(self, child: int, parent: int) -> float:
        """How far `child` is from `parent`, in meaning, letters and words: 0 for the same text, 1 for another."""
        return 1 - self._mean(child, (self.likeness(child, parent) + self.kept(child, parent)) / 2)

    def verbatim(self, child: int, parent: int) -> float:
        """Share of the words, in what `child` has from `parent`, that stand there in the same order."""
        told = self.likeness(child, parent) > 0
        weights = self.tellings[child].weights[told]
        total = float(weights.sum())
        return float((weights * self.kept(child, parent)[told]).sum()) / total if total else 0.0

    def untold(self, child: int, parent: int) -> float:
        """How much `child` tells, in average sentences, that has no partner in `parent`."""
        return float(self.tellings[child].weights[self.likeness(child, parent) == 0].sum())

    def share(self, child: int, parents: Sequence[int]) -> float:
        """Share of what `child` tells that has a partner in one of `parents`."""
        return self._mean(child, self._best(child, parents) > 0)

    def nearness(self, child: int, parents: Sequence[int]) -> float:
        """Likeness of what `child` tells to its partners in `parents`, on average; what has no partner counts 0."""
        return self._mean(child, self._best(child, parents))

    def _best(self, child: int, parents: Sequence[int]) -> NDArray[np.float64]:
        best = np.zeros(len(self.tellings[child].weights))
        for parent in parents:
            best = np.maximum(best, self.likeness(child, parent))
        return best

    def _mean(self, child: int, values: NDArray[np.float64] | NDArray[np.bool_]) -> float:
        weights = self.tellings[child].weights
        total = float(weights.sum())
        return float((weights * values).sum()) / total if total else 0.0


def count_common(one: Sequence[str], other: Sequence[str]) -> int:
    """Words in the longest sequence that both have in the same order, others in between allowed.

    Hyyrö's way: one row of the usual table is kept in the bits of a number, a 0 for each step up.
    """
    places: dict[str, int] = {}
    for place, word in enumerate(one):
        places[word] = places.get(word, 0) | 1 << place
    full = (1 << len(one)) - 1
    row = full
    for word in other:
        matches = row & places.get(word, 0)
        row = ((row + matches) | (row - matches)) & full
    return len(one) - row.bit_count()
