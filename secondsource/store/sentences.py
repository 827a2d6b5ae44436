"""Where the sentences of reports stand, and how they are numbered: a sentence's number holds that of its report."""

from bisect import bisect_right
from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, or_, select

from secondsource.model.spans import Span
from secondsource.store.tables import report, sentence

SHARE = 1 << 20
"""Numbers that each report has for its sentences. A text of a million sentences would have a hundred million signs."""


def save_sentences(connection: Connection, number: int, spans: Sequence[Span]) -> None:
    """Enter the sentences of the report with this number."""
    first = number * SHARE
    rows = [{"number": first + place, "start": span.start, "end": span.end} for place, span in enumerate(spans[:SHARE])]
    if rows:
        connection.execute(sentence.insert(), rows)


def remove_sentences(connection: Connection, number: int) -> None:
    """Take them out."""
    connection.execute(sentence.delete().where(of_report(number)))


def load_sentences(connection: Connection, numbers: Sequence[int]) -> dict[int, list[Span]]:
    """The sentences, in order, of the reports with these numbers."""
    found: dict[int, list[Span]] = {number: [] for number in numbers}
    if numbers:
        chosen = select(sentence).where(or_(*map(of_report, numbers))).order_by(sentence.c.number)
        for row in connection.execute(chosen):
            found[row.number // SHARE].append(Span(row.start, row.end))
    return found


def of_report(number: int) -> ColumnElement[bool]:
    """That a sentence is of the report with this number."""
    return sentence.c.number.between(number * SHARE, (number + 1) * SHARE - 1)


def find_numbers(connection: Connection, reports: Sequence[str]) -> dict[str, int]:
    """The numbers of these reports, by their ids."""
    rows = connection.execute(select(report.c.id, report.c.number).where(report.c.id.in_(reports)))
    return {row.id: row.number for row in rows}


def place_of(spans: Sequence[Span], start: int) -> int:
    """The place of the sentence that this character stands in, or of the one before it where none holds it."""
    return max(0, bisect_right(spans, start, key=lambda span: span.start) - 1)
