"""Lengths of years told beside the year that they are counted from: "in 2001, 15 years ago"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.text.numerals import to_number

_NUMBER = r"(?P<number>\d{1,3}|[a-z]{3,9}(?:-[a-z]{3,5})?)"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
_ROUGH = re.compile(r"\b(?:about|almost|nearly|some|around|roughly|over|than|under|least|up to)\s$")
LONGEST_ROUGH = 16
"""Characters before a number in which a word may call it rough."""
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b(?:in|since)\s(?:[a-z]{{3,9}}\s)?{_YEAR},\s{_NUMBER}\syears\sago\b",
        rf"\b{_NUMBER}\syears\sago,?\s(?:in|since)\s(?:[a-z]{{3,9}}\s)?{_YEAR}\b",
        rf"\bsince\s(?:[\w'’-]+\s){{0,5}}(?:in\s)?{_YEAR},\sfor\s{_NUMBER}\syears\b",
        rf"\bfor\s{_NUMBER}\syears,?\ssince\s(?:[\w'’-]+\s){{0,5}}(?:in\s)?{_YEAR}\b",
    )
)


@dataclass(frozen=True, slots=True)
class SpanOfYears:
    """`years` counted from `year` to the report's own day, at text[start:end]."""

    start: int
    end: int
    year: int
    years: int


def _is_rough(text: str, start: int) -> bool:
    return _ROUGH.search(text[max(0, start - LONGEST_ROUGH) : start]) is not None


def find_spans_of_years(text: str) -> Iterator[SpanOfYears]:
    """Every such pair of a year and a length in `text`; lengths that are called rough are not found."""
    for form in _FORMS:
        for found in form.finditer(text):
            years = to_number(found["number"].lower())
            if years is not None and years == int(years) and not _is_rough(text, found.start("number")):
                yield SpanOfYears(found.start(), found.end(), int(found["year"]), int(years))
