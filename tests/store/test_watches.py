"""What is remembered of feeds and pages, in a database of this shape and of the one before."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from secondsource.store import watches
from secondsource.store.database import NAME, Database
from secondsource.store.verdicts import derivation, descent, dispute, scene, voice
from secondsource.store.watches import Feed, Listed

AT, LATER = "2031-06-03T12:00:00+00:00", "2031-06-03T13:00:00+00:00"
FEED, OTHER, SITE = "https://desk.example/feed", "https://desk.example/sport", "https://desk.example"


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(tmp_path)
    yield database
    database.close()


def listed(name: str, stamp: str = "1", published_at: str = AT) -> Listed:
    return Listed(f"{SITE}/{name}", SITE, stamp, published_at)


def due(database: Database, feed: str = FEED, at: str = AT, most: int = 9) -> list[str]:
    with database.reading() as connection:
        return [page.address.rpartition("/")[2] for page in watches.find_due(connection, feed, at, most)]


def have(database: Database, again: str | None = None) -> None:
    """Have had every page that is due."""
    with database.writing() as connection:
        for page in watches.find_due(connection, FEED, LATER, 9):
            watches.save_page(connection, replace(page, had_at=AT, visits=page.visits + 1, due_at=again))


def enter(database: Database, *entries: Listed, feed: str = FEED, at: str = AT) -> int:
    with database.writing() as connection:
        return watches.list_pages(connection, feed, entries, at)


def test_the_newest_pages_come_first_and_those_that_were_had_last(database: Database) -> None:
    assert enter(database, listed("old", published_at="2031-06-01"), listed("new"), listed("unknown", "1", "")) == 3
    assert due(database) == ["new", "old", "unknown"]
    assert due(database, most=2) == ["new", "old"]
    have(database, again=LATER)
    assert due(database) == []
    assert enter(database, listed("latest")) == 1
    assert due(database, at=LATER) == ["latest", "new", "old", "unknown"]


def test_a_page_is_due_again_only_when_its_entry_changes(database: Database) -> None:
    assert enter(database, listed("weir")) == 1
    assert enter(database, listed("weir", "2")) == 0  # it is due already
    have(database)
    assert enter(database, listed("weir", "2")) == 0
    assert enter(database, listed("weir", "3")) == 1
    assert due(database) == ["weir"]


def test_two_feeds_may_tell_of_a_page_in_different_words(database: Database) -> None:
    enter(database, listed("weir", "1"))
    have(database)
    assert enter(database, listed("weir", "other words"), feed=OTHER) == 0
    assert due(database) == due(database, OTHER) == []
    assert enter(database, listed("weir", "edited"), feed=OTHER) == 1
    assert due(database) == due(database, OTHER) == ["weir"]


def test_feeds_and_sites_are_remembered(database: Database) -> None:
    with database.writing() as connection:
        assert watches.load_feed(connection, FEED) is None
        asked = Feed(FEED, '"1"', "Tuesday", AT, LATER, 2, "status 429", (OTHER,))
        watches.save_feed(connection, asked)
        assert watches.load_feed(connection, FEED) == asked
        assert watches.load_named(connection) == []
        watches.name_feeds(connection, [FEED, OTHER, FEED])
        assert watches.load_named(connection) == [FEED, OTHER]
        assert watches.load_feed(connection, FEED) == asked
        watches.save_feed(connection, replace(asked, failures=0))
        assert watches.load_named(connection) == [FEED, OTHER]
        assert watches.forget_feed(connection, FEED)
        assert not watches.forget_feed(connection, FEED)
        assert watches.load_named(connection) == [OTHER]
        watches.rest_site(connection, SITE, AT)
        watches.rest_site(connection, SITE, LATER)
        assert watches.load_resting(connection, AT) == {SITE: LATER}
        assert watches.load_resting(connection, LATER) == {}


def test_a_database_of_the_first_shape_comes_to_have_the_tables(database: Database, tmp_path: Path) -> None:
    names = [table.name for table in (*watches.TABLES, descent, derivation, dispute, scene, voice)]
    database.close()
    with sqlite3.connect(tmp_path / NAME) as old:
        for name in names:
            old.execute(f"DROP TABLE {name}")
        old.execute("DELETE FROM migration WHERE name = 'add_watches'")
        old.execute("DELETE FROM migration WHERE number > 1")
    old.close()
    again = Database(tmp_path)
    try:
        assert enter(again, listed("weir")) == 1
    finally:
        again.close()
    with sqlite3.connect(tmp_path / NAME) as new:
        taken = new.execute("SELECT number, name FROM migration WHERE number > 1").fetchall()
        assert taken == [(2, "add_watches"), (3, "add_desk")]
    new.close()
