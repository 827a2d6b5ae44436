"""The texts nearest to each text, in bounded time: all pairs of a few texts, the likeliest ones of many."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from secondsource.text.similarity import CHARACTER_NGRAMS
from secondsource.text.vectors import embed

BLOCK = 512
"""Texts compared at a time with all others; 512 rows of 10,000 likenesses are 20 MB."""


class Neighbours:
    """Likeness within a set of texts, as in text/similarity.py: half meaning, half letters.

    For each text the `most` nearest by meaning are compared in full, and kept where they reach `floor`.
    """

    def __init__(self, texts: Sequence[str], *, most: int, floor: float) -> None:
        """Measure `texts`; the same text given twice counts once."""
        self._texts = list(dict.fromkeys(texts))
        self._place = {text: index for index, text in enumerate(self._texts)}
        self._vectors = embed(self._texts).astype(np.float64)
        self._letters = _measure_letters(self._texts)
        self._kept: dict[tuple[int, int], float] = {}
        self._asked: dict[tuple[int, int], float] = {}
        for rows in range(0, len(self._texts), BLOCK):
            self._measure(rows, most, floor)

    def _measure(self, start: int, most: int, floor: float) -> None:
        rows = np.arange(start, min(start + BLOCK, len(self._texts)))
        meaning = self._vectors[rows] @ self._vectors.T
        width = min(most + 1, len(self._texts))
        nearest = np.argpartition(-meaning, width - 1, axis=1)[:, :width]
        left, right = np.repeat(rows, width), nearest.ravel()
        keep = left != right
        self._score(left[keep], right[keep], floor)

    def _score(self, left: NDArray[np.int64], right: NDArray[np.int64], floor: float) -> None:
        for one, other, score in zip(left.tolist(), right.tolist(), self._likeness(left, right).tolist(), strict=True):
            if score >= floor:
                self._kept[min(one, other), max(one, other)] = score

    def _likeness(self, left: NDArray[np.int64], right: NDArray[np.int64]) -> NDArray[np.float64]:
        meaning = np.clip(np.einsum("ij,ij->i", self._vectors[left], self._vectors[right]), 0.0, 1.0)
        if self._letters is None:
            return np.asarray(meaning)
        letters = np.asarray(self._letters[left].multiply(self._letters[right]).sum(axis=1)).ravel()
        return np.asarray(0.5 * meaning + 0.5 * np.clip(letters, 0.0, 1.0))

    def pairs(self) -> Iterator[tuple[str, str]]:
        """The pairs of near texts, and each text with itself, for it may stand in several places."""
        for text in self._texts:
            yield text, text
        for one, other in sorted(self._kept):
            yield self._texts[one], self._texts[other]

    def between(self, one: str, other: str) -> float:
        """Likeness of two of the texts, 0 to 1."""
        left, right = self._place[one], self._place[other]
        if left == right:
            return 1.0
        pair = min(left, right), max(left, right)
        if pair in self._kept:
            return self._kept[pair]
        if pair not in self._asked:
            self._asked[pair] = float(self._likeness(np.asarray([left]), np.asarray([right]))[0])
        return self._asked[pair]


def _measure_letters(texts: Sequence[str]) -> Any:
    """Sparse rows of character TF-IDF, of length 1; None when no text has a single n-gram."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    counted = TfidfVectorizer(analyzer="char_wb", ngram_range=CHARACTER_NGRAMS, sublinear_tf=True)
    try:
        return counted.fit_transform([text.lower() for text in texts])
    except ValueError:  # sklearn's answer to texts without a single n-gram
        return None
