"""The database of an archive: opened, brought to its present shape, read and written in transactions."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError

from secondsource.errors import ArchiveError, LimitError
from secondsource.store import migrations

NAME = "archive.sqlite"

PATIENCE_SECONDS = 120
"""How long a process waits for another that writes; a batch of `add` takes well under a second."""

CACHE_KIB = 65_536
"""Pages of the database kept in memory by a connection."""

STEPS = 20_000
"""Steps of SQLite's machine after which it is asked whether the time is up: well under a millisecond."""


Transaction = Connection
"""What every function of the store takes: an open transaction."""


class Database:
    """The tables of an archive. Every call is a transaction: all of it is stored, or nothing.

    Any number of processes may read while one writes; writers wait for each other.
    """

    def __init__(self, folder: Path) -> None:
        """Open the database in `folder`, making it if there is none. Raises ArchiveError when that is impossible."""
        self.path = folder / NAME
        self.limit_seconds: float | None = None
        """How long `reading` may take; None: as long as it takes. A server sets it, so that nobody can hold it up."""
        self._engine = _make_engine(self.path)
        with self.reading() as connection:
            is_behind = migrations.is_behind(connection)
        if is_behind:
            with self.writing() as connection:
                migrations.migrate(connection)

    @contextmanager
    def reading(self, *, at_length: bool = False) -> Iterator[Transaction]:
        """A connection that sees one state of the database throughout.

        Raises LimitError when what is asked of it takes longer than `limit_seconds`, except `at_length`, which is for
        whoever reads out everything bit by bit.
        """
        limit = None if at_length else self.limit_seconds
        with (
            self._told_as_archive_error(limit),
            self._engine.connect() as connection,
            connection.begin(),
            _stopped_after(connection, limit),
        ):
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Transaction]:
        """A connection that alone may write, until the block ends; if the block raises, nothing is changed."""
        with self._told_as_archive_error(), self._engine.connect() as connection:
            connection.execution_options(writes=True)
            with connection.begin():
                yield connection

    def back_up(self, target: Path) -> None:
        """Copy the database, as it is at this moment, to a new file; others may go on reading and writing."""
        with self._told_as_archive_error(), self._engine.connect() as connection:
            source = connection.connection.driver_connection
            assert isinstance(source, sqlite3.Connection)  # noqa: S101  a narrowing, for the type checker
            copy = sqlite3.connect(target)
            try:
                source.backup(copy, pages=1024, sleep=0.01)
            finally:
                copy.close()

    def close(self) -> None:
        """Let go of the files."""
        self._engine.dispose()

    @contextmanager
    def _told_as_archive_error(self, limit: float | None = None) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            if limit is not None and str(error.orig) == "interrupted":
                raise LimitError(
                    f"this took longer than {limit:g} seconds and was stopped; ask for less: more words, fewer days,"
                    " fewer beginnings* (the limit is the setting serve.query_seconds)"
                ) from error
            raise ArchiveError(f"{self.path}: {_say(error)}") from error


@contextmanager
def _stopped_after(connection: Connection, seconds: float | None) -> Iterator[None]:
    """Have SQLite give up what it does once this time is over."""
    driver = connection.connection.driver_connection
    if seconds is None or not isinstance(driver, sqlite3.Connection):
        yield
        return
    end = time.monotonic() + seconds
    driver.set_progress_handler(lambda: time.monotonic() > end, STEPS)
    try:
        yield
    finally:
        driver.set_progress_handler(None, 0)


def _say(error: DBAPIError) -> str:
    """What the database objects to, for the person who must act."""
    told = str(error.orig)
    if "not a database" in told:
        return "this is not a database; name another folder for the archive"
    if "full" in told:
        return "the disk is full: make room and run the command again; what was reported as stored is safe"
    if "readonly" in told or "unable to open" in told:
        return "the folder cannot be written to: name another folder with --archive, or grant access"
    if "locked" in told:
        return f"another process has been writing for {PATIENCE_SECONDS} seconds; try again later"
    if "malformed" in told:
        return "the database is damaged: restore it from a backup, or remove it and run `secondsource rebuild`"
    return told


def _make_engine(path: Path) -> Engine:
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": PATIENCE_SECONDS})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _: Any) -> None:
    connection.isolation_level = None  # transactions begin where `_begin` says, not where the driver guesses
    for pragma in (
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        f"cache_size = -{CACHE_KIB}",
        "temp_store = MEMORY",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
