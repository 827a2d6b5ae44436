"""Corrections: sentences in which a text takes back what it or another said before."""

import re
from dataclasses import dataclass
from functools import lru_cache

from secondsource.text.number_phrases import Numeral
from secondsource.text.numerals import find_numerals

_EARLIER = re.compile(
    r"\b(?:we|this\s\w+|the\s(?:paper|agency|office|institute|ministry|police|bulletin))\s(?:had\s)?(?:first|originally|initially|earlier|previously|wrongly"
    r"|mistakenly|incorrectly)\s(?:\w+\s)?(?:reported|said|wrote|gave|put|stated|named|listed|counted|announced|printed)\b"
    r"|\b(?:was|were)\s(?:first|originally|initially|wrongly|mistakenly|incorrectly)\s(?:given|reported|put|stated|announced|said|listed|printed)\b"
    r"|\bthe\s(?:first|initial|earlier|original)\s(?:\w+\s){0,2}(?:gave|said|put|showed|had|spoke)\b(?=(?:[^.;]|\.\d){0,60}?\b(?:took|taken)\s(?:\w+\s)?back\b)"
    r"|\b(?:an?|the|our)\s(?:earlier|previous|original|first)\s(?:version|edition|report|article|story|text|dispatch|item|figure"
    r"|table|statement|count)\b[^.;]{0,60}?\b(?:said|gave|stated|misstated|put|had|listed|named|showed|reported|misspelled)\b",
    re.IGNORECASE,
)
_WRONG = re.compile(
    r"\b(?:wrongly|incorrectly|mistakenly|erroneously|in\serror|by\smistake|misstated|misreported|misprint|typing\serror)\b",
    re.IGNORECASE,
)
_RIGHTED = re.compile(
    r"\b(?:had|was|were|is|are|has)\s(?:really|in\sfact|actually)\b|\bshould\shave\s(?:been|read|said)\b"
    r"|\bcorrect(?:s|ed|ing)\b|\bcorrection\b|\bput\sright\b|\brather\sthan\b|\bset\sright\b",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:not|rather\sthan|instead\sof)\s(?:the\s|of\s|by\s|in\s)?$", re.IGNORECASE)

REMEMBERED = 20_000
"""Sentences whose answers are kept: those of a story of 500 reports."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction: the number that is taken back at text[start:end], and its value; None where it is not of one.

    `is_open` where the text says outright that something was said before.
    """

    start: int
    end: int
    value: float | None
    is_open: bool = False


@lru_cache(maxsize=REMEMBERED)
def find_correction(sentence: str) -> Correction | None:
    """The correction that a sentence is, if it is one.

    Of its numbers, that behind "not" is taken back, or else the first.
    """
    numbers = [n for n in find_numerals(sentence) if n.low == n.high and n.kind != "ordinal"]
    earlier = _EARLIER.search(sentence)
    if earlier is None and not (_WRONG.search(sentence) or (_RIGHTED.search(sentence) and _has_two(numbers))):
        return None
    refused = [n for n in numbers if _NOT.search(sentence[max(0, n.start - 20) : n.start])]
    behind = [n for n in numbers if earlier is None or n.start >= earlier.end()]
    wrong = (refused or behind)[:1]
    if not wrong:
        return Correction(0, len(sentence), None) if earlier else None
    return Correction(wrong[0].start, wrong[0].end, wrong[0].low, is_open=earlier is not None)


def _has_two(numbers: list[Numeral]) -> bool:
    return len({number.low for number in numbers}) > 1
