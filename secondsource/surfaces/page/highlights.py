"""Splits a report's text so that overlapping spans can be shown: one piece between any two borders."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from secondsource.model.spans import Span

MarkKind = Literal["point", "alone", "finding", "copied", "time"]


@dataclass(frozen=True, slots=True)
class Backlink:
    """From a highlighted place back to what it is evidence of; `title` says what that is."""

    anchor: str
    sign: str
    title: str
    kind: MarkKind


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of a report's text that the page points to. The backlink stands at its end."""

    span: Span
    kind: MarkKind
    backlink: Backlink | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """Text without a border in it. `kinds` are those of the marks over it; `backlinks` those of marks that end with it.

    `anchored` says that a mark starts here, so that the piece needs an id.
    """

    start: int
    text: str
    kinds: tuple[MarkKind, ...]
    anchored: bool
    backlinks: tuple[Backlink, ...]


@dataclass(slots=True)
class _Border:
    """What happens at one offset of the text."""

    opens: Counter[MarkKind] = field(default_factory=Counter)
    closes: Counter[MarkKind] = field(default_factory=Counter)
    anchored: bool = False
    backlinks: list[Backlink] = field(default_factory=list)


def split(text: str, block: Span, marks: Iterable[Mark]) -> tuple[Piece, ...]:
    """The pieces of the block of `text`, in order; together they are its text, whatever the marks.

    Marks may nest, cross, repeat and reach over the block's ends. Takes time in proportion to text and marks.
    """
    borders = _borders(block, marks)
    offsets = sorted({block.start, block.end, *borders})
    pieces = []
    active: Counter[MarkKind] = Counter()
    for start, end in pairwise(offsets):
        here = borders.get(start, _Border())
        active.update(here.opens)
        active.subtract(here.closes)
        kinds = tuple(sorted(kind for kind, count in active.items() if count > 0))
        backlinks = tuple(dict.fromkeys(borders[end].backlinks)) if end in borders else ()
        pieces.append(Piece(start, text[start:end], kinds, here.anchored, backlinks))
    return tuple(pieces)


def _borders(block: Span, marks: Iterable[Mark]) -> dict[int, _Border]:
    borders: dict[int, _Border] = defaultdict(_Border)
    for mark in marks:
        start, end = max(mark.span.start, block.start), min(mark.span.end, block.end)
        if start >= end:
            continue
        borders[start].opens[mark.kind] += 1
        borders[start].anchored |= start == mark.span.start
        borders[end].closes[mark.kind] += 1
        if mark.backlink and end == mark.span.end:
            borders[end].backlinks.append(mark.backlink)
    return borders


def stray_anchors(blocks: Sequence[Span], marks: Iterable[Mark]) -> list[list[int]]:
    """Starts of marks that are in no block, for each block those before it, and last those after all blocks.

    `blocks` stand in order and do not overlap. An empty mark has no piece of its own, so its start is listed too.
    """
    strays: list[list[int]] = [[] for _ in range(len(blocks) + 1)]
    inside = 0
    anchored = {mark.span.start for mark in marks if mark.span.start < mark.span.end}
    for start in sorted({mark.span.start for mark in marks}):
        while inside < len(blocks) and blocks[inside].end <= start:
            inside += 1
        if inside == len(blocks) or start < blocks[inside].start or start not in anchored:
            strays[inside].append(start)
    return strays
