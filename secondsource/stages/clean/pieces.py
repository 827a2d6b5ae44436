"""A page's pieces of text in document order, gathered in one walk, and where each element's begin and end."""

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_UNSEEN = frozenset(("script", "style", "head", "template", "svg", "noscript", "option", "textarea"))


class Pieces:
    """The pieces of text that readers see, white space evened out, and `bare`, the same without any.

    `starts` and `ends` give each element's own, `tails` the one after it, `order` the elements outside unseen ones.
    """

    __slots__ = ("_filled", "bare", "ends", "order", "pieces", "starts", "tails", "tree")

    def __init__(self, tree: "HtmlElement") -> None:
        self.tree = tree
        self.pieces: list[str] = []
        self.starts: dict[HtmlElement, int] = {}
        self.ends: dict[HtmlElement, int] = {}
        self.tails: dict[HtmlElement, int] = {}
        self.order: list[HtmlElement] = []
        self._gather(tree)
        self.bare = [piece.replace(" ", "") for piece in self.pieces]
        self._filled = [at for at, piece in enumerate(self.bare) if piece]

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
                self._add("" if hidden else element.text)
            else:
                self.ends[element] = self.tails[element] = len(self.pieces)
                self._add(element.tail)

    def _add(self, text: str | None) -> None:
        self.pieces.append(" ".join(text.split()) if text and not text.isspace() else "")

    @property
    def characters(self) -> int:
        """How many characters readers see."""
        return sum(map(len, self.pieces))

    def opening(self, element: "HtmlElement", size: int) -> str:
        """The element's first `size` characters without white space; fewer where it has no more, none if unseen."""
        filled, bare, end = self._filled, self.bare, self.ends.get(element, 0)
        first = ""
        number = bisect_left(filled, self.starts.get(element, 0))
        while len(first) < size and number < len(filled) and filled[number] < end:
            first += bare[filled[number]][:size]
            number += 1
        return first[:size]

    def of(self, start: int, end: int) -> str:
        """The words of the pieces from `start` up to `end`."""
        return " ".join(piece for piece in self.pieces[start:end] if piece)
