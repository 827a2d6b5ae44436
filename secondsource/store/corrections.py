"""What a person who corrects the machine is shown: reports by name, and stories that another could be one with."""

from collections.abc import Sequence

from sqlalchemy import Connection, func, select

from secondsource.model.queries import HitReport, Term, Words
from secondsource.store import words
from secondsource.store.tables import document, member, report

MOST_LOOKED_AT = 200
"""Reports, the latest that hold a word of a title, whose stories are looked at."""


def load_names(connection: Connection, reports: Sequence[str]) -> dict[str, HitReport]:
    """The reports with these ids, in short."""
    joined = (
        select(
            *(report.c.id, document.c.place, report.c.title, report.c.outlet, report.c.published_on),
            *(member.c.story, report.c.is_current),
        )
        .join(document, document.c.id == report.c.document)
        .outerjoin(member, member.c.report == report.c.id)
        .where(report.c.id.in_(reports))
    )
    return {row.id: HitReport(*row) for row in connection.execute(joined)}


def find_titled_alike(connection: Connection, titled: Sequence[str], story: str, most: int) -> list[str]:
    """Up to `most` other stories whose reports have most of these words in their titles, the most alike first."""
    if not titled:
        return []
    index = words.REPORTS
    any_of = Words((tuple(Term(word) for word in titled),))
    latest = (
        select(index.number.label("number"), index.rank.label("rank"))
        .select_from(index.table)
        .where(index.holds_in_title(any_of))
        .order_by(index.number.desc())
        .limit(MOST_LOOKED_AT)
        .subquery()
    )
    joined = (
        select(member.c.story)
        .select_from(latest)
        .join(report, report.c.number == latest.c.number)
        .join(member, member.c.report == report.c.id)
        .where(member.c.story != story)
        .group_by(member.c.story)
        .order_by(func.min(latest.c.rank), member.c.story)
        .limit(most)
    )
    return list(connection.execute(joined).scalars())
