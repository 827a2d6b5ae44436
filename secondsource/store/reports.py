"""Reports as they are remembered, each with what was read from it; one row a version of an article."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from secondsource.model.readings import Note, Reading
from secondsource.model.reports import Report
from secondsource.model.spans import Span
from secondsource.model.statements import Statements
from secondsource.store import names, words
from secondsource.store.packing import pack, unpack
from secondsource.store.sentences import remove_sentences, save_sentences
from secondsource.store.statements import save_statements
from secondsource.store.tables import document, meaning, statement, supply
from secondsource.store.tables import reading as readings
from secondsource.store.tables import report as table

MOST_ASKED = 10_000
"""Ids named in one question; SQLite takes 32,766."""


@dataclass(frozen=True, slots=True)
class Makers:
    """The versions of the stages that made what is stored of a report."""

    annotated_by: str
    extracted_by: str


@dataclass(frozen=True, slots=True)
class StoredReport:
    """A version of an article: its reading, its statements, and what made them."""

    document: str
    article: str
    seen_at: str
    is_current: bool
    reading: Reading
    statements: Statements
    makers: Makers

    @property
    def id(self) -> str:
        return self.reading.report.id


@dataclass(frozen=True, slots=True)
class Version:
    """One version of an article: the id of its report, and when the article had these words."""

    report: str
    seen_at: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class _Unparsed:
    """What is read of a packed reading by who does not need its parse."""

    report: Report
    sentences: tuple[Span, ...]
    anchored_on: str | None = None
    anchored_by: str | None = None
    notes: tuple[Note, ...] = ()

    @property
    def reading(self) -> Reading:
        return Reading(self.report, self.sentences, (), (), (), self.anchored_on, self.anchored_by, self.notes)


def save_report(connection: Connection, stored: StoredReport) -> None:
    """Enter a report and everything read from it."""
    connection.execute(
        table.insert().values(
            id=stored.id,
            document=stored.document,
            article=stored.article,
            seen_at=stored.seen_at,
            is_current=stored.is_current,
            **_told(stored.reading.report),
        )
    )
    _enter_read(connection, stored.reading, stored.statements, stored.makers)


def replace_reading(connection: Connection, reading: Reading, statements: Statements, makers: Makers) -> None:
    """Put a new reading of the same document in the place of the one that is stored."""
    report = reading.report.id
    _remove_words(connection, report)
    for derived in (readings, supply, statement, meaning):
        connection.execute(derived.delete().where(derived.c.report == report))
    connection.execute(table.update().where(table.c.id == report).values(_told(reading.report)))
    _enter_read(connection, reading, statements, makers)


def mark_read(connection: Connection, report: str, makers: Makers) -> None:
    """Say that these versions of the stages would read a report just as it is stored."""
    made = {"annotated_by": makers.annotated_by, "extracted_by": makers.extracted_by}
    connection.execute(readings.update().where(readings.c.report == report).values(made))


def mark_all_stale(connection: Connection) -> None:
    """Have every report annotated and its statements extracted again."""
    connection.execute(readings.update().values(annotated_by="", extracted_by=""))


def remove_report(connection: Connection, report: str) -> None:
    """Take a report out, with everything that was read from it; its document and bytes stay."""
    _remove_words(connection, report)
    connection.execute(table.delete().where(table.c.id == report))


def load_report(connection: Connection, report: str) -> StoredReport:
    """The report with this id. Raises KeyError if there is none."""
    found = load_reports(connection, [report])
    if not found:
        raise KeyError(report)
    return found[0]


def find_report(connection: Connection, report: str | None) -> StoredReport | None:
    """The report with this id, if there is one."""
    found = load_reports(connection, [report]) if report else []
    return found[0] if found else None


def find_article(connection: Connection, report: str) -> str | None:
    """The article that a report is a version of."""
    return connection.execute(select(table.c.article).where(table.c.id == report)).scalar()


def find_document(connection: Connection, report: str) -> str | None:
    """The id of the document that a report was read from."""
    return connection.execute(select(table.c.document).where(table.c.id == report)).scalar()


def load_reports(connection: Connection, reports: Sequence[str], *, with_parse: bool = True) -> list[StoredReport]:
    """The reports with these ids, in the order in which they were added; ids that nothing has are passed over.

    Without their parse (tokens, names, times) they are there in a third of the time.
    """
    joined = select(table, readings).join(readings, readings.c.report == table.c.id)
    rows = connection.execute(joined.where(table.c.id.in_(reports)).order_by(table.c.number))
    return [
        StoredReport(
            row.document,
            row.article,
            row.seen_at,
            row.is_current,
            unpack(row.reading, Reading) if with_parse else unpack(row.reading, _Unparsed).reading,
            unpack(row.statements, Statements),
            Makers(row.annotated_by, row.extracted_by),
        )
        for row in rows
    ]


def find_versions(connection: Connection, article: str) -> list[Version]:
    """All versions of an article, the earliest first."""
    rows = connection.execute(
        select(table.c.id, table.c.seen_at, table.c.is_current)
        .where(table.c.article == article)
        .order_by(table.c.seen_at, table.c.number)
    )
    return [Version(row.id, row.seen_at, row.is_current) for row in rows]


def find_current(connection: Connection, reports: Sequence[str]) -> dict[str, str]:
    """For each of these reports, the report that is the latest version of the same article."""
    latest = table.alias()
    joined = select(table.c.id, latest.c.id).join(latest, latest.c.article == table.c.article)
    found: dict[str, str] = {}
    for start in range(0, len(reports), MOST_ASKED):
        asked = table.c.id.in_(reports[start : start + MOST_ASKED])
        found.update((row[0], row[1]) for row in connection.execute(joined.where(asked, latest.c.is_current)))
    return found


def mark_current(connection: Connection, article: str, report: str) -> None:
    """Say that this version of the article is the latest."""
    connection.execute(table.update().where(table.c.article == article).values(is_current=table.c.id == report))


def find_same_words(connection: Connection, article: str, other: Report, seen_at: str) -> str | None:
    """The version of an article that has the very title and text of this report, if it is the one seen next to then.

    An article that has earlier words again has a new version.
    """
    versions = select(table.c.id, table.c.title, table.c.text).where(table.c.article == article)
    before = versions.where(table.c.seen_at <= seen_at).order_by(table.c.seen_at.desc(), table.c.number.desc())
    after = versions.where(table.c.seen_at > seen_at).order_by(table.c.seen_at, table.c.number)
    nearest = (connection.execute(side.limit(1)).first() for side in (before, after))
    return next((row.id for row in nearest if row and (row.title, row.text) == (other.title, other.text)), None)


def find_articles(connection: Connection, address: str) -> list[str]:
    """The articles at an address, of whatever outlet."""
    at = (table.c.article == address) | table.c.article.startswith(f"{address} ", autoescape=True)
    return list(connection.execute(select(table.c.article).where(at).distinct().order_by(table.c.article)).scalars())


def find_edited(connection: Connection, reports: Sequence[str]) -> list[str]:
    """Those of these reports' articles that have several versions, in the order in which they came."""
    version = table.alias()
    joined = select(table.c.article).join(version, version.c.article == table.c.article).where(table.c.id.in_(reports))
    several = joined.group_by(table.c.article).having(func.count(version.c.id.distinct()) > 1)
    return list(connection.execute(several.order_by(func.min(table.c.number))).scalars())


def is_taken(connection: Connection, report: str) -> bool:
    """Whether a report has this id, or had it when it could be read."""
    return connection.execute(select(document.c.number).where(document.c.report == report)).first() is not None


def _told(report: Report) -> dict[str, str | None]:
    """What the row of a report says of it."""
    return {
        "title": report.title,
        "text": report.text,
        "outlet": report.outlet,
        "language": report.language,
        "published_on": report.published_on,
    }


def _enter_read(connection: Connection, reading: Reading, statements: Statements, makers: Makers) -> None:
    """Enter what was read from a report that has its row: the reading packed, and what search looks into."""
    report = reading.report
    number = _number_of(connection, report.id)
    save_sentences(connection, number, reading.sentences)
    words.enter(connection, number)
    connection.execute(
        readings.insert().values(
            report=report.id,
            reading=pack(reading),
            statements=pack(statements),
            annotated_by=makers.annotated_by,
            extracted_by=makers.extracted_by,
        )
    )
    agencies = list(dict.fromkeys(report.agencies))
    if agencies:
        connection.execute(supply.insert(), [{"report": report.id, "agency": agency} for agency in agencies])
    save_statements(connection, number, reading, statements)
    names.save_names(connection, "outlet", [report.outlet])
    names.save_names(connection, "agency", agencies)
    names.save_names(connection, "speaker", (one.speaker for one in statements.attributions))


def _remove_words(connection: Connection, report: str) -> None:
    """Take a report's words and sentences out of the indexes."""
    number = _number_of(connection, report)
    words.remove(connection, number)
    remove_sentences(connection, number)


def _number_of(connection: Connection, report: str) -> int:
    number: int = connection.execute(select(table.c.number).where(table.c.id == report)).scalar_one()
    return number
