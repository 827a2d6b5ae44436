"""What of a page is not the article: one cut for each container, such as a menu or the footer, with its reason."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from secondsource.model.reports import Cut
from secondsource.stages.clean.pieces import Pieces
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

MOST_SOUGHT = 500_000_000
"""Characters that are looked through on one page: half a second. The most of 1,099 saved pages is a hundredth."""

TELLING_CHARACTERS = 20
"""Without spaces; a shorter piece of text may stand in the article by chance."""


class Finder:
    """A text in which many others are looked for, most of them in its order: each begins where the last one ended."""

    __slots__ = ("_budget", "_reached", "_text")

    def __init__(self, text: str) -> None:
        self._text, self._reached, self._budget = text, 0, MOST_SOUGHT

    def has(self, piece: str) -> bool:
        """Whether the text holds the piece; a page made to be slow runs out of characters to be looked through."""
        at = self._reached
        if not self._text.startswith(piece, at):
            if self._budget <= 0:
                return False
            at = self._text.find(piece)
            self._budget -= len(self._text) if at < 0 else at
        if at >= 0:
            self._reached = at + len(piece)
        return at >= 0


class Kept:
    """Which of a page's pieces are the article's."""

    __slots__ = ("_sums", "words")

    def __init__(self, words: Pieces, article: str) -> None:
        self.words = words
        self._sums = [0, *accumulate(self._find(_squash(article)))]

    def _find(self, squashed: str) -> list[int]:
        bare = self.words.bare
        pieces, wholes = Finder(squashed), Finder(squashed)
        kept = [int(len(piece) >= TELLING_CHARACTERS and pieces.has(piece)) for piece in bare]
        for element in self.words.order:
            if element.tag in _WHOLE:
                start, end = self.words.starts[element], self.words.ends[element]
                whole = "".join(bare[start:end])
                if whole and wholes.has(whole):
                    kept[start:end] = [1] * (end - start)
        return kept

    def has_article(self, start: int, end: int) -> bool:
        return self._sums[end] > self._sums[start]


def find_leftovers(words: Pieces, article: str) -> tuple[Cut, ...]:
    """A cut for each outermost container of the page that holds nothing of the article, in document order."""
    finder = Finder(_squash(article))
    cuts: dict[Cut, None] = {}
    for text, reason in _walk(Kept(words, article)):
        if len(_squash(text)) > 1 and not (reason == OUTSIDE and finder.has(_squash(text))):
            cuts[Cut(_shorten(text), reason)] = None
    return tuple(cuts)


def _walk(kept: Kept) -> Iterator[tuple[str, str]]:
    words = kept.words
    stack: list[tuple[HtmlElement, str]] = [(words.tree, OUTSIDE)]
    while stack:
        element, inherited = stack.pop()
        start, end = words.starts[element], words.ends[element]
        reason = reason_of(element) or inherited
        if not kept.has_article(start, end):
            text = words.of(start, end)
            if text:
                yield text, reason if element.tag not in _INLINE else inherited
            continue
        yield from ((words.pieces[at], inherited) for at in _own_pieces(element, kept) if words.pieces[at])
        stack += [(child, inherited) for child in reversed(element) if child in words.starts]


def _own_pieces(element: "HtmlElement", kept: Kept) -> Iterator[int]:
    """The pieces directly in an element, outside its children, that are not the article's."""
    words = kept.words
    for at in (words.starts[element], *(words.tails[child] for child in element if child in words.tails)):
        if not kept.has_article(at, at + 1):
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
