"""Years back: how many years a text counts from an event to now, "its 50th anniversary", "the first in 12 years"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from secondsource.text.jubilees import find_jubilees
from secondsource.text.numerals import to_number

Sort = Literal["to the day", "kept", "first"]
FEWEST, MOST = 2, 1000
"""Years of a first: one year is counted in seasons as often, and no report counts further back."""
_COUNT = r"(?P<years>\d{1,3}|[a-z]{3,9}(?:[\s-][a-z]{3,5})?)"
_FIRST = re.compile(
    rf"\b(?i:(?:first|only)\s(?:[\w'’-]+\s){{0,9}}?in|for\sthe\sfirst\stime\sin|(?:no|not\sa)\s[^.;:,]{{3,80}}?\sin)\s{_COUNT}\syears\b"
)
_EVENT = re.compile(r"\sof\s((?:[\w'’-]+\s?){1,5})")
_ROUGH = re.compile(
    r"\b(?:almost|nearly|about|some|around|over|than|least|most|past|last|next|under|the)\s$", re.IGNORECASE
)
_BEGUN = re.compile(
    r"\b(?:founded|established|set\sup|built|inaugurated|launched|opened|incorporated|formed|created|chartered|charter|laid|consecrated"
    r"|first\s(?:night|held|played|staged|published|opened)|since|dates?\s(?:from|back))\b",
    re.IGNORECASE,
)
_LAST = re.compile(r"\b(?:last|previous|only\sother|latest|most\srecent|since)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class YearsBack:
    """At text[start:end], so many `years` from an event to now: claimed to the day, kept as a jubilee, or without one
    between the last and the first since. `event` is what a jubilee is said to be of, where it is: "its rescue".
    """

    start: int
    end: int
    years: int
    sort: Sort
    event: str = ""


def find_years_back(sentence: str) -> Iterator[YearsBack]:
    """Every such number of years of a sentence."""
    for jubilee in find_jubilees(sentence):
        if jubilee.is_anniversary or jubilee.is_to_day:
            sort: Sort = "kept" if jubilee.is_anniversary else "to the day"
            event = _EVENT.match(sentence, jubilee.end)
            yield YearsBack(jubilee.start, jubilee.end, jubilee.years, sort, event[1] if event else "")
    for found in _FIRST.finditer(sentence):
        years = to_number(found["years"].lower())
        if years and FEWEST <= years <= MOST and not _ROUGH.search(sentence[: found.start("years")]):
            yield YearsBack(*found.span(), int(years), "first")


def tells_beginning(sentence: str) -> bool:
    """Whether a sentence tells that something began: "opened its doors", "was founded"."""
    return _BEGUN.search(sentence) is not None


def tells_last(sentence: str) -> bool:
    """Whether a sentence tells of the last time before: "the only other triumph", "since"."""
    return _LAST.search(sentence) is not None
