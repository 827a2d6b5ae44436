"""How fast the desk answers: page by page on one core, and to many readers while reports come in.

    python -m bench.desk [--full] [--base FOLDER]

The archive holds made reports (bench/press.py), 100,000 with --full and otherwise 10,000, whose stories were judged for
the bench, and one real story: 50 versions of the example's reports, read and judged as ever. --base names a folder
where the archive is kept for the next run; what is asked is a copy. The server runs alone on one core. Compare ratios
between machines.
"""

import argparse
import os
import random
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path

from bench.press import Press, stock
from bench.verdicts import judge_lightly
from secondsource.archive.adding import add
from secondsource.archive.archives import Archive
from secondsource.archive.judging import judge_changed

SMALL, FULL = 10_000, 100_000
LARGE_STORY = 50
"""Reports of the real story."""
ASKED = 40
"""Addresses of each kind that are asked for."""
READERS = 50
SECONDS = 30
"""How long the readers read."""
COMING_IN = 40
"""Reports that are taken in meanwhile."""
QUERIES = ("tanker", "harbour", "the", "outlet%3Aherald", "kind%3Aquote+said")
EXAMPLE = Path("examples/harbour/reports")


def retell(folder: Path, reports: int, seed: int) -> None:
    """Versions of the example's reports, each with other paragraphs left out."""
    dice = random.Random(seed)  # noqa: S311
    originals = sorted(EXAMPLE.glob("*.txt"))
    folder.mkdir()
    for number in range(reports):
        original = originals[number % len(originals)]
        lines = original.read_text("utf-8").splitlines()
        kept = [line for place, line in enumerate(lines) if place < 4 or dice.random() < 0.85]
        (folder / f"{number:03}-{seed}-{original.name}").write_text("\n".join(kept), "utf-8")


def make(folder: Path, reports: int) -> None:
    """The archive that is asked."""
    with Archive(folder / "archive", make=True) as archive:
        stock(archive, Press(1), reports)
        judge_lightly(archive)
        retell(folder / "retold", LARGE_STORY, 1)
        list(add(archive, [str(folder / "retold")]))
        list(judge_changed(archive))


@contextmanager
def serving(archive: Path) -> Iterator[int]:
    """A server of the archive, on one core; its port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    command = [sys.executable, "-m", "secondsource", "serve", "--archive", str(archive), "--port", str(port)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        os.sched_setaffinity(server.pid, {min(os.sched_getaffinity(0))})
        for _ in range(600):
            time.sleep(0.1)
            with socket.socket() as tried:
                if tried.connect_ex(("127.0.0.1", port)) == 0:
                    break
        yield port
    finally:
        server.terminate()
        server.wait(30)


def ask(port: int, address: str) -> tuple[float, int, str]:
    """Milliseconds, status and body of an answer."""
    connection = HTTPConnection("127.0.0.1", port, timeout=120)
    start = time.perf_counter()
    connection.request("GET", address)
    answer = connection.getresponse()
    body = answer.read()
    if answer.status == 303:  # the download of a story that is just being compared leads to its page
        connection.request("GET", answer.headers["Location"])
        answer = connection.getresponse()
        body = answer.read()
    taken = 1000 * (time.perf_counter() - start)
    connection.close()
    return taken, answer.status, body.decode("utf-8", "replace")


def find_links(port: int, address: str, start: str) -> list[str]:
    """The addresses on a page that begin with `start`, without what follows a #."""
    found = re.findall(r'href="([^"#]+)', ask(port, address)[2])
    return list(dict.fromkeys(one.replace("&amp;", "&") for one in found if one.startswith(start)))


def addresses(port: int, large: str) -> dict[str, list[str]]:
    """What is asked for, by kinds of pages; what the server's own pages link to."""
    stories = [one for page in range(4) for one in find_links(port, f"/?after={50 * page}", "/stories/")]
    stories = [one for one in dict.fromkeys(stories) if one.count("/") == 2 and "?" not in one]
    parts = find_links(port, large, f"{large}/")
    reports = find_links(port, large, "/reports/")
    others = [link for story in stories[:ASKED] for link in find_links(port, story, "/reports/")]
    return {
        "today": ["/", "/?disputed=1", "/?order=happened", *(f"/?outlet=Outlet+{n}" for n in range(ASKED // 2))],
        "stories": stories[:ASKED],
        "the large story": [large] * 5,
        "its parts": parts,
        "its reports": reports[:ASKED],
        "other reports": others[:ASKED],
        "speakers": ["/speakers", *find_links(port, "/speakers", "/speakers/")[:ASKED]],
        "outlets": ["/outlets", *find_links(port, "/outlets", "/outlets/")[:ASKED]],
        "search": [
            f"/search?q={word}" for word in ("tanker", "harbour", "the", "outlet%3Aherald", "kind%3Aquote+said")
        ],
        "decisions": ["/decisions"],
        "the API": ["/api/v1/stories", *(f"/api/v1{one}" for one in (*stories[:10], *others[:10], large))],
        "feeds": ["/feeds/stories.atom", "/feeds/disputes.atom"],
    }


def tell(name: str, times: Sequence[float], bad: int) -> None:
    worst = statistics.quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
    print(
        f"  {name:18} {len(times):6} asked  {statistics.median(times):7.1f} ms at the median"
        f" {worst:8.1f} ms at the 95th percentile  {max(times):8.1f} at most  {bad} errors"
    )


@dataclass
class Reader(threading.Thread):
    """Somebody who goes from page to page until told to stop."""

    port: int
    pages: Sequence[str]
    until: float
    seed: int
    times: list[float] = field(default_factory=list)
    bad: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(daemon=True)

    __hash__ = threading.Thread.__hash__

    def run(self) -> None:
        dice = random.Random(self.seed)  # noqa: S311
        while time.perf_counter() < self.until:
            address = dice.choice(self.pages)
            try:
                taken, status, _ = ask(self.port, address)
            except OSError as error:
                self.bad.append(f"{address}: {error}")
                continue
            self.times.append(taken)
            if status != 200:
                self.bad.append(f"{address}: {status}")
            time.sleep(dice.uniform(0.5, 1.5))  # a reader looks at a page before going on


def read_at_once(port: int, pages: Sequence[str], archive: Path, scratch: Path) -> None:
    """Many readers while reports come in."""
    retell(scratch / "coming", COMING_IN, 2)
    command = [sys.executable, "-m", "secondsource", "add", "--archive", str(archive), str(scratch / "coming")]
    until = time.perf_counter() + SECONDS
    readers = [Reader(port, pages, until, seed) for seed in range(READERS)]
    taking_in = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    print(f"{READERS} readers for {SECONDS} s while {COMING_IN} reports come in (asked: no error, 1,000 ms)")
    times = [one for reader in readers for one in reader.times]
    bad = [one for reader in readers for one in reader.bad]
    tell("all pages", times, len(bad))
    for one in sorted(set(bad))[:5]:
        print(f"    {one}")
    print(f"  taken in with exit code {taking_in.wait()}")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--base", type=Path)
    given = parser.parse_args()
    reports = FULL if given.full else SMALL
    with tempfile.TemporaryDirectory() as scratch:
        base = given.base or Path(scratch, "base")
        if not (base / "archive").exists():
            base.mkdir(exist_ok=True)
            make(base, reports)
        archive = Path(scratch, "archive")
        shutil.copytree(base / "archive", archive)
        with serving(archive) as port:
            large = find_links(port, "/?words=Skarrow", "/stories/")[0]
            kinds = addresses(port, large)
            print(f"\n{reports:,} reports, pages one after the other on one core (asked: 300 ms)")
            all_answers = []
            for kind, asked in kinds.items():
                answers = [ask(port, address)[:2] for address in asked]
                if answers:
                    tell(kind, [taken for taken, _ in answers], sum(status != 200 for _, status in answers))
                all_answers += answers
            tell("all pages", [taken for taken, _ in all_answers], sum(status != 200 for _, status in all_answers))
            pages = [address for asked in kinds.values() for address in asked]
            read_at_once(port, pages, archive, Path(scratch))


if __name__ == "__main__":
    main()
