"""Where in a document's bytes the report's text stands: runs of characters, each with the bytes it was read from.

A page's text is found again in its source past tags, comments, character references and white space; a paste's past
white space and marks. What cannot be found so (a PDF's text, words that the decoding had to guess) has no origin.
"""

import codecs
import html
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secondsource.model.reports import Block, Origin
from secondsource.model.spans import Span
from secondsource.stages.clean.decoding import declared_charset

ANCHOR_WORDS = 3
"""Words in a row by which a place in the source is recognised."""

REACH = 4_000
"""Characters that may lie between two words of one block: a picture, a box, an advertisement with its script."""

MOST_CANDIDATES = 40
"""Places at which a block's first words are tried; menus and scripts may hold them too."""

MOST_MISSED = 60
"""Blocks without a place after which no more are looked for: each costs a walk through the source."""

MOST_LOST = 12
"""Words in a row without a place after which the rest of a block is given up."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
STRIDES = (32, 8, 3)
"""Words that are compared at once, before they are one by one."""

_COMMON = ("utf-8", "cp1252", "utf-16-le", "utf-16-be", "latin-1")
_UNSEEN = re.compile(r"<(script|style|template|textarea)\b|<!--", re.IGNORECASE)
_REFERENCE = re.compile(r"&#?\w{1,32};?")
_WORD = re.compile(r"\S+")
_MARKUP_GAP = re.compile(
    r"(?:[\s\u200b\ufeff]+|<[^<>]*>|&(?:nbsp|ensp|emsp|thinsp|zwnj|shy|#160|#xa0|#8203|#x200b);){0,400}", re.IGNORECASE
)
"""What may stand between two words of a page; no more at a time than a report's longest list of tags."""


@dataclass(frozen=True, slots=True)
class Source:
    """A decoded document: its characters, whether they are markup, and the stretches that no reader sees."""

    text: str
    is_markup: bool
    unseen: tuple[tuple[int, int], ...]
    gap: re.Pattern[str]

    def passing(self, at: int) -> int | None:
        """Where what no reader sees ends, if this place is within it."""
        last = bisect_right(self.unseen, (at, len(self.text) + 1)) - 1
        return self.unseen[last][1] if last >= 0 and at < self.unseen[last][1] else None

    def is_unseen(self, at: int) -> bool:
        if self.passing(at) is not None:
            return True
        opened = self.text.rfind("<", max(0, at - REACH), at) if self.is_markup else -1
        return opened >= 0 and self.text.find(">", opened, at) < 0


def find_origins(
    content: bytes, decoded: str, text: str, blocks: Sequence[Block], charset: str | None, *, is_markup: bool
) -> tuple[Origin, ...]:
    """The runs of a report's `text` with their bytes in `content`, in the text's order.

    Each run's bytes decode to its characters, after a single character reference is resolved (`&amp;` is "&").
    """
    written = _find_encoding(content, decoded, charset)
    if written is None:
        return ()
    encoding, skipped = written
    source = _to_source(decoded, is_markup=is_markup)
    runs: list[tuple[int, int, int, int]] = []
    reached = missed = 0
    for block in blocks:
        found = [*_find_block(source, text, block.span, reached)]
        runs += found
        reached = found[-1][3] if found else reached
        missed += not found
        if missed > MOST_MISSED:
            break
    return _to_bytes(_join(runs, decoded, text), decoded, encoding, skipped, len(content))


def _find_encoding(content: bytes, decoded: str, charset: str | None) -> tuple[str, int] | None:
    """The encoding in which `decoded` gives back exactly these bytes, and the length of the mark before them."""
    for mark, name in _MARKS:
        if content.startswith(mark):
            return (name, len(mark)) if _encodes(decoded, name, content[len(mark) :]) else None
    named = [name for name in (charset, declared_charset(content)) if name]
    return next(((name, 0) for name in (*_COMMON, *named) if _encodes(decoded, name, content)), None)


def _encodes(decoded: str, name: str, content: bytes) -> bool:
    try:
        return decoded.encode(name) == content
    except (UnicodeEncodeError, LookupError):
        return False


def _to_source(decoded: str, *, is_markup: bool) -> Source:
    if not is_markup:
        return Source(decoded, is_markup, (), re.compile(r"[\s\u200b\ufeff]*"))
    unseen: list[tuple[int, int]] = []
    opening = _UNSEEN.search(decoded)
    while opening:
        end = _find_closing(decoded, opening)
        unseen.append((opening.start(), end))
        opening = _UNSEEN.search(decoded, end)
    return Source(decoded, is_markup, tuple(unseen), _MARKUP_GAP)


def _find_closing(decoded: str, opening: re.Match[str]) -> int:
    """Where an unseen stretch ends: at its closing tag in small letters, or in those of its opening before that."""
    closings = (
        ("-->",) if opening[1] is None else (f"</{opening[1].lower()}", f"</{opening[1]}", f"</{opening[1].upper()}")
    )
    end = len(decoded)
    for closing in closings:
        at = decoded.find(closing, opening.end(), end)
        end = at + len(closing) if at >= 0 else end
    return end


def _find_block(source: Source, text: str, span: Span, reached: int) -> Iterator[tuple[int, int, int, int]]:
    """The runs of one block, as (start, end) in the text and (start, end) in the source's characters."""
    whole = source.text.find(span.of(text), reached)
    if whole >= 0 and not source.is_unseen(whole):
        yield (span.start, span.end, whole, whole + len(span))
        return
    words = [(found.start(), found.group()) for found in _WORD.finditer(text, span.start, span.end)]
    at, lost = _find_start(source, words, reached), 0
    if at is None:
        return
    number = 0
    while number < len(words):
        start, word = words[number]
        at = _skip(source, at)
        if (many := _count_equal(source, text, words[number : number + STRIDES[0]], at)) > 1:
            last, ending = words[number + many - 1]
            yield (start, last + len(ending), at, at + last + len(ending) - start)
            at, number, lost = at + last + len(ending) - start, number + many, 0
            continue
        number += 1
        runs = _read_word(source, word, start, at)
        if (
            runs is None
            and (again := _find_again(source, words[number - 1 : number - 1 + ANCHOR_WORDS], at)) is not None
        ):
            runs = _read_word(source, word, start, again)
        if runs is None:
            lost += 1
            if lost > MOST_LOST:
                return
            continue
        lost = 0
        yield from runs
        at = runs[-1][3]


def _count_equal(source: Source, text: str, words: Sequence[tuple[int, str]], at: int) -> int:
    """How many of the words stand at a place of the source just as in the text, of `STRIDES` the most that do."""
    for many in STRIDES:
        if many <= len(words):
            last, ending = words[many - 1]
            if source.text.startswith(text[words[0][0] : last + len(ending)], at):
                return many
    return 0


def _find_start(source: Source, words: Sequence[tuple[int, str]], reached: int) -> int | None:
    """Where in the source a block begins: at its first words, after the blocks before it if they stand there."""
    for first in range(min(len(words), ANCHOR_WORDS)):
        for begin in (reached, 0):
            at = _find_words(source, words[first : first + ANCHOR_WORDS], begin, len(source.text))
            if at is not None:
                return at
    return None


def _find_again(source: Source, words: Sequence[tuple[int, str]], at: int) -> int | None:
    return _find_words(source, words, at, min(len(source.text), at + REACH))


def _find_words(source: Source, words: Sequence[tuple[int, str]], begin: int, end: int) -> int | None:
    """The first place in the seen source, from `begin` to `end`, where these words follow one another."""
    anchor = html.escape(words[0][1], quote=False) if source.is_markup else words[0][1]
    stem = re.split(r"[&<>]", words[0][1], maxsplit=1)[0] or anchor
    at = source.text.find(stem, begin, end)
    for _ in range(MOST_CANDIDATES):
        if at < 0:
            return None
        if not source.is_unseen(at) and _reads(source, words, at):
            return at
        at = source.text.find(stem, at + 1, end)
    return None


def _reads(source: Source, words: Sequence[tuple[int, str]], at: int) -> bool:
    for _, word in words:
        runs = _read_word(source, word, 0, _skip(source, at))
        if runs is None:
            return False
        at = runs[-1][3]
    return True


def _skip(source: Source, at: int) -> int:
    """The next place after white space, tags and what no reader sees."""
    while True:
        gap = source.gap.match(source.text, at)
        at = gap.end() if gap else at
        passed = source.passing(at)
        if passed is None:
            return at
        at = passed


def _read_word(source: Source, word: str, start: int, at: int) -> list[tuple[int, int, int, int]] | None:
    """The runs of a word that stands at a place of the source; None when another does."""
    if source.text.startswith(word, at):
        return [(start, start + len(word), at, at + len(word))]
    runs: list[tuple[int, int, int, int]] = []
    done = 0
    while done < len(word):
        if source.text.startswith(word[done], at):
            size, taken = 1, 1
        elif source.is_markup and (read := _read_reference(source.text, at)) and word.startswith(read[0], done):
            size, taken = len(read[0]), read[1]
        elif done and (after := _skip(source, at)) > at:
            at = after
            continue
        else:
            return None
        runs.append((start + done, start + done + size, at, at + taken))
        done, at = done + size, at + taken
    return runs


def _read_reference(text: str, at: int) -> tuple[str, int] | None:
    found = _REFERENCE.match(text, at)
    if not found:
        return None
    meant = html.unescape(found.group())
    return (meant, len(found.group())) if meant != found.group() else None


def _join(runs: Sequence[tuple[int, int, int, int]], decoded: str, text: str) -> list[tuple[int, int, int, int]]:
    """The runs with those made one that follow one another in text and source, an equal space between them at most."""
    joined: list[tuple[int, int, int, int]] = []
    for start, end, begin, stop in runs:
        plain = end - start == stop - begin
        if joined and plain:
            before = joined[-1]
            between = decoded[before[3] : begin]
            if (
                before[1] - before[0] == before[3] - before[2]
                and begin >= before[3]
                and between == text[before[1] : start]
            ):
                joined[-1] = (before[0], end, before[2], stop)
                continue
        joined.append((start, end, begin, stop))
    return joined


def _to_bytes(
    runs: Sequence[tuple[int, int, int, int]], decoded: str, encoding: str, skipped: int, size: int
) -> tuple[Origin, ...]:
    """The runs with offsets in bytes for those in characters; none where the encoding keeps a state."""
    places = sorted({place for run in runs for place in run[2:]} | {len(decoded)})
    offsets: dict[int, int] = {}
    reached, offset = 0, skipped
    for place in places:
        offset += len(decoded[reached:place].encode(encoding))
        offsets[place], reached = offset, place
    if offset != size:
        return ()
    return tuple(Origin(Span(start, end), offsets[begin], offsets[stop]) for start, end, begin, stop in runs)
