"""Anniversaries: words by which a text says that so many whole years lie between two events."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.text.numerals import to_number

LONGEST_EVENT = 160
"""Characters of the earlier event that are kept: a clause, not a paragraph."""

MOST_YEARS = 3000
"""Older than what reports count back to in years."""

_NUMBER = (
    r"(?:\d{1,4}|(?:a\s|one\s)?hundred|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine))?"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|eighteen|nineteen|an?)"
)
_EXACT = r"exactly|precisely"
_LINK = r"after|since|before|from\s{1,2}when|from"
_SINCE = re.compile(
    rf"(?<![\w.,$])(?:(?P<exact>{_EXACT})\s{{1,3}}|(?P<loose>about|almost|nearly|some|more\sthan|over|around|roughly"
    rf"|less\sthan|at\sleast|just\sover|just\sunder|under)\s{{1,3}})?(?P<number>{_NUMBER})[\s-]{{1,3}}years?(?:\s(?:had|have)\s(?:gone\sby|passed|elapsed))?"
    rf"(?P<day>,?\s{{1,3}}to\s{{1,2}}the\s{{1,2}}(?:very\s{{1,2}})?day,?)?\s{{1,3}}(?P<link>{_LINK})\s{{1,3}}",
    re.IGNORECASE,
)
_SO_LONG_BEFORE = re.compile(
    rf"\b(?:since|when|after)\s(?P<event>[^,.;:()\n]{{8,{LONGEST_EVENT}}}?),?\s(?P<number>{_NUMBER})\syears\s"
    r"to\sthe\s(?:very\s)?day\s(?:before|earlier)\b",
    re.IGNORECASE,
)
"""The event told first: "since the steamer sank 75 years to the day before"."""
_NTH = re.compile(
    r"(?<![\w.,$])(?P<number>\d{1,4})(?:st|nd|rd|th)\s{1,3}anniversary\s{1,3}of\s{1,3}",
    re.IGNORECASE,
)
_CLAUSE_ENDS = re.compile(r"[.;:!?,()\n“”\"]|\s[-–—]\s")


@dataclass(frozen=True, slots=True)
class Anniversary:
    """A distance of whole years between two events, at text[start:end].

    `years` is the distance; `is_exact` whether the words claim it to the day ("exactly", "precisely", "to the day", "on
    the 10th anniversary"); `is_before` whether the named event is the later one ("two years before the war").
    The named event, "his last visit to the port", is at text[event_start:event_end].
    """

    start: int
    end: int
    years: int
    is_exact: bool
    is_before: bool
    event_start: int
    event_end: int


def find_anniversaries(text: str) -> tuple[Anniversary, ...]:
    """Every "24 years to the day since …", "exactly 24 years after …", "10th anniversary of …", in text order.

    Loose distances ("24 years after …") are found too, with `is_exact` false; those that the text itself calls rough
    ("about 24 years after …") are not.
    """
    return tuple(sorted(_find(text), key=lambda one: one.start))


def _find(text: str) -> Iterator[Anniversary]:
    for found in _SINCE.finditer(text):
        number = found["number"].lower()
        years = 1.0 if number in ("a", "an") else to_number(number)
        if years is None or found["loose"] or not 0 < years <= MOST_YEARS:
            continue
        exact = bool(found["exact"] or found["day"])
        yield _to_anniversary(text, found, int(years), exact, found["link"].lower() == "before")
    for found in _SO_LONG_BEFORE.finditer(text):
        years = to_number(found["number"].lower())
        if years:
            yield Anniversary(found.start("number"), found.end(), int(years), True, False, *found.span("event"))
    for found in _NTH.finditer(text):
        if 0 < int(found["number"]) <= MOST_YEARS:
            yield _to_anniversary(text, found, int(found["number"]), True, False)


def _to_anniversary(text: str, found: re.Match[str], years: int, exact: bool, before: bool) -> Anniversary:
    start = found.end()
    stop = _CLAUSE_ENDS.search(text, start, start + LONGEST_EVENT)
    end = stop.start() if stop else min(len(text), start + LONGEST_EVENT)
    words_end = found.start() + len(found[0].rstrip())
    return Anniversary(found.start(), words_end, years, exact, before, start, end)
