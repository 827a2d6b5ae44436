"""What of a page is not the article: one cut for each container, such as a menu or the footer, with its reason."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from secondsource.model.reports import Cut
from secondsource.text.lexicon import load_lexicon

if TYPE_CHECKING:
    from lxml.html import HtmlElement


@cache
def _boxes() -> tuple[tuple[str, tuple[str, ...], tuple[tuple[str, re.Pattern[str]], ...]], ...]:
    """Reasons, the pieces of labels that tell them, and the words that do; the most telling first."""
    return tuple(
        (box["reason"], tuple(box["pieces"]), tuple((word, _alone(word)) for word in box["words"]))
        for box in load_lexicon("markup")["box"]
    )


def _alone(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z]){re.escape(word)}(?![a-z])")


_UNSEEN = frozenset(("script", "style", "head", "template", "svg", "noscript", "option", "textarea"))
_WHOLE = frozenset(
    (
        "p",
        "li",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "td",
        "th",
        "figcaption",
        "blockquote",
        "dd",
        "dt",
        "pre",
        "caption",
    )
)
_INLINE = frozenset(
    ("a", "b", "i", "em", "strong", "span", "u", "sub", "sup", "small", "abbr", "cite", "q", "mark", "font", "br")
)
OUTSIDE = "outside the article"

LONGEST_LABEL = 300
"""Characters. Longer labels are lists of style rules, in which any word may stand."""

REMEMBERED_LABELS = 4096
"""A site uses a few hundred labels, on all of its pages."""

LONGEST_CUT = 400
"""Characters shown of a container; the rest is counted."""

TELLING_CHARACTERS = 20
"""Without spaces; a shorter piece of text may stand in the article by chance."""


class Words:
    """A page's pieces of text in document order, which are the article's, and where each element's begin and end."""

    __slots__ = ("ends", "kept", "order", "pieces", "starts", "tails")

    def __init__(self, tree: "HtmlElement", article: str) -> None:
        self.pieces: list[str] = []
        self.starts: dict[HtmlElement, int] = {}
        self.ends: dict[HtmlElement, int] = {}
        self.tails: dict[HtmlElement, int] = {}
        self.order: list[HtmlElement] = []
        self._gather(tree)
        kept = self._kept(article)
        self.kept = [0, *accumulate(kept)]

    def _gather(self, tree: "HtmlElement") -> None:
        from lxml.etree import iterwalk

        walker = iterwalk(tree, events=("start", "end"))
        for event, element in walker:
            if event == "start":
                hidden = element.tag in _UNSEEN
                if hidden:
                    walker.skip_subtree()
                self.order.append(element)
                self.starts[element] = len(self.pieces)
                self._add(element.text, seen=not hidden)
            else:
                self.ends[element] = self.tails[element] = len(self.pieces)
                self._add(element.tail, seen=True)

    def _add(self, text: str | None, *, seen: bool) -> None:
        self.pieces.append(" ".join(text.split()) if seen and text else "")

    def _kept(self, article: str) -> list[int]:
        squashed = _squash(article)
        bare = [piece.replace(" ", "") for piece in self.pieces]
        kept = [int(len(piece) >= TELLING_CHARACTERS and piece in squashed) for piece in bare]
        for element in self.order:
            if element.tag in _WHOLE:
                start, end = self.starts[element], self.ends[element]
                whole = "".join(bare[start:end])
                if whole and whole in squashed:
                    kept[start:end] = [1] * (end - start)
        return kept

    def of(self, start: int, end: int) -> str:
        return " ".join(piece for piece in self.pieces[start:end] if piece)

    def has_article(self, start: int, end: int) -> bool:
        return self.kept[end] > self.kept[start]


def find_leftovers(tree: "HtmlElement", article: str) -> tuple[Cut, ...]:
    """A cut for each outermost container of the page that holds nothing of the article, in document order."""
    words = Words(tree, article)
    squashed = _squash(article)
    cuts: dict[Cut, None] = {}
    for text, reason in _walk(tree, words):
        if len(_squash(text)) > 1 and not (reason == OUTSIDE and _squash(text) in squashed):
            cuts[Cut(_shorten(text), reason)] = None
    return tuple(cuts)


def _walk(tree: "HtmlElement", words: Words) -> Iterator[tuple[str, str]]:
    stack: list[tuple[HtmlElement, str]] = [(tree, OUTSIDE)]
    while stack:
        element, inherited = stack.pop()
        start, end = words.starts[element], words.ends[element]
        reason = reason_of(element) or inherited
        if not words.has_article(start, end):
            text = words.of(start, end)
            if text:
                yield text, reason if element.tag not in _INLINE else inherited
            continue
        yield from ((words.pieces[at], inherited) for at in _own_pieces(element, words) if words.pieces[at])
        stack += [(child, inherited) for child in reversed(element) if child in words.starts]


def _own_pieces(element: "HtmlElement", words: Words) -> Iterator[int]:
    """The pieces directly in an element, outside its children, that are not the article's."""
    for at in (words.starts[element], *(words.tails[child] for child in element if child in words.tails)):
        if not words.has_article(at, at + 1):
            yield at


def reason_of(element: "HtmlElement") -> str | None:
    """What a container is by its label or tag; None when neither says."""
    if not isinstance(element.tag, str):
        return None
    label = f"{element.get('class', '')} {element.get('id', '')}".strip()
    return _reason_by_label(label) or load_lexicon("markup")["tags"].get(element.tag)


@lru_cache(maxsize=REMEMBERED_LABELS)
def _reason_by_label(label: str) -> str | None:
    if not label or len(label) > LONGEST_LABEL:
        return None
    lowered = label.lower()
    for reason, pieces, words in _boxes():
        if any(piece in lowered for piece in pieces):
            return reason
        if any(word in lowered and pattern.search(lowered) for word, pattern in words):
            return reason
    return None


def _squash(text: str) -> str:
    return "".join(text.split())


def _shorten(words: str) -> str:
    if len(words) <= LONGEST_CUT:
        return words
    return f"{words[:LONGEST_CUT].rstrip()} … ({len(words.split())} words)"
