"""A backup is an archive of its own, whole, though others were writing while it was made."""

from pathlib import Path

import pytest

from secondsource.archive.adding import store
from secondsource.archive.archives import Archive
from secondsource.archive.backups import back_up
from secondsource.errors import ArchiveError
from secondsource.store.documents import count_documents
from tests.archive.arrivals import arrive_many, faults
from tests.archive.test_killing import run


def test_a_backup_made_while_others_add(archive: Archive, tmp_path: Path) -> None:
    store(archive, arrive_many(8))
    adder = run("tests.archive.adders", str(archive.folder), "8")
    counts = []
    while not counts or adder.poll() is None:
        back_up(archive, tmp_path / "copy")
        with Archive(tmp_path / "copy") as copy:
            assert faults(copy) == []
            with copy.database.reading() as connection:
                counts.append(count_documents(connection))
    adder.communicate()
    back_up(archive, tmp_path / "copy")
    with Archive(tmp_path / "copy") as copy:
        assert faults(copy) == []
        with copy.database.reading() as connection:
            assert counts[0] >= 8
            assert count_documents(connection) == 48


def test_an_empty_archive_has_a_backup(archive: Archive, tmp_path: Path) -> None:
    assert back_up(archive, tmp_path / "copy") == 0
    with Archive(tmp_path / "copy") as copy:
        assert faults(copy) == []


def test_a_backup_does_not_overwrite_something_else(archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "one.txt").write_text("Dear Ada")
    with pytest.raises(ArchiveError, match="holds something that is no backup"):
        back_up(archive, tmp_path / "letters")
    with pytest.raises(ArchiveError, match="is the archive itself"):
        back_up(archive, archive.folder)
