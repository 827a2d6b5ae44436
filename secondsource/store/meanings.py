"""What statements mean, as vectors: kept a report at a time, their signs read into memory at once."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from secondsource.store.tables import meaning as table
from secondsource.store.tables import report, statement

MEANT = ("quote", "claim")
"""Kinds of statements whose meanings are kept."""


@dataclass(frozen=True, slots=True)
class Unembedded:
    """A report whose statements have no vectors yet: the numbers of the statements, and what each says."""

    report: str
    number: int
    statements: tuple[int, ...]
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportSigns:
    """The signs of the vectors of one report's statements; `number` is that of the entry, `owner` the report's."""

    number: int
    owner: int
    signs: bytes


def find_unembedded(connection: Connection, embedded_by: str, after: int, most: int) -> list[Unembedded]:
    """Up to `most` reports, numbered above `after`, without vectors that `embedded_by` made, in order."""
    joined = report.outerjoin(table, table.c.report == report.c.id)
    stale = table.c.embedded_by.is_distinct_from(embedded_by)
    chosen = select(report.c.id, report.c.number, report.c.text).select_from(joined)
    rows = connection.execute(
        chosen.where(stale, report.c.is_current, report.c.number > after).order_by(report.c.number).limit(most)
    ).all()
    said = _load_said(connection, [row.id for row in rows])
    return [
        Unembedded(
            row.id,
            row.number,
            tuple(number for number, _, _ in said[row.id]),
            tuple(" ".join(row.text[start:end].split()) for _, start, end in said[row.id]),
        )
        for row in rows
    ]


def save_meanings(connection: Connection, done: Unembedded, signs: bytes, vectors: bytes, embedded_by: str) -> None:
    """Enter the vectors of a report's statements, unless it has other statements by now."""
    said = [number for number, _, _ in _load_said(connection, [done.report])[done.report]]
    still_there = connection.execute(select(report.c.number).where(report.c.id == done.report)).scalar()
    if still_there is None or said != list(done.statements):
        return
    connection.execute(table.delete().where(table.c.report == done.report))
    connection.execute(
        table.insert().values(
            report=done.report, owner=done.number, signs=signs, vectors=vectors, embedded_by=embedded_by
        )
    )


def count_meanings(connection: Connection) -> tuple[int, int]:
    """How many reports have vectors, and the number of the last entry."""
    row = connection.execute(select(func.count(), func.max(table.c.number))).one()
    return row[0], row[1] or 0


def load_signs(connection: Connection, after: int) -> list[ReportSigns]:
    """The signs of all vectors entered after the entry with this number, in order."""
    chosen = select(table.c.number, table.c.owner, table.c.signs).where(table.c.number > after)
    return [ReportSigns(*row) for row in connection.execute(chosen.order_by(table.c.number))]


def load_vectors(connection: Connection, owners: Sequence[int]) -> dict[int, bytes]:
    """The vectors of the reports with these numbers."""
    rows = connection.execute(select(table.c.owner, table.c.vectors).where(table.c.owner.in_(owners)))
    return {row.owner: row.vectors for row in rows}


def find_meant(connection: Connection, owners: Sequence[int]) -> dict[int, list[tuple[int, int]]]:
    """The statements that have vectors, in the order of these, of the reports with these numbers: their own numbers,
    and those of the sentences that they begin in.
    """
    joined = select(report.c.number, statement.c.number, statement.c.sentence)
    joined = joined.join(statement, statement.c.report == report.c.id)
    rows = connection.execute(
        joined.where(report.c.number.in_(owners), statement.c.kind.in_(MEANT)).order_by(statement.c.number)
    )
    found: dict[int, list[tuple[int, int]]] = {owner: [] for owner in owners}
    for owner, number, sentence in rows:
        found[owner].append((number, sentence))
    return found


def _load_said(connection: Connection, reports: Sequence[str]) -> dict[str, list[tuple[int, int, int]]]:
    """Number, start and end of the quotations and claims of each report."""
    chosen = select(statement).where(statement.c.report.in_(reports), statement.c.kind.in_(MEANT))
    found: dict[str, list[tuple[int, int, int]]] = {report: [] for report in reports}
    for row in connection.execute(chosen.order_by(statement.c.number)):
        found[row.report].append((row.number, row.start, row.end))
    return found
