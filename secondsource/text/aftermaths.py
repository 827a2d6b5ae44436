"""Aftermaths: "a day after the verdict", "two weeks before the vote": so many days between a day told and an event."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.text.numerals import to_number

LONGEST_EVENT = 120
"""Characters of the event that are kept: a clause, not a paragraph."""
DAYS_OF = {"day": 1, "week": 7}
_ROUGH = r"(?<!about )(?<!almost )(?<!nearly )(?<!than )(?<!least )(?<!some )(?<!around )(?<!roughly )(?<!just under )"
_AFTER = re.compile(
    rf"\b{_ROUGH}(?:just |only |exactly )?"
    r"(?P<number>\d{1,2}|an?|[a-z]{3,8}) (?P<unit>day|week)s? (?P<way>after|before) "
    r"(?=[\w“\"‘])(?!that\b|this\b|it\b|then\b|he\b|she\b|they\b)",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.;:!?,()\n“”\"]|\s[-–—]\s|\s(?:and|but|while)\s")
_LEAVE = re.compile(r"(?:[,(–—]|^)\s?$")
"""Between the day and the step: they stand in apposition, so that the one is counted from the other."""


@dataclass(frozen=True, slots=True)
class Aftermath:
    """At sentence[start:end], words that put something `days` after (or, below nought, before) the event they name.

    The event is at sentence[event_start:event_end]; `day_end` is where the day must end that is counted from.
    """

    start: int
    end: int
    days: int
    day_end: int
    event_start: int
    event_end: int


def find_aftermaths(sentence: str) -> Iterator[Aftermath]:
    """Every step of whole days or weeks that is set off by a comma, or begins the sentence, and names its event."""
    for found in _AFTER.finditer(sentence):
        number = found["number"].lower()
        amount = 1.0 if number in ("a", "an") else to_number(number)
        border = _LEAVE.search(sentence, max(0, found.start() - 3), found.start())
        if not amount or not border:
            continue
        stop = _ENDS.search(sentence, found.end(), found.end() + LONGEST_EVENT)
        end = stop.start() if stop else min(len(sentence), found.end() + LONGEST_EVENT)
        days = int(amount) * DAYS_OF[found["unit"].lower()] * (1 if found["way"].lower() == "after" else -1)
        yield Aftermath(found.start(), end, days, border.start(), found.end(), end)
