"""Whether the rows of the database agree with each other."""

from collections.abc import Iterator

from sqlalchemy import Connection, func, select, text

from secondsource.store import words
from secondsource.store.reports import StoredReport
from secondsource.store.sentences import load_sentences
from secondsource.store.statements import statement_rows
from secondsource.store.tables import member, report, sketch, statement, story

MOST = 20
"""Lines of a check of SQLite's own that are told; a damaged file gives thousands."""


def find_broken(connection: Connection) -> Iterator[str]:
    """What is wrong with the file, with references between rows, and with the membership of stories."""
    for row in connection.execute(text(f"PRAGMA integrity_check({MOST})")):
        if row[0] != "ok":
            yield f"{row[0]}: restore the database from a backup, or remove it and run `secondsource rebuild`"
    for row in connection.execute(text("PRAGMA foreign_key_check")).fetchmany(MOST):
        yield f"a row of {row[0]} refers to a {row[2]} that is not there: run `secondsource rebuild --everything`"
    latest = func.count().filter(report.c.is_current)
    unsettled = select(report.c.article).group_by(report.c.article).having(latest != 1)
    for found in connection.execute(unsettled).scalars():
        yield f"article {found} has none or several latest versions: run `secondsource rebuild --everything`"
    homeless = select(report.c.id).where(report.c.is_current, report.c.id.not_in(select(member.c.report)))
    for found in connection.execute(homeless).scalars():
        yield f"report {found} is in no story: run `secondsource rebuild`"
    unsketched = select(member.c.report).where(member.c.report.not_in(select(sketch.c.report)))
    for found in connection.execute(unsketched).scalars():
        yield f"report {found} is in a story, and grouping does not know it: run `secondsource rebuild`"
    counted = select(member.c.story, func.count().label("reports")).group_by(member.c.story).subquery()
    joined = story.outerjoin(counted, counted.c.story == story.c.id)
    wrong = select(story.c.id).select_from(joined).where(story.c.reports.is_distinct_from(counted.c.reports))
    for found in connection.execute(wrong).scalars():
        yield f"story {found} has another number of reports than it says: run `secondsource rebuild`"


def agrees_with_words(connection: Connection) -> bool:
    """Whether the index of words is exactly that of the reports; the connection must be one that may write."""
    return words.check(connection)


def find_rows_amiss(connection: Connection, stored: StoredReport) -> Iterator[str]:
    """What the rows of a report say otherwise than its reading and statements."""
    row = connection.execute(select(report).where(report.c.id == stored.id)).one()
    told = stored.reading.report
    if (row.title, row.text, row.outlet, row.published_on) != (told.title, told.text, told.outlet, told.published_on):
        yield "its row says otherwise than its reading"
    held = connection.execute(select(statement).where(statement.c.report == stored.id).order_by(statement.c.number))
    wanted = statement_rows(row.number, stored.reading, stored.statements)
    if [{name: row._mapping[name] for name in wanted[0]} for row in held] != wanted if wanted else held.first():
        yield "the statements that search finds are not those that were read"
    if load_sentences(connection, [row.number])[row.number] != list(stored.reading.sentences):
        yield "the sentences that search finds are not those that were read"
