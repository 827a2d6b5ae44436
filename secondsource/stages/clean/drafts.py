"""A draft: what cleaning holds in its hands before the report is laid out."""

from collections.abc import Iterable
from dataclasses import dataclass

from secondsource.model.reports import Block, BlockKind, Credit, Cut
from secondsource.model.spans import Span

BETWEEN_BLOCKS = "\n\n"


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a report's own words, and its kind."""

    kind: BlockKind
    text: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A report's text with its blocks, what was cut, and the credits that were read on the way, best first.

    `source` are the document's characters, where it has any: a PDF has none.
    """

    text: str
    blocks: tuple[Block, ...]
    cuts: tuple[Cut, ...] = ()
    credits: tuple[Credit, ...] = ()
    source: str = ""


def lay_out(parts: Iterable[Part]) -> tuple[str, tuple[Block, ...]]:
    """The parts as one text, an empty line between them, and where each of them stands in it."""
    pieces: list[str] = []
    blocks: list[Block] = []
    at = 0
    for part in parts:
        pieces.append(part.text)
        blocks.append(Block(part.kind, Span(at, at + len(part.text))))
        at += len(part.text) + len(BETWEEN_BLOCKS)
    return BETWEEN_BLOCKS.join(pieces), tuple(blocks)
