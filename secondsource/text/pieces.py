"""Pieces: a text cut into the word pieces that the tagger reads, packed into stretches of whole paragraphs."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from secondsource.text.quotation import find_quotations

PACK = 256
"""Pieces at most in a stretch: some three paragraphs, so that most statements see the paragraph before them."""
LONGEST_PARAGRAPH = 20_000
"""Characters after which a paragraph is cut for tokenizing, so that a text without line breaks costs no more."""
OPENER, BREAK = 101, 102
"""[CLS] before a stretch, [SEP] after each paragraph of it: numbers of the vocabulary in weights/minilm."""

_PARAGRAPH = re.compile(r"[^\n\r\u2028\u2029]+")
_ENDS = frozenset([".", "!", "?", "”", '"'])

Tokenize = Callable[[str], tuple[Sequence[int], Sequence[tuple[int, int]]]]
"""A text's piece numbers, and where each stands in it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A word piece: its number in the vocabulary, where it stands in the text, its shape, and how it is quoted.

    `start` = `end` for the marks between paragraphs. `shape`: 0 small letters, 1 capital first, 2 capitals, 3 figures,
    4 signs, 5 a word or the rest of one that joins on to the piece before it, 6 a mark. `quoted`: 0 outside quotations,
    1 inside, 2 the first sign, 3 the last.
    """

    number: int
    start: int
    end: int
    shape: int
    quoted: int


def pack_pieces(text: str, tokenize: Tokenize, size: int = PACK) -> Iterator[tuple[Piece, ...]]:
    """Stretches of `text` in order: whole paragraphs up to `size` pieces, longer ones cut at a sentence."""
    quoted = _mark_quotations(text)
    held = [_mark(OPENER, 0)]
    for part in _cut(text, tokenize, quoted, size - 2):
        if len(held) > 1 and len(held) + len(part) + 1 > size:
            yield tuple(held)
            held = [_mark(OPENER, part[0].start)]
        held += [*part, _mark(BREAK, part[-1].end)]
    if len(held) > 1:
        yield tuple(held)


def _mark(number: int, at: int) -> Piece:
    return Piece(number, at, at, 6, 0)


def _cut(text: str, tokenize: Tokenize, quoted: bytearray, size: int) -> Iterator[list[Piece]]:
    """The pieces of one paragraph after the other, at most `size` together."""
    for paragraph in _PARAGRAPH.finditer(text):
        for start in range(paragraph.start(), paragraph.end(), LONGEST_PARAGRAPH):
            pieces = _read_pieces(text, start, min(start + LONGEST_PARAGRAPH, paragraph.end()), tokenize, quoted)
            while len(pieces) > size:
                end = _last_sentence(text, pieces, size)
                yield pieces[:end]
                pieces = pieces[end:]
            if pieces:
                yield pieces


def _read_pieces(text: str, start: int, end: int, tokenize: Tokenize, quoted: bytearray) -> list[Piece]:
    """The pieces between two places; of a character that is taken apart into several, the first."""
    pieces = []
    before = -1
    for number, (first, last) in zip(*tokenize(text[start:end]), strict=True):
        first, last = start + first, start + last
        if before <= first < last:
            pieces.append(Piece(number, first, last, _shape(text[first:last], first == before), quoted[first]))
            before = last
    return pieces


def _shape(word: str, joins_on: bool) -> int:
    if word[0].isdigit():
        return 3
    if not word[0].isalnum():
        return 4
    if joins_on:
        return 5
    if word.isupper():
        return 2 if len(word) > 1 else 1
    return 1 if word[0].isupper() else 0


def _last_sentence(text: str, pieces: Sequence[Piece], size: int) -> int:
    """After how many of the first `size` pieces the last sentence ends; all, where none does in the last half."""
    for end in range(size, size // 2, -1):
        if text[pieces[end - 1].start] in _ENDS and pieces[end].start > pieces[end - 1].end:
            return end
    return size


def _mark_quotations(text: str) -> bytearray:
    marks = bytearray(len(text))
    for quotation in find_quotations(text):
        if quotation.depth == 0:
            marks[quotation.start : quotation.end] = b"\x01" * (quotation.end - quotation.start)
            marks[quotation.start : quotation.inner_start] = b"\x02" * (quotation.inner_start - quotation.start)
            marks[quotation.inner_end : quotation.end] = b"\x03" * (quotation.end - quotation.inner_end)
    return marks
