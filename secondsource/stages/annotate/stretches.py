"""Stretches: the pieces of a report that are read on their own, so that no sentence reaches over a paragraph's end."""

from collections.abc import Iterable, Iterator

from secondsource.model.reports import Report
from secondsource.model.spans import Span
from secondsource.settings import Annotate

ENDS_A_SENTENCE = frozenset(".!?:;…\"'”’»)]")


def find_stretches(report: Report, settings: Annotate) -> tuple[Span, ...]:
    """Disjoint stretches in text order that cover all but the white space of the report's text.

    Each block is a stretch of its own, or several where it holds several paragraphs or headings on lines of their
    own; words outside every block are read too. No stretch is longer than `settings.longest_stretch`.
    """
    text = report.text
    pieces: list[Span] = []
    for region in _cover(text, sorted(block.span for block in report.blocks)):
        for paragraph in _find_paragraphs(text, region, settings.longest_heading_line):
            pieces += _cap(text, paragraph, settings.longest_stretch)
    return tuple(pieces)


def _cover(text: str, blocks: Iterable[Span]) -> Iterator[Span]:
    """The blocks and the gaps between them, clipped so that they are disjoint and inside the text."""
    at = 0
    for block in blocks:
        start, end = max(block.start, at), min(block.end, len(text))
        if start >= end:
            continue
        if at < start:
            yield Span(at, start)
        yield Span(start, end)
        at = end
    if at < len(text):
        yield Span(at, len(text))


def _find_paragraphs(text: str, region: Span, longest_heading_line: int) -> Iterator[Span]:
    start: int | None = None
    end = at = region.start
    for line in region.of(text).splitlines(keepends=True):
        words = line.strip()
        first = at + len(line) - len(line.lstrip())
        at += len(line)
        if start is not None and (not words or _ends_paragraph(text[start:end], words, longest_heading_line)):
            yield Span(start, end)
            start = None
        if words:
            start = first if start is None else start
            end = first + len(words)
    if start is not None:
        yield Span(start, end)


def _ends_paragraph(before: str, line: str, longest_heading_line: int) -> bool:
    """Whether `line` opens a new paragraph after `before`, rather than going on with a sentence wrapped by hand."""
    last_line = before[-longest_heading_line - 1 :].rpartition("\n")[2]
    return before[-1] in ENDS_A_SENTENCE or (len(last_line) <= longest_heading_line and not line[0].islower())


def _cap(text: str, stretch: Span, longest: int) -> Iterator[Span]:
    """`stretch` in pieces of at most `longest` characters, cut after white space where there is any."""
    start = stretch.start
    while stretch.end - start > longest:
        cut = start + longest
        space = max(text.rfind(mark, start, cut) for mark in " \t\n\u00a0")
        cut = space if space > start else cut
        yield from _strip(text, start, cut)
        start = cut
    yield from _strip(text, start, stretch.end)


def _strip(text: str, start: int, end: int) -> Iterator[Span]:
    words = text[start:end]
    first = start + len(words) - len(words.lstrip())
    last = start + len(words.rstrip())
    if first < last:
        yield Span(first, last)
