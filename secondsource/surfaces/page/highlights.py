"""Splits a report's text so that overlapping spans can be shown: one piece between any two borders."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Literal

from secondsource.model.spans import Span

MarkKind = Literal["point", "alone", "finding", "copied", "time"]


@dataclass(frozen=True, slots=True)
class Backlink:
    """From a highlighted place back to what it is evidence of; `title` says what that is."""

    address: str
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


@dataclass(frozen=True, slots=True)
class SplitBlock:
    """A block's pieces, in order. `strays` are starts of marks between the block before and this one."""

    pieces: tuple[Piece, ...]
    strays: tuple[int, ...]


@dataclass(slots=True)
class _Border:
    """What happens at one offset of the text."""

    opens: Counter[MarkKind] = field(default_factory=Counter)
    closes: Counter[MarkKind] = field(default_factory=Counter)
    anchored: bool = False
    backlinks: list[Backlink] = field(default_factory=list)


@dataclass(slots=True)
class _Walk:
    """What a walk through the text has gathered: the pieces of each block, and starts that no piece has."""

    pieces: list[list[Piece]]
    strays: list[list[int]]
    last: int
    """Start of the latest piece, at first of the one to come: what ends in no piece links back from there."""
    links: dict[int, list[Backlink]] = field(default_factory=dict)


def split(text: str, blocks: Sequence[Span], marks: Iterable[Mark]) -> tuple[tuple[SplitBlock, ...], tuple[int, ...]]:
    """The pieces of each block of `text`, whatever the marks, and the starts of marks after the last block.

    `blocks` stand in order and do not overlap. Marks may nest, cross, repeat and reach over blocks. One walk: the time
    is in proportion to the text, the blocks and the marks, not to how many marks lie over how many blocks.
    """
    borders = _borders(marks)
    walk = _Walk([[] for _ in blocks], [[] for _ in (*blocks, None)], last=blocks[0].start if blocks else 0)
    active: Counter[MarkKind] = Counter()
    offsets = sorted({*borders, *(block.start for block in blocks), *(block.end for block in blocks)})
    index = 0
    for start, end in pairwise([*offsets, len(text)]):
        border = borders.get(start, _NOTHING)
        active.update(border.opens)
        active.subtract(border.closes)
        walk.links.setdefault(walk.last, []).extend(border.backlinks)
        while index < len(blocks) and blocks[index].end <= start:
            index += 1
        if index < len(blocks) and blocks[index].start <= start:
            kinds = tuple(sorted(kind for kind, count in active.items() if count > 0))
            walk.pieces[index].append(Piece(start, text[start:end], kinds, border.anchored, ()))
            walk.last = start
        elif border.anchored:
            walk.strays[index].append(start)
    return _gather(walk)


_NOTHING = _Border()


def _borders(marks: Iterable[Mark]) -> dict[int, _Border]:
    borders: dict[int, _Border] = defaultdict(_Border)
    for mark in marks:
        borders[mark.span.start].opens[mark.kind] += 1
        borders[mark.span.start].anchored = True
        borders[mark.span.end].closes[mark.kind] += 1
        if mark.backlink:
            borders[mark.span.end].backlinks.append(mark.backlink)
    return borders


def _gather(walk: _Walk) -> tuple[tuple[SplitBlock, ...], tuple[int, ...]]:
    *before, after = walk.strays
    split_blocks = tuple(
        SplitBlock(
            tuple(replace(piece, backlinks=tuple(dict.fromkeys(walk.links.get(piece.start, ())))) for piece in pieces),
            tuple(strays),
        )
        for pieces, strays in zip(walk.pieces, before, strict=True)
    )
    return split_blocks, tuple(after)
