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
    r"|^\W{0,3}corrections?\b[^.;]{0,60}?\b(?:we|this\s\w+|our\s\w+)\s(?:had\s)?(?:reported|said|wrote|gave|stated|named|put)\b"
    r"|\b(?:an?|the|our)\s(?:earlier|previous|original|first)\s(?:version|edition|report|article|story|text|dispatch|item|figure"
    r"|table|statement|count)\b[^.;]{0,60}?\b(?:said|gave|stated|misstated|put|had|listed|named|showed|reported|misspelled)\b",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\b(?:in|on)\s(?:our|(?:last\s\w{1,9}|yesterday|\w{3,6}day)['’]s)\s(?:\w{1,12}\s){0,2}(?:edition|issue|paper|report|website|page"
    r"|programme|bulletin|newsletter|caption)\b[^.;]{0,30}?\bwe\s(?:\w{1,12}\s)?(?:gave|had|put|named|counted|printed|showed|listed)\b"
    r"|\b(?:an?|the)\s(?:earlier|previous|first)\s(?:version|edition)\sof\s(?:this|our)\b",
    re.IGNORECASE,
)
_OWN_TELLING = re.compile(
    r"\b(?:we|this\s(?:news)?paper|this\s(?:site|website|bulletin|programme))\s(?:had\s|have\s)?(?:told|said|reported|wrote|named|counted|printed)\b"
    r"|\b(?:heard|read)\s(?:from|with|in)\s(?:us|these\spages)\b"
    r"|\b(?:our|yesterday['’]s|last\s\w{3,9}['’]s|\w{3,6}day['’]s)\s(?:\w+\s){0,2}(?:issue|edition|number|bulletin|programme|newsletter)\b",
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
_DOUBLE = re.compile(
    r"\bof\s(?:the|those|these)\s[^.;]{1,90}?\b(?:had|have|were|was)\s(?:been\s)?(?:counted\stwice|double-counted|listed\stwice"
    r"|(?:counted|listed|named)\s(?:in\serror|by\smistake|wrongly)|wrongly\s(?:counted|listed|named))\b",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"\b(?:correct(?:ed|s|ing)|took\sback|takes\sback|had\staken\sback|withdrew|retract(?:ed|s)|had\sto\scorrect|put\sright)\s(?:its|his|her|their|our|the|an?|(?:the|an?)\s\w+['’]s?)\s"
    r"(?:own\s)?(?:\w+\s){0,2}?(?:reports?|statement|notice|account|figures?|number|count|list|version|story|article|release|bulletin|announcement|toll|claim"
    r"|communique|communiqué|table|time|date|mistake|error)\b",
    re.IGNORECASE,
)
_MISSTATED = re.compile(
    r"\b(?:said|stated|misstated|reported|wrote|gave|had\sit|suggested|claimed)\s(?:wrongly\s|incorrectly\s|in\serror\s)?that\s([^.;:]{3,120})(?=[.;:]|$)",
    re.IGNORECASE,
)
_HAD_GIVEN = re.compile(
    r"\b(?:which|that|and)\shad\s(?:first\s|wrongly\s)?(?:given|said|put|shown|named|told\sof|spoken\sof|it\sat)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^\W{0,3}(?:corrections?|clarification|erratum)\b[^.;:]{0,30}:", re.IGNORECASE)
_CLOCK = re.compile(r"\b(\d{1,2}):(?=\d{2}\b)")
_NOT = re.compile(
    r"\b(?:not|rather\sthan|instead\sof)\s(?:the\s|of\s|by\s|in\s|at\s|after\s|on\s|for\s|until\s)?$", re.IGNORECASE
)

GOVERNED = 12
"""Characters behind "took back its figure" in which that figure begins: "of some 19"."""
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
    numbers = [n for n in find_values(sentence) if n.low == n.high and n.kind != "ordinal"]
    double = _DOUBLE.search(sentence)
    if double and (counted := [n for n in numbers if double.start() <= n.start < double.end()]):
        return Correction(counted[0].start, counted[0].end, counted[0].low, is_open=True)
    earlier = _EARLIER.search(sentence)
    if earlier is None and not (_WRONG.search(sentence) or (_RIGHTED.search(sentence) and _has_two(numbers))):
        return None
    refused = [n for n in numbers if is_refused(sentence, n.start)]
    behind = [n for n in numbers if earlier is None or n.start >= earlier.end()]
    wrong = (refused or behind)[:1]
    if not wrong:
        return Correction(0, len(sentence), None) if earlier else None
    return Correction(wrong[0].start, wrong[0].end, wrong[0].low, is_open=earlier is not None)


def is_own_correction(sentence: str) -> bool:
    """Whether an outlet takes back what it told itself: "In our May issue we gave …", "An earlier version of …"."""
    return _OWN.search(sentence) is not None


def tells_of_own(sentence: str) -> bool:
    """Whether an outlet tells of what it said itself: "On Sunday we told you", "the picture in our last number"."""
    return not sentence.startswith(("“", '"', "‘")) and _OWN_TELLING.search(sentence) is not None


def is_refused(sentence: str, start: int) -> bool:
    """Whether the words in front of the number at `start` say that it is not so: "2.14 million, not 2.41 million"."""
    return _NOT.search(sentence[max(0, start - 20) : start]) is not None


def find_values(text: str) -> tuple[Numeral, ...]:
    """The numbers of `text`, an hour with a colon read as one with a point: 6:24 and 6.24 are one."""
    return find_numerals(_CLOCK.sub(r"\1.", text))


def is_labelled(sentence: str) -> bool:
    """Whether a sentence calls itself a correction: "Correction: …"."""
    return _LABEL.match(sentence) is not None


def find_misstated(text: str) -> tuple[int, int] | None:
    """Where a correction tells what was wrongly said: "said that *Ms Moll had been dismissed*. She retired."."""
    found = _MISSTATED.search(text)
    return found.span(1) if found else None


def opens_correction(sentence: str) -> bool:
    """Whether a sentence tells that somebody corrects himself; what he corrects may stand in the next."""
    return _OPENING.search(sentence) is not None


@lru_cache(maxsize=REMEMBERED)
def find_told_correction(sentences: str) -> Correction | None:
    """What is taken back in a sentence that opens a correction and the one behind it: "not 43", "its figure of 19"."""
    opening = _OPENING.search(sentences)
    if opening is None:
        return None
    numbers = [n for n in find_values(sentences) if n.low == n.high and n.kind != "ordinal"]
    refused = [n for n in numbers if is_refused(sentences, n.start)]
    quoted = _HAD_GIVEN.search(sentences, opening.end())
    refused = refused or [n for n in numbers if quoted and 0 <= n.start - quoted.end() <= GOVERNED]
    governed = [n for n in numbers if 0 <= n.start - opening.end() <= GOVERNED]
    wrong = (refused or governed)[:1]
    if not wrong or not _has_two(numbers):
        return None
    return Correction(wrong[0].start, wrong[0].end, wrong[0].low, is_open=True)


def _has_two(numbers: list[Numeral]) -> bool:
    return len({number.low for number in numbers}) > 1
