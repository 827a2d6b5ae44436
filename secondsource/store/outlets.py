"""Outlets: whose text theirs comes from and goes into, and when they come, added up over all stories."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, func, select

from secondsource.model.listings import Named
from secondsource.model.outlets import Kinship, ListedOutlet, Middle, OutletOrder, PrintedReport
from secondsource.store.names import fold
from secondsource.store.tables import document, member, name, report, supply
from secondsource.store.verdicts import derivation, descent


def find_outlets(connection: Connection, asked: str, order: OutletOrder, most: int, after: int) -> list[ListedOutlet]:
    """Up to `most` outlets whose reports were compared; with `asked`, those whose names hold these words.

    The last of the words may be only begun.
    """
    chosen = _counted().where(descent.c.outlet.is_not(None)).group_by(descent.c.outlet)
    if asked.strip():
        holds = name.c.folded.like(f"%{fold(asked).rstrip()}%")
        chosen = chosen.where(descent.c.outlet.in_(select(name.c.name).where(name.c.field == "outlet", holds)))
    ordered = chosen.order_by(*([func.count().desc()] if order == "most" else []), descent.c.outlet)
    return [_to_listed(row) for row in connection.execute(ordered.limit(most).offset(after))]


def find_outlet(connection: Connection, named: str) -> ListedOutlet | None:
    """The outlet of this name; None if no report is of it."""
    row = connection.execute(_counted().where(descent.c.outlet == named)).one()
    if row.reports:
        return _to_listed(row)
    is_there = connection.execute(select(report.c.number).where(report.c.outlet == named).limit(1)).first()
    return ListedOutlet(named, 0, 0, 0, 0) if is_there else None


def count_stories(connection: Connection, named: str) -> int:
    """In how many stories an outlet has reports."""
    return connection.execute(
        select(func.count(descent.c.story.distinct())).where(descent.c.outlet == named)
    ).scalar_one()


def count_origins(connection: Connection, named: str) -> list[Kinship]:
    """The outlets, and lost originals, that reports of this one come from; those of most reports first."""
    return _count_kin(connection, derivation.c.parent_outlet, derivation.c.child_outlet == named)


def count_copies(connection: Connection, named: str) -> list[Kinship]:
    """The outlets that have reports which come from this one's; those with most first."""
    return _count_kin(connection, derivation.c.child_outlet, derivation.c.parent_outlet == named)


def _count_kin(
    connection: Connection, other: ColumnElement[str | None], is_theirs: ColumnElement[bool]
) -> list[Kinship]:
    """The derivations of an outlet by the other outlet, or the lost original."""
    by = (other, derivation.c.original, derivation.c.manner)
    children = func.count(derivation.c.child.distinct())
    rows = connection.execute(
        select(other.label("outlet"), *by[1:], children.label("reports")).where(is_theirs).group_by(*by)
    )
    return _to_kinships(rows.all())


def count_credits(connection: Connection, named: str) -> list[Named]:
    """The agencies that reports of an outlet credit, those that most credit first."""
    joined = (
        select(supply.c.agency, func.count().label("reports"))
        .select_from(descent)
        .join(supply, supply.c.report == descent.c.report)
        .where(descent.c.outlet == named)
        .group_by(supply.c.agency)
    )
    rows = connection.execute(joined.order_by(func.count().desc(), supply.c.agency))
    return [Named(row.agency, row.reports) for row in rows]


def find_own_share(connection: Connection, named: str) -> float | None:
    """The middle share of their text that an outlet's reports have to themselves."""
    return _find_median(connection, descent.c.own_share, descent.c.outlet == named).value


def find_delay(connection: Connection, named: str) -> Middle:
    """How many hours after the first outlet of a story an outlet's reports come out."""
    return _find_median(connection, descent.c.hours, descent.c.outlet == named)


def find_lag(connection: Connection, named: str) -> Middle:
    """How many hours after the report that it comes from each report of an outlet comes out."""
    return _find_median(connection, derivation.c.hours, derivation.c.child_outlet == named)


def find_printed(connection: Connection, named: str, most: int, after: int) -> list[PrintedReport]:
    """Up to `most` reports of an outlet, those that came last first."""
    theirs = select(report.c.number).where(report.c.outlet == named, report.c.is_current)
    page = theirs.order_by(report.c.number.desc()).limit(most).offset(after)
    joined = (
        select(
            *(report.c.id, document.c.place, report.c.title, report.c.published_on, member.c.story),
            *(descent.c.is_root, descent.c.own_share, descent.c.hours),
        )
        .select_from(report)
        .join(document, document.c.id == report.c.document)
        .outerjoin(member, member.c.report == report.c.id)
        .outerjoin(descent, descent.c.report == report.c.id)
        .where(report.c.number.in_(page))
        .order_by(report.c.number.desc())
    )
    return [PrintedReport(*row) for row in connection.execute(joined)]


def _counted() -> Select[Any]:
    return select(
        descent.c.outlet,
        func.count().label("reports"),
        func.count().filter(descent.c.is_root).label("roots"),
        func.count(descent.c.hours).label("timed"),
        func.count().filter(descent.c.hours == 0).label("first"),
    )


def _to_listed(row: Row[Any]) -> ListedOutlet:
    return ListedOutlet(row.outlet, row.reports, row.roots, row.timed, row.first)


def _to_kinships(rows: Sequence[Row[Any]]) -> list[Kinship]:
    """One for each other outlet or lost original, with its manners, the most frequent first."""
    manners: dict[tuple[str | None, str | None], list[tuple[Any, int]]] = {}
    for row in rows:
        manners.setdefault((row.outlet, row.original), []).append((row.manner, row.reports))
    made = [
        Kinship(
            outlet, original, sum(count for _, count in told), tuple(sorted(told, key=lambda one: (-one[1], one[0])))
        )
        for (outlet, original), told in manners.items()
    ]
    return sorted(made, key=lambda one: (-one.reports, one.outlet or "", one.original or ""))


def _find_median(connection: Connection, value: ColumnElement[float], is_theirs: ColumnElement[bool]) -> Middle:
    """The middle one of these values, of an even number the mean of the two in the middle."""
    count = connection.execute(select(func.count(value)).where(is_theirs)).scalar_one()
    if not count:
        return Middle(0, None)
    known = select(value).where(is_theirs, value.is_not(None)).order_by(value)
    middle = connection.execute(known.limit(2 - count % 2).offset((count - 1) // 2)).scalars().all()
    return Middle(count, sum(middle) / len(middle))
