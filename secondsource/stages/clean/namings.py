"""The elements of a page that name its author: by-lines, authors' cards, links to an author's page."""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import TYPE_CHECKING, Literal

from secondsource.stages.clean.labels import is_card, label_of, read_label
from secondsource.stages.clean.markup import text_of
from secondsource.text.lexicon import load_lexicon

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Way = Literal[
    "rel=author",
    "itemprop author",
    "author's card",
    "by-line element",
    "by-line",
    "line of publication",
    "author's link",
]
"""How an element names the author: by its markup, by its label, by its first words, or by where it leads."""

SHARP: frozenset[Way] = frozenset(("rel=author", "itemprop author", "author's card", "author's link"))
"""The ways of elements that hold a name and little else."""

_LABELS = load_lexicon("markup")["labels"]
_OPENINGS = tuple(_LABELS["opens"])
_ALONE = frozenset(opening.strip(" :") for opening in _OPENINGS)
_OPENINGS_ALONE = (*_OPENINGS, *(opening.rstrip() for opening in _OPENINGS if ":" in opening))
"""Words that begin a by-line, the name being in the next element or after this one."""

_PUBLICATIONS = tuple(_LABELS["publications"])
"""Words that begin a line which may name the author further on."""

_FIRST_LETTERS = frozenset(opening[0] for opening in (*_OPENINGS, *_PUBLICATIONS))

_PATHS = frozenset(_LABELS["paths"])
"""Pieces of the address of an author's page."""

_BEFORE = " \t\r\n\u00a0-–—|•·"
"""What may stand before a by-line's first word."""

LONGEST_OPENING = 40
"""Characters of an element's text by which a by-line is told, with the white space before it."""

PICTURE_LEVELS = 6
"""Elements between a picture and the name of whoever took it."""

LONGEST_BYLINE = 200
"""Characters of an element that may still be a by-line with roles, date and reading time."""

MOST_LINKS = 8
"""Links with names behind one label."""

LONGEST_LINK = 60
"""Characters of a link to an author's page that has his name."""


@dataclass(frozen=True, slots=True)
class Naming:
    """An element that may name the author: where it begins and ends among the page's elements, its words, its way."""

    at: int
    end: int
    text: str
    way: Way


def find_naming(at: int, element: "HtmlElement", label: str, signs: Collection[str]) -> Naming | None:
    """What an element with this label says of the author; None where it does not name any."""
    way = _way_of(element, label, signs)
    if way is None:
        return None
    if way == "by-line" and _is_label_alone(element):
        return _find_labelled(at, element)
    text = _parted_text_of(element).lstrip(_BEFORE)
    longest = LONGEST_LINK if way == "author's link" else LONGEST_BYLINE
    if not text or len(text) > longest or _is_of_other(element):
        return None
    return Naming(at, at + sum(1 for _ in element.iterdescendants("*")), text, way)


def _way_of(element: "HtmlElement", label: str, signs: Collection[str]) -> Way | None:
    rel, prop = element.get("rel", ""), element.get("itemprop", "")
    if (rel or prop) and "author" in (*rel.lower().split(), *prop.lower().split()):
        return "rel=author" if rel else "itemprop author"
    if "byline" in signs and "no_byline" not in signs:
        return "author's card" if is_card(label) else "by-line element"
    if text := element.text:
        opening = text[:LONGEST_OPENING].lstrip(_BEFORE).lower()
        if opening[:1] in _FIRST_LETTERS:
            if opening.startswith(_OPENINGS_ALONE) or opening.strip(_BEFORE) in _ALONE:
                return "by-line"
            if opening.startswith(_PUBLICATIONS):
                return "line of publication"
    is_link = element.tag == "a" and _leads_to_author(element.get("href", ""))
    return "author's link" if is_link and not _is_in_prose(element) else None


def _is_in_prose(element: "HtmlElement") -> bool:
    """Whether a link stands in a paragraph, which then speaks of somebody."""
    box = element.getparent()
    return box is not None and len(text_of(box)) > LONGEST_BYLINE


def _leads_to_author(address: str) -> bool:
    """Whether an address is that of an author's page: "/autor/ingrid-tarn", "/@tarn"."""
    *folders, last = address.rstrip("/").split("/")
    return last.startswith("@") or not _PATHS.isdisjoint(folders)


def _is_label_alone(element: "HtmlElement") -> bool:
    return not len(element) and " ".join((element.text or "").lower().split()).strip(_BEFORE + ":") in _ALONE


def _find_labelled(at: int, element: "HtmlElement") -> Naming | None:
    """The by-line whose label ("Autor:") is an element of its own, before the name, or before links with the names."""
    name = (element.tail or "").strip()
    following = list(islice(element.itersiblings(), MOST_LINKS)) if not name else []
    links = [*takewhile(lambda one: one.tag == "a", following)] or following[:1]
    name = " ".join((name or "".join(f"{text_of(one)}{_joint(one)}" for one in links)).split())
    if not name or len(name) > LONGEST_BYLINE:
        return None
    return Naming(at, at + len(links), f"{text_of(element).strip(_BEFORE + ':')}: {name}", "by-line")


def _joint(link: "HtmlElement") -> str:
    """What stands between a link and the next one, where it joins names."""
    between = (link.tail or "").strip()
    return (
        f"{between} " if between in (",", ";") else f" {between} " if between in ("and", "und", "y", "et", "&") else ""
    )


def _is_of_other(element: "HtmlElement") -> bool:
    """Whether the element stands in a quotation, in a picture's box or in that for its rights: others are named."""
    boxes = islice(element.iterancestors(), PICTURE_LEVELS)
    return any(
        box.tag in ("figure", "figcaption", "blockquote") or "rights" in read_label(label_of(box)) for box in boxes
    )


def _parted_text_of(element: "HtmlElement") -> str:
    """The element's words, a stroke between two pieces that only their elements keep apart: "Ann Ode", "Reporter"."""
    pieces: list[str] = []
    last = ""
    for piece in filter(None, element.itertext()):
        pieces += (" | ", piece) if last[-1:].isalnum() and _begins_anew(last, piece) else (piece,)
        last = piece
    return " ".join("".join(pieces).split())


def _begins_anew(last: str, piece: str) -> bool:
    """Whether a piece of text does not go on with the word before it, as after a drop capital or in "2nd"."""
    if piece[0].isdigit():
        return last[-1].isalpha()
    return piece[0].isupper() and not (last[-1].isupper() and " " not in last.strip())
