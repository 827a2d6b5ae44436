"""The container with most of a page's running text, for pages on which nothing else tells article from menus."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import TYPE_CHECKING

from secondsource.stages.clean.pieces import Pieces

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

RUNNING = 40
"""Characters of a piece of text that is more than a label."""

MOST = 0.5
"""Share of the page's running text that the container holds directly; with less the article has several."""

LEAST_BLOCKS, TOLD = 2, 0.95
"""Blocks of a page that were run together into one paragraph, and the share of it that they hold at least."""

_UNSEEN = frozenset(("script", "style", "head", "template", "svg", "noscript", "option", "textarea", "select"))
_ASIDE = frozenset(("a", "nav", "footer", "form", "aside", "button"))
_PARAGRAPHS = frozenset(("p", "li", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"))
_BODY_TAGS = {
    **dict.fromkeys(("p", "figcaption", "li", "dd", "dt", "pre", "td", "th"), "p"),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "head"),
    "blockquote": "quote",
}
_BOXES = ("div", "section", "article", "main", "ul", "ol", "figure", "table", "tr", "dl")
_INLINE = frozenset(("b", "i", "em", "strong", "span", "u", "font", "small", "sub", "sup", "a", "abbr", "cite", "q"))


def find_container(tree: "HtmlElement") -> "_Element | None":
    """The running paragraphs of the element that has most of them directly in it, as a body; None without any."""
    from lxml.etree import Element, SubElement

    measured: dict[HtmlElement, int] = {}
    for element, text in _pieces(tree):
        if len(text.strip()) >= RUNNING:
            box = _box_of(element)
            measured[box] = measured.get(box, 0) + len(text.strip())
    if not measured:
        return None
    container = max(measured, key=lambda box: measured[box])
    if measured[container] < MOST * sum(measured.values()):
        return None
    body = Element("body")
    for paragraph in _paragraphs(container):
        if len(paragraph) >= RUNNING:
            SubElement(body, "p").text = paragraph
    return body if len(body) else None


def part_lump(tree: "HtmlElement", lump: str) -> "_Element | None":
    """The page's blocks that were run together into this paragraph, as a body; None where it is one alone."""
    from lxml.etree import Element, SubElement

    words = Pieces(tree)
    ends = [0, *accumulate(map(len, words.bare))]
    squashed = "".join(lump.split())
    at = "".join(words.bare).find(squashed)
    if at < 0:
        return None
    first, last = bisect_right(ends, at) - 1, bisect_left(ends, at + len(squashed))
    body, told, reached = Element("body"), 0, first
    for element in words.order:
        start, end = words.starts[element], words.ends[element]
        length = ends[end] - ends[start]
        if length and reached <= start < end <= last and not _holds_block(element):
            SubElement(body, _BODY_TAGS.get(str(element.tag), "p")).text = words.of(start, end)
            told, reached = told + length, end
    return body if len(body) >= LEAST_BLOCKS and told >= TOLD * len(squashed) else None


def _holds_block(element: "HtmlElement") -> bool:
    return next(element.iterdescendants(*_BODY_TAGS, *_BOXES), None) is not None


def _pieces(tree: "HtmlElement") -> Iterator[tuple["HtmlElement", str]]:
    """The pieces of text outside links, menus and forms, each with the element in which it stands directly."""
    from lxml.etree import iterwalk

    walker = iterwalk(tree, events=("start", "end"))
    for event, element in walker:
        if event == "start":
            if not isinstance(element.tag, str) or element.tag in _UNSEEN or element.tag in _ASIDE:
                walker.skip_subtree()
            elif element.text:
                yield element, element.text
        elif element.tail and (parent := element.getparent()) is not None:
            yield parent, element.tail


def _box_of(element: "HtmlElement") -> "HtmlElement":
    """The element that holds the paragraph of which `element` is, or is a piece."""
    box = element
    while (box.tag in _INLINE or box.tag in _PARAGRAPHS) and (parent := box.getparent()) is not None:
        box = parent
    return box


def _paragraphs(container: "HtmlElement") -> Iterator[str]:
    """The paragraphs directly in the container; line breaks and boxes part them."""
    pieces = [container.text or ""]
    for child in container:
        if isinstance(child.tag, str) and child.tag in _INLINE:
            pieces.append("".join(child.itertext()))
        else:
            yield " ".join("".join(pieces).split())
            pieces = []
            if isinstance(child.tag, str) and child.tag in _PARAGRAPHS:
                yield " ".join("".join(child.itertext()).split())
        pieces.append(child.tail or "")
    yield " ".join("".join(pieces).split())
