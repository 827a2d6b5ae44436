"""`secondsource watch` as a user runs it, against a news site on loopback."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from secondsource.surfaces import watching
from secondsource.surfaces.cli import main
from tests.archive.newsrooms import Answer, Newsroom, publishing
from tests.archive.test_watching import FAIR, FERRY, WEIR


@pytest.fixture
def room() -> Iterator[Newsroom]:
    with publishing() as room:
        room.publish("weir", WEIR)
        room.publish("ferry", FERRY)
        room.list_in_feed(("weir", "2031-06-03"), ("ferry", "2031-06-02"), ("gone", "2031-06-01"))
        yield room


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "archive"


QUICK = {"SECONDSOURCE_FETCH_DELAY_SECONDS": "0", "SECONDSOURCE_FETCH_ALLOWED_HOSTS": "127.0.0.1"}


def watch(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["watch", *arguments, "--archive", str(folder)], env=QUICK)


def test_a_round_tells_what_was_added_and_what_was_refused(room: Newsroom, folder: Path) -> None:
    done = watch(folder, f"{room.url}/feed", "--once")
    assert done.exit_code == 0
    asked, weir, ferry, summary = done.stdout.splitlines()
    assert asked == f"asked  {room.url}/feed  three pages to fetch"
    assert weir.startswith(f"added  {room.url}/weir  → story ")
    assert ferry.startswith(f"added  {room.url}/ferry  → story ")
    assert summary == "one feed asked; two pages fetched: 2 added; 1 refused"
    assert done.stderr == f"not fetched  {room.url}/gone: status 404 (there is no such page)\n"
    again = watch(folder, "--once", "--strict")
    assert (again.exit_code, again.stderr) == (0, "")
    assert again.stdout == "one feed asked; no pages fetched; 0 refused\n"
    [logged] = watch(folder, "--log").stdout.splitlines()
    assert logged.endswith(f"  {room.url}/gone: status 404 (there is no such page)")
    room.list_in_feed(("lost", "2031-06-03"), ("weir", "2031-06-04"))
    strict = watch(folder, "--once", "--strict", "--json")
    assert strict.exit_code == 1
    unchanged, lost = sorted(map(json.loads, strict.stdout.splitlines()), key=len, reverse=True)
    assert (unchanged["place"], unchanged["became"]) == (f"{room.url}/weir", "unchanged")
    assert lost["rejection"]["reason"] == "status 404"
    assert "one feed asked; one page fetched: 1 unchanged; 1 refused" in strict.stderr


def test_feeds_are_remembered_until_they_are_forgotten(room: Newsroom, folder: Path, tmp_path: Path) -> None:
    empty = watch(folder, "--once")
    assert (empty.exit_code, empty.stdout) == (1, "")
    assert empty.stderr.startswith("Error: nothing to watch: give addresses of feeds")
    file = tmp_path / "own.opml"
    missing = watch(folder, str(file), "--once")
    assert (missing.exit_code, missing.stderr) == (1, f"Error: {file}: no such file; give addresses that begin with "
                                                      "https://, or files of feeds\n")  # fmt: skip
    file.write_text(f'<opml><body><outline xmlUrl="{room.url}/feed"/></body></opml>', encoding="utf-8")
    first = watch(folder, str(file), "--once", "--most", "1").stdout.splitlines()[-1]
    assert first == "two feeds asked; one page fetched: 1 added; 0 refused; two pages left for the next round"
    assert watch(folder, "--once").stdout.count("  → story ") == 1
    (folder / "archive.sqlite").unlink()
    assert CliRunner().invoke(main, ["rebuild", "--archive", str(folder)]).exit_code == 0
    assert watch(folder, "--once").stdout.count("known  ") == 2
    assert watch(folder, "--forget", str(file)).stdout == f"no longer watched: {file}\n"
    assert "nothing to watch" in watch(folder, "--once").stderr
    assert watch(folder, "--forget", "http://a.example").exit_code == 1


def test_it_goes_round_until_it_is_stopped(room: Newsroom, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rests: list[float] = []

    def sleep(seconds: float) -> None:
        rests.append(seconds)
        if len(rests) == 2:
            raise KeyboardInterrupt
        room.publish("fair", FAIR)
        room.list_in_feed(("fair", "2031-06-04"))

    monkeypatch.setattr(watching.time, "sleep", sleep)
    done = watch(folder, f"{room.url}/feed", "--every", "15")
    assert done.exit_code == 0
    assert rests == [900.0, 900.0]
    assert f"added  {room.url}/fair  → story " in done.stdout
    assert done.stderr.endswith("stopped; what was told of is stored, the next run goes on from here\n")


@pytest.mark.skipif(os.name != "posix", reason="kills a process as POSIX does")
def test_killed_it_goes_on_where_it_was_and_fetches_nothing_twice(room: Newsroom, folder: Path) -> None:
    names = [f"report-{number}" for number in range(6)]
    for number, name in enumerate(names):
        room.publish(name, FERRY.replace("300", f"3{number}0"))
    room.list_in_feed(*((name, "2031-06-03") for name in names))
    command = [sys.executable, "-m", "secondsource", "watch", f"{room.url}/feed", "--once", "--archive", str(folder)]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, **QUICK})
    assert running.stdout is not None
    told = [running.stdout.readline() for _ in range(3)]
    running.send_signal(signal.SIGKILL)
    told += running.stdout.readlines()
    running.wait()
    running.stdout.close()
    stored = [name for name in names if any(f"added  {room.url}/{name} " in line for line in told)]
    assert len(stored) >= 2
    before = list(room.asked)
    done = watch(folder, "--once")
    assert done.exit_code == 0
    assert done.stderr == ""
    after = room.asked[len(before) :]
    assert not {(f"/{name}", status) for name in stored for status in (200, 304)} & set(after)
    assert all(room.count(f"/{name}") <= 2 for name in names)
    assert watch(folder, "--once").stdout == "one feed asked; no pages fetched; 0 refused\n"
    assert sum(room.count(f"/{name}") for name in names) <= len(names) + 1
    verified = CliRunner().invoke(main, ["verify", "--archive", str(folder)])
    assert (verified.exit_code, verified.stdout) == (0, "6 documents, 0 faults\n")


def test_a_page_that_would_command_the_terminal_cannot(room: Newsroom, folder: Path) -> None:
    room.answers["/feed"] = Answer(f"<rss><channel><item><link>{room.url}/a%1b[2J&#155;</link></item></channel></rss>")
    done = watch(folder, f"{room.url}/feed", "--once")
    assert done.exit_code == 0
    assert all(letter.isprintable() or letter == "\n" for letter in done.stdout + done.stderr)
