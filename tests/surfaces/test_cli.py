"""The commands as a user runs them: whole processes, real files."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ASHVALE = """Bridge at Ashvale closed after inspectors find cracks

The Ashvale road bridge was closed to lorries on Monday after inspectors found cracks in two of its piers.

“We will not reopen it until every pier has been tested,” said Marta Quill, the county engineer. She told reporters that
the work would take at least three weeks and cost about 40,000 crowns.

Some 6,000 vehicles cross the bridge every day, according to the county council.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "ashvale.txt").write_text(ASHVALE, encoding="utf-8")
    return reports


def secondsource(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "secondsource", *arguments]
    done = subprocess.run(command, input=given, capture_output=True, check=False)
    return subprocess.CompletedProcess(command, done.returncode, done.stdout.decode(), done.stderr.decode())


def lines(text: str) -> list[dict]:
    return [json.loads(line) for line in text.splitlines()]


def test_read_gives_one_line_a_report(folder: Path) -> None:
    done = secondsource("read", str(folder))
    assert done.returncode == 0
    [read] = lines(done.stdout)
    assert read["report"]["text"].startswith("Bridge at Ashvale")
    assert "Marta Quill" in {attribution["speaker"] for attribution in read["attributions"]}


def test_standard_input_is_a_document() -> None:
    done = secondsource("read", "-", given=ASHVALE.encode())
    assert done.returncode == 0
    assert len(lines(done.stdout)) == 1


def test_a_bad_document_is_listed_and_stops_nothing(folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    (folder / "image.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "short.txt").write_text("Too short.")
    done = secondsource("read", str(folder))
    assert done.returncode == 0
    outcomes = lines(done.stdout)
    assert [("report" in o) for o in outcomes].count(True) == 1
    rejected = {Path(o["rejection"]["place"]).name: o["rejection"]["reason"] for o in outcomes if "rejection" in o}
    assert set(rejected) == {"empty.txt", "image.txt", "short.txt"}
    assert all(rejected.values())
    assert "3 documents could not be read:" in done.stderr


def test_strict_ends_with_1_when_something_was_rejected(folder: Path) -> None:
    assert secondsource("read", str(folder), "--strict").returncode == 0
    (folder / "empty.txt").write_bytes(b"")
    assert secondsource("read", str(folder), "--strict").returncode == 1


@pytest.mark.parametrize("command", ["read", "group", "dossier"])
def test_not_one_report_ends_with_1(command: str, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    done = secondsource(command, str(tmp_path))
    assert done.returncode == 1
    assert "empty.txt: empty (there is nothing in it)" in f"{done.stderr}{done.stdout}"
    assert done.stderr.splitlines()[-1] == "Error: no report was read; see what was given and why it could not be used"


def test_an_empty_folder_is_named_if_it_was_given(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    done = secondsource("read", str(tmp_path))
    assert (done.returncode, lines(done.stdout)[0]["rejection"]["reason"]) == (1, "empty folder")


@pytest.mark.parametrize("command", ["read", "group", "dossier"])
def test_nothing_given_says_what_to_give(command: str) -> None:
    done = secondsource(command)
    assert done.returncode != 0
    assert "file" in done.stderr
    assert "folder" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_path_that_is_not_there_is_one_clear_line(tmp_path: Path) -> None:
    done = secondsource("dossier", str(tmp_path / "nowhere"))
    assert done.returncode == 1
    assert "nowhere" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_result_that_cannot_be_written_is_one_clear_line(folder: Path, tmp_path: Path) -> None:
    done = secondsource("dossier", str(folder), "--json", str(tmp_path / "no" / "such" / "folder.json"))
    assert done.returncode == 1
    assert "cannot write" in done.stderr
    assert "Traceback" not in done.stderr


def test_dossier_writes_page_json_and_graphs_and_prints_a_summary(folder: Path, tmp_path: Path) -> None:
    page, data = tmp_path / "page.html", tmp_path / "data.json"
    graphs = {f"--{name}": tmp_path / name for name in ("graphml", "gexf", "prov")}
    (folder / "again.txt").write_text(ASHVALE, encoding="utf-8")
    asked = [word for option, path in graphs.items() for word in (option, str(path))]
    done = secondsource("dossier", str(folder), "--html", str(page), "--json", str(data), *asked)
    assert done.returncode == 0
    dossier = json.loads(data.read_text(encoding="utf-8"))
    assert dossier["version"] == 1
    [story] = dossier["stories"]
    assert len(story["reports"]) == 2
    assert len({report["id"] for report in story["reports"]}) == 2
    assert story["independent_sources"] == 1
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    for path in graphs.values():
        assert all(report["id"] in path.read_text(encoding="utf-8") for report in story["reports"])
        assert str(path) in done.stdout
    assert "Two reports rest on one independent source" in done.stdout
    assert str(page) in done.stdout
    assert not done.stderr


def test_same_input_same_output(folder: Path) -> None:
    first, second = (secondsource("dossier", str(folder), "--json", "-").stdout for _ in range(2))
    assert first == second
    assert json.loads(first)["stories"]


def test_as_text_keeps_the_text_to_the_letter_and_the_id_of_a_line(tmp_path: Path) -> None:
    text = "  Odd   spacing \r\nstays, said Ann Lee.\n\n\tSo do tabs and a lone \ud800 surrogate. "
    (tmp_path / "in.jsonl").write_text(json.dumps({"id": "mine", "text": text}) + "\n")
    done = secondsource("read", str(tmp_path / "in.jsonl"), "--as-text")
    [read] = lines(done.stdout)
    assert read["report"]["id"] == "mine"
    assert read["report"]["text"] == text.replace("\ud800", "?")  # UTF-8 cannot hold half a character; offsets stay


def test_group_gives_every_report_its_story(folder: Path) -> None:
    (folder / "again.txt").write_text(ASHVALE, encoding="utf-8")
    done = secondsource("group", str(folder))
    first, second = lines(done.stdout)
    assert first["story"] == second["story"]
    assert first["id"] != second["id"]


def test_no_file_is_left_half_written(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "kept.json"
    target.write_text("before")
    done = secondsource("read", str(folder), str(tmp_path / "missing"), "--out", str(target))
    assert done.returncode == 1
    assert target.read_text() == "before"
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".part")] == []
