"""Looking for reports and statements: by words, where some are wanted, and by what else must be so."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Select, Subquery, Table, func, select

from secondsource.model.queries import HitReport, HitStatement, Query, Term, Words
from secondsource.model.spans import Span
from secondsource.store import words
from secondsource.store.names import find_names
from secondsource.store.sentences import SHARE
from secondsource.store.tables import document, member, report, statement, supply
from secondsource.store.verdicts import telling
from secondsource.store.words import Index

MOST_RANKED = 5_000
"""Matches that are ranked, the latest ones; of more it is said that there are at least so many. Ranking one costs about
a hundredth of a millisecond."""

READ_KINDS = frozenset(["quote", "claim", "figure", "dating"])
"""Kinds of statements that reading finds; the others exist where reports were compared."""

_LAST_YEAR = "9999"
_LAST_DAY = "-99"
"""What is behind every day of a month and every month of a year, as strings go."""


@dataclass(frozen=True, slots=True)
class Match:
    """A row that was found: the number of the report or statement, and its bm25, where words were looked for."""

    number: int
    rank: float | None


@dataclass(frozen=True, slots=True)
class Page:
    """Some of the matches, the best first, and how many there are in all; or at least, with `is_least`."""

    matches: tuple[Match, ...]
    total: int
    is_least: bool


def find_reports(connection: Connection, query: Query, most: int, after: int) -> Page:
    """The reports that a query asks for; the numbers are theirs."""
    if query.words.wanted:
        index = words.REPORTS
        chosen = select(index.number.label("number"), index.rank.label("rank")).select_from(index.table)
        chosen = chosen.where(index.holds(query.words)).order_by(index.number.desc())
        return _rank(connection, chosen.where(*report_conditions(connection, query, index.report)), most, after)
    listed = select(report.c.number).where(*report_conditions(connection, query, report.c.number))
    return _list(connection, _lacking(listed, words.REPORTS, query, report.c.number), most, after)


def find_sentences(connection: Connection, telling: Sequence[str], query: Query, most: int) -> list[int]:
    """The numbers of up to `most` sentences that hold most of these words, which are given the most telling first.

    Where too many sentences hold any of them to rank them all, the less telling half is left out, again and again.
    """
    index = words.SENTENCES
    any_of = Words((tuple(Term(word) for word in telling),))
    chosen = select(index.number.label("number"), index.rank.label("rank")).select_from(index.table)
    chosen = chosen.where(index.holds(any_of), *report_conditions(connection, query, index.report))
    page = _rank(connection, chosen.order_by(index.number.desc()), most, 0)
    if page.is_least and len(telling) > 1:
        return find_sentences(connection, telling[: len(telling) // 2], query, most)
    return [match.number for match in page.matches]


def find_report_numbers(connection: Connection, query: Query, among: Sequence[int] | None = None) -> list[int]:
    """The numbers of the reports, of all or `among` these, of which what a query asks of reports is so."""
    chosen = select(report.c.number).where(*report_conditions(connection, query, report.c.number))
    return list(connection.execute(chosen if among is None else chosen.where(report.c.number.in_(among))).scalars())


def find_statements(connection: Connection, query: Query, most: int, after: int) -> Page:
    """The statements that a query asks for; the numbers are those of `statement` or `telling` (see `table_for`)."""
    table = table_for(query)
    index = words.SENTENCES
    asked = _statement_conditions(connection, query, table)
    if query.words.wanted:
        joined = index.table.join(table, table.c.sentence == index.number + 0)
        chosen = select(table.c.number.label("number"), index.rank.label("rank")).select_from(joined)
        chosen = chosen.where(index.holds(query.words), *report_conditions(connection, query, index.report), *asked)
        if query.speakers:
            spoken = select(table.c.sentence).where(table.c.speaker.in_(_known(connection, "speaker", query.speakers)))
            chosen = chosen.where((index.number + 0).in_(spoken))
        return _rank(connection, chosen.order_by(index.number.desc()), most, after)
    of_reports = report_conditions(connection, query, table.c.sentence.op("/")(SHARE))
    if query.outlets or query.stories:  # few enough reports to look through theirs alone
        few = report_conditions(connection, query, report.c.number)
        of_reports = [table.c.report.in_(select(report.c.id).where(*few))]
    listed = select(table.c.number).where(*asked, *of_reports)
    return _list(connection, _lacking(listed, index, query, table.c.sentence), most, after)


def table_for(query: Query) -> Table:
    """Where the statements stand that a query asks for: what was read, or what verdicts stand on."""
    return statement if not query.verdicts and READ_KINDS.issuperset(query.kinds) else telling


def find_unknown(connection: Connection, query: Query) -> tuple[str, ...]:
    """The names asked for that nothing in the archive has, each behind its field."""
    asked = (("outlet", query.outlets), ("speaker", query.speakers), ("agency", query.agencies))
    return tuple(
        f"{field} {value}" for field, values in asked for value in values if not find_names(connection, field, value)
    )


def _rank(connection: Connection, chosen: Select[int, float], most: int, after: int) -> Page:
    """The best of what is chosen in order of coming, backwards."""
    latest = chosen.limit(MOST_RANKED).subquery()
    ranked = select(latest.c.number, latest.c.rank, func.count().over().label("total"))
    rows = connection.execute(ranked.order_by(latest.c.rank, latest.c.number).limit(most).offset(after)).all()
    total = rows[0].total if rows else _count(connection, latest)
    return Page(tuple(Match(row.number, row.rank) for row in rows), total, total == MOST_RANKED)


def _list(connection: Connection, chosen: Select[int], most: int, after: int) -> Page:
    """The latest of what is chosen."""
    number = chosen.selected_columns[0]
    rows = connection.execute(chosen.order_by(number.desc()).limit(most).offset(after)).scalars().all()
    total = after + len(rows)
    if len(rows) == most or not rows:
        total = _count(connection, chosen.limit(MOST_RANKED).subquery())
    return Page(tuple(Match(row, None) for row in rows), total, total == MOST_RANKED)


def _count(connection: Connection, chosen: Subquery) -> int:
    return connection.execute(select(func.count()).select_from(chosen)).scalar_one()


def _lacking(chosen: Select[int], index: Index, query: Query, number: ColumnElement[int]) -> Select[int]:
    if not query.words.unwanted:
        return chosen
    return chosen.where(number.not_in(index.holding_any(query.words.unwanted)))


def _statement_conditions(connection: Connection, query: Query, table: Table) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if query.kinds:
        conditions.append(table.c.kind.in_(query.kinds))
    if query.verdicts:
        conditions.append(table.c.verdict.in_(query.verdicts))
    if query.speakers:
        conditions.append(table.c.speaker.in_(_known(connection, "speaker", query.speakers)))
    return conditions


def report_conditions(connection: Connection, query: Query, number: ColumnElement[int]) -> list[ColumnElement[bool]]:
    """What must be so of the report with this number. Each is a set that indexes give by themselves."""
    sets: list[Select[int]] = []
    numbers = select(report.c.number)
    told: list[ColumnElement[bool]] = []
    if query.outlets:
        told.append(report.c.outlet.in_(_known(connection, "outlet", query.outlets)))
    if query.first_on or query.last_on:
        last = (query.last_on or _LAST_YEAR) + _LAST_DAY
        told.append(report.c.published_on.between(query.first_on or "", last))
    if told:
        sets.append(numbers.where(*told))
    if query.agencies:
        supplied = supply.c.agency.in_(_known(connection, "agency", query.agencies))
        sets.append(numbers.join(supply, supply.c.report == report.c.id).where(supplied))
    if query.stories:
        sets.append(numbers.join(member, member.c.report == report.c.id).where(member.c.story.in_(query.stories)))
    conditions: list[ColumnElement[bool]] = [number.in_(one) for one in sets]
    if not query.earlier:
        conditions.append(number.not_in(numbers.where(report.c.is_current.is_(False))))
    return conditions


def _known(connection: Connection, field: str, asked: Sequence[str]) -> list[str]:
    return sorted({name for one in asked for name in find_names(connection, field, one)})


@dataclass(frozen=True, slots=True)
class FoundReport:
    """A report that a hit stands in, with its number and its text."""

    number: int
    told: HitReport
    text: str


@dataclass(frozen=True, slots=True)
class FoundStatement:
    """A statement that is a hit: the number of its report, and the place there of the sentence that it begins in."""

    report: int
    place: int
    told: HitStatement


def load_found_reports(connection: Connection, numbers: Sequence[int]) -> dict[int, FoundReport]:
    """The reports with these numbers."""
    joined = (
        select(report, member.c.story, document.c.place)
        .join(document, document.c.id == report.c.document)
        .outerjoin(member, member.c.report == report.c.id)
    )
    rows = connection.execute(joined.where(report.c.number.in_(numbers)))
    return {
        row.number: FoundReport(
            row.number,
            HitReport(row.id, row.place, row.title, row.outlet, row.published_on, row.story, row.is_current),
            row.text,
        )
        for row in rows
    }


def load_found_statements(connection: Connection, table: Table, numbers: Sequence[int]) -> dict[int, FoundStatement]:
    """The statements that have these numbers in the table."""
    rows = connection.execute(select(table).where(table.c.number.in_(numbers)))
    return {
        row.number: FoundStatement(
            row.sentence // SHARE,
            row.sentence % SHARE,
            HitStatement(row.kind, Span(row.start, row.end), row.speaker, row._mapping.get("verdict")),
        )
        for row in rows
    }
