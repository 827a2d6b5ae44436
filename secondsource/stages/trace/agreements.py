"""Agreements: words that two reports share, in sentences that tell the same, against a third report."""

from secondsource.settings import Trace
from secondsource.stages.trace.explanations import Explanations
from secondsource.text.rarity import find_word_forms, rarity

_ENDINGS = ("ing", "ed", "es", "s", "ly")
_STEM = 4
"""Letters that must be left of a word when its ending is cut."""


class Agreements:
    """Counts, for any three reports of a story, the readings in which two agree against the third."""

    def __init__(self, explained: Explanations, settings: Trace) -> None:
        self._explained = explained
        self._least = settings.least_reading
        self._telling: dict[int, list[frozenset[str]]] = {}
        self._all: dict[int, frozenset[str]] = {}
        self._partners: dict[tuple[int, int], dict[int, int]] = {}

    def count(self, one: int, other: int, against: int) -> int:
        """Telling words of `one` and `other`, in sentences that all three tell, which `against` has nowhere."""
        for place in (one, other, against):
            self._read(place)
        theirs, mine = self._paired(other, against), self._paired(one, against)
        agreed: set[str] = set()
        for left, right in self._paired(one, other).items():
            if left in mine or right in theirs:
                agreed |= self._telling[one][left] & self._telling[other][right]
        return len(agreed - self._all[against])

    def _read(self, place: int) -> None:
        """Take the stems of a report's words, once."""
        if place not in self._all:
            telling = self._explained.tellings[place]
            self._telling[place] = [_stems(wording, self._least) for wording in telling.wordings]
            self._all[place] = frozenset(map(_stem, telling.words))

    def _paired(self, one: int, other: int) -> dict[int, int]:
        if (one, other) not in self._partners:
            alignment = self._explained.alignment(one, other)
            self._partners[one, other] = {pairing.left: pairing.right for pairing in alignment.told}
        return self._partners[one, other]


def _stems(wording: str, least: float) -> frozenset[str]:
    words = find_word_forms(wording)
    return frozenset(_stem(word) for word in words if rarity(word) >= least or word[0].isdigit())


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            return word[: -len(ending)]
    return word
