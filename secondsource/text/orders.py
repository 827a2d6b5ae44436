"""Orders: what comes first told with a later moment than what follows it: "elected in June and sworn in in May"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from secondsource.text.intervals import MOMENT, abstract
from secondsource.text.lexicon import load_lexicon
from secondsource.text.moments import Moment, find_moments

_CLAUSE = rf"[^{MOMENT}.;:?!“”\"]"
_JOINED = (
    rf"(?:,?\s(?:and|but|then|only\sto\sbe|where)\s{_CLAUSE}{{0,40}}|,\s{_CLAUSE}{{0,20}}"
    r"|\.\s(?:It|He|She|They)\s(?:had\s|was\s|were\s|has\s|been\s|then\s|only\s){0,3})"
)
_NEXT = rf"{_CLAUSE}{{0,90}}[.;]\s(?:(?:But|And|Yet)\s)?"
"""From a moment to the sentence behind it that begins with what follows or came before, by its noun: "The reply …"."""
_OTHER = re.compile(
    r"\b(?:again|once\smore|second|third|another|earlier|previous|former|first(?!\s?-?stone)|had\snot|anniversary|years?\sbefore)\b",
    re.IGNORECASE,
)
"""Words by which the two may be of two things of one name."""
SAME_YEAR = timedelta(days=92)
"""A day without a year, so near to one that has it, is of the same year."""


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


@cache
def _paper_forms() -> tuple[re.Pattern[str], ...]:
    """The patterns of what is told by its noun in the sentence behind: "She wrote on @. The reply is dated @"."""
    forms = []
    for row in load_lexicon("courses")["paper"]:
        verbs, nouns = (r"\b(?:" + "|".join(row[part]) + ")" for part in ("verbs", "nouns"))
        first, second = ("a", "b") if row["is_later"] else ("b", "a")
        on = rf"{_CLAUSE}{{0,60}}\s(?:on|in)\s"
        dated = rf"(?:{_CLAUSE}{{0,140}}\s)?(?:on|in|dated|dates\sfrom|date\sof|is\sof|was\sof|is\sfrom)\s"
        forms.append(rf"{verbs}{on}(?P<{first}>{MOMENT}){_NEXT}{nouns}\b\s?,?{dated}(?P<{second}>{MOMENT})")
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
    for found in (found for form in _paper_forms() for found in form.finditer(signs)):
        earlier, later = places[found.start("a")], places[found.start("b")]
        if not isinstance(earlier, Moment) or not isinstance(later, Moment) or _OTHER.search(found[0]):
            continue
        if _is_after(earlier, later, year) or _is_shortly_after(earlier, later):
            first, last = sorted((earlier, later), key=lambda one: one.start)
            yield Disorder(first.start, last.end, text[earlier.start : earlier.end], text[later.start : later.end])


def _is_shortly_after(one: Moment, other: Moment) -> bool:
    """Whether one day lies shortly after another, of which only one has a year."""
    year = one.year or other.year
    if (one.year is None) == (other.year is None) or year is None or not one.precision == other.precision == "day":
        return False
    ours, theirs = one.days(year), other.days(year)
    return ours is not None and theirs is not None and timedelta(0) < ours[0] - theirs[0] <= SAME_YEAR


def _is_after(one: Moment, other: Moment, year: int) -> bool:
    """Whether one moment lies wholly after the other."""
    if (one.year is None) != (other.year is None):
        return False
    days = one.days(year), other.days(year)
    return bool(days[0] and days[1] and days[0][0] > days[1][1])
