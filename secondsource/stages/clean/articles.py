"""The article of a page: trafilatura finds the body; captions are put back in their places, furniture is cut."""

import re
from collections.abc import Collection, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from secondsource.model.reports import BlockKind
from secondsource.stages.clean.articleparts import LONGEST_LINK, sort_article
from secondsource.stages.clean.drafts import Draft, Part
from secondsource.stages.clean.leftovers import reason_of
from secondsource.stages.clean.markup import text_of
from secondsource.stages.clean.prunings import is_post, prune

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

OPENING_CHARACTERS = 6
"""Characters by which most elements are told from every part of the body."""

KEY_CHARACTERS = 60
"""By so many first characters a block of the body is found again in the page."""

ENOUGH = 1_500
"""Characters of a body that is taken for whole without looking at what else the page has."""

LEAST_BODY = 120
"""Characters under which a body is looked for the long way."""

BODY_SHARE = 0.3
"""Share of the characters in the page's paragraphs that a body has at least. On two public sets the long way is better
below this (recall .906 to .921 on the second half of pages) and no better above it."""

LONG_PARAGRAPH = 80
"""Characters of a paragraph that tells something."""

CAPTION_WORDS = (3, 120)
"""The shortest caption that says something, and the longest that agencies write."""

LINK_SHARE = 0.8
"""Share of an element's words inside links from which it leads elsewhere rather than tells something."""

BOXES = ("newsletter", "advertisement", "player label", "share buttons", "related reports", "cookie notice")
"""Reasons for which a box between an article's paragraphs is none of it."""

BOX_WORDS, BOX_LEVELS = 60, 4
"""A larger box holds the article itself, whatever its label; a box is no deeper around its words."""

BEFORE_BODY = 40
"""Blocks before the body's first among which the lead picture's caption stands."""

_KINDS: dict[str, BlockKind] = {
    "p": "paragraph",
    "head": "heading",
    "quote": "quote",
    "item": "list",
    "row": "list",
    "code": "paragraph",
}
_CAPTION_CLASS = re.compile(
    r"(?:^|[-_\s])(?:fig)?caption(?:$|[-_\s])|caption[-_]?text|image-?caption|photo-?caption", re.IGNORECASE
)
_SLIDE = re.compile(
    r"^(?:image|photo|slide|picture)?\s?\d{1,3}\s?(?:of|/)\s?\d{1,3}\s+|^image caption:?\s+", re.IGNORECASE
)
_BLOCKS = frozenset(
    (
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "blockquote",
        "td",
        "div",
        "figcaption",
        "dd",
        "dt",
        "pre",
        "span",
        "section",
        "article",
    )
)


def read_article(tree: "HtmlElement", title: str | None) -> Draft | None:
    """The article with its blocks, the credits in its own lines, and what was cut from within it; None without one."""
    body = _find_body(tree)
    if body is None:
        return None
    parts = [*_to_parts(body)]
    view = _look_up(tree, parts)
    return sort_article(_merge(parts, view), view.links, view.boxed, title)


def _find_body(tree: "HtmlElement") -> "_Element | None":
    """The body that trafilatura finds; by its quick way, unless that leaves most of the page's paragraphs."""
    import trafilatura

    body = None
    for fast in (True, False):
        seen = deepcopy(tree)
        prune(seen)
        found = trafilatura.bare_extraction(seen, include_comments=False, fast=fast)
        if found is not None and not isinstance(found, dict) and found.body is not None:
            body = found.body
            if _is_whole(len(found.text or ""), tree):
                break
    return body


def _is_whole(characters: int, tree: "HtmlElement") -> bool:
    return characters >= ENOUGH or characters >= max(LEAST_BODY, BODY_SHARE * _measure_paragraphs(tree))


def _measure_paragraphs(tree: "HtmlElement") -> int:
    """Characters in the page's paragraphs that are longer than a label."""
    lengths = (len("".join(paragraph.itertext())) for paragraph in tree.iter("p"))
    return sum(length for length in lengths if length >= LONG_PARAGRAPH)


@dataclass(slots=True)
class View:
    """The article's parts found again in the page: the captions after each part, and the parts that are links.

    `boxed` gives the reason why a part is none of the article's: the box on the page in which it stands.
    """

    placed: dict[int, list[str]] = field(default_factory=dict)
    captions: set[str] = field(default_factory=set)
    links: set[str] = field(default_factory=set)
    boxed: dict[str, str] = field(default_factory=dict)


def _to_parts(body: "_Element") -> Iterator[Part]:
    """The parts of the body: its elements, and the text that stands between them."""
    yield from _plain(body.text)
    for element in body:
        if element.tag in ("list", "table"):
            yield from _items(element)
        else:
            kind = _KINDS.get(str(element.tag), "paragraph")
            yield from (Part(kind, text) for text in _texts(element))
        yield from _plain(element.tail)


def _plain(text: str | None) -> Iterator[Part]:
    words = _join(text or "")
    if words:
        yield Part("paragraph", words)


def _items(element: "_Element") -> Iterator[Part]:
    for item in element:
        text = _join("".join(_pieces(item, " ")))
        if text:
            yield Part("list", text)


def _texts(element: "_Element") -> Iterator[str]:
    """The paragraphs in an element: an empty line between two line breaks begins a new one."""
    for piece in re.split(r"\n\s*\n", "".join(_pieces(element, "\n"))):
        text = _join(piece)
        if text:
            yield text


def _pieces(element: "_Element", line_break: str) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag == "lb":
            yield line_break
        elif child.tag in ("p", "item", "cell", "head", "quote"):
            yield "\n\n" if line_break == "\n" else " "
            yield from _pieces(child, line_break)
            yield "\n\n" if line_break == "\n" else " "
        else:
            yield from _pieces(child, line_break)
        yield child.tail or ""


def _join(text: str) -> str:
    return " ".join(text.split())


def _look_up(tree: "HtmlElement", parts: Sequence[Part]) -> View:
    """Walk the page beside the parts: note which captions stand among them, and which parts are nothing but links."""
    keys = {_key(part.text): number for number, part in reversed(list(enumerate(parts)))}
    openings = frozenset(key[:OPENING_CHARACTERS] for key in keys)
    view = View()
    current, blocks = -1, 0
    pending: list[tuple[int, str]] = []
    for element in tree.iter("*"):
        if element.tag not in _BLOCKS:
            continue
        if is_caption(element):
            text = _caption_text(element)
            if CAPTION_WORDS[0] <= len(text.split()) <= CAPTION_WORDS[1] and not any(
                text in known for known in view.captions
            ):
                view.captions.add(text)
                pending.append((blocks, text))
            continue
        number = keys.get(_key(_own_text(element))) if _begins(element, openings) else None
        blocks += 1
        if number is None:
            continue
        if _is_link(element, parts[number].text):
            view.links.add(parts[number].text)
        if (reason := _box_of(element) or _teaser_of(element)) is not None:
            view.boxed[parts[number].text] = reason
        if number > current:
            view.placed.setdefault(current, []).extend(
                text for at, text in pending if current >= 0 or blocks - at <= BEFORE_BODY
            )
            pending, current = [], number
    return view


def _begins(element: "HtmlElement", openings: Collection[str]) -> bool:
    """Whether the element's first words are those of some part: a quick look before it is read."""
    first = ""
    for piece in element.itertext():
        first += "".join(piece.lstrip()[: 4 * OPENING_CHARACTERS].split())
        if len(first) >= OPENING_CHARACTERS:
            return first[:OPENING_CHARACTERS] in openings
    return bool(first) and any(opening.startswith(first) for opening in openings)


def _box_of(element: "HtmlElement") -> str | None:
    """The reason for which the small labelled box around an element is none of the article; None without such a box."""
    box: HtmlElement | None = element
    for _ in range(BOX_LEVELS):
        if box is None or box.tag in ("body", "article", "main") or is_post(box):
            return None
        reason = reason_of(box)
        if reason in BOXES and len("".join(box.itertext()).split()) <= BOX_WORDS:
            return reason
        box = box.getparent()
    return None


def _teaser_of(element: "HtmlElement") -> str | None:
    """That an item of a list is a linked headline with its teaser; None for other items."""
    if element.tag != "li" or len("".join(element.itertext()).split()) > BOX_WORDS:
        return None
    headings = [heading for heading in element.iter("h2", "h3", "h4", "h5") if heading.find(".//a") is not None]
    return "related reports" if headings else None


def _is_link(element: "HtmlElement", text: str) -> bool:
    """Whether all words of an element but a few are a link's."""
    words = len(text.split())
    if words > LONGEST_LINK:
        return False
    linked = sum(len(text_of(link).split()) for link in element.iter("a") if link.get("href", "#")[:1] != "#")
    outer = any(link.get("href") for link in element.iterancestors("a"))
    return outer or (linked > 0 and linked >= LINK_SHARE * words)


def _merge(parts: Sequence[Part], view: View) -> list[Part]:
    inserted = {text for texts in view.placed.values() for text in texts}
    merged = [Part("caption", text) for text in view.placed.get(-1, ())]
    for number, part in enumerate(parts):
        if part.text not in inserted:
            merged.append(Part("caption", part.text) if part.text in view.captions else part)
        merged += (Part("caption", text) for text in view.placed.get(number, ()))
    return merged


def is_caption(element: "HtmlElement") -> bool:
    """Whether the element holds the words under a picture."""
    if element.tag == "figcaption":
        return True
    label = element.get("class") or ""
    return bool(label) and len(label) < 200 and bool(_CAPTION_CLASS.search(label))


def _caption_text(element: "HtmlElement") -> str:
    """The caption's words, those of its inner elements kept apart, without a slide's number before them."""
    return _SLIDE.sub("", _join(" ".join(element.itertext())))


def _own_text(element: "HtmlElement") -> str:
    """The beginning of the element's words, up to what the key needs."""
    pieces: list[str] = []
    size = 0
    for piece in element.itertext():
        pieces.append(piece)
        size += len(piece.strip())
        if size > 2 * KEY_CHARACTERS:
            break
    return "".join(pieces)


def _key(text: str) -> str:
    return "".join(text.split())[:KEY_CHARACTERS]
