"""The body of an article as parts: its paragraphs, headings, quotations and items, in their order."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from secondsource.model.reports import BlockKind
from secondsource.stages.clean.drafts import Part

if TYPE_CHECKING:
    from lxml.etree import _Element

_KINDS: dict[str, BlockKind] = {
    "p": "paragraph",
    "head": "heading",
    "quote": "quote",
    "item": "list",
    "row": "list",
    "code": "paragraph",
}


def to_parts(body: "_Element") -> Iterator[Part]:
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
