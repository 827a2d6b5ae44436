"""Everything in order, read bit by bit: reports by the number under which they came, stories by their ids."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from secondsource.model.reports import Rejection, Report
from secondsource.model.statements import Statements
from secondsource.store.packing import unpack
from secondsource.store.tables import member, rejection, report, story
from secondsource.store.tables import reading as readings


@dataclass(frozen=True, slots=True)
class Told:
    """A report without its sentences and words, with what it says; `number` is its place in the order of coming."""

    number: int
    report: Report
    statements: Statements
    story: str | None
    is_current: bool
    seen_at: str


@dataclass(frozen=True, slots=True)
class ReadReportOnly:
    """Of a reading, the report."""

    report: Report


def load_told(connection: Connection, after: int, most: int) -> list[Told]:
    """Up to `most` reports whose number is above `after`, in order."""
    joined = (
        select(report.c.number, report.c.is_current, report.c.seen_at, member.c.story, readings)
        .join(readings, readings.c.report == report.c.id)
        .outerjoin(member, member.c.report == report.c.id)
    )
    rows = connection.execute(joined.where(report.c.number > after).order_by(report.c.number).limit(most))
    return [
        Told(
            row.number,
            unpack(row.reading, ReadReportOnly).report,
            unpack(row.statements, Statements),
            row.story,
            row.is_current,
            row.seen_at,
        )
        for row in rows
    ]


def find_story_ids(connection: Connection, after: str, most: int) -> Sequence[str]:
    """Up to `most` ids of stories behind `after`, in order."""
    ids = select(story.c.id).where(story.c.id > after).order_by(story.c.id).limit(most)
    return connection.execute(ids).scalars().all()


def load_rejections_after(connection: Connection, after: int, most: int) -> list[tuple[int, str, Rejection]]:
    """Up to `most` rejections whose number is above `after`, in order, each with its number and instant."""
    chosen = select(rejection).where(rejection.c.number > after).order_by(rejection.c.number).limit(most)
    return [
        (row.number, row.added_at, Rejection(row.place, row.reason, row.detail)) for row in connection.execute(chosen)
    ]
