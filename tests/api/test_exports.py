"""Exports: the same rows in every form, all of them, none twice; formulas do not run; what was cut is no whole."""

import csv
import io
import json
import socket
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection, IncompleteRead
from pathlib import Path
from threading import Thread
from typing import Any, TypedDict, get_args

import pyarrow.parquet
import pytest
import uvicorn
from click.testing import CliRunner
from fastapi.testclient import TestClient

from secondsource.archive.archives import Archive
from secondsource.archive.desk import Desk
from secondsource.archive.exporting import EXPORTS, Export
from secondsource.errors import ArchiveError
from secondsource.model.exports import ExportKind
from secondsource.surfaces.cli import main
from secondsource.surfaces.export.tables import ACTIVE, FORMS, columns_of
from secondsource.surfaces.web.app import make_app
from tests.api.newsrooms import HOSTILE_SPEAKER, HOSTILE_TITLE

V1 = "/api/v1"


def _lines(content: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in content.decode("utf-8").split("\n") if line]


def _cells(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")))


def test_the_command_line_knows_all_kinds() -> None:
    assert get_args(ExportKind) == tuple(EXPORTS)


@pytest.mark.parametrize("kind", EXPORTS)
def test_every_form_has_the_same_rows(api: TestClient, newsroom: Archive, kind: ExportKind) -> None:
    rows = list(Desk(newsroom).export(kind))
    assert _lines(api.get(f"{V1}/export/{kind}.jsonl").content) == rows
    parquet = api.get(f"{V1}/export/{kind}.parquet")
    assert pyarrow.parquet.read_table(io.BytesIO(parquet.content)).to_pylist() == rows
    cells = _cells(api.get(f"{V1}/export/{kind}.csv?raw=true").content)
    assert len(cells) == len(rows)
    for told, row in zip(cells, rows, strict=True):
        for name, value in row.items():
            if value is None:
                assert told[name] == ""
            elif isinstance(value, str):
                assert told[name] == value
            else:
                assert json.loads(told[name]) == value


def test_exports_hold_what_the_desk_says(api: TestClient, newsroom: Archive) -> None:
    desk = Desk(newsroom)
    stories = {one.id: desk.story(one.id) for one in desk.stories(most=200).items}
    reports = _lines(api.get(f"{V1}/export/reports.jsonl").content)
    assert {one["id"] for one in reports} == {one.id for one in desk.reports(most=200).items}
    assert {one["id"]: one["story"] for one in reports} == {
        reading.report.id: story for story, judged in stories.items() for reading in judged.story.readings
    }
    tellings = _lines(api.get(f"{V1}/export/tellings.jsonl").content)
    assert [(one["story"], one["point"], one["report"], one["text"]) for one in tellings] == [
        (story, point.id, told.report, told.text)
        for story, judged in sorted(stories.items())
        for point in judged.points
        for told in point.statements
    ]
    texts = {one["id"]: one["text"] for one in reports}
    for one in (*tellings, *_lines(api.get(f"{V1}/export/statements.jsonl").content)):
        assert one["text"] == texts[one["report"]][one["start"] : one["end"]]
    said = _lines(api.get(f"{V1}/export/statements.jsonl").content)
    assert sum(one["kind"] == "claim" for one in said) == desk.search("kind:claim").total


@pytest.mark.parametrize("kind", EXPORTS)
def test_no_cell_of_csv_runs(api: TestClient, kind: ExportKind) -> None:
    answer = api.get(f"{V1}/export/{kind}.csv")
    assert answer.headers["content-type"].startswith("text/csv")
    assert answer.headers["content-disposition"] == f'attachment; filename="{kind}.csv"'
    for row in _cells(answer.content):
        for name, cell in row.items():
            assert not cell.startswith(ACTIVE), (name, cell)


@pytest.mark.parametrize(("value", "written"), [
    ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@a", "'@a"), ("\tx", "'\tx"), ("\rx", "'\rx"), ("＝1", "'＝1"),
    ("a=1", "a=1"), ("", ""), ("“=1”", "“=1”"), (-1.5, "-1.5"), (None, ""), (["=1"], '["=1"]'), (True, "true"),
])  # fmt: skip
def test_a_cell(value: object, written: str) -> None:
    pieces = b"".join(FORMS["csv"].write(iter([{"a": value, "b": 0}]), {"a": str, "b": int}, raw=False))
    assert list(csv.reader(io.StringIO(pieces.decode("utf-8"), newline="")))[1] == [written, "0"]


def test_hostile_texts_come_through(api: TestClient) -> None:
    guarded = {row["title"] for row in _cells(api.get(f"{V1}/export/reports.csv").content)}
    assert f"'{HOSTILE_TITLE}" in guarded
    raw = _cells(api.get(f"{V1}/export/statements.csv?raw=true").content)
    assert HOSTILE_SPEAKER in {row["speaker"] for row in raw}


class _Numbered(TypedDict):
    number: int
    text: str


def _broken() -> Iterator[dict[str, object]]:
    for number in range(3_000):
        yield {"number": number, "text": "x" * 100}
    raise ArchiveError("the disk is gone")


@pytest.mark.parametrize("form", FORMS)
def test_an_export_that_fails_breaks_off(form: Any) -> None:
    pieces: list[bytes] = []
    with pytest.raises(ArchiveError):  # a server ends such an answer without its last chunk
        pieces.extend(FORMS[form].write(_broken(), {"number": int, "text": str}, raw=False))
    if form == "parquet":
        with pytest.raises(pyarrow.lib.ArrowInvalid):
            pyarrow.parquet.read_table(io.BytesIO(b"".join(pieces)))


@pytest.mark.parametrize("form", FORMS)
def test_an_export_is_written_piece_by_piece(form: Any) -> None:
    taken = 0

    def rows() -> Iterator[dict[str, object]]:
        nonlocal taken
        for number in range(20_000):
            taken += 1
            yield {"number": number, "text": f"report {number} " * 10}

    first = next(FORMS[form].write(rows(), {"number": int, "text": str}, raw=False))
    assert first
    assert taken < 2_000


def test_the_command_writes_a_file_that_is_whole(newsroom: Archive, tmp_path: Path) -> None:
    target = tmp_path / "points.parquet"
    options = ["--archive", str(newsroom.folder), "--format", "parquet", "--out", str(target)]
    done = CliRunner().invoke(main, ["export", "points", *options])
    assert (done.exit_code, done.output) == (0, "")
    assert pyarrow.parquet.read_table(target).to_pylist() == list(Desk(newsroom).export("points"))


def test_columns_are_named_and_typed() -> None:
    for export in EXPORTS.values():
        assert all(name.isidentifier() for name in columns_of(export.row))


def test_a_client_learns_that_an_export_was_cut(newsroom: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(EXPORTS, "points", Export(_Numbered, lambda archive: _broken()))
    with socket.create_server(("127.0.0.1", 0)) as bound:
        server = uvicorn.Server(uvicorn.Config(make_app(newsroom), log_config=None))
        running = Thread(target=server.run, args=([bound],))
        running.start()
        try:
            with closing(HTTPConnection("localhost", bound.getsockname()[1], timeout=20)) as asked:
                asked.request("GET", f"{V1}/export/points.csv")
                with asked.getresponse() as answer, pytest.raises(IncompleteRead):
                    answer.read()
            assert answer.status == 200
        finally:
            server.should_exit = True
            running.join(20)
