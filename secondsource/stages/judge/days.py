"""Days: the days or hours that the values of a point are told of, "eleven on Monday, 14 by Tuesday noon"."""

import re
from collections.abc import Iterable, Mapping
from datetime import timedelta
from itertools import combinations

from secondsource.model.dates import PartialDate
from secondsource.model.findings import Point, Statement
from secondsource.model.spans import Span
from secondsource.stages.judge.cases import Case

YEAR, MONTH, DAY, HOUR = len("2025"), len("2025-05"), len("2025-05-14"), len("2025-05-14T12")
WEEK = 7
"""Days; a weekday told without a date may be the day before the story's own, or one of the next six."""
_WEEKDAY = re.compile(r"XXXX-WXX-[1-7]")
_DATELINE = re.compile(r"[^\n]{0,60}?\)?\s[—–-]\s")
_HOUR_MARK, CLOSING = "T", "T17"
"""In EDTF, what parts an hour from its day; and the hour by which markets close."""
_CLOSED = re.compile(
    r"\b(?:shares?|stocks?|index|trading)\b[^.;]{0,60}?\b(?:closed|closing|(?:ended|finished)\sthe\s(?:day|session)|at\s(?:the\s)?close)\b"
    r"|\bclose\sof\strading\b",
    re.IGNORECASE,
)
"""Words by which what is told is of the hour when a market closed."""
_SAID = re.compile(
    r"\b(?:said|says|told\s[\w\s]{2,30}|wrote|reported|announced|stated)\s(?:in\s[\w\s]{2,30}\s)?(?:late\s|early\s)?(?:on\s)?$"
)
"""Before a day, words by which it is the day on which something was said, and not that of the count."""


def find_told_days(case: Case, point: Point) -> dict[float, set[str]]:
    """The days or hours that each value is told of; nothing if one of them has none.

    Where some who tell a value give no day, those of the others hold, if values then follow one another.
    """
    days: dict[float, set[str]] = {}
    is_whole = True
    for statement in point.statements:
        told = _days_of(case, statement)
        value = statement.low if statement.low is not None else statement.high
        if value is None:
            return {}
        is_whole = is_whole and bool(told)
        days.setdefault(value, set()).update(told)
    if is_whole:
        return days
    days = {value: {day for day in own if _HOUR_MARK in day} or own for value, own in days.items()}
    turns = find_turns(((day, ""), value) for value, own in days.items() for day in own)
    return days if all(days.values()) and are_of_other_days(days) and len(turns) == 1 else {}


def gather_days(case: Case, point: Point) -> dict[float, set[str]]:
    """All days and hours that each value is told of, by whoever tells one; as hours where an hour is told."""
    days: dict[float, set[str]] = {}
    for statement in point.statements:
        days.setdefault(statement.low or 0.0, set()).update(_days_of(case, statement))
    return {value: {day for day in own if _HOUR_MARK in day} or own for value, own in days.items()}


def _days_of(case: Case, statement: Statement) -> set[str]:
    """The days or hours told in the sentence of a statement; what closed did so in the evening of its day."""
    sentence = case.sentence_of(statement.report, statement.span)
    words = case.text_of(statement.report, sentence)
    dateline = _DATELINE.match(words)
    start = sentence.start + (dateline.end() if dateline else 0)
    told = {
        day
        for time in case.readings[statement.report].times
        if time.type in ("date", "time") and start <= time.span.start < sentence.end
        if not _SAID.search(case.text_of(statement.report, Span(start, max(start, time.span.start))) + " ")
        if (day := _to_day(time.value, case.story.happened_on))
    }
    if _CLOSED.search(words) and not any(_HOUR_MARK in day for day in told):
        own = (case.moment_of(statement.report) or "")[:DAY]
        return {f"{day[:DAY]}{CLOSING}" for day in told or ({own} if own else set())}
    return told


def are_of_other_days(days: Mapping[float, set[str]]) -> bool:
    """Whether no two values are told of one day or hour."""
    return len(days) > 1 and all(days.values()) and all(_are_apart(*pair) for pair in combinations(days.values(), 2))


def are_of_one_day(days: Mapping[float, set[str]]) -> bool:
    """Whether all values are told of one and the same day, and of no other."""
    return len(days) > 1 and len(frozenset().union(*days.values())) == 1


def find_turns(steps: Iterable[tuple[tuple[str, str], float]]) -> frozenset[bool]:
    """Whether values rise (true), fall (false) or do both from each moment to each later one."""
    told = list(steps)
    return frozenset(
        before < after for (t, before) in told for (u, after) in told if _is_earlier(t, u) and before != after
    )


def by_hour(moment: str) -> tuple[str, str]:
    """The day and the time of day; midnight to the second is no time but a day."""
    day, _, hour = moment.partition("T")
    return day, "" if hour.startswith("00:00:00") else hour


def _to_day(value: str, happened_on: str | None) -> str | None:
    """The day and hour that a time tells; a weekday is that next to the story's own day, a day without a year of it."""
    if value[:YEAR].isdigit():
        return value[:HOUR] if len(value) >= MONTH else None
    story = PartialDate.from_edtf((happened_on or "")[:DAY])
    if story is None or not story.is_day:
        return None
    hour = value[DAY:HOUR]
    if _WEEKDAY.match(value):
        ahead = (int(value[len("XXXX-WXX-")]) - story.first.isoweekday() + 1) % WEEK - 1
        return f"{story.first + timedelta(days=ahead)}{hour}"
    return f"{story.first.year}{value[YEAR:DAY]}{hour}" if value[YEAR:DAY].replace("-", "").isdigit() else None


def _are_apart(one: set[str], other: set[str]) -> bool:
    """Whether no day or hour of the one is, or lies in, one of the other."""
    return not any(a.startswith(b) or b.startswith(a) for a in one for b in other)


def _is_earlier(one: tuple[str, str], other: tuple[str, str]) -> bool:
    return one[0] < other[0] or (one[0] == other[0] and bool(one[1] and other[1]) and one[1] < other[1])
