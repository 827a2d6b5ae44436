"""Days in figures that can be read in two ways, as 10/03/2026: settled by what else the report says of its day."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from secondsource.model.reports import Credit, Dateline
from secondsource.stages.clean.moments import MONTH_NAMES, MONTHS

NEAR_DAYS = 3
"""A report's dateline, its changes and the days it tells of lie so near its publication that months can't be mixed."""

LATER_DAYS = 1
"""News of a Tuesday is published on that day or the next."""

_EITHER = re.compile(r"\[([^,\[\]]{10,40}),([^,\[\]]{10,40})\]$")
_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?({MONTH_NAMES})\b", re.IGNORECASE)
_MONTH_FIRST = re.compile(rf"\b({MONTH_NAMES})\.?\s(\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d)", re.IGNORECASE)
_FIGURES = re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})/(?:19|20)\d\d(?!\d)")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(_WEEKDAYS)})\b")


def settle_days(credits_found: Sequence[Credit], text: str, dateline: Dateline | None) -> tuple[Credit, ...]:
    """The credits with each doubtful day settled; a day that stays in doubt is left out, for it is as soon wrong."""
    sure = [credit.value for credit in credits_found if credit.field in ("published_at", "updated_at")]
    days = [day for value in sure if not _EITHER.match(value) and (day := _to_day(value))]
    settled = []
    for credit in credits_found:
        either = _EITHER.match(credit.value) if credit.field in ("published_at", "updated_at") else None
        if either is None:
            settled.append(credit)
        elif value := _choose((either[1], either[2]), text, days, dateline):
            settled.append(replace(credit, value=value))
    return tuple(settled)


def _choose(values: tuple[str, str], text: str, days: Sequence[date], dateline: Dateline | None) -> str | None:
    """The reading that alone has the first sign that tells the two apart."""
    readings = [(value, day) for value in values if (day := _to_day(value))]
    told = [*days, *_named_days([dateline.on[5:]] if dateline and dateline.on else [], readings)]
    order = _order_of_figures(text)
    signs = (
        [value for value, day in readings if any(abs(day - other) <= timedelta(NEAR_DAYS) for other in told)],
        list(values[order : order + 1]) if order is not None else [],
        [value for value, day in readings if _is_named(day, text)],
        [value for value, day in readings if _fits_weekday(day, text)],
        list(values[:1]) if _DAY_FIRST.search(text) and not _MONTH_FIRST.search(text) else [],
    )
    return next((sign[0] for sign in signs if len(sign) == 1), None)


def _named_days(month_days: Iterable[str], readings: Sequence[tuple[str, date]]) -> Iterator[date]:
    for month_day in month_days:
        for _, day in readings:
            if named := _to_day(f"{day.year}-{month_day}"):
                yield named


def _order_of_figures(text: str) -> int | None:
    """0 where other days in figures put the day first (23/06/2031), 1 where the month; None where none tells."""
    pairs = [(int(one), int(other)) for one, other in _FIGURES.findall(text)]
    day_first, month_first = any(one > 12 for one, _ in pairs), any(other > 12 for _, other in pairs)
    return None if day_first == month_first else int(month_first)


def _is_named(day: date, text: str) -> bool:
    """Whether the text names a day near this one by its month."""
    named = [(int(number), month) for number, month in _DAY_FIRST.findall(text)]
    named += [(int(number), month) for month, number in _MONTH_FIRST.findall(text)]
    days = (_to_day(f"{day.year}-{MONTHS[month.lower()]:02}-{number:02}") for number, month in named)
    return any(other and abs(day - other) <= timedelta(NEAR_DAYS) for other in days)


def _fits_weekday(day: date, text: str) -> bool:
    """Whether the weekday that the text names first is this day's or that of the day before."""
    named = _WEEKDAY.search(text)
    return named is not None and any(
        _WEEKDAYS[(day - timedelta(later)).weekday()] == named.group() for later in range(LATER_DAYS + 1)
    )


def _to_day(moment: str) -> date | None:
    try:
        return date.fromisoformat(moment[:10])
    except ValueError:
        return None
