"""An archive that cannot be opened or written says so in a line that tells what to do, and stays as it was."""

import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from secondsource.archive.adding import store
from secondsource.archive.archives import Archive
from secondsource.errors import ArchiveError
from secondsource.store.database import NAME
from secondsource.store.documents import count_documents
from secondsource.store.migrations import STEPS
from tests.archive.arrivals import arrive_many, faults

ROOT = Path(__file__).parents[2]


def count(archive: Archive) -> int:
    with archive.database.reading() as connection:
        return count_documents(connection)


def test_no_archive_there(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match=r"there is no archive in .*: `secondsource add` makes one"):
        Archive(tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text("a shopping list\n" * 100)
    with pytest.raises(ArchiveError, match="this is not a database"):
        Archive(tmp_path)


def test_a_database_of_another_program(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / NAME) as other:
        other.execute("CREATE TABLE recipe (name TEXT)")
    other.close()
    with pytest.raises(ArchiveError, match="database of another program"):
        Archive(tmp_path, make=True)


def test_a_database_of_a_newer_program(archive: Archive) -> None:
    archive.close()
    with sqlite3.connect(archive.database.path) as newer:
        newer.execute("INSERT INTO migration VALUES (?, 'from_the_future', '2040-01-01')", [len(STEPS) + 1])
    newer.close()
    with pytest.raises(ArchiveError, match=r"made by a newer secondsource .*: install that version"):
        Archive(archive.folder)


def test_a_database_that_is_damaged(archive: Archive) -> None:
    store(archive, arrive_many(40))
    archive.close()
    size = archive.database.path.stat().st_size
    with archive.database.path.open("r+b") as stream:
        stream.seek(size // 4)
        stream.write(b"\xff" * (size // 2))
    with pytest.raises(ArchiveError, match="damaged: restore it from a backup, or remove it and run"):
        _look_through(archive.folder)


def _look_through(folder: Path) -> None:
    with Archive(folder) as opened:
        found = faults(opened)
        raise ArchiveError("; ".join(told.why for told in found) or "nothing was found")


@pytest.mark.parametrize("pages", [0, 20])
def test_a_full_disk_loses_nothing(archive: Archive, pages: int) -> None:
    store(archive, arrive_many(8))
    room = archive.database.path
    archive.close()
    with sqlite3.connect(room) as connection:
        used = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.close()
    with Archive(archive.folder) as small:
        _limit(small, used + pages)
        with pytest.raises(ArchiveError, match="the disk is full: make room and run the command again"):
            _store_many(small)
        before = count(small)
    with Archive(archive.folder) as roomy:
        assert count(roomy) == before
        assert faults(roomy) == []
        _store_many(roomy)
        assert count(roomy) == 80
        assert faults(roomy) == []


def _store_many(archive: Archive) -> None:
    for start in range(0, 80, 4):
        store(archive, arrive_many(80)[start : start + 4])


def _limit(archive: Archive, pages: int) -> None:
    """Have the database stop growing at so many pages, as on a disk without room."""
    from sqlalchemy import event

    event.listen(
        archive.database._engine,
        "connect",
        lambda raw, _: raw.execute(f"PRAGMA max_page_count = {pages}"),
        insert=False,
    )
    archive.database._engine.dispose()


LARGE = """
import resource, signal, sys
from pathlib import Path
from secondsource.archive.archives import Archive
from secondsource.archive.adding import store
from secondsource.errors import ArchiveError
from tests.archive.arrivals import arrive
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with Archive(Path(sys.argv[1])) as archive:
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, resource.RLIM_INFINITY))
    try:
        store(archive, [arrive("/news/large.txt", "A bell rang. " * 100_000)])
    except ArchiveError as error:
        print(error)
"""


def test_no_room_for_the_bytes(archive: Archive) -> None:
    store(archive, arrive_many(4))
    done = subprocess.run(
        [sys.executable, "-c", LARGE, str(archive.folder)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert "cannot store bytes in" in done.stdout
    assert count(archive) == 4
    assert faults(archive) == []
    assert not list(archive.folder.rglob(".*"))


@pytest.fixture
def forbidden() -> Iterator[Path]:
    """The folder of an archive that may be read and not written, also by root, who is somebody else meanwhile."""
    with TemporaryDirectory() as name:
        folder = Path(name) / "archive"
        with Archive(folder, make=True) as archive:
            store(archive, arrive_many(4))
        for path in (folder, folder.parent):
            path.chmod(0o555)
        user = os.geteuid()
        if user == 0:
            os.seteuid(65534)
        yield folder
        os.seteuid(user)
        for path in (folder, folder.parent):
            path.chmod(0o755)


def test_a_folder_that_may_not_be_written(forbidden: Path) -> None:
    with pytest.raises(ArchiveError, match="cannot be written to: name another folder with --archive"):
        Archive(forbidden)
    with pytest.raises(ArchiveError, match=r"cannot make the folder .*: Permission denied; name another"):
        Archive(forbidden.parent / "other", make=True)


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ArchiveError, match=r"cannot make the folder .*; name another with --archive"):
        Archive(tmp_path / "file" / "archive", make=True)


def test_bytes_that_changed_or_went_are_found(archive: Archive) -> None:
    store(archive, arrive_many(3))
    first, second, _ = (path for path in sorted((archive.folder / "bytes").rglob("*")) if path.is_file())
    first.chmod(0o644)
    first.write_bytes(b"other words")
    second.unlink()
    found = [told.why for told in faults(archive)]
    assert sorted("not what was stored" in why for why in found) == [False, True]
    assert all("restore them from a backup" in why for why in found)


@pytest.mark.parametrize(
    ("damage", "wanted"),
    [
        ("DELETE FROM member", "is in no story"),
        ("UPDATE report SET text = text || ' And so on.'", "its row says otherwise than its reading"),
        ("DELETE FROM report", "is not in the database|neither read nor rejected|refers to"),
        ("UPDATE report SET is_current = 0", "none or several latest versions"),
        ("UPDATE story SET reports = reports + 1", "another number of reports"),
        ("INSERT INTO word (word) VALUES ('delete-all')", "index of words"),
    ],
)
def test_rows_that_do_not_agree_are_found(archive: Archive, damage: str, wanted: str) -> None:
    store(archive, arrive_many(3))
    with archive.database.writing() as connection:
        connection.exec_driver_sql(damage)
    assert any(re.search(wanted, told.why) for told in faults(archive))
