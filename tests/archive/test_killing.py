"""Nothing that was told to be stored is lost when a process is killed; several at once do not hinder each other."""

import re
import subprocess
import sys
from pathlib import Path

from secondsource.archive.archives import Archive
from secondsource.store.documents import count_documents
from tests.archive.arrivals import faults

ROUNDS = 30
ROOT = Path(__file__).parents[2]


def run(module: str, *arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", module, *arguments], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def test_a_killed_process_loses_nothing_that_it_told(tmp_path: Path) -> None:
    out, err = run("tests.archive.killing", str(tmp_path), str(ROUNDS), "7").communicate(timeout=300)
    lines = out.splitlines()
    assert len(lines) == ROUNDS + 1, err
    told = [int(line.split()[0]) for line in lines]
    assert len(set(told)) >= 4, "the children were killed too early to show anything"
    assert all(re.search(r"stored, 0 lost, 0 faults", line) for line in lines), out
    assert "160 stored" in lines[-1]


def test_processes_that_add_at_once_each_store_everything(tmp_path: Path) -> None:
    adders = [run("tests.archive.adders", str(tmp_path), str(first)) for first in (0, 20, 40)]
    for adder in adders:
        out, err = adder.communicate(timeout=300)
        assert out.count("added") + out.count("known") == 40, err
    with Archive(tmp_path) as archive, archive.database.reading() as connection:
        assert count_documents(connection) == 80
    with Archive(tmp_path) as archive:
        assert faults(archive) == []
