"""The log of decisions: what a person ruled, when, and what was undone. Nothing in it is ever removed.

Whoever saves a decision, or undoes one, appends the entry for it to the archive's log in the same transaction.
"""

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, select

from secondsource.errors import ArchiveError
from secondsource.model.decisions import Decision, LoggedDecision
from secondsource.store.packing import pack, unpack
from secondsource.store.tables import decision as table


def save_decision(connection: Connection, decision: Decision, made_by: str, made_at: str) -> int:
    """Log a decision; its number."""
    row = table.insert().values(kind=decision.kind, packed=pack(decision), made_by=made_by, made_at=made_at)
    number: int = connection.execute(row.returning(table.c.number)).scalar_one()
    return number


def to_entry(number: int, decision: Decision, made_by: str, made_at: str) -> dict[str, Any]:
    """A decision as it stands in the log of the archive."""
    return {"decision": asdict(decision), "number": number, "made_by": made_by, "made_at": made_at}


def to_undone_entry(number: int, undone_by: str, undone_at: str) -> dict[str, Any]:
    """The undoing of a decision as it stands in the log of the archive."""
    return {"undone": number, "undone_by": undone_by, "undone_at": undone_at}


def enter_entry(connection: Connection, entry: Mapping[str, Any]) -> LoggedDecision | None:
    """Enter what the log says of a decision; the decision, None if all is known. Raises ArchiveError for nonsense.

    Of two entries with one number the first was never stored, for its process was killed: the last counts.
    """
    try:
        if "undone" in entry:
            number = int(entry["undone"])
            if not mark_undone(connection, number, entry["undone_by"], entry["undone_at"]):
                return None
        else:
            number, made = int(entry["number"]), msgspec.convert(entry["decision"], Decision)
            known = find_decision(connection, number)
            logged = LoggedDecision(number, made, entry["made_by"], entry["made_at"])
            if known and replace(known, undone_by=None, undone_at=None) == logged:
                return None
            connection.execute(table.delete().where(table.c.number == number))
            values = {"number": number, "made_by": logged.made_by, "made_at": logged.made_at}
            connection.execute(table.insert().values(kind=made.kind, packed=pack(made), **values))
    except (KeyError, ValueError, msgspec.ValidationError) as error:
        raise ArchiveError(f"the log has an entry that makes no sense ({error}): restore it from a backup") from error
    return find_decision(connection, number)


def find_decision(connection: Connection, number: int) -> LoggedDecision | None:
    """The decision with this number, whether it holds or was undone; None if there is none."""
    row = connection.execute(select(table).where(table.c.number == number)).first()
    return None if row is None else _to_logged(row)


def mark_undone(connection: Connection, number: int, undone_by: str, undone_at: str) -> bool:
    """Say that a decision no longer holds; False when there is none with this number, or it was undone before."""
    open_one = (table.c.number == number) & table.c.undone_at.is_(None)
    row = table.update().where(open_one).values(undone_by=undone_by, undone_at=undone_at)
    return connection.execute(row).rowcount == 1


def load_decisions(connection: Connection, *, undone: bool = False) -> list[LoggedDecision]:
    """The decisions that hold, in the order in which they were made; with `undone`, the others too."""
    chosen = select(table).order_by(table.c.number)
    rows = connection.execute(chosen if undone else chosen.where(table.c.undone_at.is_(None)))
    return [_to_logged(row) for row in rows]


def _to_logged(row: Row[tuple[object, ...]]) -> LoggedDecision:
    return LoggedDecision(
        row.number, unpack(row.packed, Decision), row.made_by, row.made_at, row.undone_by, row.undone_at
    )
