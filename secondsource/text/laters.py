"""Steps from one moment to the next: "at 3.12 … at 3.18, six minutes later", "4 May … 7 May, three days later"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise

from secondsource.text.calendars import number_forms
from secondsource.text.numerals import to_number

REACH = 260
"""Characters back to the moment that a step begins at: two sentences."""
LONGEST_STEP = 90
"""Characters behind a moment in which the step to it is told."""
HALF_DAY = 12 * 60
MINUTES_OF = {"minute": 1.0, "hour": 60.0}
DAYS_OF = {"day": 1.0, "week": 7.0}
LONG_DAYS_OF = {"day": 1.0, "week": 7.0, "month": 30.4, "year": 365.25}
_LINK = re.compile(
    r"^(?:,\s[^,.;:?!\d]{2,40}(?=,))?,?\s(?:and\s)?(?:just\s|exactly\s|only\s)?(?P<number>\d{1,3}|[a-z]{3,9}(?:-[a-z]{3,5})?|an?)\s(?P<unit>day|week|month|year)s?\s"
    r"(?P<way>after|before)\s(?:(?!(?:which|that|where|who|whose|when|while|and|but|as)\s)[\w'’-]+\s){0,12}$",
    re.IGNORECASE,
)
SAMPLE_YEAR = 2001
"""A year of 365 days for dates that are told without one."""

_CLOCK = re.compile(
    r"(?:(?P<at>\bat|\bby|\bfrom|\buntil|\baround|\bbefore|\bafter)\s)?(?<![\d.,:])\b(?P<h>\d{1,2})(?:(?P<mark>[.:])(?P<m>[0-5]\d)(?![\d%.:]\d?))?"
    r"(?:\s?(?P<half>[ap])\.?m\b\.?)?(?!\s(?:million|billion|per\s?cent|percent|points|metres|km|euros|dollars|crowns|seconds))",
    re.IGNORECASE,
)
_STEP = re.compile(
    r"^(?:\s(?:on|this|that|the|same|[MTWFS][a-z]+day|morning|evening|afternoon|night)){0,3}(?:,|\s[–—-]|\s\()\s"
    r"(?:just\s|only\s|which\sis\s|which\swas\s|that\sis,?\s|exactly\s|or\s)?"
    r"(?P<number>\d{1,3}|[a-z]{3,9}(?:-[a-z]{3,5})?|half\san)\s(?P<unit>minute|hour|day|week)s?\b(?P<how>\s(?:later|on|after|afterwards))?"
    r"(?!\s(?:before|earlier|ago|from|of|old))"
    r"(?P<own>\s[A-Za-z])?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Step:
    """At text[start:end], a step of `told` from the moment `since` to the moment `until`, which lie `between` apart.

    `told` is in words, `between` in minutes or days as `measure` says.
    """

    start: int
    end: int
    since: str
    until: str
    told: str
    measure: str
    between: float


@dataclass(frozen=True, slots=True)
class _Moment:
    start: int
    end: int
    value: float
    has_half: bool = False


def find_wrong_steps(text: str) -> Iterator[Step]:
    """Every step of `text`, a paragraph, that leads to its end from none of the moments told before it."""
    yield from _wrong(text, list(_find_clocks(text)), "minutes", MINUTES_OF)
    yield from _wrong(text, list(_find_days(text)), "days", DAYS_OF)


def _wrong(text: str, moments: Sequence[_Moment], measure: str, units: dict[str, float]) -> Iterator[Step]:
    for index, until in enumerate(moments):
        found = _STEP.match(text[until.end : until.end + LONGEST_STEP])
        size = units.get(found["unit"].lower()) if found else None
        before = [m for m in moments[:index] if until.start - m.end <= REACH]
        number = found["number"].lower() if found else ""
        amount = 0.5 if number.startswith("half") else to_number(number)
        is_counted_from_other = found is not None and bool(found["own"]) and (found["how"] or "").strip() == "after"
        if is_counted_from_other:
            continue
        if found is None or size is None or amount is None or not before or not (found["how"] or measure == "minutes"):
            continue
        told, slack = amount * size, 1.0 if measure == "minutes" and size == 1 else size / 2 if size > 1 else 0.0
        gaps = [_gap(since, until, measure) for since in before]
        if all(abs(gap - told) > slack for gap in gaps):
            end = until.end + len(found[0])
            words = " ".join(found[0][found.start("number") :].split())
            since = before[-1]
            names = text[since.start : since.end], text[until.start : until.end]
            yield Step(since.start, end, *names, words, measure, gaps[-1])


def find_wrong_orders(text: str) -> Iterator[Step]:
    """Every "3 February 2023, three months after the vote of 7 May 2023" whose two days stand otherwise."""
    days = [found for found in _day().finditer(text) if _to_date(found)]
    for first, second in pairwise(days):
        link = _LINK.match(text[first.end() : second.start()])
        one, other = _to_date(first), _to_date(second)
        amount = (
            to_number(link["number"].lower()) or (1.0 if link["number"].lower() in ("a", "an") else None)
            if link
            else None
        )
        if link is None or amount is None or one is None or other is None:
            continue
        is_dated = (_year_of(first), _year_of(second))
        if all(is_dated):
            gap = float((one - other).days)
        else:
            year = max(filter(None, is_dated), default=SAMPLE_YEAR)
            one, other = _in_year(one, year), _in_year(other, year)
            gap = float((one - other).days)
            gap = min((gap, gap + 365, gap - 365), key=lambda days: abs(days - (amount or 0)))
        size = LONG_DAYS_OF[link["unit"].lower()]
        signed = gap if link["way"].lower() == "after" else -gap
        if abs(signed - amount * size) > (0.0 if size == 1 else size * 0.7):
            told = " ".join(
                f"{link['number']} {text[first.end() + link.start('unit') : first.end() + link.end('way')]}".split()
            )
            names = other.strftime("%d %B").lstrip("0"), one.strftime("%d %B").lstrip("0")
            yield Step(first.start(), second.end(), *names, told, "days", gap)


def _to_date(found: re.Match[str]) -> date | None:
    month = number_forms("months")[(found["month"] or found["month2"]).lower()]
    try:
        return date(_year_of(found) or SAMPLE_YEAR, month, int(found["d"] or found["d2"]))
    except ValueError:
        return None


def _in_year(day: date, year: int) -> date:
    return date(year, day.month, 28 if (day.month, day.day) == (2, 29) else day.day)


def _year_of(found: re.Match[str]) -> int | None:
    year = re.search(r"(?:19|20)\d\d$", found[0])
    return int(year[0]) if year else None


def _gap(since: _Moment, until: _Moment, measure: str) -> float:
    gap = until.value - since.value
    if measure == "days":
        return gap if gap >= 0 else gap + 365
    turn = 2 * HALF_DAY if since.has_half and until.has_half else HALF_DAY
    return gap if gap >= 0 else gap + turn if gap + turn >= 0 else gap + 2 * HALF_DAY


def _find_clocks(text: str) -> Iterator[_Moment]:
    for found in _CLOCK.finditer(text):
        is_told = found["half"] or found["mark"] == ":" or (found["mark"] and found["at"])
        if not is_told or int(found["h"]) > 24:
            continue
        hour = int(found["h"])
        if found["half"]:
            hour = hour % 12 + (12 if found["half"].lower() == "p" else 0)
        start = found.start("h")
        has_half = bool(found["half"]) or hour > 12 or found["h"].startswith("0")
        yield _Moment(start, found.end(), hour * 60 + int(found["m"] or 0), has_half)


@cache
def _day() -> re.Pattern[str]:
    month = "|".join(sorted(map(re.escape, number_forms("months")), key=lambda form: (-len(form), form)))
    return re.compile(
        rf"\b(?:(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s(?P<month>{month})|(?P<month2>{month})\s(?P<d2>\d{{1,2}}))\b"
        r"(?:,?\s(?:19|20)\d\d\b)?",
        re.IGNORECASE,
    )


def _find_days(text: str) -> Iterator[_Moment]:
    for found in _day().finditer(text):
        try:
            month = number_forms("months")[(found["month"] or found["month2"]).lower()]
            day = date(SAMPLE_YEAR, month, int(found["d"] or found["d2"]))
        except ValueError:
            continue
        yield _Moment(found.start(), found.end(), float(day.toordinal()))
