"""A page's elements that credits are read from, gathered in one walk over its tree."""

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from secondsource.stages.clean.markup import text_of
from secondsource.text.lexicon import load_lexicon

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LABELS = load_lexicon("markup")["labels"]
_PIECES: tuple[tuple[str, tuple[str, ...]], ...] = tuple(
    (sign, tuple(_LABELS[sign])) for sign in ("byline", "no_byline", "dated", "outer", "making", "rights")
)
"""What a label says of its element, and the pieces one of which it then has."""

_ARTICLE_WORDS = r"post|entry|article|story|content"
_OWN = re.compile(rf"(?:{_ARTICLE_WORDS})[-_]{{0,2}}(?:footer|meta|header|info|byline)|byline|dateline")
"""Labels of an article's own head and foot, which are not the page's."""
_OWN_WORDS = ("footer", "meta", "header", "info", "line")

_META = re.compile(r"(?<![a-z])meta(?![a-z])")
_NAMED = frozenset(load_lexicon("markup")["labels"]["named"])
"""Labels of elements that hold a name and nothing else."""

REMEMBERED_LABELS = 4096
"""A site uses a few hundred labels, on all of its pages."""

_CHANGED = re.compile(r"updated|modified", re.IGNORECASE)
_FIRST = re.compile(r"publish|entry-date|posted", re.IGNORECASE)

_CREATED = re.compile(r"\b(?:schema:date(?:Published|Created)|dc:created)\b")
"""Properties of an element that hold the article's day, as microformats before schema.org's had <abbr> do."""

_UNSEEN = frozenset(("script", "style", "head", "title", "noscript", "meta", "link", "template"))
_OPENINGS = tuple(load_lexicon("markup")["labels"]["opens"])
_ALONE = frozenset(opening.strip(" :") for opening in _OPENINGS)
_OPENINGS_ALONE = (*_OPENINGS, *(opening.rstrip() for opening in _OPENINGS if ":" in opening))
"""Words that begin a by-line, the name being in the next element or after this one."""

_BEFORE = " \t\r\n\u00a0-–—|•·"
"""What may stand before a by-line's first word."""

LONGEST_OPENING = 40
"""Characters of an element's text by which a by-line is told, with the white space before it."""

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|(?<![\d.:])\d\d\.\d\d\.[0-3]\d(?![\d.:])")
_OTHER_YEAR = re.compile(r"[٢۲२২๒]\d{3}")
"""A year of this century in the digits of another script."""

PICTURE_LEVELS = 6
"""Elements between a picture and the name of whoever took it."""

BOX_LEVELS = 3
"""Elements between a name and the box for the article's making in which it stands."""

_ASIDE = frozenset(("aside", "footer", "nav", "form"))
_BOXES = frozenset(("div", "section", "ul", "ol", *_ASIDE))
_NONE: frozenset[str] = frozenset()
_NOTED = frozenset(("title", "h1", "h2", "h3", "link", "time"))
_UNTOLD = frozenset(
    ("html", "body", "head", "meta", "script", "style", "link", "input", "img", "form", "svg", "path", "figure")
)

LONGEST_BYLINE = 200
"""Characters of an element that may still be a by-line with roles, date and reading time."""

LEAST_DATE = 8
"""Characters of the shortest day in figures: 1.6.2031."""

LONGEST_SPACED = 600
"""Characters of a date line with the white space around it."""

LONGEST_DATE = 120
"""Characters of an element that may still be a date line."""


@dataclass(slots=True)
class Landmarks:
    """Headings, titles, by-line elements and dated elements of a page, each in document order with its position.

    `outer_times` stand in boxes that are not the article's. `days` are all short pieces of its text with a year,
    `lines` those with a year or in a box on its making. `shown` is what a reader sees of the page, `shown_inside` the
    same outside menus, sidebars, comments and footer, both in small letters.
    """

    title: str | None = None
    headings: list[tuple[int, str, "HtmlElement"]] = field(default_factory=list)
    bylines: list[tuple[int, str, str]] = field(default_factory=list)
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
        label = "" if tag in _UNTOLD else _label_of(element)
        signs = _read_label(label) if label else _NONE
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
            _note_labelled(marks, at, element, label, text or "")
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
    if element.tag not in ("nav", "form") and ("own" in signs or (element.tag == "aside" and "meta" in signs)):
        return False
    return (element.tag in _ASIDE or "outer" in signs) and element.find(".//h1") is None


def _label_of(element: "HtmlElement") -> str:
    return f"{element.get('class', '')} {element.get('id', '')}".strip()


@lru_cache(maxsize=REMEMBERED_LABELS)
def _read_label(label: str) -> frozenset[str]:
    """What a class and id say of an element."""
    lowered = label.lower()
    signs = []
    for sign, pieces in _PIECES:
        for piece in pieces:
            if piece in lowered:
                signs.append(sign)
                break
    signs += ["own"] if any(word in lowered for word in _OWN_WORDS) and _OWN.search(lowered) else []
    return frozenset(signs + (["meta"] if "meta" in lowered and _META.search(lowered) else []))


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


def _note_labelled(marks: Landmarks, at: int, element: "HtmlElement", label: str, text: str) -> None:
    """Note what an element with this label and first piece of text says by either, or by its attributes."""
    rel, prop = element.get("rel", ""), element.get("itemprop", "").lower()
    signs = _read_label(label) if label else _NONE
    if element.tag == "abbr" and "published" in label.split():
        marks.times.append((at, element.get("title", ""), "datepublished"))
    elif (told := element.get("property")) and _CREATED.search(told):
        marks.times.append((at, element.get("content", ""), "datecreated"))
    if prop in ("datepublished", "datemodified", "datecreated"):
        marks.times.append(
            (at, element.get("content") or element.get("datetime") or text_of(element)[:LONGEST_DATE], prop)
        )
    if (rel or prop) and "author" in (*rel.lower().split(), *prop.split()):
        _add(marks.bylines, at, element, "rel=author" if rel else "itemprop author")
    elif "byline" in signs and "no_byline" not in signs:
        _add(marks.bylines, at, element, "author's card" if _is_card(label) else "by-line element")
    elif text and (opening := text[:LONGEST_OPENING].lstrip(_BEFORE).lower()).startswith(_OPENINGS_ALONE):
        is_label = " ".join(opening.split()).strip(" :") in _ALONE and not len(element)
        (_add_labelled if is_label else _add_line)(marks.bylines, at, element)
    if "dated" in signs and 6 <= len(dated := text_of(element)) <= LONGEST_DATE:
        marks.stamps.append((at, dated))


def _is_of_picture(element: "HtmlElement") -> bool:
    """Whether the element stands in a picture's box or in that for its rights: who is named there took it."""
    boxes = islice(element.iterancestors(), PICTURE_LEVELS)
    return any(box.tag in ("figure", "figcaption") or "rights" in _read_label(_label_of(box)) for box in boxes)


def _parted_text_of(element: "HtmlElement") -> str:
    """The element's words, a stroke between two pieces that only their elements keep apart: "Ann Ode", "Reporter"."""
    pieces: list[str] = []
    last = ""
    for piece in filter(None, element.itertext()):
        pieces += (" | ", piece) if last.isalnum() and not last.isupper() and piece[0].isupper() else (piece,)
        last = piece[-1]
    return " ".join("".join(pieces).split())


def _is_card(label: str) -> bool:
    """Whether a label says that the element is nothing but the author's name."""
    return "vcard" in label or not _NAMED.isdisjoint(label.lower().split())


def _add_labelled(bylines: list[tuple[int, str, str]], at: int, element: "HtmlElement") -> None:
    """Add the by-line whose label ("Autor:") is an element of its own, before the name."""
    following = element.getnext()
    name = (element.tail or "").strip() or (text_of(following) if following is not None else "")
    if text_of(element).strip(_BEFORE + ":").lower() in _ALONE and name and len(name) <= LONGEST_BYLINE:
        bylines.append((at, f"{text_of(element).strip(_BEFORE + ':')}: {' '.join(name.split())}", "by-line"))


def _add_line(bylines: list[tuple[int, str, str]], at: int, element: "HtmlElement") -> None:
    _add(bylines, at, element, "by-line")


def _add(bylines: list[tuple[int, str, str]], at: int, element: "HtmlElement", how: str) -> None:
    text = _parted_text_of(element).lstrip(_BEFORE)
    if text and len(text) <= LONGEST_BYLINE and not _is_of_picture(element):
        bylines.append((at, text, how))
