"""When a page was published and changed: from JSON-LD, meta elements, <time>, its address, its text, or htmldate."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from secondsource.model.reports import Credit
from secondsource.stages.clean.addressdays import day_in_figures, day_in_path
from secondsource.stages.clean.faintdays import CHANGE, COMMENT, FAR, GUESSED, LABELLED, SCRIPT, find_faint_day
from secondsource.stages.clean.landmarks import Landmarks
from secondsource.stages.clean.localdays import find_local_day
from secondsource.stages.clean.markup import Thing, texts_of
from secondsource.stages.clean.moments import is_doubtful, read_moment
from secondsource.stages.clean.stamps import read_moments, read_stamp
from secondsource.text.lexicon import load_lexicon

if TYPE_CHECKING:
    from lxml.html import HtmlElement

RIGHT_ABOVE = 12
"""Elements before the headline among which a date line is the article's: a kicker, a category, the day."""

NEAR = 150
"""Elements around the headline among which its date line stands."""

FIRST_WORDS = 5
"""Words of a line: a place, a weekday or a kind of text stand before its day ("Press release of 3 June 2031")."""

BESIDE = 30
"""Elements after the headline within which a <time> is its own even in a box labelled as the page's footer."""

DATE_LINE = "date line near the headline"
PATH = "day in the address's path"
MARKUP = frozenset(("JSON-LD datePublished", "meta", "itemprop datePublished", "loose meta"))
"""Where a page gives the day to machines alone."""

FAINT = frozenset(("loose meta", "day in a line"))
"""Places that give a day of something else as well."""

DRAFT_DAYS = 2
"""What machines are told may be when the report was begun: readers are shown the day it came out, up to two later."""

REISSUED_DAYS = 2
"""A path, as /2031/06/03/, keeps the day it was made; a report brought out again gets a later one elsewhere."""

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
    PATH: 2.0,
    "day in the address": 2.0,
    "loose meta": 1.2,
    "<time> beside the headline": 1.5,
    **dict.fromkeys((LABELLED, SCRIPT, CHANGE, COMMENT, FAR, GUESSED), 1.0),
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
    votes += _beside_headline(marks, headline_at) if {vote.place for vote in votes} <= FAINT else []
    votes += [] if votes else [Vote(credit, credit.read_from) for credit in find_faint_day(marks, tree, url)]
    published = _in_order(votes)
    updated = [*_updated(marks, article, metas)]
    return (*find_local_day(published, url), *published, *updated)


def _in_order(votes: Sequence[Vote]) -> tuple[Credit, ...]:
    """The credits, those for the best day first."""
    best = _best_day(votes)
    ordered = sorted(votes, key=lambda vote: best not in _days_of(vote))
    return tuple(dict.fromkeys(vote.credit for vote in ordered))


def _best_day(votes: Sequence[Vote]) -> str:
    """The weightiest day; that of the address where it is long before, that shown where it is right after the draft."""
    weights = _weigh(votes)
    best = max(weights, key=lambda day: weights[day], default="")
    supporters = {vote.place for vote in votes if best in _days_of(vote)}
    for vote in votes:
        if is_doubtful(vote.credit.value):
            continue
        later = _days_between(best, vote.credit.value)
        if vote.place == PATH and later < -REISSUED_DAYS:
            return vote.credit.value[:10]
        if vote.place == DATE_LINE and 0 < later <= DRAFT_DAYS and supporters <= MARKUP:
            return vote.credit.value[:10]
    return best


def _weigh(votes: Sequence[Vote]) -> dict[str, float]:
    """The weight of each day that was named, each kind of place counted once: for the first day it gives."""
    firsts: dict[str, Vote] = {}
    for vote in votes:
        firsts.setdefault(vote.place, vote)
    weights: dict[str, float] = {}
    for place, vote in sorted(firsts.items(), key=lambda one: is_doubtful(one[1].credit.value)):
        days = _days_of(vote)
        day = next((day for day in days if day in weights), days[0])
        weights[day] = weights.get(day, 0.0) + WEIGHTS[place]
    return weights


def _days_of(vote: Vote) -> tuple[str, ...]:
    """The day that a vote is for; both where its figures can be read in two ways."""
    return tuple(moment[:10] for moment in vote.credit.value.strip("[]").split(","))


def _days_between(day: str, moment: str) -> int:
    return (date.fromisoformat(moment[:10]) - date.fromisoformat(day)).days if day else 0


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
    address = url or marks.canonical or ""
    if day := day_in_path(address):
        yield Vote(Credit("published_at", day, "address"), PATH)
    elif day := day_in_figures(address):
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
        found = stamp or (read_moments(text) if _begins_with_day(text) else None)
        if found and found.published_at:
            place = "day near the headline" if stamp else "day in a line"
            yield Vote(Credit("published_at", found.published_at, place), place)
            return


def _begins_with_day(text: str) -> bool:
    """Whether a figure is among a line's first words or its last: it stands deeper in a sentence on something else."""
    words = text.split()
    return any(mark.isdigit() for word in (*words[:FIRST_WORDS], *words[-1:]) for mark in word[-1:] + word[:1])


def _beside_headline(marks: Landmarks, headline_at: int) -> Iterator[Vote]:
    """The <time> right under the headline in what is labelled a footer, and is one to the headline."""
    for at, text in marks.outer_times:
        if -RIGHT_ABOVE <= at - headline_at <= BESIDE:
            yield from _vote(text, "<time> beside the headline")
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
