"""How alike two sentences are: half meaning, half letters."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from secondsource.text.vectors import embed

CHARACTER_NGRAMS = (3, 5)
"""Best of the ranges tried for rewritten news sentences; alone it puts the right partner of 101 pairs first in .92."""

Scores = NDArray[np.float64]


class Likeness:
    """Likeness among a set of texts, 0 to 1: ½ cosine of sentence vectors + ½ cosine of character TF-IDF, whose idf is
    fitted on the texts themselves, so that what all of them share counts little.

    On 101 pairs of one sentence in two reports, the blend put the right partner first in .92 and had an average
    precision of .895; sentence vectors alone .86 and .776, characters alone .92 and .873.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        """Measure `texts`; the places of texts in later questions are their places here."""
        self._vectors = embed(texts)
        self._letters = _measure_letters(texts)

    def between(self, rows: slice, columns: slice | NDArray[np.int64]) -> Scores:
        """One row for each text of `rows`, one column for each of `columns`."""
        meaning: Scores = np.clip(self._vectors[rows] @ self._vectors[columns].T, 0.0, 1.0).astype(np.float64)
        if self._letters is None:
            return meaning
        spelling: Scores = np.clip((self._letters[rows] @ self._letters[columns].T).toarray(), 0.0, 1.0)
        return 0.5 * meaning + 0.5 * spelling


def compare(texts: Sequence[str]) -> Scores:
    """Square matrix of the likeness of each text to each."""
    return Likeness(texts).between(slice(None), slice(None)) if texts else np.zeros((0, 0))


def _measure_letters(texts: Sequence[str]) -> Any:
    """Sparse rows of character TF-IDF, of length 1; None when no text has a single n-gram."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    counted = TfidfVectorizer(analyzer="char_wb", ngram_range=CHARACTER_NGRAMS, sublinear_tf=True)
    try:
        return counted.fit_transform([text.lower() for text in texts])
    except ValueError:  # sklearn's answer to texts without a single n-gram
        return None
