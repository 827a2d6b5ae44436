"""Everything that is derived can be made again from bytes and log, and only what is out of date is made again."""

import importlib
from pathlib import Path

import pytest
from sqlalchemy import select

from secondsource.archive import makers, rebuilding
from secondsource.archive.adding import add
from secondsource.archive.archives import Archive
from secondsource.archive.judging import judge_changed
from secondsource.archive.rebuilding import rebuild
from secondsource.engines.local import Local
from secondsource.store.tables import metadata
from tests.archive.arrivals import faults

ALONE = Local(workers=0)

REPORTS = {
    "a.txt": "The Orle\n\nThe bridge at Brindle fell on Monday.\n\n“Nobody was hurt,” said Mayor Ada Vance.\n",
    "b.txt": "Halse News\n\nA lorry broke the bridge at Brindle.\n\nMayor Ada Vance said nobody was hurt.\n",
    "c.txt": "",
}


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an archive with two reports of one event and a document that cannot be read."""
    folder = tmp_path_factory.mktemp("rebuilding")
    for name, text in REPORTS.items():
        (folder / name).write_text(text)
    with Archive(folder / "archive", make=True, now=lambda: "2031-04-01T00:00:00+00:00") as archive:
        list(add(archive, [str(folder / name) for name in REPORTS], engine=ALONE))
        list(judge_changed(archive))
    return folder / "archive"


def rows(archive: Archive) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, but for numbers that only order rows and the instants of changes."""
    passed = {"changed_at", "applied_at"}
    found = {}
    with archive.database.reading() as connection:
        for table in metadata.sorted_tables:
            columns = [column for column in table.c if column.name not in passed]
            found[table.name] = sorted((tuple(row) for row in connection.execute(select(*columns))), key=str)
    return found


def opened(folder: Path, *, lost: bool = False) -> Archive:
    return Archive(folder, lost=lost, now=lambda: "2031-04-01T00:00:00+00:00")


def test_nothing_is_done_where_all_is_up_to_date(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rebuilding, "read_again", lambda *_: pytest.fail("read again"))
    monkeypatch.setattr(rebuilding, "read_document", lambda *_: pytest.fail("read"))
    with opened(filled) as archive:
        before = rows(archive)
        rebuild(archive, engine=ALONE)
        assert rows(archive) == before


def test_a_lost_database_is_made_again_just_as_it_was(filled: Path) -> None:
    with opened(filled) as archive:
        before = rows(archive)
    for path in filled.glob("archive.sqlite*"):
        path.unlink()
    with opened(filled, lost=True) as archive:
        rebuild(archive, engine=ALONE)
        assert rows(archive) == before
        assert faults(archive) == []


def test_doing_everything_again_changes_nothing(filled: Path) -> None:
    with opened(filled) as archive:
        before = rows(archive)
        rebuild(archive, everything=True, engine=ALONE)
        assert rows(archive) == before


def test_everything_is_done_again_when_that_is_asked_for(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = set[str]()
    for name in ("annotate", "extract", "clean"):
        _spy(monkeypatch, f"secondsource.pipeline.{name}", name, ran)
    _spy(monkeypatch, "secondsource.archive.growing.place", "group", ran)
    _spy(monkeypatch, "secondsource.archive.judging.judge_story", "judge", ran)
    with opened(filled) as archive:
        rebuild(archive, everything=True, engine=ALONE)
    assert ran == {"annotate", "clean", "extract", "group", "judge"}


class StoppedError(Exception):
    """The rebuild ends here, as a killed process would, between two transactions."""


def test_a_rebuild_that_was_stopped_goes_on_where_it_was(filled: Path) -> None:
    with opened(filled) as archive:
        before = rows(archive)
        steps = list[str]()
        rebuild(archive, everything=True, engine=ALONE, watch=lambda step, _: steps.append(step))
        for stop in range(1, len(steps)):
            told = list[str]()

            def watch(step: str, _: int, told: list[str] = told, stop: int = stop) -> None:
                told.append(step)
                if len(told) == stop:
                    raise StoppedError

            with pytest.raises(StoppedError):
                rebuild(archive, everything=True, engine=ALONE, watch=watch)
            rebuild(archive, engine=ALONE)
            assert rows(archive) == before


@pytest.mark.parametrize("stage", ["clean", "annotate", "extract", "group", "judge"])
def test_only_the_stage_that_changed_runs_again(filled: Path, monkeypatch: pytest.MonkeyPatch, stage: str) -> None:
    """A new version of a stage that gives the same results has no later stage run."""
    ran = set[str]()
    real = makers.maker

    def newer(asked: str, settings: object) -> str:
        return real(asked, settings) + ("+" if asked == stage else "")  # type: ignore[arg-type]

    for name in ("annotate", "extract", "clean"):
        _spy(monkeypatch, f"secondsource.pipeline.{name}", name, ran)
    _spy(monkeypatch, "secondsource.archive.growing.place", "group", ran)
    _spy(monkeypatch, "secondsource.archive.judging.judge_story", "judge", ran)
    for module in ("rebuilding", "entering", "growing", "makers"):
        monkeypatch.setattr(f"secondsource.archive.{module}.maker", newer)
    with opened(filled) as archive:
        rebuild(archive, engine=ALONE)
    assert ran == {stage}
    monkeypatch.undo()
    with opened(filled) as archive:
        rebuild(archive, engine=ALONE)


def _spy(monkeypatch: pytest.MonkeyPatch, target: str, name: str, ran: set[str]) -> None:
    module, _, attribute = target.rpartition(".")
    real = getattr(importlib.import_module(module), attribute)

    def spied(*arguments: object, **named: object) -> object:
        ran.add(name)
        return real(*arguments, **named)

    monkeypatch.setattr(target, spied)
