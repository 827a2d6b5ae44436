"""Numerals: numbers in words and digits, as values with the place where they stand; nothing about units or things.

"10,000" · "1.5 million" · "4.3M" · "twenty-four" · "a hundred and five" · "half a million" · "two-thirds" · "two and a
half" · "a dozen" · "tens of thousands" · "several hundred" · "10 to 15" · "between 10 and 20" · "one in five" · "21st".
The words that bound a number ("more than", "some") are those of bounds.py.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from secondsource.text.changes import is_changed_by, is_moved_from
from secondsource.text.number_phrases import Numeral, Piece, read_run
from secondsource.text.number_words import VOCABULARY

_PIECE = re.compile(
    r"(?P<slash>(?<![\w/.,])\d{1,4}[/⁄]\d{1,4}(?![\w/]))"
    r"|(?P<ordinal>(?<![\w.])\d{1,3}(?:,\d{3}){0,2}(?:st|nd|rd|th)(?!\w))"
    r"|(?P<digits>\d{1,3}(?:,\d{2,3}){1,8}(?![\d])(?:\.\d{1,12})?|\d{1,30}(?:\.\d{1,12})?|(?<![\w.])\.\d{1,12})"
    r"|(?P<glyph>[½⅓⅔¼¾⅕⅖⅛⅜])"
    r"|(?P<word>[A-Za-z]{1,20})"
)
_GAP = re.compile(r"[-‐‑\s]{0,2}$")
_DASH = re.compile(r"\s?[-‐‑–—]\s?$")
_TO = re.compile(r"\s{0,2}(?:to|or|through|till)[\s-]{1,2}$", re.IGNORECASE)
_AND = re.compile(r"\s{1,2}and\s{1,2}$", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s{1,2}$", re.IGNORECASE)
_IN = re.compile(r"\s{1,2}(?:in|out\s{1,2}of)\s{1,2}(?:every\s{1,2})?$", re.IGNORECASE)

_IN_YEAR = re.compile(r"\b(?:in|since|of)\s(?:[A-Z][a-z]{2,8}\s)?(?:1[5-9]|20)\d\d$")
IN_REACH = 20
"""Characters of "in September" before a year."""
LAST_YEAR = 2100
"""What is more, after the year in which it was less, is no end of a range: "from 40 in 2018 to 9,200"."""
LONGEST_JOINT = 12
"""Characters that "out of every" takes, the longest wording between the two ends of a range or share."""

REMEMBERED, LONGEST_REMEMBERED = 16_384, 1_000
"""Texts whose numerals are kept, and their most characters: a dozen readers ask for those of each sentence."""


def find_numerals(text: str) -> tuple[Numeral, ...]:
    """The numerals of `text`, in order and apart from one another. Time grows with the text's length."""
    return _remembered(text) if len(text) <= LONGEST_REMEMBERED else _find(text)


def _find(text: str) -> tuple[Numeral, ...]:
    single = [numeral for run in _find_runs(text) for numeral in read_run(text, run)]
    return tuple(_join_ranges(text, single))


_remembered = lru_cache(maxsize=REMEMBERED)(_find)


def to_number(words: str) -> float | None:
    """The value of `words` if they are one plain number and nothing else: "twenty-four" is 24."""
    found = find_numerals(words.strip())
    if len(found) != 1 or (found[0].start, found[0].end) != (0, len(words.strip())) or found[0].low != found[0].high:
        return None
    return found[0].low if found[0].kind != "ordinal" else None


def join(first: Numeral, second: Numeral) -> Numeral:
    """The range from one numeral to the other; "33 to 35 billion" starts at 33 billion."""
    low = first.low
    if second.scale > 1 and first.scale == 1 and first.low < second.low / second.scale:
        low *= second.scale
    return Numeral(first.start, second.end, low, second.high, "range", second.scale)


def _find_runs(text: str) -> Iterator[list[Piece]]:
    """Sequences of pieces that could make one number, with nothing but a space or a hyphen between them."""
    run: list[Piece] = []
    for found in _PIECE.finditer(text):
        kind = found.lastgroup or ""
        glued = found.start() > 0 and text[found.start() - 1].isdigit()
        piece = Piece(kind, found[0] if glued and len(found[0]) == 1 else found[0].lower(), *found.span())
        relevant = kind != "word" or piece.words in VOCABULARY
        if run and not (relevant and _GAP.match(text[run[-1].end : piece.start])):
            yield run
            run = []
        if relevant:
            run.append(piece)
    if run:
        yield run


def _join_ranges(text: str, single: Sequence[Numeral]) -> Iterator[Numeral]:
    held: Numeral | None = None
    for numeral in single:
        joined = _join_two(text, held, numeral) if held else None
        if held is not None and joined is None:
            yield held
        held = joined or numeral
    if held is not None:
        yield held


def _join_two(text: str, first: Numeral, second: Numeral) -> Numeral | None:
    between = text[first.end : second.start]
    if not first.kind == second.kind == "cardinal" or len(between) > LONGEST_JOINT:
        return None
    if _IN.match(between) and _is_share(first, second):
        share = first.low / second.low
        return Numeral(first.start, second.end, share, share, "fraction")
    spoken = _TO.match(between) or _DASH.match(between)
    if spoken and _IN_YEAR.search(text[max(0, first.start - IN_REACH) : first.end]) and second.low > LAST_YEAR:
        return None
    if spoken and is_moved_from(text, first.start):
        return None
    if spoken and first.scale > 1 and is_changed_by(text, first.start, first.low, second.low):
        return None
    paired = _AND.match(between) and _BETWEEN.search(text[max(0, first.start - 9) : first.start])
    joined = join(first, second) if spoken or paired else None
    return joined if joined and joined.low < joined.high else None


def _is_share(first: Numeral, second: Numeral) -> bool:
    """Whether "one in five" tells a share: small whole numbers, the second the larger and no year."""
    whole = first.low == int(first.low) and second.low == int(second.low)
    return whole and 0 < first.low < second.low and first.low <= 10 and second.low not in range(1500, 2101)
