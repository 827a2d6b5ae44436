"""When a page was published and changed: from JSON-LD, meta elements, <time>, its address, its text, or htmldate."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from secondsource.model.reports import Credit
from secondsource.stages.clean.landmarks import Landmarks
from secondsource.stages.clean.markup import Thing, texts_of
from secondsource.stages.clean.moments import is_doubtful, read_moment
from secondsource.stages.clean.stamps import read_moments, read_stamp
from secondsource.text.lexicon import load_lexicon

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SLASHED_DAY = re.compile(r"/((?:19|20)\d\d)/(\d{1,2})/(\d{1,2})(?=/|$|-)")
_DASHED_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)")
_TIGHT_DAY = re.compile(r"(?<!\d)(20[0-3]\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")

SHOWN = ("address", "date line near the headline")
"""Where a page gives the day by its own clock."""

EAST_HOUR, WEST_HOUR = 11, 9
"""From this hour in UTC it is already tomorrow somewhere (Auckland); before that one still yesterday (Los Angeles)."""

NEAR = 150
"""Elements around the headline among which its date line stands."""


def find_moments(
    marks: Landmarks,
    article: Thing | None,
    metas: Mapping[str, list[str]],
    url: str | None,
    headline_at: int,
    tree: "HtmlElement",
) -> tuple[Credit, ...]:
    """Credits for the moment of publication and of the last change, the most telling source first."""
    published = [*_published(marks, article, metas, url, headline_at)]
    if not published:
        published = [*_guessed(tree, url)]
    updated = [*_updated(marks, article, metas)]
    return (*_shown_day(published), *published, *updated)


def _shown_day(published: Sequence[Credit]) -> tuple[Credit, ...]:
    """The day that the page shows its readers, where by some clock on Earth it is that of an instant in UTC."""
    if not published or not published[0].value.endswith("Z"):
        return ()
    day, hour = date.fromisoformat(published[0].value[:10]), int(published[0].value[11:13])
    for credit in published[1:]:
        if is_doubtful(credit.value):
            continue
        ahead = (date.fromisoformat(credit.value[:10]) - day).days
        if credit.read_from in SHOWN and ((ahead == 1 and hour >= EAST_HOUR) or (ahead == -1 and hour < WEST_HOUR)):
            return (Credit("published_at", credit.value[:10], credit.read_from),)
    return ()


def _published(
    marks: Landmarks, article: Thing | None, metas: Mapping[str, list[str]], url: str | None, headline_at: int
) -> Iterator[Credit]:
    if article:
        for text in texts_of(article.get("datePublished")) or texts_of(article.get("dateCreated")):
            yield from _credit("published_at", text, "JSON-LD datePublished")
    for key in load_lexicon("markup")["metas"]["published"]:
        for text in metas.get(key, ())[:1]:
            yield from _credit("published_at", text, f"meta {key}")
    yield from _from_elements(marks, headline_at)
    for key in load_lexicon("markup")["metas"]["loose"]:
        for text in metas.get(key, ())[:1]:
            yield from _credit("published_at", text, f"meta {key}")
    day = day_in_address(url or marks.canonical or "")
    if day:
        yield Credit("published_at", day, "address")


def _from_elements(marks: Landmarks, headline_at: int) -> Iterator[Credit]:
    times = sorted(marks.times, key=lambda one: abs(one[0] - headline_at))
    for _, text, how in times:
        if how in ("datepublished", "datecreated"):
            yield from _credit("published_at", text, "itemprop datePublished")
    for at, machine, text in times:
        if abs(at - headline_at) <= NEAR and text != "datemodified":
            yield from _credit("published_at", machine or text, "<time> near the headline")
    for at, text in marks.stamps:
        if abs(at - headline_at) <= NEAR:
            stamp = read_stamp(text) or read_moments(text)
            if stamp and stamp.published_at:
                yield Credit("published_at", stamp.published_at, "date line near the headline")


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


def _guessed(tree: "HtmlElement", url: str | None) -> Iterator[Credit]:
    """What htmldate makes of the rest of the page."""
    from copy import deepcopy

    from htmldate import find_date

    day = find_date(deepcopy(tree), original_date=True, extensive_search=True, url=url)
    if day and (moment := read_moment(day)):
        yield Credit("published_at", moment, "dates in the page")
