"""Days of pages that give none in the places made for it: labels anywhere, scripts, the first comment, htmldate."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from secondsource.model.reports import Credit
from secondsource.stages.clean.headdays import HEAD
from secondsource.stages.clean.landmarks import Landmarks, has_day
from secondsource.stages.clean.moments import read_moment
from secondsource.stages.clean.stamps import read_change, read_labelled, read_stamp

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LABELLED, SCRIPT, CHANGE, COMMENT, FAR, GUESSED = (
    "labelled day",
    "script datePublished",
    "day of the last change",
    "day of the first comment",
    "date line far from the headline",
    "dates in the page",
)
"""Where a day is read that no better place gives; the last, where no place of the page is for one."""

SUGGESTED = frozenset((COMMENT, FAR, GUESSED, HEAD))
"""Of these, the places that only suggest a day: a whole dateline goes before them."""

LARGEST_SCRIPT = 200_000
"""Characters of a script in which a day is looked for."""

MOST_DATED = 1000
"""Pieces of text with a year that are looked at; the most of 559 saved pages is 266."""

LEVELS = 3
"""Elements around a piece of text whose labels tell what it is."""

_UNSEEN = frozenset(("script", "style", "noscript", "template"))
_SCRIPTED = re.compile(
    r'"(?:datePublished|dateCreated|publishedAt|published_at|publicationDate)"\s{0,3}:\s{0,3}"([^"]{8,40})"'
)


def find_faint_day(marks: Landmarks, tree: "HtmlElement", url: str | None) -> Iterator[Credit]:
    """The day in the first of these places that gives one."""
    dated = ((text, element) for element in tree.iter("*") if element.tag not in _UNSEEN for text in _texts_of(element))
    texts = [*islice(dated, MOST_DATED)]
    for text in (*(text for _, text in marks.days), *(text for text, _ in texts)):
        if (stamp := read_labelled(text)) and stamp.published_at:
            yield Credit("published_at", stamp.published_at, LABELLED)
            return
    for places in (
        _in_scripts(tree),
        _changed(texts),
        _commented(texts),
        _guessed(tree, url),
        _far(marks),
        _guessed(tree, url, is_long=True),
    ):
        if found := next(places, None):
            yield found
            return


def _texts_of(element: "HtmlElement") -> Iterator[str]:
    for text in (element.text, element.tail):
        if text and has_day(text):
            yield text


def _in_scripts(tree: "HtmlElement") -> Iterator[Credit]:
    for script in tree.iter("script"):
        if (told := _SCRIPTED.search(script.text or "", 0, LARGEST_SCRIPT)) and (moment := read_moment(told[1])):
            yield Credit("published_at", moment, SCRIPT)


def _changed(texts: list[tuple[str, "HtmlElement"]]) -> Iterator[Credit]:
    """What a page without a day of publication says of its last change: a page of a wiki has no other day."""
    for text, element in texts:
        moment = read_change(text) or (read_moment(text) if _is_in(element, "lastmod") else None)
        if moment:
            yield Credit("published_at", moment, CHANGE)


def _commented(texts: list[tuple[str, "HtmlElement"]]) -> Iterator[Credit]:
    """The day of the first comment: a thread begins with it, and an article is hardly older."""
    for text, element in texts:
        if _is_in(element, "comment") and (stamp := read_stamp(text)) and stamp.published_at:
            yield Credit("published_at", stamp.published_at, COMMENT)


def _is_in(element: "HtmlElement", piece: str) -> bool:
    boxes = (element, *islice(element.iterancestors(), LEVELS))
    return any(piece in f"{box.get('class', '')} {box.get('id', '')}".lower() for box in boxes)


def _far(marks: Landmarks) -> Iterator[Credit]:
    """The first line of the page that is a date line and nothing else."""
    for _, text in sorted([*marks.stamps, *marks.days]):
        if (stamp := read_stamp(text)) and stamp.published_at:
            yield Credit("published_at", stamp.published_at, FAR)


def _guessed(tree: "HtmlElement", url: str | None, *, is_long: bool = False) -> Iterator[Credit]:
    """What a search of htmldate finds: the quick one reads the places made for days, the long one everything.

    A day in the address of a script, a style sheet or another page is not the article's, and the first of January
    stands for a year alone.
    """
    from copy import deepcopy

    from htmldate import find_date

    bare = deepcopy(tree)
    for element in bare.iter("a", "link", "script") if is_long else ():
        if element.get("rel") != "canonical":
            element.attrib.pop("href", None)
            element.attrib.pop("src", None)
    day = find_date(bare, original_date=True, extensive_search=is_long, url=url)
    if day and not (is_long and day.endswith("-01-01")) and (moment := read_moment(day)):
        yield Credit("published_at", moment, GUESSED)
