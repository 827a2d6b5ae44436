from pathlib import Path

import pytest

from secondsource.errors import LimitError
from secondsource.store.database import Database

COSTLY = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000000) SELECT count(*) FROM n"
CHEAP = "SELECT 1"


@pytest.fixture
def database(tmp_path: Path) -> Database:
    database = Database(tmp_path)
    database.limit_seconds = 0.2
    return database


def test_what_takes_too_long_is_stopped_and_the_limit_is_named(database: Database) -> None:
    told = r"longer than 0\.2 seconds .*serve\.query_seconds"
    with pytest.raises(LimitError, match=told), database.reading() as connection:
        connection.exec_driver_sql(COSTLY).scalar()


def test_the_next_question_has_its_whole_time_again(database: Database) -> None:
    with pytest.raises(LimitError), database.reading() as connection:
        connection.exec_driver_sql(COSTLY).scalar()
    with database.reading() as connection:
        assert connection.exec_driver_sql(CHEAP).scalar() == 1


def test_whoever_reads_at_length_and_whoever_writes_has_no_limit(database: Database) -> None:
    database.limit_seconds = 0.0
    some = COSTLY.replace("100000000", "300000")
    with pytest.raises(LimitError), database.reading() as connection:
        connection.exec_driver_sql(some).scalar()
    with database.reading(at_length=True) as connection:
        assert connection.exec_driver_sql(some).scalar() == 300_000
    with database.writing() as connection:
        assert connection.exec_driver_sql(some).scalar() == 300_000
