"""A page's elements that credits are read from, gathered in one walk over its tree."""

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from secondsource.stages.clean.labels import label_of, read_label
from secondsource.stages.clean.markup import text_of
from secondsource.stages.clean.namings import Naming, find_naming

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CHANGED = re.compile(r"updated|modified", re.IGNORECASE)
_FIRST = re.compile(r"publish|entry-date|posted", re.IGNORECASE)

_CREATED = re.compile(r"\b(?:schema:date(?:Published|Created)|dc:created)\b")
"""Properties of an element that hold the article's day, as microformats before schema.org's had <abbr> do."""

_UNSEEN = frozenset(("script", "style", "head", "title", "noscript", "meta", "link", "template"))
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|(?<![\d.:])\d\d\.\d\d\.[0-3]\d(?![\d.:])")
_OTHER_YEAR = re.compile(r"[٢۲२২๒]\d{3}")
"""A year of this century in the digits of another script."""

BOX_LEVELS = 3
"""Elements between a name and the box for the article's making in which it stands."""

_ASIDE = frozenset(("aside", "footer", "nav", "form"))
_BOXES = frozenset(("div", "section", "ul", "ol", *_ASIDE))
_HEAD = frozenset(("meta", "byline"))
"""Signs of a box beside the article that is its head."""

_NONE: frozenset[str] = frozenset()
_NOTED = frozenset(("title", "h1", "h2", "h3", "link", "time"))
_UNTOLD = frozenset(
    ("html", "body", "head", "meta", "script", "style", "link", "input", "img", "form", "svg", "path", "figure")
)

LEAST_DATE = 8
"""Characters of the shortest day in figures: 1.6.2031."""

LONGEST_SPACED = 600
"""Characters of a date line with the white space around it."""

LONGEST_DATE = 120
"""Characters of an element that may still be a date line."""


@dataclass(slots=True)
class Landmarks:
    """Headings, titles, namings and dated elements of a page, each in document order with its position.

    `outer_times` stand in boxes that are not the article's. `days` are all short pieces of its text with a year,
    `lines` those with a year or in a box on its making. `shown` is what a reader sees of the page, `shown_inside` the
    same outside menus, sidebars, comments and footer, both in small letters.
    """

    title: str | None = None
    headings: list[tuple[int, str, "HtmlElement"]] = field(default_factory=list)
    namings: list[Naming] = field(default_factory=list)
    times: list[tuple[int, str, str]] = field(default_factory=list)
    outer_times: list[tuple[int, str]] = field(default_factory=list)
    stamps: list[tuple[int, str]] = field(default_factory=list)
    days: list[tuple[int, str]] = field(default_factory=list)
    lines: list[tuple[int, str]] = field(default_factory=list)
    canonical: str | None = None
    shown: str = ""
    shown_inside: str = ""
    language: str | None = None


def find_landmarks(tree: "HtmlElement") -> Landmarks:
    """Walk the page once and note what its credits may be read from."""
    marks = Landmarks(language=tree.get("lang"))
    outer: set[HtmlElement] = set()
    making: set[HtmlElement] = set()
    shown: list[str] = []
    inside: list[str] = []
    for at, element in enumerate(tree.iter("*")):
        tag = element.tag
        text, tail = element.text, element.tail
        words = () if tag in _UNSEEN else [piece for piece in (text, tail) if piece and not piece.isspace()]
        shown += words
        if (is_outer := element.getparent() in outer) and tag != "h1":
            outer.add(element)
            if tag == "time":
                marks.outer_times.append((at, element.get("datetime") or text_of(element)))
            continue
        label = "" if tag in _UNTOLD else label_of(element)
        signs = read_label(label) if label else _NONE
        if is_outer or (tag in _BOXES and _is_outer(element, signs)):
            outer.add(element)
            if tag != "h1":
                continue
        if "making" in signs:
            making.add(element)
        inside += words
        marks.days += [(at, piece) for piece in words if has_day(piece)]
        if tag in _NOTED:
            _note(marks, at, element)
        if tag not in _UNTOLD:
            _note_labelled(marks, at, element, label, signs)
            if text and 4 < len(text) <= LONGEST_DATE and not len(element):
                _note_line(marks, at, element, making)
    marks.shown, marks.shown_inside = _even(shown), _even(inside)
    return marks


def has_day(text: str) -> bool:
    """Whether a short piece of text has a year in it."""
    if not LEAST_DATE <= len(text) <= LONGEST_SPACED:
        return False
    if "20" in text or "19" in text or text.count(".") > 1:
        return len(text.strip()) <= LONGEST_DATE and bool(_YEAR.search(text))
    return not text.isascii() and len(text.strip()) <= LONGEST_DATE and bool(_OTHER_YEAR.search(text))


def _even(pieces: list[str]) -> str:
    return " ".join(" ".join(pieces).lower().split())


def _is_outer(element: "HtmlElement", signs: frozenset[str]) -> bool:
    """Whether a box holds what is not the article: a sidebar, the comments, related reports."""
    tag = element.tag
    if tag not in ("nav", "form") and ("own" in signs or (tag == "aside" and not signs.isdisjoint(_HEAD))):
        return False
    is_foot = tag == "footer" or "foot" in signs
    is_box = (tag in _ASIDE and tag != "footer") or "outer" in signs
    if not (is_box or is_foot) or (not is_box and _is_in_article(element)):
        return False
    return element.find(".//h1") is None


def _is_in_article(element: "HtmlElement") -> bool:
    """Whether a foot is that of the article rather than of the page."""
    return any(box.tag == "article" and box.find(".//h1") is not None for box in element.iterancestors())


def _note(marks: Landmarks, at: int, element: "HtmlElement") -> None:
    tag = element.tag
    if tag == "title" and marks.title is None:
        marks.title = text_of(element) or None
    elif tag in ("h1", "h2", "h3"):
        marks.headings.append((at, text_of(element), element))
    elif tag == "link" and (element.get("rel") or "").lower() == "canonical":
        marks.canonical = marks.canonical or element.get("href")
    elif tag == "time":
        kind = element.get("class", "")
        changed = _CHANGED.search(kind) and not _FIRST.search(kind)
        marks.times.append((at, element.get("datetime") or "", "datemodified" if changed else text_of(element)))


def _note_line(marks: Landmarks, at: int, element: "HtmlElement", making: Collection["HtmlElement"]) -> None:
    """Note an element with one short line without a full stop that has a year or is in a box on the `making`."""
    line = " ".join((element.text or "").split())
    if line[-1:] not in ".!?" and (
        _YEAR.search(line) or any(box in making for box in islice(element.iterancestors(), BOX_LEVELS))
    ):
        marks.lines.append((at, line))


def _note_labelled(marks: Landmarks, at: int, element: "HtmlElement", label: str, signs: frozenset[str]) -> None:
    """Note what an element says by its label, its attributes or its first words."""
    prop = element.get("itemprop", "").lower()
    if element.tag == "abbr" and "published" in label.split():
        marks.times.append((at, element.get("title", ""), "datepublished"))
    elif (told := element.get("property")) and _CREATED.search(told):
        marks.times.append((at, element.get("content", ""), "datecreated"))
    if prop in ("datepublished", "datemodified", "datecreated"):
        marks.times.append(
            (at, element.get("content") or element.get("datetime") or text_of(element)[:LONGEST_DATE], prop)
        )
    if naming := find_naming(at, element, label, signs):
        marks.namings.append(naming)
    if "dated" in signs and 6 <= len(dated := text_of(element)) <= LONGEST_DATE:
        marks.stamps.append((at, dated))
