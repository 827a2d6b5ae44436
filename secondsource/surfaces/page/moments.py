"""Instants and partly known dates, as a reader writes them, and in the order of time."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from secondsource.model.dates import PartialDate

Precision = Literal["day", "month", "year", "decade", "period", "unplaced"]

_CLOCK = re.compile(r"(.{10})T(\d{2}:\d{2})")
_PART_OF_YEAR = re.compile(r"(?P<year>[0-9]{4})-(?P<part>SP|SU|FA|WI|Q[1-4]|H[12])")
_WEEK = re.compile(r"(?P<year>[0-9]{4})-W(?P<week>[0-9]{2})(?P<end>-WE)?")
_SEASON = re.compile(r"XXXX-(?P<part>SP|SU|FA|WI)")
_WEEKDAY = re.compile(r"XXXX-WXX-(?P<day>[1-7])")
_YEARLESS = re.compile(r"XXXX-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?")


@dataclass(frozen=True, slots=True)
class Moment:
    """A date as far as it is known. `value` is how it was given, `shown` how a reader writes it.

    Moments sort by their first day; of those that begin together the most precise comes first, what has no place in
    time comes last.
    """

    value: str
    shown: str
    precision: Precision
    first: date | None
    last: date | None

    @property
    def place_in_time(self) -> tuple[bool, date, date, str]:
        return (self.first is None and self.last is None, self.first or date.min, self.last or date.max, self.value)


def to_moment(value: str) -> Moment:
    """Read an EDTF day, month, year, decade or interval; of other values those that are common are put in words."""
    begin, slash, end = value.partition("/")
    if not slash:
        return _moment_of_date(value, value[:10])
    first, last = PartialDate.from_edtf(begin), PartialDate.from_edtf(end)
    if not first and not last:
        return Moment(value, value, "unplaced", None, None)
    if first and last:
        shown = f"{_shown_date(begin, first)} to {_shown_date(end, last)}"
    else:
        shown = f"from {_shown_date(begin, first)}" if first else f"until {_shown_date(end, last)}"
    return Moment(value, shown, "period", first.first if first else None, last.last if last else None)


def to_shown_instant(moment: str) -> str:
    """An instant as a reader writes it, "19 June 2024, 11:00 UTC"; a bare day without a clock; else as it was given."""
    on = PartialDate.from_edtf(moment[:10])
    if on is None:
        return moment
    clock = _CLOCK.match(moment)
    try:
        zone = datetime.fromisoformat(moment).utcoffset()
    except ValueError:
        return moment
    shown = _shown_date(moment[:10], on)
    return f"{shown}, {clock.group(2)}{' UTC' if zone is not None else ''}" if clock else shown


def _moment_of_date(value: str, written: str) -> Moment:
    if week := _moment_of_week(value):
        return week
    known = PartialDate.from_edtf(written)
    if known is None:
        return Moment(value, _say_unplaced(value), "unplaced", None, None)
    precision: Precision = (
        "day" if known.is_day else "decade" if written.endswith("X") else "month" if "-" in written else "year"
    )
    return Moment(value, _shown_date(written, known), precision, known.first, known.last)


def _moment_of_week(value: str) -> Moment | None:
    """A week or weekend, from its first day to its Sunday; None for anything else."""
    week = _WEEK.fullmatch(value)
    if not (week and 1 <= int(week["week"]) <= 52 and int(week["year"])):
        return None
    monday = date.fromisocalendar(int(week["year"]), int(week["week"]), 1)
    first = monday + timedelta(days=5) if week["end"] else monday
    shown = f"{'weekend' if week['end'] else 'week'} of {first.day} {_MONTHS[first.month - 1]} {first.year}"
    return Moment(value, shown, "period", first, monday + timedelta(days=6))


def _say_unplaced(value: str) -> str:
    """A season, quarter or half of a year, or a day, month or season of an unknown one; else as it was given.

    Seasons fall in other months north and south of the equator.
    """
    if part := _PART_OF_YEAR.fullmatch(value):
        return f"{_PARTS[part['part']]} {part['year']}"
    if season := _SEASON.fullmatch(value):
        return _PARTS[season["part"]]
    if day := _WEEKDAY.fullmatch(value):
        return f"a {_DAYS[int(day['day']) - 1]}"
    if (known := _YEARLESS.fullmatch(value)) and 1 <= int(known["month"]) <= len(_MONTHS):
        return (
            f"{int(known['day'])} {_MONTHS[int(known['month']) - 1]}"
            if known["day"]
            else _MONTHS[int(known["month"]) - 1]
        )
    return value


def _shown_date(written: str, known: PartialDate | None) -> str:
    if known is None:
        return written
    if known.is_day:
        return f"{known.first.day} {_MONTHS[known.first.month - 1]} {known.first.year}"
    if written.endswith("X"):
        return f"{known.first.year}s"
    return f"{_MONTHS[known.first.month - 1]} {known.first.year}" if "-" in written else str(known.first.year)


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PARTS = {
    "SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter",
    "Q1": "first quarter of", "Q2": "second quarter of", "Q3": "third quarter of", "Q4": "fourth quarter of",
    "H1": "first half of", "H2": "second half of",
}  # fmt: skip
