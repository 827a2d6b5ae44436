"""Lists read slice by slice: each goes on behind a row, so that what comes meanwhile neither repeats nor hides any."""

from dataclasses import dataclass

from sqlalchemy import Connection, and_, or_, select

from secondsource.model.disputes import Dispute, DisputeFilter
from secondsource.model.queries import HitReport, Query
from secondsource.store.searches import load_found_reports, report_conditions
from secondsource.store.tables import report
from secondsource.store.verdicts import dispute


@dataclass(frozen=True, slots=True)
class NumberedReport:
    """A report in short, with the number under which it came."""

    number: int
    told: HitReport


def find_report_slice(
    connection: Connection, query: Query, language: str | None, most: int, before: int | None
) -> list[NumberedReport]:
    """Up to `most` reports of which what a query asks of reports is so, the one that was added last first."""
    chosen = select(report.c.number).where(*report_conditions(connection, query, report.c.number))
    if language is not None:
        chosen = chosen.where(report.c.language == language)
    if before is not None:
        chosen = chosen.where(report.c.number < before)
    numbers = list(connection.execute(chosen.order_by(report.c.number.desc()).limit(most)).scalars())
    found = load_found_reports(connection, numbers)
    return [NumberedReport(number, found[number].told) for number in numbers]


def find_dispute_slice(
    connection: Connection, asked: DisputeFilter, most: int, after: tuple[str, str] | None = None
) -> list[Dispute]:
    """Up to `most` disputes, the one found last first; `after` is when the one before was found, and its id."""
    chosen = select(dispute)
    for column in (dispute.c.story, dispute.c.kind, dispute.c.verdict):
        wanted = getattr(asked, column.name)
        if wanted is not None:
            chosen = chosen.where(column == wanted)
    if after is not None:
        found_at, last = after
        chosen = chosen.where(dispute.c.found_at <= found_at).where(
            or_(dispute.c.found_at < found_at, and_(dispute.c.found_at == found_at, dispute.c.id > last))
        )
    rows = connection.execute(chosen.order_by(dispute.c.found_at.desc(), dispute.c.id).limit(most))
    return [Dispute(row.id, row.story, row.kind, row.verdict, row.title, row.point, row.found_at) for row in rows]
