"""Moments: days, months, years, weekdays and hours as a text writes them, and how far two of them can lie apart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Literal

from secondsource.text.calendars import number_forms

Scale = Literal["minutes", "days"]

DAY = 24 * 60
"""Minutes."""
WEEK = 7
"""Days."""
NIGHTFALL = 6
"""From this hour on "at night" is before midnight."""
COMMON_YEAR = 2001
"""A year of 365 days, for days that are told without one."""
_PARTS_OF_DAY = r"(?:\s(?:early\s)?(?:morning|afternoon|evening|night))?"


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment at text[start:end], as precise as it is written: None for what is not.

    A clock has its `minute` of the day; `is_sure` says that it tells which half of the day it is in.
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    minute: int | None = None
    is_sure: bool = True

    @property
    def scale(self) -> Scale:
        return "days" if self.minute is None else "minutes"

    @property
    def precision(self) -> str:
        """What it is written as: "clock", "day", "weekday", "month" or "year"."""
        if self.minute is not None:
            return "clock"
        if self.day is not None:
            return "day"
        return "weekday" if self.weekday is not None else "month" if self.month is not None else "year"

    def days(self, year: int) -> tuple[date, date] | None:
        """The first and the last day that it can be, in its own year or else in `year`; None for a mere weekday."""
        year = self.year or year
        try:
            if self.day is not None and self.month is not None:
                return date(year, self.month, self.day), date(year, self.month, self.day)
            if self.month is not None:
                after = date(year + self.month // 12, self.month % 12 + 1, 1)
                return date(year, self.month, 1), after - timedelta(days=1)
        except ValueError:
            return None
        return (date(year, 1, 1), date(year, 12, 31)) if self.year else None


@cache
def _pattern() -> re.Pattern[str]:
    weekday, month = ("|".join(sorted(number_forms(table), key=len, reverse=True)) for table in ("weekdays", "months"))
    month = "|".join(form.capitalize() for form in month.split("|"))
    weekday = "|".join(f"{form.capitalize()}s?" if len(form) > 5 else form.capitalize() for form in weekday.split("|"))
    year = r"(?:1[5-9]|20)\d\d"
    clock = (
        r"(?:(?P<h{0}>\d{{1,2}})(?:[.:](?P<m{0}>[0-5]\d))(?![\d%]|[.:]\d)(?:\s?(?P<half{0}>[ap])\.?m\b\.?)?"
        r"|(?P<hh{0}>\d{{1,2}})\s?(?P<hhalf{0}>[ap])\.?m\b\.?|(?P<word{0}>noon|midnight))"
    )
    named = rf"(?:{weekday})"
    return re.compile(
        rf"(?<![\w.,:$£€])(?:{clock.format('a')}{_PARTS_OF_DAY}(?:,?\s(?:on\s)?(?P<wa>{named})\b)?"
        rf"|(?P<wb>{named}){_PARTS_OF_DAY},?\sat\s{clock.format('b')}"
        rf"|(?:(?P<w>{named})\b,?\s(?:the\s)?)?(?:(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<mon>{month})\b(?:\.?,?\s(?P<y>{year})\b)?"
        rf"|(?P<mon2>{month})\b\.?\s(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:%]|\.\d)(?:,?\s(?P<y2>{year})\b)?)"
        rf"|(?P<mon3>{month})\b\.?,?\s(?:(?:of\s)?(?P<y3>{year})|of\s(?:that|the\ssame)\syear)\b|(?P<w2>{named})\b{_PARTS_OF_DAY}|(?<=\d[–-])(?P<y5>{year})\b|(?<!\d[–-])\b(?P<y4>{year})\b)(?!\w|[.,]\d|-year|\s(?:people|million|metres|km))"
    )


def find_moments(text: str) -> Iterator[Moment]:
    """Every moment that `text` writes out, in order; a number is a year only where it can be no count."""
    spoken = list(find_spoken_clocks(text))
    if not spoken:
        yield from _find_written(text)
        return
    written = [
        one for one in _find_written(text) if not any(one.start < two.end and two.start < one.end for two in spoken)
    ]
    yield from sorted((*spoken, *written), key=lambda one: one.start)


def _find_written(text: str) -> Iterator[Moment]:
    last: int | None = None
    for found in _pattern().finditer(text):
        start, end = found.span()
        last = next((int(found[name]) for name in ("y", "y2", "y3", "y4", "y5") if found[name]), last)
        if found["y4"] or found["y5"]:
            if _is_year(text, start, end):
                yield Moment(start, end, year=int(found["y4"] or found["y5"]))
        elif found["w2"]:
            yield Moment(start, end, weekday=_weekday(found["w2"]))
        elif found["mon3"]:
            if last:
                yield Moment(start, end, year=last, month=number_forms("months")[found["mon3"].lower()])
        elif found["mon"] or found["mon2"]:
            year, day = found["y"] or found["y2"], int(found["d"] or found["d2"])
            month = number_forms("months")[(found["mon"] or found["mon2"]).lower()]
            if 1 <= day <= 31:
                yield Moment(start, end, int(year) if year else None, month, day, _weekday(found["w"]))
        else:
            clock = _to_clock(found, "a" if found["ha"] or found["hha"] or found["worda"] else "b")
            if clock is not None:
                yield clock


def _to_clock(found: re.Match[str], side: str) -> Moment | None:
    word, half = found[f"word{side}"], found[f"half{side}"] or found[f"hhalf{side}"]
    hour = 12 if word else int(found[f"h{side}"] or found[f"hh{side}"])
    is_plain = not (word or half or ":" in found[0])
    if hour > 24 or (half and hour > 12) or (is_plain and not _is_hour(found.string, *found.span())):
        return None
    minute = int(found[f"m{side}"] or 0)
    if half:
        hour = hour % 12 + (12 if half.lower() == "p" else 0)
    hour = 0 if word == "midnight" else hour
    weekday = _weekday(found["wa"] or found["wb"])
    is_sure = bool(half or word) or hour > 12 or hour == 0 or (":" in found[0] and found[0][:1] == "0")
    return Moment(*found.span(), weekday=weekday, minute=hour * 60 + minute, is_sure=is_sure)


_HOURS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_PAST = {"half past": 30, "quarter past": 15, "quarter to": -15, "quarter after": 15}
_MINUTES = {"five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}
_SPOKEN = re.compile(
    rf"\b(?:(?P<past>half\spast|(?:a\s)?quarter\s(?:past|to|after))\s(?P<h1>{'|'.join(_HOURS)}|1[0-2]|[1-9])(?![\w:%]|[.,]\d)"
    rf"|(?<=\b(?:at|by|to)\s)(?P<minutes>{'|'.join(_MINUTES)})(?:\sminutes)?\s(?P<way>past|to)\s(?P<h2>{'|'.join(_HOURS)})\b"
    rf"|(?P<h3>{'|'.join(_HOURS)}|1[0-2]|[1-9])\so['’]clock"
    rf"|(?<=\b(?:at|by|to)\s)(?P<h4>{'|'.join(_HOURS)}|1[0-2]|[1-9])(?=\s(?:in\sthe\s(?:morning|afternoon|evening)|at\snight)\b))"
    r"(?:\s(?:in\sthe\s(?P<part>morning|afternoon|evening)|at\s(?P<night>night)))?",
    re.IGNORECASE,
)
"""Hours as people say them: "half past eleven", "a quarter to nine in the evening", "ten o'clock"."""


def find_spoken_clocks(text: str) -> Iterator[Moment]:
    """Every hour of the clock that `text` tells in words."""
    for found in _SPOKEN.finditer(text):
        told = (found["h1"] or found["h2"] or found["h3"] or found["h4"]).lower()
        hour = int(told) if told.isdigit() else _HOURS.index(told) + 1
        past = " ".join((found["past"] or "").lower().removeprefix("a ").split())
        minutes = _PAST.get(past, 0) + _MINUTES.get((found["minutes"] or "").lower(), 0) * (
            -1 if (found["way"] or "").lower() == "to" else 1
        )
        part = (found["part"] or found["night"] or "").lower()
        is_late = part in ("afternoon", "evening") or (part == "night" and NIGHTFALL <= hour < 12)
        minute = (hour % 12 + 12 * is_late) * 60 + minutes
        yield Moment(*found.span(), minute=minute % DAY, is_sure=bool(part))


def _weekday(name: str | None) -> int | None:
    return number_forms("weekdays").get(name.lower(), number_forms("weekdays").get(name.lower()[:-1])) if name else None


_BEFORE_YEAR = re.compile(
    r"(?:\b(?:in|since|from|until|till|to|of|by|between|and|after|before|through|back\sto|year|until\sthe\send\sof|early|late|mid|spring|summer"
    r"|autumn|winter|fall|\(b\.|born|since\sabout|election|cup|games|olympics)\s|[–(-])$",
    re.IGNORECASE,
)
_BEFORE_HOUR = re.compile(
    r"\b(?:at|by|from|until|till|to|and|around|about|before|after|since|between|day|morning|afternoon|evening|night)\s$|\d[–-]$",
    re.IGNORECASE,
)
_MEASURED = re.compile(
    r"\s?(?:%|[mb]n\b|million|billion|trillion|per\b|percent|points?|crowns|euros|dollars|pounds|marks|kilo|metre|meter|km|kg|tons?|tonnes"
    r"|lit(?:re|er)|miles?|seconds?|hectares|acres|degrees|times|of\b)",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\s(?!(?:was|is|has|as)\b)[a-z]{3,}s\b")


def _is_year(text: str, start: int, end: int) -> bool:
    return bool(_BEFORE_YEAR.search(text[max(0, start - 24) : start])) and not _COUNTED.match(text, end)


def _is_hour(text: str, start: int, end: int) -> bool:
    """Whether "6.15" is an hour: a word of time stands before it and no unit behind."""
    return bool(_BEFORE_HOUR.search(text[max(0, start - 12) : start])) and not _MEASURED.match(text, end)


def gaps(since: Moment, until: Moment, near: int | None = None) -> list[tuple[float, float]]:
    """The least and the most, in their scale, that can lie from one moment to a later one, in each way to read them.

    Of two days without a year the second is in the same year or the next; `near` is the year for days that have none.
    Empty where the two cannot be compared.
    """
    if since.scale != until.scale:
        return []
    if since.scale == "minutes":
        return _between_clocks(since, until)
    if since.precision == "weekday" or until.precision == "weekday":
        if since.weekday is None or until.weekday is None:
            return []
        days = (until.weekday - since.weekday) % WEEK
        return [(float(days + more), float(days + more)) for more in ((0, WEEK) if days else (WEEK, 0))]
    year = since.year or until.year or near or COMMON_YEAR
    first, second = since.days(year), until.days(year)
    if first is None or second is None:
        return []
    found = [((second[0] - first[1]).days, (second[1] - first[0]).days)]
    if since.year is None or until.year is None:
        found += [(low + 365, high + 365) for low, high in found if high < 0]
    return [(float(low), float(high)) for low, high in found]


def _between_clocks(since: Moment, until: Moment) -> list[tuple[float, float]]:
    gap = (until.minute or 0) - (since.minute or 0)
    if since.weekday is not None and until.weekday is not None:
        whole = gap + DAY * ((until.weekday - since.weekday) % WEEK)
        steps = [whole if whole >= 0 else whole + WEEK * DAY]
        steps += [] if since.is_sure and until.is_sure else [steps[0] - DAY // 2, steps[0] + DAY // 2]
    else:
        turn = DAY if since.is_sure and until.is_sure else DAY // 2
        steps = list(range(gap % turn, DAY + 1, turn))
    return [(float(step), float(step)) for step in steps if step >= 0]


def name_moments(text: str) -> frozenset[str]:
    """The moments of `text`, weekdays aside, each by a name that is the same however it is written."""
    named = set[str]()
    for one in find_moments(text):
        if one.minute is not None:
            named.add(f"clock {one.minute if one.is_sure else one.minute % (DAY // 2)}")
        elif one.precision != "weekday":
            named.add(
                f"{one.precision} {(one.year or '') if one.day is None else ''} {one.month or ''} {one.day or ''}"
            )
    return frozenset(named)
