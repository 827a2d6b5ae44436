"""Where the sentences of reports stand, and how they are numbered: a sentence's number holds that of its report."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, bindparam, select

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
    connection.execute(sentence.delete().where(_IS_ITS), _limits(number))


def load_sentences(connection: Connection, numbers: Iterable[int]) -> dict[int, list[Span]]:
    """The sentences, in order, of the reports with these numbers; asked for one by one, each being a short stretch."""
    return {number: [Span(*row) for row in connection.execute(_OF_ONE, _limits(number))] for number in numbers}


def _limits(number: int) -> dict[str, int]:
    """The first and the last number that sentences of the report with this number can have."""
    return {"first": number * SHARE, "last": (number + 1) * SHARE - 1}


_IS_ITS = sentence.c.number.between(bindparam("first"), bindparam("last"))
_OF_ONE = select(sentence.c.start, sentence.c.end).where(_IS_ITS).order_by(sentence.c.number)


def find_numbers(connection: Connection, reports: Sequence[str]) -> dict[str, int]:
    """The numbers of these reports, by their ids."""
    rows = connection.execute(select(report.c.id, report.c.number).where(report.c.id.in_(reports)))
    return {row.id: row.number for row in rows}
