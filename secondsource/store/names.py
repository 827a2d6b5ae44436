"""The names that reports are looked for by, folded so that case and accents do not matter."""

from collections.abc import Iterable

from sqlalchemy import Connection, select

from secondsource.store.tables import name as table
from secondsource.text.naming import name_words


def save_names(connection: Connection, field: str, names: Iterable[str | None]) -> None:
    """Enter the names that are not there yet; `field` is "outlet", "agency" or "speaker"."""
    given = sorted({name for name in names if name})
    if not given:
        return
    known = set(
        connection.execute(select(table.c.name).where(table.c.field == field, table.c.name.in_(given))).scalars()
    )
    rows = [{"field": field, "name": name, "folded": fold(name)} for name in given if name not in known]
    if rows:
        connection.execute(table.insert(), rows)


def find_names(connection: Connection, field: str, asked: str) -> list[str]:
    """The names of this field that hold the words of `asked`, one after the other."""
    like = table.c.folded.like(f"%{fold(asked)}%")
    return list(connection.execute(select(table.c.name).where(table.c.field == field, like)).scalars())


def fold(name: str) -> str:
    """The words of a name, plain, each between blanks; nothing in it means anything to LIKE."""
    return f" {' '.join(name_words(name))} "
