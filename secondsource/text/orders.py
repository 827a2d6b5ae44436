"""Orders: what comes first told with a later moment than what follows it: "elected in June and sworn in in May"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from secondsource.text.intervals import MOMENT, abstract
from secondsource.text.lexicon import load_lexicon
from secondsource.text.moments import Moment, find_moments

_CLAUSE = rf"[^{MOMENT}.;:?!“”\"]"
_JOINED = (
    rf"(?:,?\s(?:and|but|then|only\sto\sbe|where)\s{_CLAUSE}{{0,40}}|,\s{_CLAUSE}{{0,20}}"
    r"|\.\s(?:It|He|She|They)\s(?:had\s|was\s|were\s|has\s|been\s|then\s|only\s){0,3})"
)


@dataclass(frozen=True, slots=True)
class Disorder:
    """At text[start:end], what comes `earlier` is told of a later moment than what comes `later`, in its words."""

    start: int
    end: int
    earlier: str
    later: str


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    forms = []
    for row in load_lexicon("courses")["order"]:
        one, other = (r"\b(?:" + "|".join(row[side]) + ")" for side in ("earlier", "later"))
        on = rf"(?:(?:{_CLAUSE}{{0,40}}\s|\s)(?:on|in|at)\s|(?<=dated)\s)"
        for first, second, a, b in ((one, other, "a", "b"), (other, one, "b", "a")):
            forms.append(rf"{first}{on}(?P<{a}>{MOMENT}){_JOINED}{second}{on}(?P<{b}>{MOMENT})")
    return tuple(re.compile(form) for form in forms)


def find_disorders(text: str, year: int) -> Iterator[Disorder]:
    """Every pair of such moments in `text`, a paragraph; days without a year are taken to be of one, `year`."""
    moments = [moment for moment in find_moments(text) if moment.precision in ("day", "month", "year")]
    if len(moments) < 2:
        return
    signs, places = abstract(text, moments, ())
    for form in _forms():
        for found in form.finditer(signs):
            earlier, later = places[found.start("a")], places[found.start("b")]
            if isinstance(earlier, Moment) and isinstance(later, Moment) and _is_after(earlier, later, year):
                first, last = sorted((earlier, later), key=lambda one: one.start)
                yield Disorder(first.start, last.end, text[earlier.start : earlier.end], text[later.start : later.end])


def _is_after(one: Moment, other: Moment, year: int) -> bool:
    """Whether one moment lies wholly after the other."""
    if (one.year is None) != (other.year is None):
        return False
    days = one.days(year), other.days(year)
    return bool(days[0] and days[1] and days[0][0] > days[1][1])
