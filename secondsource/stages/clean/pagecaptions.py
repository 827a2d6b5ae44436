"""Captions on pages: the words under a picture, without its number and the credit of whoever took it."""

import re
from typing import TYPE_CHECKING

from secondsource.stages.clean.markup import text_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LONGEST_LABEL = 200
"""Characters of a class; longer ones are lists of style rules."""

CAPTION_WORDS = (3, 120)
"""The shortest caption that says something, and the longest that agencies write."""

REPEATED = 20
"""Characters by which the second telling of a caption is recognised."""

LINKED_CAPTION = 0.5
"""Share of a caption's words in links from which it is none: names and places are linked, sentences are not."""

_CAPTION_CLASS = re.compile(
    r"(?:^|[-_\s])(?:fig)?caption(?:$|[-_\s])|caption[-_]?text|image-?caption|photo-?caption", re.IGNORECASE
)
_CREDIT_CLASS = re.compile(r"credit|copyright|photographer|attribution", re.IGNORECASE)
_CREDITED = ("span", "div", "p", "cite", "small", "em", "i", "a")
_SLIDE = re.compile(
    r"^(?:image|photo|slide|picture)?\s?\d{1,3}\s?(?:of|/)\s?\d{1,3}\s+|^(?:image|media|photo|video) caption:?\s+",
    re.IGNORECASE,
)


def is_caption(element: "HtmlElement") -> bool:
    """Whether the element holds the words under a picture."""
    if element.tag == "figcaption":
        return True
    label = element.get("class") or ""
    return len(label) < LONGEST_LABEL and "caption" in label.lower() and bool(_CAPTION_CLASS.search(label))


def read_caption(element: "HtmlElement") -> str | None:
    """The caption's words; None where they say nothing, are no caption's, or are links to other reports."""
    text = _text_without_credit(element)
    if not CAPTION_WORDS[0] <= len(text.split()) <= CAPTION_WORDS[1] or _is_of_links(element, text):
        return None
    return text


def _text_without_credit(element: "HtmlElement") -> str:
    """The words of the inner elements kept apart; a caption that is a credit as a whole keeps it."""
    credited = {inner for box in element.iter(*_CREDITED) if _is_credit(box) for inner in box.iter()}
    credited = set() if element in credited else credited
    pieces = [text for inner in element.iter() for text in _shown(inner, element, credited) if text]
    return _once(_SLIDE.sub("", " ".join(" ".join(pieces).split())))


def _once(text: str) -> str:
    """The caption without its repetition, where the markup has a short and a long one for narrow and wide screens."""
    begins = text[:REPEATED]
    again = text.find(begins, REPEATED) if len(text) > REPEATED else -1
    first, second = text[:again].rstrip(), text[again:]
    if again < 0 or not (second.startswith(first.rstrip(". …")) or first.startswith(second.rstrip(". …"))):
        return text
    return max(first, second, key=len)


def _shown(inner: "HtmlElement", caption: "HtmlElement", credited: set["HtmlElement"]) -> tuple[str | None, ...]:
    parent = inner.getparent()
    text = inner.text if inner not in credited and isinstance(inner.tag, str) else None
    return (text, inner.tail if inner is not caption and parent not in credited else None)


def _is_credit(box: "HtmlElement") -> bool:
    label = box.get("class") or ""
    return len(label) < LONGEST_LABEL and bool(_CREDIT_CLASS.search(label))


def _is_of_links(caption: "HtmlElement", text: str) -> bool:
    """Whether most words of a caption are those of several links: other reports that hang on the picture."""
    linked = [len(text_of(link).split()) for link in caption.iter("a")]
    return len(linked) > 1 and sum(linked) > LINKED_CAPTION * len(text.split())
