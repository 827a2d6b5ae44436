"""Gathers the credits of a report from its own text, and settles each field on the best of its readings."""

from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.model.reports import Credit, CreditField, Dateline
from secondsource.stages.clean.creditlines import read_credit_line
from secondsource.stages.clean.datelines import find_head
from secondsource.stages.clean.signoffs import read_closing, read_opening

HEAD_LINES = 6
"""A report's first lines, among which its title, by-line, date line and dateline stand."""

TAIL_LINES = 8
"""Its last lines, among which sign-offs stand."""

PARAGRAPH_WORDS = 12
"""From this many words on a line is a paragraph rather than a title or label."""


@dataclass(frozen=True, slots=True)
class TextCredits:
    """What a report's own text says of its making."""

    credits: tuple[Credit, ...]
    dateline: Dateline | None


def read_text_credits(lines: Sequence[str]) -> TextCredits:
    """The credits in the head and tail of a report whose lines (or paragraphs) these are."""
    credits: list[Credit] = []
    for line in _outer(lines):
        read = read_credit_line(line)
        credits += read.credits if read else ()
    dateline, found = _read_heads(lines[:HEAD_LINES])
    credits += found
    paragraphs = [line for line in lines[-TAIL_LINES:] if len(line.split()) >= PARAGRAPH_WORDS]
    for paragraph in paragraphs[-2:]:
        credits += read_closing(paragraph)
    return TextCredits(tuple(dict.fromkeys(credits)), dateline)


def _outer(lines: Sequence[str]) -> list[str]:
    """The first and last lines, each once."""
    if len(lines) <= HEAD_LINES + TAIL_LINES:
        return list(lines)
    return [*lines[:HEAD_LINES], *lines[-TAIL_LINES:]]


def _read_heads(lines: Sequence[str]) -> tuple[Dateline | None, list[Credit]]:
    credits: list[Credit] = []
    for line in lines:
        credits += read_opening(line)
        head = find_head(line)
        if not head:
            continue
        told = f"dateline “{line[: head.end].strip()}”"
        credits += (Credit("agencies", agency, told) for agency in head.agencies)
        credits += (Credit("outlet", outlet, told) for outlet in head.outlets)
        return head.dateline, credits
    return None, credits


def settle(credits: Sequence[Credit], field: CreditField) -> str | None:
    """The value of the first credit of a field; credits stand best first."""
    return next((credit.value for credit in credits if credit.field == field), None)


def settle_all(credits: Sequence[Credit], field: CreditField) -> tuple[str, ...]:
    """All values of a field, each once, in order."""
    return tuple(dict.fromkeys(credit.value for credit in credits if credit.field == field))


def settle_first(credits: Sequence[Credit], field: CreditField) -> tuple[str, ...]:
    """The values of a field that were read where the first of them was: what another place says is not added."""
    first = next((credit.read_from for credit in credits if credit.field == field), None)
    return tuple(dict.fromkeys(c.value for c in credits if c.field == field and c.read_from == first))
