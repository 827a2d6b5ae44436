"""When a page was published and changed: from JSON-LD, meta elements, <time>, its address, its text, or htmldate."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from secondsource.model.reports import Credit
from secondsource.stages.clean.landmarks import Landmarks
from secondsource.stages.clean.markup import Thing, texts_of
from secondsource.stages.clean.moments import is_doubtful, read_moment, zone_of
from secondsource.stages.clean.stamps import read_labelled, read_moments, read_stamp
from secondsource.text.lexicon import load_lexicon

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SLASHED_DAY = re.compile(r"/((?:19|20)\d\d)/(\d{1,2})/(\d{1,2})(?=/|$|-)")
_DASHED_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)")
_TIGHT_DAY = re.compile(r"(?<!\d)(20[0-3]\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")

SHOWN = ("address", "date line near the headline", "day near the headline")
"""Where a page gives the day by its own clock."""

EAST_HOUR, WEST_HOUR = 13, 9
"""From this hour in UTC it is already tomorrow where many live (Sydney); before that one still yesterday (Los
Angeles)."""

RIGHT_ABOVE = 12
"""Elements before the headline among which a date line is the article's: a kicker, a category, the day."""

NEAR = 150
"""Elements around the headline among which its date line stands."""

GUESSED_DAY = "dates in the page"
"""Where a day was read that no place of the page is for."""

WEIGHTS = {
    "day near the headline": 1.5,
    "day in a line": 0.5,
    "JSON-LD datePublished": 3.0,
    "meta": 3.0,
    "itemprop datePublished": 3.0,
    "<time> near the headline": 1.5,
    "date line near the headline": 2.5,
    "date line right above the headline": 1.5,
    "date line above the headline": 1.0,
    "day in the address": 2.0,
    "loose meta": 1.2,
    "labelled day": 1.0,
    GUESSED_DAY: 1.5,
}
"""What each place's word on the day of publication weighs; a place that says it again adds nothing. Set by hand on the
513 pages of htmldate's evaluation that may be looked at."""


@dataclass(frozen=True, slots=True)
class Vote:
    """A moment that a page gives, and the kind of place that gives it (a key of WEIGHTS)."""

    credit: Credit
    place: str


def find_moments(
    marks: Landmarks,
    article: Thing | None,
    metas: Mapping[str, list[str]],
    url: str | None,
    headline_at: int,
    tree: "HtmlElement",
) -> tuple[Credit, ...]:
    """Credits for the moment of publication and of the last change, the most telling source first."""
    votes = [*_published(marks, article, metas, url, headline_at)]
    votes += _from_lines(marks, headline_at, votes)
    votes += [] if votes else _from_labels(marks)
    votes += [] if votes else _guessed(tree, url)
    published = _in_order(votes)
    updated = [*_updated(marks, article, metas)]
    zone = zone_of(url)
    local = _shown_day(published) if zone is None else _local_day(published, zone)
    return (*local, *published, *updated)


def _local_day(published: Sequence[Credit], zone: int) -> tuple[Credit, ...]:
    """The day in the country of the address, where an instant in UTC has another one and no clock of the page its own.

    A reader counts "today" and "Wednesday" by the day that the outlet printed.
    """
    if not published or not published[0].value.endswith("Z"):
        return ()
    instant = datetime.fromisoformat(published[0].value)
    day = (instant + timedelta(minutes=zone)).date().isoformat()
    shown = {credit.value[:10] for credit in published if credit.read_from in SHOWN}
    if day == published[0].value[:10] or published[0].value[:10] in shown:
        return ()
    return (Credit("published_at", day, f"{published[0].read_from}, by the clock of the country in the address"),)


def _weigh(votes: Sequence[Vote]) -> dict[str, float]:
    """The weight of each day that was named, each kind of place counted once: for the first day it gives."""
    firsts: dict[str, Vote] = {}
    for vote in votes:
        firsts.setdefault(vote.place, vote)
    weights: dict[str, float] = {}
    for place, vote in firsts.items():
        day = vote.credit.value[:10]
        weights[day] = weights.get(day, 0.0) + WEIGHTS[place]
    return weights


def _in_order(votes: Sequence[Vote]) -> tuple[Credit, ...]:
    """The credits, those for the weightiest day first."""
    weights = _weigh(votes)
    best = max(weights, key=lambda day: weights[day], default="")
    ordered = sorted(votes, key=lambda vote: vote.credit.value[:10] != best)
    return tuple(dict.fromkeys(vote.credit for vote in ordered))


def _shown_day(published: Sequence[Credit]) -> tuple[Credit, ...]:
    """The day that the page shows its readers, where by some clock on Earth it is that of an instant in UTC."""
    if not published or not published[0].value.endswith("Z"):
        return ()
    day, hour = date.fromisoformat(published[0].value[:10]), int(published[0].value[11:13])
    local = {credit.value[:10] for credit in published if not credit.value.endswith("Z") and "T" in credit.value}
    if day.isoformat() in local:
        return ()
    for credit in published[1:]:
        if is_doubtful(credit.value):
            continue
        ahead = (date.fromisoformat(credit.value[:10]) - day).days
        if credit.read_from in SHOWN and ((ahead == 1 and hour >= EAST_HOUR) or (ahead == -1 and hour < WEST_HOUR)):
            return (Credit("published_at", credit.value[:10], credit.read_from),)
    return ()


def _published(
    marks: Landmarks, article: Thing | None, metas: Mapping[str, list[str]], url: str | None, headline_at: int
) -> Iterator[Vote]:
    if article:
        for text in texts_of(article.get("datePublished")) or texts_of(article.get("dateCreated")):
            yield from _vote(text, "JSON-LD datePublished")
    for key in load_lexicon("markup")["metas"]["published"]:
        for text in metas.get(key, ())[:1]:
            yield from _vote(text, f"meta {key}", "meta")
    yield from _from_elements(marks, headline_at)
    for key in load_lexicon("markup")["metas"]["loose"]:
        for text in metas.get(key, ())[:1]:
            yield from _vote(text, f"meta {key}", "loose meta")
    day = day_in_address(url or marks.canonical or "")
    if day:
        yield Vote(Credit("published_at", day, "address"), "day in the address")


def _from_elements(marks: Landmarks, headline_at: int) -> Iterator[Vote]:
    """What stands near the headline, the nearest first and what is under it before what is above."""

    def distance(at: int) -> int:
        return at - headline_at if at >= headline_at else 2 * (headline_at - at)

    times = sorted(marks.times, key=lambda one: distance(one[0]))
    for _, text, how in times:
        if how in ("datepublished", "datecreated"):
            yield from _vote(text, "itemprop datePublished")
    for at, machine, text in times:
        if abs(at - headline_at) <= NEAR and text != "datemodified":
            yield from _vote(machine or text, "<time> near the headline")
    for at, text in _nearest(marks.stamps, headline_at):
        if abs(at - headline_at) <= NEAR:
            stamp = read_stamp(text) or read_moments(text)
            if stamp and stamp.published_at:
                place = _place_of_line(at - headline_at)
                yield Vote(Credit("published_at", stamp.published_at, place), place)


def _place_of_line(after: int) -> str:
    """The kind of place of a date line so many elements after the headline: the page's own, of today, is far above."""
    if after >= 0:
        return "date line near the headline"
    return "date line right above the headline" if after >= -RIGHT_ABOVE else "date line above the headline"


def _from_lines(marks: Landmarks, headline_at: int, votes: Sequence[Vote]) -> Iterator[Vote]:
    """The first day in a short unlabelled line near the headline, where no labelled one is; else only under it."""
    places = {vote.place for vote in votes}
    if "date line near the headline" in places:
        return
    is_above = not places.isdisjoint(("date line above the headline", "date line right above the headline"))
    first = headline_at if is_above else headline_at - NEAR
    for _, text in _nearest([one for one in marks.days if first <= one[0] <= headline_at + NEAR], headline_at):
        stamp = read_stamp(text)
        found = stamp or read_moments(text)
        if found and found.published_at:
            place = "day near the headline" if stamp else "day in a line"
            yield Vote(Credit("published_at", found.published_at, place), place)
            return


def _from_labels(marks: Landmarks) -> Iterator[Vote]:
    """The first day anywhere outside the page's frame before which a word calls it that of publication."""
    for _, text in marks.days:
        stamp = read_labelled(text)
        if stamp and stamp.published_at:
            yield Vote(Credit("published_at", stamp.published_at, "labelled day"), "labelled day")
            return


def _nearest(lines: Iterable[tuple[int, str]], headline_at: int) -> list[tuple[int, str]]:
    """Those nearest to the headline first, and what is under it before what is above."""
    return sorted(lines, key=lambda one: one[0] - headline_at if one[0] >= headline_at else 2 * (headline_at - one[0]))


def _updated(marks: Landmarks, article: Thing | None, metas: Mapping[str, list[str]]) -> Iterator[Credit]:
    if article:
        for text in texts_of(article.get("dateModified")):
            yield from _credit("updated_at", text, "JSON-LD dateModified")
    for key in load_lexicon("markup")["metas"]["updated"]:
        for text in metas.get(key, ())[:1]:
            yield from _credit("updated_at", text, f"meta {key}")
    for _, text, how in marks.times:
        if how == "datemodified":
            yield from _credit("updated_at", text, "itemprop dateModified")


def _vote(text: str, how: str, place: str | None = None) -> Iterator[Vote]:
    yield from (Vote(credit, place or how) for credit in _credit("published_at", text, how))


def _credit(field: str, text: str, how: str) -> Iterator[Credit]:
    moment = read_moment(text)
    if moment:
        yield Credit("updated_at" if field == "updated_at" else "published_at", moment, how)


def day_in_address(url: str) -> str | None:
    """The day in a page's address, as in /2031/06/03/ferry-aground; None when there is none."""
    for pattern in (_SLASHED_DAY, _DASHED_DAY, _TIGHT_DAY):
        found = pattern.search(url)
        if found:
            moment = read_moment(f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}")
            if moment:
                return moment
    return None


def _guessed(tree: "HtmlElement", url: str | None) -> Iterator[Vote]:
    """What htmldate makes of the page; its long search only where its quick one finds nothing."""
    from copy import deepcopy

    from htmldate import find_date

    for extensive in (False, True):
        day = find_date(deepcopy(tree), original_date=True, extensive_search=extensive, url=url)
        if day and (moment := read_moment(day)):
            yield Vote(Credit("published_at", moment, GUESSED_DAY), GUESSED_DAY)
            return
