"""The body of a page's article, as trafilatura finds it."""

from copy import deepcopy
from functools import cache
from typing import TYPE_CHECKING, Any

from secondsource.stages.clean.containers import find_container, part_lump
from secondsource.stages.clean.prunings import prune

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

ENOUGH = 1_500
"""Characters of a body that is taken for whole without looking at what else the page has."""

CERTAIN = 3_000
"""Characters of a body from which trafilatura asks no more what share of the page it is."""

PAGE_SHARE = 0.2
"""Share of the page's characters under which trafilatura looks again for a shorter body."""

LEAST_BODY = 120
"""Characters under which a body is looked for the long way."""

BODY_SHARE = 0.3
"""Share of the characters in the page's paragraphs that a body has at least. On two public sets the long way is better
below this (recall .906 to .921 on the second half of pages) and no better above it."""

LUMP = 1_000
"""Characters of a paragraph that is longer than reports have."""

LONG_PARAGRAPH = 80
"""Characters of a paragraph that tells something."""


def find_body(tree: "HtmlElement", shown: int) -> "_Element | None":
    """The body that trafilatura finds on a page that shows so many characters.

    Its main rules alone are asked first, and all that it does besides only where they leave a doubt.
    """
    body = _find_clear(tree, shown)
    if body is None:
        body = _find_any(tree)
    return body if body is None or not _is_one_paragraph(body) else _part(tree, body)


def _part(tree: "HtmlElement", lump: "_Element") -> "_Element":
    """The body that is one paragraph, parted into the page's blocks where it was run together from several."""
    seen = deepcopy(tree)
    prune(seen)
    parted = find_container(seen) if _is_one_lump(lump) else None
    if parted is None:
        parted = part_lump(seen, "".join(lump.itertext()))
    return lump if parted is None else parted


def _find_clear(tree: "HtmlElement", shown: int) -> "_Element | None":
    """What trafilatura's main rules find; None where it would try its others."""
    from trafilatura.htmlprocessing import convert_tags, tree_cleaning
    from trafilatura.main_extractor import extract_content

    seen = deepcopy(tree)
    prune(seen)
    body: _Element
    try:
        seen = convert_tags(tree_cleaning(seen, _options()), _options())
        body, text = extract_content(seen, _options())
    except (TypeError, ValueError):
        return None
    return body if _is_clear(len(text), tree, shown) and not _is_one_lump(body) else None


def _is_clear(characters: int, tree: "HtmlElement", shown: int) -> bool:
    """Whether trafilatura would take a body of so many characters without trying its other rules."""
    if characters < (_options().min_extracted_size if characters >= PAGE_SHARE * shown else CERTAIN):
        return False
    return _is_whole(characters, tree)


@cache
def _options() -> Any:
    from trafilatura.settings import Extractor

    return Extractor(output_format="python", fast=True, comments=False)


def _find_any(tree: "HtmlElement") -> "_Element | None":
    """What trafilatura finds by its quick way, or by its long one where that leaves most of the page's paragraphs."""
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


def _is_one_lump(body: "_Element") -> bool:
    """Whether the body is one long paragraph: extractors that find no article hand out the page so, menus and all."""
    return _is_one_paragraph(body) and len("".join(body.itertext())) >= LUMP


def _is_one_paragraph(body: "_Element") -> bool:
    return len(body) == 1 and body[0].tag == "p"


def _is_whole(characters: int, tree: "HtmlElement") -> bool:
    return characters >= ENOUGH or characters >= max(LEAST_BODY, BODY_SHARE * _measure_paragraphs(tree))


def _measure_paragraphs(tree: "HtmlElement") -> int:
    """Characters in the page's paragraphs that are longer than a label."""
    lengths = (len("".join(paragraph.itertext())) for paragraph in tree.iter("p"))
    return sum(length for length in lengths if length >= LONG_PARAGRAPH)
