"""The article's parts found again in the page: captions among them, parts that are links, parts in boxes."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from secondsource.stages.clean.articleparts import LONGEST_LINK
from secondsource.stages.clean.drafts import Part
from secondsource.stages.clean.leftovers import reason_of
from secondsource.stages.clean.markup import text_of
from secondsource.stages.clean.pagecaptions import is_caption, read_caption
from secondsource.stages.clean.pieces import Pieces
from secondsource.stages.clean.prunings import is_post

if TYPE_CHECKING:
    from lxml.html import HtmlElement

OPENING_CHARACTERS = 6
"""Characters by which most elements are told from every part of the body."""

KEY_CHARACTERS = 60
"""By so many first characters a block of the body is found again in the page."""

LINK_SHARE = 0.8
"""Share of an element's words inside links from which it leads elsewhere rather than tells something."""

LEAST_ROW = 2
"""Links in a paragraph longer than a link that is a row of them."""

BOXES = (
    "newsletter",
    "advertisement",
    "player label",
    "share buttons",
    "related reports",
    "cookie notice",
    "tags",
    "reader comments",
    "byline",
    "photo credit",
)
"""Reasons for which a box between an article's paragraphs is none of it."""

BOX_WORDS, BOX_LEVELS = 60, 4
"""A larger box holds the article itself, whatever its label; a box is no deeper around its words."""

BEFORE_BODY = 40
"""Blocks before the body's first among which the lead picture's caption stands."""

LEAST_CAPTIONS, RIGHT_BEHIND = 4, 2
"""Captions of an article that is told by its pictures, and blocks behind its last part within which its last one is."""

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
        "address",
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


@dataclass(slots=True)
class View:
    """The article's parts found again in the page: the captions after each part, and the parts that are links.

    `boxed` gives the reason why a part is none of the article's: the box on the page in which it stands.
    """

    placed: dict[int, list[str]] = field(default_factory=dict)
    captions: set[str] = field(default_factory=set)
    links: set[str] = field(default_factory=set)
    boxed: dict[str, str] = field(default_factory=dict)


def look_up(words: Pieces, parts: Sequence[Part]) -> View:
    """Walk the page beside the parts: note which captions stand among them, and which parts are nothing but links."""
    keys = {_key(part.text): number for number, part in reversed(list(enumerate(parts)))}
    openings = frozenset(key[:OPENING_CHARACTERS] for key in keys)
    view = View()
    current, blocks, reached = -1, 0, 0
    pending: list[tuple[int, str]] = []
    for element in words.order:
        if element.tag not in _BLOCKS:
            continue
        if is_caption(element):
            text = read_caption(element)
            if text and not any(text in known for known in view.captions):
                view.captions.add(text)
                pending.append((blocks, text))
            continue
        opening = words.opening(element, OPENING_CHARACTERS)
        number = keys.get(words.opening(element, KEY_CHARACTERS)) if opening in openings else None
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
            pending, current, reached = [], number, blocks
    if len(view.captions) - len(pending) >= LEAST_CAPTIONS:
        view.placed.setdefault(current, []).extend(text for at, text in pending if at <= reached + RIGHT_BEHIND)
    return view


def _box_of(element: "HtmlElement") -> str | None:
    """The reason for which the small labelled box around an element is none of the article; None without such a box."""
    box: HtmlElement | None = element
    for _ in range(BOX_LEVELS):
        if box is None or box.tag in ("body", "article", "main") or is_post(box):
            return None
        reason = reason_of(box)
        if reason in BOXES and len("".join(box.itertext()).split()) <= BOX_WORDS:
            return None if any(map(is_post, box.iter("blockquote"))) else reason
        box = box.getparent()
    return None


def _teaser_of(element: "HtmlElement") -> str | None:
    """That an item of a list is a linked headline with its teaser; None for other items."""
    if element.tag != "li" or len("".join(element.itertext()).split()) > BOX_WORDS:
        return None
    headings = [heading for heading in element.iter("h2", "h3", "h4", "h5") if heading.find(".//a") is not None]
    return "related reports" if headings else None


def _is_link(element: "HtmlElement", text: str) -> bool:
    """Whether all words of an element but a few are a link's, or, of a longer one, those of several links."""
    words = len(text.split())
    links = [link for link in element.iter("a") if link.get("href", "#")[:1] != "#"]
    if words > LONGEST_LINK and len(links) < LEAST_ROW:
        return False
    linked = sum(len(text_of(link).split()) for link in links)
    if words > LONGEST_LINK:
        return linked >= LINK_SHARE * words and len(text_of(element).split()) <= linked / LINK_SHARE
    outer = any(link.get("href") for link in element.iterancestors("a"))
    return outer or (linked > 0 and linked >= LINK_SHARE * words)


def merge(parts: Sequence[Part], view: View) -> list[Part]:
    inserted = {text for texts in view.placed.values() for text in texts}
    merged = [Part("caption", text) for text in view.placed.get(-1, ())]
    for number, part in enumerate(parts):
        if part.text not in inserted:
            merged.append(Part("caption", part.text) if part.text in view.captions else part)
        merged += (Part("caption", text) for text in view.placed.get(number, ()))
    return merged


def _key(text: str) -> str:
    return "".join(text.split())[:KEY_CHARACTERS]
