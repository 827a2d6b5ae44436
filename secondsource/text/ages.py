"""Ages and births in text: "Jane Doe, 54", "the 54-year-old", "born in 1970"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from secondsource.text.lexicon import load_lexicon

OLDEST = 120
"""Nobody is known to have grown much older."""


@dataclass(frozen=True, slots=True)
class Age:
    """Somebody's age in full years."""

    start: int
    end: int
    years: int


@dataclass(frozen=True, slots=True)
class Birth:
    """When somebody was born: a year, and the month and day where they are written."""

    start: int
    end: int
    year: int
    month: int | None = None
    day: int | None = None


_AGE = re.compile(
    r"\b(?P<a>\d{1,3})[- ]years?[- ](?:old|of age)\b"
    r"|\baged?\s(?P<b>\d{1,3})\b"
    r"|\bwho\s(?:is|turned|turns)\s(?P<c>\d{1,3})(?=\s(?:and|on|in)\b|[,.;])"
    r"|(?<=[a-z]),\s(?P<d>\d{1,3})(?=,\s|\.(?:\s|$)|;)"
)


@cache
def _birth() -> re.Pattern[str]:
    month = "|".join(form for row in load_lexicon("calendar")["months"].values() for form in row["forms"])
    return re.compile(
        rf"\bborn\s(?:in|on)\s(?:(?:the\s)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s)?(?:(?P<month>{month})\.?\s)?"
        rf"(?:(?P<day2>\d{{1,2}}),?\s)?(?P<year>(?:18|19|20)\d\d)\b"
    )


def find_ages(text: str) -> Iterator[Age]:
    """Every age in `text`, in order; a bare number counts only between commas, as after a name."""
    for found in _AGE.finditer(text):
        years = int(found[found.lastgroup or "a"])
        if years <= OLDEST:
            yield Age(found.start(found.lastgroup or 0), found.end(), years)


def find_births(text: str) -> Iterator[Birth]:
    """Every "born in" or "born on" with a year, in order."""
    numbers = {form: row["number"] for row in load_lexicon("calendar")["months"].values() for form in row["forms"]}
    for found in _birth().finditer(text):
        day = found["day"] or found["day2"]
        month = numbers[found["month"]] if found["month"] else None
        yield Birth(found.start(), found.end(), int(found["year"]), month, int(day) if day and month else None)
