"""Moments: where a time expression is seen from, and what words like "last" and "next" ask for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from secondsource.model.readings import TimeType
from secondsource.stages.annotate.tenses import Tense
from secondsource.text.lexicon import load_lexicon

Value = tuple[TimeType, str]
"""What kind of time it is, and its EDTF or TIMEX value."""

Parts = Mapping[str, str]
"""The named pieces of an expression."""

UNKNOWN_DAY = "XXXX-XX-XX"

STEPS = {
    **dict.fromkeys(("last", "previous", "past", "this past", "prior", "preceding", "latest"), -1),
    **dict.fromkeys(("next", "coming", "upcoming", "following", "this coming"), 1),
}
"""How many weeks, months or years from the one that is: "last" is one back."""

YEAR_STEPS = {"last": -1, "next": 1}
"""How many years from the one that is, in "March of last year" and "next year's first quarter"."""

OF_DISCOURSE = frozenset(["following", "same", "that", "that same", "this same", "previous", "preceding"])
"""Words that count from the date last spoken of, not from the report's day."""


@dataclass(frozen=True, slots=True)
class Moment:
    """Where an expression is seen from: the report's day, the date last spoken of before it, the tense it stands in.

    `quarter` is the quarter last spoken of, which business reports compare with the one a year before.
    """

    anchor: date | None
    spoken_of: str | None = None
    tense: Tense | None = None
    quarter: str | None = None


@cache
def numbers_of(table: str) -> dict[str, int]:
    entries: Mapping[str, Any] = load_lexicon("calendar")[table]
    return {form.lower(): entry["number"] for entry in entries.values() for form in entry["forms"]}


def year_spoken_of(moment: Moment) -> str | None:
    """The year of the date last spoken of, which "that year" means, if that has one."""
    year = (moment.spoken_of or "")[:4]
    return year if year.isdigit() else None


def past_or_future(which: str) -> str:
    if which in ("last", "previous", "past", "this past", "prior", "preceding"):
        return "PAST_REF"
    return "FUTURE_REF" if which in ("next", "coming", "upcoming", "following") else "PRESENT_REF"
