"""Decisions on who copied whom reach tracing, survive new versions and a rebuild from nothing, and can be undone."""

import shutil
from pathlib import Path

import pytest

from secondsource.archive.adding import store
from secondsource.archive.archives import Archive
from secondsource.archive.deciding import decide, undo
from secondsource.archive.entering import Arrival
from secondsource.archive.judging import judge_changed, load_judged
from secondsource.archive.rebuilding import rebuild
from secondsource.model.decisions import Decision
from secondsource.model.reports import Document
from secondsource.pipeline import read_document
from secondsource.store.database import NAME
from tests.archive.shelves import open_shelf, partition, put, story_of
from tests.trace.test_stemmata import MILL, RIVER, paragraphs_of

COPY = paragraphs_of(MILL, 0, 1, 2, 3)


@pytest.fixture
def mill(tmp_path: Path) -> Archive:
    archive = open_shelf(tmp_path / "archive")
    for name, text in (("Courier", MILL), ("Echo", COPY), ("Weir", RIVER)):
        put(archive, name, text)
    if len(partition(archive)) > 1:
        decide(archive, Decision("merge", ("Courier",), ("Weir",)), "Ines")
    return archive


def sources(archive: Archive, report: str = "Courier") -> int:
    return load_judged(archive, story_of(archive, report)).independent_sources


def test_no_copy_and_one_source_change_the_count_and_are_undone(mill: Archive) -> None:
    list(judge_changed(mill))
    assert sources(mill) == 2
    apart = decide(mill, Decision("not a copy", ("Echo",), ("Courier",)), "Ines")
    assert sources(mill) == 3
    one = decide(mill, Decision("same source", ("Courier", "Weir", "Echo")), "Ines")
    assert one.overrules == (apart.number,)
    assert sources(mill) == 1
    judged = load_judged(mill, story_of(mill, "Weir"))
    reason = "ruled by Ines on 2031-05-01: Courier, Weir and Echo go back to one text"
    assert judged.stemma.lineages[0].reasons[0] == reason
    undo(mill, one.number, "Jon")
    assert sources(mill) == 3
    undo(mill, apart.number, "Jon")
    assert sources(mill) == 2


def test_a_new_version_stands_for_the_old(mill: Archive) -> None:
    decide(mill, Decision("not a copy", ("Echo",), ("Courier",)), "Ines")
    newer = put(mill, "Echo", COPY + "\n\nThe bridge is open again.", seen_at="2032-01-01T00:00:00+00:00")
    assert newer.became == "new version"
    assert sources(mill) == 3


def test_all_decisions_survive_a_rebuild_from_bytes_and_log(tmp_path: Path) -> None:
    texts = {"a.txt": MILL, "b.txt": COPY, "c.txt": RIVER, "d.txt": paragraphs_of(MILL, 4, 5, 6, 7)}
    with open_shelf(tmp_path / "archive") as archive:
        ids = {}
        for name, text in texts.items():
            document = Document(name, text.encode(), "clean")
            (became,) = store(archive, [Arrival(document, read_document(document, archive.settings))])
            ids[name] = getattr(became, "report", None) or ""
        a, b, c, d = (ids[name] for name in texts)
        held = partition(archive)
        for part in held - {next(part for part in held if a in part)}:
            decide(archive, Decision("merge", (a,), (min(part),)), "Ines")
        decide(archive, Decision("split", (d,)), "Ines")
        decide(archive, Decision("not a copy", (b,), (a,)), "Ines")
        decide(archive, Decision("rename", (a,), title="The mill"), "Ines")
        decide(archive, Decision("lock", (a,)), "Ines")
        undo(archive, decide(archive, Decision("same source", (a, c)), "Ines").number, "Jon")
        expected = partition(archive), sources(archive, a)
    assert expected == ({frozenset({a, b, c}), frozenset({d})}, 3)
    shutil.copytree(tmp_path / "archive", tmp_path / "copy")
    for path in (tmp_path / "copy").glob(f"{NAME}*"):
        path.unlink()
    with Archive(tmp_path / "copy", lost=True) as archive:
        rebuild(archive)
        assert (partition(archive), sources(archive, a)) == expected
        assert load_judged(archive, story_of(archive, a)).story.title == "The mill"
        rebuild(archive, everything=True)
        assert (partition(archive), sources(archive, a)) == expected
