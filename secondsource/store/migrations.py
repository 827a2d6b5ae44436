"""How a database comes to its present shape.

A new database is made in that shape at once. One made by an earlier secondsource goes through the steps that it lacks,
all in one transaction. To change a table: change `tables.py` or `verdicts.py`, and append to STEPS a function that does
the same to a database that has been through the steps before it (`tests/store/shapes` keeps a database of every shape
there was).
"""

from collections.abc import Callable
from datetime import UTC, datetime

from sqlalchemy import Connection, inspect, select

from secondsource.errors import ArchiveError
from secondsource.store import watches, words
from secondsource.store.stories import mark_all_changed
from secondsource.store.tables import metadata, migration
from secondsource.store.verdicts import derivation, descent, dispute, scene, voice

Step = Callable[[Connection], None]


def make_first_shape(connection: Connection) -> None:
    """Step 1: all tables, in a database that has none."""
    metadata.create_all(connection)
    words.create(connection)


def add_watches(connection: Connection) -> None:
    """Step 2: what is watched."""
    watches.create(connection)


def add_desk(connection: Connection) -> None:
    """Step 3: what the desk lists, filled when stories are judged: all of them are, again."""
    for table in (descent, derivation, dispute, scene, voice):
        table.create(connection)
    mark_all_changed(connection)


STEPS: tuple[Step, ...] = (make_first_shape, add_watches, add_desk)
"""In order; the number of a step is its place, counted from 1."""


def is_behind(connection: Connection) -> bool:
    """Whether the database lacks a step. Raises ArchiveError when it is not an archive's, or a newer one's."""
    return _shape_of(connection) < len(STEPS)


def migrate(connection: Connection) -> None:
    """Bring the database to its present shape, within the connection's transaction. Raises what `is_behind` raises."""
    shape = _shape_of(connection)
    steps = STEPS[shape:] if shape else STEPS[:1]
    for step in steps:
        step(connection)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    for number, step in enumerate(STEPS[shape:], start=shape + 1):
        connection.execute(migration.insert().values(number=number, name=step.__name__, applied_at=now))


def _shape_of(connection: Connection) -> int:
    """The number of the last step that the database has been through; 0 for an empty one."""
    names = inspect(connection).get_table_names()
    path = connection.engine.url.database
    if not names:
        return 0
    if not {"migration", "document"} <= set(names):
        raise ArchiveError(f"{path} is a database of another program; name another folder for the archive")
    last: int = max(connection.execute(select(migration.c.number)).scalars())
    if last > len(STEPS):
        raise ArchiveError(
            f"{path} was made by a newer secondsource (shape {last}; this program knows {len(STEPS)}):"
            " install that version, or name another archive"
        )
    return last
