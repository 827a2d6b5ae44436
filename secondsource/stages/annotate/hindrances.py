"""Hindrances: why a stretch of text cannot be read as English, told by its letters alone."""

import re
import unicodedata
from functools import lru_cache

SHORT = 500
"""Characters up to which anything is read: a line of a score or stock list."""

LEAST_LETTERS = 0.2
"""Share of letters below which a long stretch is no language; a table of figures with row headings has .3 and more."""

LEAST_LATIN = 0.5
"""Share of letters that must be Latin ones; an English sentence that quotes a foreign name or motto has more."""

FOREIGN_LETTERS = 12
"""Fewer letters of another script are a name or two, which do no harm."""

ENDLESS = re.compile(r"\S{200,}")
"""A word that no language has; spaCy's tokenizer takes time in the square of its length. Web addresses are shorter."""

NO_LETTERS = "next to no letters"
NO_SPACES = "an endless word"
NOT_LATIN = "not in Latin letters"


def find_hindrance(words: str) -> str | None:
    """Why these words cannot be read, as a short phrase; None where they can be tried."""
    if len(words) > SHORT:
        if sum(map(str.isalpha, words)) <= LEAST_LETTERS * len(words):
            return NO_LETTERS
        if sum(len(found[0]) for found in ENDLESS.finditer(words)) > len(words) / 2:
            return NO_SPACES
    if words.isascii():
        return None
    letters = [mark for mark in words if mark.isalpha()]
    foreign = sum(not _is_latin(mark) for mark in letters if mark > "\u024f")
    return NOT_LATIN if foreign >= FOREIGN_LETTERS and foreign > (1 - LEAST_LATIN) * len(letters) else None


@lru_cache(maxsize=10_000)
def _is_latin(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith(("LATIN", "FULLWIDTH LATIN"))
