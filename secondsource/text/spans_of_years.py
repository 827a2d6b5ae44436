"""Lengths of years told beside the year that they are counted from: "in 2001, 15 years ago"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.text.numerals import to_number

_LENGTH = (
    r"(?P<rough>(?:about|almost|nearly|some|around|roughly|over|more\sthan|less\sthan|under|at\sleast|up\sto|just\sover"
    r"|just\sunder|well\sover)\s)?(?P<number>\d{1,3}|an?|half\sa|a\squarter\sof\sa|[a-z]{3,9}(?:-[a-z]{3,5})?)"
    r"\s(?P<unit>years|decades?|century|centuries)"
)
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
_MONTH = r"(?:[A-Za-z]{3,9}\s)?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATED = rf"(?:(?:in|since)\s{_MONTH}|on\s(?:{_DAY}\s[A-Za-z]{{3,9}}|[A-Za-z]{{3,9}}\s{_DAY}),?\s){_YEAR}"
"""The moment counted from: "in 2001", "since May 2001", "on 12 May 2001"."""
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b{_DATED},\s{_LENGTH}\sago\b",
        rf"\b{_LENGTH}\sago,?\s{_DATED}\b",
        rf"\bsince\s(?:[\w'’-]+\s){{0,5}}?(?:in\s)?{_YEAR},\sfor\s{_LENGTH}\b",
        rf"\bfor\s{_LENGTH},?\ssince\s(?:[\w'’-]+\s){{0,5}}?{_YEAR}\b",
        rf"\bin\sthe\s{_LENGTH}\ssince\s(?:[\w'’-]+\s){{1,5}}?in\s{_YEAR}\b",
        rf"\b{_LENGTH}\safter\sit\s(?:was\s)?(?:began|opened|started|founded|built|set\sup)\sin\s{_YEAR}\b(?=[^.;]{{0,40}}\b(?:now|today|still|will)\b)",
    )
)
_AT_MOST = re.compile(
    rf"\b(?:started|began|begun|founded|launched|set\sup|joined|opened|created)\sin\s{_MONTH}{_YEAR}\b"
    rf"(?:(?!\buntil\b|\bto\b|\blater\b|\d)[^.;]){{1,60}}?\bfor\s{_LENGTH}\b",
    re.IGNORECASE,
)
"""Here the length need not reach up to now, so that it can only be too long."""
_LOWER = ("more than ", "over ", "at least ", "just over ", "well over ")
ROUGH = 0.2
"""Share of a length that "nearly" and the like may take from it or add."""
YEARS_OF = {"y": 1.0, "d": 10.0, "c": 100.0}


@dataclass(frozen=True, slots=True)
class SpanOfYears:
    """From `least` to `most` years counted from `year` to the report's own day, told as `years`, at text[start:end]."""

    start: int
    end: int
    year: int
    years: float
    least: float
    most: float

    def can_last(self, until: int) -> bool:
        """Whether so many years can lie between the two: full ones, or the last one begun."""
        between = until - self.year
        return self.least <= between and between - 1 <= self.most


def find_spans_of_years(text: str) -> Iterator[SpanOfYears]:
    """Every such pair of a year and a length in `text`."""
    for form in (*_FORMS, _AT_MOST):
        for found in form.finditer(text):
            years = _to_years(found["number"].lower(), found["unit"].lower())
            if years:
                least, most = _bounds(years, (found["rough"] or "").lower(), found["unit"].lower())
                most = float("inf") if form is _AT_MOST else most
                yield SpanOfYears(found.start(), found.end(), int(found["year"]), years, least, most)


def _to_years(number: str, unit: str) -> float | None:
    parts = {"a": 1.0, "an": 1.0, "half a": 0.5, "a quarter of a": 0.25}
    amount = parts.get(number) or to_number(number)
    years = amount * YEARS_OF[unit[0]] if amount else None
    return years if years and years == int(years) else None


def _bounds(years: float, rough: str, unit: str) -> tuple[float, float]:
    if rough in _LOWER:
        return years, years * 2
    slack = max(1.0, ROUGH * years) if rough or unit[0] != "y" else 0.0
    return years - slack, years + slack
