"""The lead of a page's article: what stands between its headline and its body and is told to the reader as its summary.

Extractors leave it out where the page labels it a teaser or sets it in the header, though it is the report's own.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from secondsource.stages.clean.captions import CAPTION_SCORE, score_caption
from secondsource.stages.clean.drafts import Part
from secondsource.stages.clean.lines import fold, to_line
from secondsource.stages.clean.pagecaptions import is_caption
from secondsource.stages.clean.pieces import Pieces
from secondsource.text.lexicon import load_lexicon

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LEAD_WORDS = (10, 120)
"""The shortest lead that tells something, and the longest: three times what editors allow."""

BODY_PARTS = 3
"""Parts of the body of which the first that is found in the page tells where the body begins."""

KEY_CHARACTERS = 40
"""By so many first characters a part of the body and a page's description are found again in the page."""

LABEL_LEVELS = 3
"""Elements around a lead in which its label stands."""

LONGEST_LABEL = 200
"""Characters. Longer labels are lists of style rules."""

REMEMBERED_LABELS = 4096
"""A site uses a few hundred labels, on all of its pages."""

LINKED_SHARE = 0.5
"""Share of words in links from which a paragraph leads elsewhere."""

LOOKED_AT = 40
"""Elements below a headline with the label or the first words of a lead; pages have one to three."""

MOST_PIECES = 100
"""Pieces of text in an element that may be a lead, links and emphasis in it."""

_OUTSIDE = frozenset(("aside", "nav", "footer", "form", "figure", "figcaption", "button", "ul", "ol", "table"))
_TEXTS = frozenset(("p", "h2", "h3", "h4", "div", "span", "strong", "b", "section"))
_HEADINGS = frozenset(("h1", "h2", "h3"))


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    labels = load_lexicon("markup")["labels"]
    pieces = "|".join(map(re.escape, labels["lead"]))
    words = "|".join(map(re.escape, labels["lead_alone"]))
    return re.compile(rf"{pieces}|(?<![a-z])(?:{words})(?![a-z])")


@lru_cache(maxsize=REMEMBERED_LABELS)
def _is_lead(label: str) -> bool:
    return len(label) <= LONGEST_LABEL and bool(_pattern().search(label.lower()))


def find_leads(words: Pieces, parts: Sequence[Part], title: str | None, descriptions: Sequence[str]) -> list[Part]:
    """The paragraphs of the lead, in their order, that are not among the `parts` of the body yet."""
    begins = {_key(part.text) for part in parts[:BODY_PARTS] if len(part.text) >= KEY_CHARACTERS}
    told = _squash(" ".join(part.text for part in parts))
    heads = {_key(text) for text in descriptions if len(text) >= KEY_CHARACTERS}
    is_below, looked = False, 0
    found: dict[str, Part] = {}
    for element in words.order:
        if element.tag in _HEADINGS and title and _is_title(words, element, title):
            found, is_below, looked = {}, True, 0
        if not is_below or element.tag not in _TEXTS:
            continue
        opening = words.opening(element, KEY_CHARACTERS)
        if opening in begins:
            return list(found.values())
        if len(opening) < KEY_CHARACTERS or opening in found or looked > LOOKED_AT:
            continue
        if not (opening in heads or _is_labelled(element)) or not _is_short(words, element):
            continue
        looked += 1
        text = words.of(words.starts[element], words.ends[element])
        if _squash(text) not in told and _is_told(element, text):
            outer = next((key for key, part in found.items() if text in part.text), opening)
            found.pop(outer, None)
            found[opening] = Part("paragraph", text)
    return []


def _is_title(words: Pieces, element: "HtmlElement", title: str) -> bool:
    return fold(words.of(words.starts[element], words.ends[element])) == fold(title)


def _is_short(words: Pieces, element: "HtmlElement") -> bool:
    return words.ends[element] - words.starts[element] <= MOST_PIECES


def _is_told(element: "HtmlElement", text: str) -> bool:
    """Whether the element is a paragraph as long as leads are, not of links, outside lists, figures and sidebars."""
    line = to_line(text)
    count = line.count
    if not LEAD_WORDS[0] <= count <= LEAD_WORDS[1] or not line.ends_sentence:
        return False
    if score_caption(line) >= CAPTION_SCORE or any(
        is_caption(box) for box in islice(element.iterancestors(), LABEL_LEVELS)
    ):
        return False
    if any(box.tag in _OUTSIDE for box in element.iterancestors()) or any(e.tag in _OUTSIDE for e in element.iter()):
        return False
    linked = sum(len("".join(link.itertext()).split()) for link in element.iter("a"))
    return linked < LINKED_SHARE * count and not any(ancestor.tag == "a" for ancestor in element.iterancestors())


def _is_labelled(element: "HtmlElement") -> bool:
    boxes = (element, *islice(element.iterancestors(), LABEL_LEVELS - 1))
    return any(_is_lead(f"{box.get('class', '')} {box.get('id', '')} {box.get('itemprop', '')}") for box in boxes)


def _key(text: str) -> str:
    return _squash(text)[:KEY_CHARACTERS]


def _squash(text: str) -> str:
    return "".join(text.split())
