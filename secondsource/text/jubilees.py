"""Jubilees: whole years that a text claims to the day or as an anniversary: "seven years ago to the day"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.text.numerals import to_number

MOST_YEARS = 1000
"""Older than the jubilees that reports count."""
_COUNT = (
    r"(?:\d{1,3}|(?:a\s|one\s)?hundred|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine))?|one|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|an?)"
)
_YEARS = (
    rf"(?P<years>{_COUNT}[\s-]years?|half\sa\scentury|a\squarter\s(?:of\sa\s)?century"
    rf"|(?:{_COUNT}\s)(?:decades?|century|centuries))"
)
_DAY = r"to\sthe\s(?:very\s|exact\s)?(?:same\s)?day"
_WAY = r"(?:ago|earlier|before|after|afterwards|later|since|from|on|previously)"
_FORMS = tuple(
    (re.compile(form, re.IGNORECASE), is_anniversary)
    for form, is_anniversary in (
        (rf"\b(?:exactly|precisely)\s{_YEARS}(?!-)\s{_WAY}\b", False),
        (rf"\b{_DAY},?\s{_YEARS}(?!-)\b(?:\s{_WAY}\b)?", False),
        (rf"\b(?<!almost\s)(?<!nearly\s)(?<!about\s){_YEARS}(?:\s{_WAY})?,?\s{_DAY}\b(?:,?\s{_WAY}\b)?", False),
        (rf"\b{_YEARS}\sago\s(?:today|this\s(?:very\s)?(?:day|morning|evening|afternoon|night))\b", False),
        (r"\b(?P<years>\d{1,3})(?:st|nd|rd|th)\s(?:[a-z]+\s){0,2}?(?:anniversary|birthday\sof\sthe|jubilee)\b", True),
        (
            r"\b(?P<years>tenth|twentieth|thirtieth|fortieth|fiftieth|sixtieth|seventieth|eightieth|ninetieth|hundredth"
            r"|twenty-fifth|seventy-fifth|first|second|third|fourth|fifth)\s(?:anniversary|jubilee)\b",
            True,
        ),
    )
)
_TO_DAY = re.compile(r"day\b", re.IGNORECASE)
_ROUGH = re.compile(
    r"\b(?:almost|nearly|about|some|around|not|roughly|just\sover|more\sthan|less\sthan)\s$", re.IGNORECASE
)
_PLANNED = re.compile(
    r"\b(?:next\s\w+|last\s(?:year|month|week|spring|summer|autumn|winter)|will|would|plans?|planned|ahead\sof|approach\w*|upcoming|coming"
    r"|prepar\w+|nears?|falls?|eve\sof|in\stime\sfor|shortly\sbefore|due|had\s(?:marked|celebrated))\b",
    re.IGNORECASE,
)
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "tenth": 10, "twentieth": 20, "twenty-fifth": 25,
    "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "seventy-fifth": 75,
    "eightieth": 80, "ninetieth": 90, "hundredth": 100,
}  # fmt: skip
_UNITS = {"year": 1, "decade": 10, "centur": 100}


@dataclass(frozen=True, slots=True)
class Jubilee:
    """Whole years claimed at text[start:end]; `is_anniversary` where the day is not claimed beside them.

    `is_to_day`: in so many words, as by "to the day", and not by "exactly" alone.
    """

    start: int
    end: int
    years: int
    is_anniversary: bool
    is_to_day: bool = False


def find_jubilees(sentence: str) -> Iterator[Jubilee]:
    """Every "exactly seven years ago", "to the day", "its 50th anniversary" of a sentence that tells of now."""
    for form, is_anniversary in _FORMS:
        for found in form.finditer(sentence):
            years = _to_years(found["years"].lower())
            is_rough = _ROUGH.search(sentence[max(0, found.start() - 12) : found.start()])
            is_other = is_anniversary and _PLANNED.search(sentence)
            if years and years <= MOST_YEARS and not is_rough and not is_other:
                is_to_day = not is_anniversary and _TO_DAY.search(found[0]) is not None
                yield Jubilee(found.start(), found.end(), years, is_anniversary, is_to_day)


def is_planned(sentence: str) -> bool:
    """Whether a sentence tells of what is to come or is long past, so that an anniversary in it is not today's."""
    return _PLANNED.search(sentence) is not None


def _to_years(words: str) -> int | None:
    if words in _ORDINALS or words.isdigit():
        return _ORDINALS.get(words) or int(words)
    if words.startswith(("half a", "a quarter")):
        return 50 if words.startswith("half") else 25
    unit = next((size for name, size in _UNITS.items() if name in words), 1)
    number = re.sub(r"[\s-](?:years?|decades?|century|centuries)$", "", words)
    value = 1.0 if number in ("a", "an") else to_number(number)
    return int(value * unit) if value else None
