"""The body of a page's article, as trafilatura finds it."""

from copy import deepcopy
from typing import TYPE_CHECKING

from secondsource.stages.clean.containers import find_container
from secondsource.stages.clean.prunings import prune

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

ENOUGH = 1_500
"""Characters of a body that is taken for whole without looking at what else the page has."""

LEAST_BODY = 120
"""Characters under which a body is looked for the long way."""

BODY_SHARE = 0.3
"""Share of the characters in the page's paragraphs that a body has at least. On two public sets the long way is better
below this (recall .906 to .921 on the second half of pages) and no better above it."""

LUMP = 1_000
"""Characters of a paragraph that is longer than reports have."""

LONG_PARAGRAPH = 80
"""Characters of a paragraph that tells something."""


def find_body(tree: "HtmlElement") -> "_Element | None":
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
    container = find_container(seen) if body is not None and _is_one_lump(body) else None
    return body if container is None else container


def _is_one_lump(body: "_Element") -> bool:
    """Whether the body is one long paragraph: extractors that find no article hand out the page so, menus and all."""
    return len(body) == 1 and body[0].tag == "p" and len("".join(body.itertext())) >= LUMP


def _is_whole(characters: int, tree: "HtmlElement") -> bool:
    return characters >= ENOUGH or characters >= max(LEAST_BODY, BODY_SHARE * _measure_paragraphs(tree))


def _measure_paragraphs(tree: "HtmlElement") -> int:
    """Characters in the page's paragraphs that are longer than a label."""
    lengths = (len("".join(paragraph.itertext())) for paragraph in tree.iter("p"))
    return sum(length for length in lengths if length >= LONG_PARAGRAPH)
