"""Datings: events that the report places in time."""

import re
from collections.abc import Iterator

from secondsource.model.dates import PartialDate
from secondsource.model.readings import Reading, Time
from secondsource.model.spans import Span
from secondsource.model.statements import Dating
from secondsource.stages.extract.dated import Events
from secondsource.text.anniversaries import Anniversary, find_anniversaries

_TOLD = re.compile(r"(?!XXXX-XX-XX|XXXX$)[\dX]{4}(?:-(?:\d\d|[WQHSF][\dXUAPI]{1,2}|WI)){0,2}(?:-\d\d?|-WE)?$")
"""A value that tells something: 2024-06-19, 2024-06, 2024, 194X, XXXX-03, XXXX-WXX-3, 2024-W25, 2024-Q2, 2024-SU."""


def find_datings(reading: Reading) -> tuple[Dating, ...]:
    """The events that the report places in time, in text order.

    For each date: `span` is the date's words, `value` its value (clock times and parts of the day are left off; a value
    may be partial, XXXX-WXX-3 or XXXX-03, where the report's day is unknown), `event` the clause or noun phrase that it
    dates, the date's words included.

    For each anniversary ("24 years to the day since his last visit", "exactly 24 years after it"): `span` is those
    words, `event` the earlier event ("his last visit"), `value` the date that they claim for it: the day last told in
    the sentence, or else the report's own day, less so many years; the day when the words claim exactness, the year
    alone when they do not. There is no such dating where no day is known; text/anniversaries.py still finds the words.
    """
    events = Events(reading)
    dated = [
        Dating(time.span, value, events.around(time.span))
        for time in reading.times
        if (value := _value_of(time)) is not None
    ]
    return tuple(sorted([*dated, *_find_counted_back(reading)], key=lambda dating: dating.span))


def _value_of(time: Time) -> str | None:
    day = time.value.partition("T")[0] if time.type == "time" else time.value
    return day if time.type in ("date", "time") and _TOLD.match(day) else None


def _find_counted_back(reading: Reading) -> Iterator[Dating]:
    for sentence in reading.sentences:
        for found in find_anniversaries(sentence.of(reading.report.text)):
            value = _count_back(reading, sentence, found)
            if value is not None:
                yield Dating(
                    Span(sentence.start + found.start, sentence.start + found.end),
                    value,
                    Span(sentence.start + found.event_start, sentence.start + found.event_end),
                )


def _count_back(reading: Reading, sentence: Span, found: Anniversary) -> str | None:
    """The date that lies the anniversary's years before the day of the sentence, or of the report."""
    told = [
        known.first
        for time in reading.times
        if sentence.start <= time.span.start < sentence.start + found.start
        and time.type in ("date", "time")
        and (known := PartialDate.from_edtf(time.value[:10]))
        and known.is_day
    ]
    anchor = PartialDate.from_edtf(reading.anchored_on or "")
    day = told[-1] if told else anchor.first if anchor else None
    if day is None or found.is_before or day.year - found.years < 1:
        return None
    year = day.year - found.years
    leap_day = (day.month, day.day) == (2, 29)
    return f"{year:04}-{day.month:02}-{28 if leap_day else day.day:02}" if found.is_exact else f"{year:04}"
