"""`secondsource serve` as a process: where it is bound, how it ends, what it says."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest
from click.testing import CliRunner

from secondsource.archive.archives import Archive
from secondsource.surfaces.cli import main

TOKEN = "0123456789abcdef"  # noqa: S105


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty archive."""
    place = tmp_path_factory.mktemp("serving") / "archive"
    Archive(place, make=True).close()
    return place


@contextmanager
def served(folder: Path, *options: str) -> Iterator[tuple["subprocess.Popen[str]", int]]:
    """A desk that runs, and its port."""
    command = [sys.executable, "-m", "secondsource", "serve", "--archive", str(folder), "--port", "0", *options]
    environment = {name: value for name, value in os.environ.items() if name != "SECONDSOURCE_TOKEN"}
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment | {"PYTHONUNBUFFERED": "1"}
    )
    assert process.stdout is not None
    try:
        told = process.stdout.readline()
        found = re.search(r"http://[^ ]+:(\d+)/", told)
        assert found, told
        yield process, int(found[1])
    finally:
        process.kill()
        process.communicate()


def ask(port: int, path: str, **headers: str) -> tuple[int, str]:
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.read().decode()
    finally:
        connection.close()


@pytest.mark.parametrize("ended_by", [signal.SIGINT, signal.SIGTERM])
def test_it_answers_until_it_is_ended_and_ends_cleanly(folder: Path, ended_by: signal.Signals) -> None:
    with served(folder) as (process, port):
        assert ask(port, "/?q=a+secret+word")[0] == 200
        assert ask(port, "/", Host="evil.example")[0] == 421
        process.send_signal(ended_by)
        _, log = process.communicate(timeout=30)
    assert process.returncode == 0
    assert "closed" in log
    assert re.search(r"GET / 200 \d+ ms", log)
    assert "secret" not in log
    assert "Traceback" not in log


def test_a_port_in_use_is_told_in_one_line(folder: Path) -> None:
    with served(folder) as (_, port):
        told = CliRunner().invoke(main, ["serve", "--archive", str(folder), "--port", str(port)])
    assert told.exit_code == 1
    assert told.output.count("\n") == 1
    assert "already in use; name another port with --port" in told.output


def test_with_a_token_it_opens_to_the_network_and_asks_for_it(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text(f"{TOKEN}\n")
    with served(folder, "--host", "0.0.0.0", "--token-file", str(file)) as (process, port):  # noqa: S104
        assert ask(port, "/api/v1/stories")[0] == 401
        assert ask(port, "/api/v1/stories", Authorization=f"Bearer {TOKEN}")[0] == 200
        assert ask(port, "/", Host="a.name.example", Authorization=f"Bearer {TOKEN}")[0] == 421
        process.terminate()
        printed, log = process.communicate(timeout=30)
    assert TOKEN not in printed + log


@pytest.mark.parametrize(
    ("options", "token", "told"),
    [
        (["--host", "0.0.0.0"], "", "give a token with --token-file FILE or in SECONDSOURCE_TOKEN"),  # noqa: S104
        (["--host", "::"], "", "give a token"),
        (["--host", "no.such.name.invalid"], "", "no address of this machine"),
        (["--host", "192.0.2.1"], TOKEN, "cannot listen on 192.0.2.1"),
        ([], "short", "16 ASCII characters or more"),
        ([], "a token with\x07 a bell", "16 ASCII characters or more"),
        (["--token-file", "/no/such/file"], "", "cannot read /no/such/file"),
    ],
)
def test_what_cannot_be_served_is_told_in_one_line(
    folder: Path, monkeypatch: pytest.MonkeyPatch, options: list[str], token: str, told: str
) -> None:
    monkeypatch.setenv("SECONDSOURCE_TOKEN", token)
    said = CliRunner().invoke(main, ["serve", "--archive", str(folder), "--port", "0", *options])
    assert said.exit_code == 1
    assert told in said.output
    assert said.output.count("\n") == 1
    if token:
        assert token not in said.output


def test_an_archive_is_not_made_unasked(tmp_path: Path) -> None:
    said = CliRunner().invoke(main, ["serve", "--archive", str(tmp_path / "none"), "--port", "0"])
    assert said.exit_code == 1
    assert "`secondsource add` makes one" in said.output
    assert not (tmp_path / "none").exists()
    with served(tmp_path / "made", "--make") as (_, port):
        assert ask(port, "/")[0] == 200


def test_a_token_in_the_environment_is_no_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECONDSOURCE_TOKEN", TOKEN)
    printed = CliRunner().invoke(main, ["settings"])
    assert printed.exit_code == 0
    assert TOKEN not in printed.output
