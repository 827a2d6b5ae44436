"""What a report's own text says of its making: in its first lines, in its dateline, in its last lines."""

from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.model.reports import Credit, Dateline
from secondsource.stages.clean.creditlines import NAME_LINE, read_credit_line
from secondsource.stages.clean.datelines import find_head
from secondsource.stages.clean.headdays import find_head_day
from secondsource.stages.clean.signoffs import read_closing, read_divider, read_opening, read_told

HEAD_LINES = 6
"""A report's first lines, among which its title, by-line, date line and dateline stand."""

TAIL_LINES = 8
"""Its last lines, among which sign-offs stand."""

PARAGRAPH_WORDS = 12
"""From this many words on a line is a paragraph rather than a title or label."""


TITLE_WORDS = 28
"""A line with more words is no headline; the longest of 500 reports has 28."""


@dataclass(frozen=True, slots=True)
class TextCredits:
    """What a report's own text says of its making."""

    credits: tuple[Credit, ...]
    dateline: Dateline | None


def read_text_credits(lines: Sequence[str]) -> TextCredits:
    """The credits in the head and tail of a report whose lines (or paragraphs) these are."""
    found = [credit for line in lines[:HEAD_LINES] for credit in _read_head_line(line, lines)]
    for at in range(max(HEAD_LINES, len(lines) - TAIL_LINES), len(lines)):
        found += _read_tail_line(lines[at], lines[at + 1 :])
    dateline, told = _read_heads(lines[:HEAD_LINES])
    found += told
    paragraphs = [line for line in lines[-TAIL_LINES:] if len(line.split()) >= PARAGRAPH_WORDS]
    for paragraph in paragraphs[-2:]:
        found += read_closing(paragraph)
    found += read_divider(lines, "\n".join(lines))
    found += find_head_day(lines[:HEAD_LINES])
    return TextCredits(tuple(dict.fromkeys(found)), dateline)


def _read_head_line(line: str, lines: Sequence[str]) -> tuple[Credit, ...]:
    """The credits of a line at the head; a bare "AP" between paragraphs is a picture's credit, not the report's."""
    read = read_credit_line(line)
    if read is None:
        return ()
    above = any(len(other.split()) > TITLE_WORDS for other in lines[: lines.index(line)])
    below = len(lines) > HEAD_LINES
    return () if read.reason == NAME_LINE and above and below else read.credits


def _read_tail_line(line: str, below: Sequence[str]) -> tuple[Credit, ...]:
    """The credits of a line at the end; a bare "AP" with paragraphs below is a picture's credit, one may be a note."""
    read = read_credit_line(line)
    if read is None:
        return ()
    paragraphs = sum(len(other.split()) >= PARAGRAPH_WORDS for other in below)
    return () if read.reason == NAME_LINE and paragraphs > 1 else read.credits


def _read_heads(lines: Sequence[str]) -> tuple[Dateline | None, list[Credit]]:
    found: list[Credit] = []
    for line in lines:
        found += (*read_opening(line), *read_told(line))
        head = find_head(line)
        if not head:
            continue
        told = f"dateline “{line[: head.end].strip()}”"
        found += [Credit("dateline", head.dateline.place, told)] if head.dateline else []
        found += (Credit("agencies", agency, told) for agency in head.agencies)
        found += (Credit("outlet", outlet, told) for outlet in head.outlets)
        return head.dateline, found
    return None, found
