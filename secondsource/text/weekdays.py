"""Weekdays written beside a date, as in "Tuesday, 14 May" and "Thursday, May 14, 2025", and whether they fit."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from secondsource.text.calendars import number_forms


@dataclass(frozen=True, slots=True)
class DatedWeekday:
    """A weekday (ISO, Monday is 1) and the day and month beside it; `year` where it is written."""

    start: int
    end: int
    weekday: int
    day: int
    month: int
    year: int | None

    def date_near(self, other: date) -> date | None:
        """The date meant: in the written year, or else in the year that brings it nearest to `other`."""
        years = [self.year] if self.year else [other.year - 1, other.year, other.year + 1]
        days = [day for year in years if (day := _to_date(year, self.month, self.day))]
        return min(days, key=lambda day: abs(day - other), default=None)


def _to_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@cache
def _pattern() -> re.Pattern[str]:
    weekday, month = ("|".join(sorted(number_forms(table), key=len, reverse=True)) for table in ("weekdays", "months"))
    ordinal = r"(?:st|nd|rd|th)?"
    return re.compile(
        rf"\b(?P<weekday>{weekday})\b\.?(?:,?\s{{1,3}}(?:the\s{{1,3}})?|\s\()"
        rf"(?:(?P<day>\d{{1,2}}){ordinal}\s{{1,3}}(?:of\s{{1,3}})?(?P<month>{month})\b"
        rf"|(?P<month2>{month})\b\.?\s{{1,3}}(?P<day2>\d{{1,2}}){ordinal})(?!\d)"
        rf"(?:,?\s{{1,3}}(?P<year>(?:19|20)\d\d)\b)?",
        re.IGNORECASE,
    )


@cache
def _behind() -> re.Pattern[str]:
    """The date first: "14 May, a Tuesday", "7 May 2024, which was a Tuesday", "3 May was a Sunday"."""
    weekday, month = ("|".join(sorted(number_forms(table), key=len, reverse=True)) for table in ("weekdays", "months"))
    return re.compile(
        rf"(?<![\w.,])(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<month>{month})\b|(?P<month2>{month})\b\.?\s(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?)"
        rf"(?:,?\s(?P<year>(?:19|20)\d\d)\b)?(?:,\s(?:which\s)?|\s\(|\s(?=is\b|was\b|falls\b|fell\b))"
        rf"(?:(?:is|was|falls\son|fell\son|will\sbe)\s)?(?:then\s|also\s)?an?\s(?P<weekday>{weekday})\b"
        r"(?:\s(?:morning|afternoon|evening|night))?(?=[,.;:)]|\s(?:that|when|and)\b|$)",
        re.IGNORECASE,
    )


def find_dated_weekdays(text: str) -> Iterator[DatedWeekday]:
    """Every weekday of `text` with the date beside it, in order."""
    matches = sorted((*_pattern().finditer(text), *_behind().finditer(text)), key=re.Match.start)
    for found in matches:
        month = found["month"] or found["month2"]
        year = int(found["year"]) if found["year"] else None
        day = int(found["day"] or found["day2"])
        weekday = number_forms("weekdays")[found["weekday"].lower()]
        yield DatedWeekday(found.start(), found.end(), weekday, day, number_forms("months")[month.lower()], year)
