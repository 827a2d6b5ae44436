"""What the classes and ids of a page's elements say of them: a by-line, a date, a box that is not the article's."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from secondsource.text.lexicon import load_lexicon

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LABELS = load_lexicon("markup")["labels"]
_PIECES: tuple[tuple[str, tuple[str, ...]], ...] = tuple(
    (sign, tuple(_LABELS[sign])) for sign in ("byline", "no_byline", "dated", "outer", "foot", "making", "rights")
)
"""What a label says of its element, and the pieces one of which it then has."""

_ARTICLE_WORDS = r"post|entry|article|story|content"
_OWN = re.compile(rf"(?:{_ARTICLE_WORDS})[-_]{{0,2}}(?:footer|meta|header|info|byline)|byline|dateline")
"""Labels of an article's own head and foot, which are not the page's."""
_OWN_WORDS = ("footer", "meta", "header", "info", "line")

_META = re.compile(r"(?<![a-z])meta(?![a-z])")
_BUILT = tuple(_LABELS["built"])
_IN_BUILT = "widget"
"""What all of them have in them."""

_NAMED = frozenset(_LABELS["named"])
"""Labels of elements that hold a name and nothing else."""

REMEMBERED_LABELS = 4096
"""A site uses a few hundred labels, on all of its pages."""


def label_of(element: "HtmlElement") -> str:
    """The element's class and id; empty where it has none."""
    return f"{element.get('class', '')} {element.get('id', '')}".strip()


@lru_cache(maxsize=REMEMBERED_LABELS)
def read_label(label: str) -> frozenset[str]:
    """What a class and id say of an element."""
    lowered = label.lower()
    for piece in _BUILT if _IN_BUILT in lowered else ():
        lowered = lowered.replace(piece, "")
    signs = []
    for sign, pieces in _PIECES:
        for piece in pieces:
            if piece in lowered:
                signs.append(sign)
                break
    signs += ["own"] if any(word in lowered for word in _OWN_WORDS) and _OWN.search(lowered) else []
    return frozenset(signs + (["meta"] if "meta" in lowered and _META.search(lowered) else []))


def is_card(label: str) -> bool:
    """Whether a label says that the element is nothing but the author's name."""
    return "vcard" in label or not _NAMED.isdisjoint(label.lower().split())
