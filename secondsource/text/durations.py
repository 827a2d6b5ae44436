"""Lengths of time told beside their two ends: "nine minutes, from 3.12 to 3.18", "fourteen days, 4–25 March"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from secondsource.text.calendars import number_forms
from secondsource.text.lengths import MONTH, YEAR, find_told_lengths

Measure = Literal["minutes", "days", "months", "years"]

MONTH_OF_DAYS = 30.4
_MEASURES: dict[float, tuple[Measure, float]] = {
    1: ("days", 1), 7: ("days", 7), 14: ("days", 14), MONTH: ("days", MONTH_OF_DAYS), YEAR: ("years", 1),
}  # fmt: skip
"""The units of days by their size, each with the measure that it is told in, and how many of that it has."""
HALF_DAY = 12 * 60
REACH = 50
"""Characters between a length and the two ends that belong to it."""

_NO_STAY = re.compile(
    r"[\s-](?:an?\s(?:day|night|week|month|year)|per|each|every|ago|later|earlier|before|after|since|old|of\sage|in\sprison|from\snow)",
    re.IGNORECASE,
)
"""Behind a length that does not last from one end to another."""
_NO_NUMBER = re.compile(r"(?:the|an?|(?:exactly|just|only)\san?)\s(?!fortnight\b)", re.IGNORECASE)
_END = re.compile(r"\d{1,2}[.:]\d\d(?:\s?[ap]\.?m\b)?|[A-Z][a-z]{2,8}\s\d{4}\b")
_OTHER_MATTER = re.compile(
    r"\b(?:after|within|every|each|than|another|last|past|next|first|further|other|previous|in\sthe|worst|largest"
    r"|biggest|most|again)\s(?:the\s|in\s|its\s)?$",
    re.IGNORECASE,
)
_WORD = re.compile(r"\s([a-z]{3,20})")
_MONTH_YEARS = re.compile(
    r"\b(?:from|between)\s(?P<m>[A-Z][a-z]{2,8})\s(?P<y>(?:19|20)\d\d)\s(?:to|until|till|and|through)\s"
    r"(?P<m2>[A-Z][a-z]{2,8})\s(?P<y2>(?:19|20)\d\d)\b"
)
_TERM = re.compile(
    r"\s(?:[a-z]+\s)?(?:term|terms|contract|mandate|lease|deal|plan|programme|program|tenure)\b", re.IGNORECASE
)
"""After a length of years, what runs for that length and no other."""
_CLOCK = re.compile(
    r"\b(?:from|between)\s(?P<h>\d{1,2})(?:[.:](?P<m>\d\d))?(?:\s?(?P<half>[ap])\.?m\b\.?)?\s?(?:to|until|till|and|[–-])\s?"
    r"(?P<h2>\d{1,2})(?:[.:](?P<m2>\d\d))?(?!\d|\s?(?:per|million|billion|%))(?:\s?(?P<half2>[ap])\.?m\b)?",
    re.IGNORECASE,
)
_MONTH_YEAR = r"(?:in|on|since)\s(?:(?P<{0}m>[A-Z][a-z]{{2,8}})\s)?(?P<{0}y>(?:1[5-9]|20)\d\d)\b"
_SPELL = re.compile(
    r"\b(?:began|begun|begins|started|starts|opened|appointed|elected|came|took\s\w{1,10}|joined|signed)\s"
    + _MONTH_YEAR.format("a")
    + r"[^.;]{0,60}?\b(?:ends?|ended|ending|expires?|expired|closes?|closed|finishe[sd]|runs\sout|ran\sout"
    r"|leaves\s\w{1,10}|left\s\w{1,10}|retire[sd]|resigned|stepp?(?:ed|s)\sdown)\s" + _MONTH_YEAR.format("b")
)
"""Something with a beginning and an end: "her term, which began in September 2019, ends in September 2026"."""
_YEARS = re.compile(
    r"(?:\b(?:from|between)\s(?P<a>(?:1[5-9]|20)\d\d)\s(?:to|until|till|and|through)\s|\b(?P<b>(?:1[5-9]|20)\d\d)\s?[–-]\s?)"
    r"(?P<until>(?:1[5-9]|20)\d\d)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Duration:
    """A length told for what lies between two ends, at text[start:end].

    `told` is its words, `noun` the word behind them, `ends` those of the ends. In `measure`, `between` lies between the
    ends, and `length` is told; `is_possible` says whether that fits, as roughly as it is told.
    """

    start: int
    end: int
    told: str
    noun: str
    ends: str
    measure: Measure
    length: float
    between: float
    is_possible: bool


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time at text[start:end], of `amount` in its measure; `noun` is the word behind it, or empty."""

    start: int
    end: int
    measure: Measure
    amount: float
    noun: str


@dataclass(frozen=True, slots=True)
class _Ends:
    start: int
    end: int
    measure: Measure
    between: float


@dataclass(frozen=True, slots=True)
class _Length:
    start: int
    end: int
    measure: Measure
    amount: float
    unit: float
    least: float
    most: float


def find_durations(sentence: str) -> Iterator[Duration]:
    """Every length of the sentence that stands beside two ends of its kind: at most one for each pair of ends."""
    lengths = list(_find_lengths(sentence))
    for ends in _find_ends(sentence):
        fellows = lengths if ends.measure != "months" else list(_in_months(lengths))
        beside = [one for one in fellows if one.measure == ends.measure and _belongs(sentence, one, ends)]
        found = [_hold(sentence, one, ends) for one in beside]
        if found:
            yield next((one for one in found if one.is_possible), found[0])


def fits_elsewhere(sentence: str, wrong: Duration) -> bool:
    """Whether a sentence has one of the ends of a wrong length, and a length of time that fits them."""
    ends = [end for end in _END.findall(wrong.ends) if len(end) > 3]
    if not any(re.search(rf"(?<![\w.:]){re.escape(end)}(?!\w)", sentence) for end in ends):
        return False
    lengths = list(_find_lengths(sentence, of_any_kind=True))
    fellows = list(_in_months(lengths)) if wrong.measure == "months" else lengths
    slack = {"minutes": 15.0, "months": 1.0}.get(wrong.measure, 0.0)
    return any(
        one.measure == wrong.measure
        and abs(one.amount - wrong.between) <= max(slack, one.unit / 2 if wrong.measure == "months" else 0.0)
        for one in fellows
    )


def _in_months(lengths: Sequence[_Length]) -> Iterator[_Length]:
    """The lengths of months and years, in months."""
    for one in lengths:
        if one.measure == "years":
            yield _scaled(one, "months", 12)
        elif one.unit == MONTH_OF_DAYS:
            yield _scaled(one, "months", 1 / MONTH_OF_DAYS)


def _scaled(one: _Length, measure: Measure, factor: float) -> _Length:
    amounts = (value * factor for value in (one.amount, one.unit, one.least, one.most))
    return _Length(one.start, one.end, measure, *amounts)


def find_lengths(sentence: str) -> Iterator[Length]:
    """Every length of the sentence."""
    for one in _find_lengths(sentence):
        noun = _WORD.match(sentence, one.end)
        yield Length(one.start, one.end, one.measure, one.amount, noun[1] if noun else "")


def _hold(sentence: str, told: _Length, ends: _Ends) -> Duration:
    """Whether a length fits: both ends may be counted in or neither, but for a term of years.

    A length in weeks or hours is as coarse as half its unit.
    """
    is_term = ends.measure == "years" and _TERM.match(sentence, told.end) is not None
    low, high = (ends.between, ends.between) if is_term else (ends.between - 1, ends.between + 1)
    slack = told.unit / 2 if told.unit != 1 else 0.0
    fits = low - slack <= told.most and told.least <= high + slack
    start, end = min(told.start, ends.start), max(told.end, ends.end)
    noun = _WORD.match(sentence, told.end)
    words = sentence[told.start : told.end], noun[1] if noun else "", sentence[ends.start : ends.end]
    return Duration(start, end, *words, ends.measure, told.amount, ends.between, fits)


def _belongs(sentence: str, told: _Length, ends: _Ends) -> bool:
    between = sentence[told.end : ends.start] if told.start < ends.start else sentence[ends.end : told.start]
    return len(between) <= REACH and ";" not in between


def _find_lengths(sentence: str, *, of_any_kind: bool = False) -> Iterator[_Length]:
    """The lengths that last from one end to another; all lengths, if those `of_any_kind` are wanted."""
    for told in find_told_lengths(sentence):
        words, before = sentence[told.start : told.end], sentence[max(0, told.start - 24) : told.start]
        if (_NO_NUMBER.match(words) and told.amount == 1) or told.size > YEAR:
            continue
        if not of_any_kind and (_OTHER_MATTER.search(before) or _NO_STAY.match(sentence, told.end)):
            continue
        measure, unit = _MEASURES[told.size] if told.scale == "days" else ("minutes", told.size)
        scale = YEAR if told.size == YEAR else told.size / unit
        length = told.amount * told.size
        least, most = (length, length) if told.is_plain else (told.least, told.most)
        yield _Length(told.start, told.end, measure, *(value / scale for value in (length, unit * scale, least, most)))


def _find_ends(sentence: str) -> Iterator[_Ends]:
    for found in _CLOCK.finditer(sentence):
        minutes = _between_hours(found)
        if minutes is not None:
            yield _Ends(*found.span(), "minutes", minutes)
    for found in _days().finditer(sentence):
        days = _between_days(found)
        if days is not None:
            yield _Ends(*found.span(), "days", days)
    for found in _YEARS.finditer(sentence):
        years = int(found["until"]) - int(found["a"] or found["b"])
        if years > 0:
            yield _Ends(*found.span(), "years", years)
    yield from _find_ends_in_months(sentence)


def _find_ends_in_months(sentence: str) -> Iterator[_Ends]:
    for found in _MONTH_YEARS.finditer(sentence):
        first, last = _months_of(found["m"]), _months_of(found["m2"])
        months_between = 12 * (int(found["y2"]) - int(found["y"])) + last - first
        if first and last and months_between > 0:
            yield _Ends(*found.span(), "months", months_between)
    for found in _SPELL.finditer(sentence):
        months = _months_of(found["am"]), _months_of(found["bm"])
        length = int(found["by"]) - int(found["ay"]) + (months[1] - months[0]) / 12 * all(months)
        if length > 0:
            yield _Ends(*found.span(), "years", round(length, 1))


def _months_of(name: str | None) -> int:
    return number_forms("months").get((name or "").lower(), 0)


def _between_hours(found: re.Match[str]) -> float | None:
    minutes = int(found["m"] or 0), int(found["m2"] or 0)
    first, second = int(found["h"]) * 60 + minutes[0], int(found["h2"]) * 60 + minutes[1]
    is_clock = (found["m"] and found["m2"]) or found["half"] or found["half2"]
    if not is_clock or max(minutes) > 59 or max(int(found["h"]), int(found["h2"])) > 24:
        return None
    if found["half"] and found["half2"]:
        first, second = first % HALF_DAY, second % HALF_DAY
        second += HALF_DAY * (found["half"].lower() != found["half2"].lower())
    return second - first if second >= first else second + HALF_DAY - first if second + HALF_DAY >= first else None


@cache
def _days() -> re.Pattern[str]:
    month = "|".join(sorted(map(re.escape, number_forms("months")), key=lambda form: (-len(form), form)))
    day, to = r"\d{1,2}(?:st|nd|rd|th)?", r"(?:\s(?:to|until|till|through|and)\s|\s?[–-]\s?)"
    return re.compile(
        rf"(?:\b(?P<lead>from|between)\s)?(?:the\s)?\b(?:(?P<d>{day})(?:\s(?P<month>{month}))?{to}(?:the\s)?(?P<d2>{day})\s(?P<month2>{month})"
        rf"|(?P<month3>{month})\s(?P<d3>{day}){to}(?:(?P<month4>{month})\s)?(?P<d4>{day}))\b",
        re.IGNORECASE,
    )


def _between_days(found: re.Match[str]) -> float | None:
    """Days from the first to the second, in a year of 365; "and" joins two ends only after "between"."""
    joint = re.search(r"\sand\s", found[0], re.IGNORECASE)
    if joint and (found["lead"] or "").lower() != "between":
        return None
    first_month = found["month"] or found["month2"] or found["month3"]
    second_month = found["month2"] or found["month4"] or found["month3"]
    try:
        first = date(2001, number_forms("months")[first_month.lower()], _number(found["d"] or found["d3"]))
        second = date(2001, number_forms("months")[second_month.lower()], _number(found["d2"] or found["d4"]))
    except ValueError:
        return None
    days = (second - first).days
    return days if days > 0 else days + 365


def _number(day: str) -> int:
    return int(re.sub(r"\D", "", day))
