"""The article of a page: trafilatura finds the body; captions are put back in their places, leftover furniture is cut."""

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import TYPE_CHECKING

from secondsource.model.reports import BlockKind, Cut
from secondsource.stages.clean.drafts import Part
from secondsource.stages.clean.furniture import find_furniture
from secondsource.stages.clean.lines import Line, to_line
from secondsource.stages.clean.markup import text_of

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

KEY_CHARACTERS = 60
"""By so many first characters a block of the body is found again in the page."""

CAPTION_WORDS = (3, 120)
"""The shortest caption that says something, and the longest that agencies write."""

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


def read_article(tree: "HtmlElement", title: str | None) -> tuple[list[Part], list[Cut]]:
    """The article's parts in order, and what was cut from within it; no parts when there is no article."""
    import trafilatura

    found = trafilatura.bare_extraction(deepcopy(tree), include_comments=False, include_tables=True)
    if found is None or isinstance(found, dict) or found.body is None:
        return [], []
    parts = _with_captions(tree, [*_to_parts(found.body)])
    return _without_furniture(parts, title)


def _to_parts(body: "_Element") -> Iterator[Part]:
    for element in body:
        kind = _KINDS.get(str(element.tag))
        if element.tag in ("list", "table"):
            yield from _items(element)
        elif kind is not None or element.tag == "p":
            yield from (Part(kind or "paragraph", text) for text in _texts(element))
        else:
            yield from (Part("paragraph", text) for text in _texts(element))


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


def _with_captions(tree: "HtmlElement", parts: Sequence[Part]) -> list[Part]:
    """The parts with the captions of the pictures that stand among them, each in its place."""
    keys = {_key(part.text): number for number, part in reversed(list(enumerate(parts)))}
    placed: dict[int, list[str]] = {}
    captions: dict[str, int] = {}
    current, pending, blocks = -1, [], 0
    for element in tree.iter("*"):
        if element.tag not in _BLOCKS:
            continue
        if is_caption(element):
            text = _join(text_of(element))
            if CAPTION_WORDS[0] <= len(text.split()) <= CAPTION_WORDS[1] and text not in captions:
                captions[text] = current
                pending.append((blocks, text))
            continue
        number = keys.get(_key(_own_text(element)))
        blocks += 1
        if number is not None and number > current:
            placed.setdefault(current, []).extend(
                text for at, text in pending if current >= 0 or blocks - at <= BEFORE_BODY
            )
            pending, current = [], number
    return _merge(parts, placed, set(captions))


def _merge(parts: Sequence[Part], placed: dict[int, list[str]], captions: set[str]) -> list[Part]:
    merged = [Part("caption", text) for text in placed.get(-1, ())]
    for number, part in enumerate(parts):
        known = part.text in captions
        if not known or all(part.text not in texts for texts in placed.values()):
            merged.append(Part("caption", part.text) if known else part)
        merged += (Part("caption", text) for text in placed.get(number, ()))
    return merged


def is_caption(element: "HtmlElement") -> bool:
    """Whether the element holds the words under a picture."""
    if element.tag == "figcaption":
        return True
    label = element.get("class") or ""
    return bool(label) and len(label) < 200 and bool(_CAPTION_CLASS.search(label))


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


def _without_furniture(parts: Sequence[Part], title: str | None) -> tuple[list[Part], list[Cut]]:
    """The parts without the lines in them that are furniture by their words, and these as cuts."""
    kept: list[Part] = []
    cuts: list[Cut] = []
    for number, part in enumerate(parts):
        line = to_line(part.text)
        furniture = find_furniture(line) if part.kind != "caption" else None
        if furniture and not furniture.only_outside and not line.is_prose:
            cuts.append(Cut(part.text, furniture.reason))
        elif number == 0 and part.kind == "heading" and _is_title(line, title):
            kept.append(Part("title", part.text))
        else:
            kept.append(part)
    return kept, cuts


def _is_title(line: Line, title: str | None) -> bool:
    return title is not None and line.bare == to_line(title).bare
