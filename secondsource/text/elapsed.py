"""Elapsed time: "at 7.40 on Monday morning, 29 hours after it fell": a clock and what it lies behind."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.text.numerals import to_number

_WEEKDAYS = {"mon": 1, "tues": 2, "wednes": 3, "thurs": 4, "fri": 5, "satur": 6, "sun": 7}
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_PART = r"(?:\s?(?:in\sthe\s)?(?:morning|afternoon|evening|night))?"
_CLOCK = re.compile(
    rf"(?:\b(?P<day1>{_DAY}){_PART},?\s(?:at\s)?)?"
    r"(?<![\d.,:])\b(?P<h>\d{1,2})[.:](?P<m>[0-5]\d)(?![\d%]|[.:]\d)(?:\s?(?P<half>[ap])\.?m\b\.?)?"
    rf"(?!\s(?:million|billion|per\s?cent|percent|points|metres|meters|km|kilomet|euros|dollars|crowns|seconds))"
    rf"(?:,?\s(?:on\s|the\s(?:following|next)\s)?(?P<day2>{_DAY}))?",
    re.IGNORECASE,
)
_NUMBER = r"(?P<number>\d{1,3}|[a-z]{3,9}(?:-[a-z]{3,5})?|an?|half\san)(?P<half_number>\sand\sa\shalf)?"
_AFTER = re.compile(
    rf"^{_PART}(?:,|\s[–—-]|\s\()?\s(?:and\s)?(?:(?:after|following)\s{_NUMBER}\s(?P<unit>minute|hour)s?\b"
    rf"|(?:just\s|only\s|exactly\s|some\s)?{_NUMBER.replace('number>', 'number2>')}\s(?P<unit2>minute|hour)s?"
    r"\s(?:after|later|on|into|under|beneath)\b)",
    re.IGNORECASE,
)
MINUTES = {"minute": 1, "hour": 60}


@dataclass(frozen=True, slots=True)
class Clock:
    """An hour of the clock at text[start:end], in minutes from midnight; `weekday` (ISO) where it stands beside it."""

    start: int
    end: int
    minute: int
    weekday: int | None


@dataclass(frozen=True, slots=True)
class Elapsed:
    """A clock that lies so many `minutes` behind something; `slack` is how coarsely they are told."""

    clock: Clock
    start: int
    end: int
    minutes: float
    slack: float


def find_clocks(text: str) -> Iterator[Clock]:
    """Every hour of the clock with its minutes, in order."""
    for found in _CLOCK.finditer(text):
        hour = int(found["h"])
        if hour <= 24 and not (found["half"] and hour > 12):
            if found["half"]:
                hour = hour % 12 + (12 if found["half"].lower() == "p" else 0)
            word = (found["day1"] or found["day2"] or "").lower().removesuffix("day")
            yield Clock(found.start("h"), found.end(), hour * 60 + int(found["m"]), _WEEKDAYS.get(word))


def find_elapsed(text: str) -> Iterator[Elapsed]:
    """Every clock with "29 hours after" or ", after 39 hours" right behind it."""
    for clock in find_clocks(text):
        found = _AFTER.match(text[clock.end : clock.end + 80])
        if not found:
            continue
        number, unit = (found["number"] or found["number2"]).lower(), (found["unit"] or found["unit2"]).lower()
        amount = {"a": 1.0, "an": 1.0, "half an": 0.5}.get(number) or to_number(number)
        if amount:
            size, half = MINUTES[unit], bool(found["half_number"] or found["half_number2"])
            slack = size / (4 if half else 2) if size > 1 else 1.0
            yield Elapsed(clock, clock.end, clock.end + found.end(), (amount + 0.5 * half) * size, slack)
