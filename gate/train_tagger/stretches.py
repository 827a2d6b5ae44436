"""Stretches: packed pieces with the labels that the tagger learns."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from gate.train_tagger.polnear import Annotated, Spans
from secondsource.text.pieces import Piece, pack_pieces

TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
ROLES = ("none", "source", "content")

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Case:
    """One attribution within a stretch: its cue from `start` to before `end`, and the role of every piece for it."""

    start: int
    end: int
    roles: Numbers


@dataclass(frozen=True, slots=True)
class Stretch:
    """What the encoder reads, as columns (number, shape, quoted); the tag of every piece; the cases."""

    pieces: Numbers
    tags: Numbers
    cases: tuple[Case, ...]


def to_stretches(tokenizer: Tokenizer, reports: Iterable[Annotated], size: int) -> list[Stretch]:
    """The reports packed as they will be when read, with their labels."""

    def tokenize(text: str) -> tuple[list[int], list[tuple[int, int]]]:
        encoded = tokenizer.encode(text, add_special_tokens=False)
        return encoded.ids, encoded.offsets

    return [_label(report, pack) for report in reports for pack in pack_pieces(report.text, tokenize, size)]


def _label(report: Annotated, pack: tuple[Piece, ...]) -> Stretch:
    tags = np.zeros(len(pack), dtype=np.int64)
    cases = []
    for told in report.told:
        source, cue, content = (_covered(pack, spans) for spans in (told.source, told.cue, told.content))
        _tag(tags, source, 1)
        _tag(tags, cue, 3)
        _tag(tags, content, 5)
        if cue and content:
            roles = np.zeros(len(pack), dtype=np.int64)
            roles[source] = 1
            roles[content] = 2
            cases.append(Case(cue[0], cue[-1] + 1, roles))
    columns = np.array([(piece.number, piece.shape, piece.quoted) for piece in pack], dtype=np.int64)
    return Stretch(columns, tags, tuple(cases))


def _covered(pack: tuple[Piece, ...], spans: Spans) -> list[int]:
    """The pieces that touch the spans."""
    found = []
    for start, end in spans:
        first = bisect_left(pack, start, key=lambda piece: piece.end)
        while first < len(pack) and pack[first].start < end:
            if pack[first].end > max(start, pack[first].start):
                found.append(first)
            first += 1
    return found


def _tag(tags: Numbers, pieces: list[int], begin: int) -> None:
    for before, piece in zip([-2, *pieces], pieces, strict=False):
        tags[piece] = begin if piece != before + 1 else begin + 1
