"""What an archive costs as it grows: adding, storing against reading, searching, memory.

    python -m bench.archive [--full] [--base FOLDER]

The reports are made (bench/press.py), and given to the archive as if they had just been read.
--full adds 10,000 reports to an archive of 100,000, otherwise 1,000 are added to one of 10,000. --base names a folder
where the large archive is kept for the next run. Compare ratios, not seconds, between machines.
"""

import argparse
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from bench.press import Press, stock
from secondsource.archive.adding import BATCH, store
from secondsource.archive.archives import Archive
from secondsource.archive.entering import Arrival
from secondsource.archive.queries import parse
from secondsource.archive.searching import search
from secondsource.model.reports import Document
from secondsource.pipeline import ReadReport, read

SMALL, FULL = (10_000, 1_000), (100_000, 10_000)
QUERIES = 40
"""Queries of each sort."""


def add(archive: Archive, arrivals: Iterator[Arrival], most: int, batch: int = BATCH) -> float:
    """Store so many; seconds a report, without the making of them."""
    spent = 0.0
    for done in range(0, most, batch):
        made = list(islice(arrivals, batch))
        start = time.perf_counter()
        store(archive, made)
        spent += time.perf_counter() - start
        if done % 10_000 < batch:
            print(f"\r{done}", end="", file=sys.stderr, flush=True)
    return spent / most


def storing_against_reading(archive: Archive) -> tuple[float, float]:
    """Seconds a report of reading the example, all but the first, and of storing what was read."""
    from secondsource.engines.local import Local

    first, *others = sorted(map(str, Path("examples/harbour/reports").iterdir()))
    list(read([first], engine=Local(workers=0)))
    start = time.perf_counter()
    outcomes = [one for one in read(others, engine=Local(workers=0)) if isinstance(one, ReadReport)]
    reading = time.perf_counter() - start
    documents = [Document(one.reading.report.place, one.reading.report.text.encode(), "text") for one in outcomes]
    start = time.perf_counter()
    store(archive, [Arrival(document, one) for document, one in zip(documents, outcomes, strict=True)])
    return reading / len(outcomes), (time.perf_counter() - start) / len(outcomes)


def queries(arrivals: list[Arrival], dice: random.Random) -> Iterator[tuple[str, str]]:
    """What people look for, by sorts; the words are drawn from reports."""
    for arrival in arrivals:
        assert isinstance(arrival.outcome, ReadReport)  # noqa: S101
        reading, said = arrival.outcome.reading, arrival.outcome.statements.attributions
        text = reading.report.text
        line = dice.choice(reading.sentences).of(text).rstrip(".").split()
        speaker = said[0].speaker.split()[-1] if said[0].speaker else ""
        place = dice.randrange(len(line) - 2)
        yield "one word", line[place]
        yield "two words", f"{line[place]} {line[-1]}"
        yield "three words", f"{line[0]} {line[place]} {line[-1]}"
        yield "a phrase", f'"{line[place]} {line[place + 1]}"'
        yield "a beginning", f"{line[-1][:4]}*" if len(line[-1]) > 3 else f"{line[-1]}s*"
        yield "one or another", f"{line[0]} OR {line[-1]} -{line[place]}"
        yield "word, outlet", f'{line[place]} outlet:"{reading.report.outlet}"'
        yield "word, days", f"{line[place]} from:{reading.report.published_on[:7]} to:{reading.report.published_on[:7]}"
        yield "word, agency", f"{line[place]} agency:npa"
        yield "outlet", f'outlet:"{reading.report.outlet}"'
        yield "speaker", f"speaker:{speaker}"
        yield "speaker, word", f"speaker:{speaker} {line[place]}"
        yield "kind, word", f"kind:quote {line[place]}"
        yield (
            "kind, outlet, days",
            f'kind:figure outlet:"{reading.report.outlet}" from:{reading.report.published_on[:4]}',
        )


def time_queries(archive: Archive, press: Press) -> None:
    taken: dict[str, list[float]] = {}
    asked = list(queries(list(islice(press.print(), QUERIES)), random.Random(7)))  # noqa: S311
    for sort, text in asked:
        start = time.perf_counter()
        search(archive, parse(text.lower().replace(" or ", " OR ")))
        taken.setdefault(sort, []).append(1000 * (time.perf_counter() - start))
    together = [one for times in taken.values() for one in times]
    for sort, times in [*taken.items(), ("all", together)]:
        worst = statistics.quantiles(times, n=20)[-1]
        print(f"  {sort:20} {statistics.median(times):7.1f} ms at the median {worst:8.1f} ms at the 95th percentile")


def first_look(statements: int) -> None:
    """What the first look by signs brings of the nearest 20, and its time; the vectors are like those of sentences."""
    import numpy as np

    from secondsource.archive.meanings import LOOKED_AT
    from secondsource.text.signs import find_near, from_sign_bytes, to_sign_bytes
    from secondsource.text.vectors import embed

    readings = [one.reading for one in read(["examples/harbour/reports"]) if isinstance(one, ReadReport)]
    real = embed([span.of(reading.report.text) for reading in readings for span in reading.sentences])
    dice = np.random.default_rng(0)
    held = np.empty((statements, real.shape[1]), dtype=np.float32)
    for start in range(0, statements, 50_000):
        size = min(50_000, statements - start)
        one, other = (real[dice.integers(len(real), size=size)] for _ in range(2))
        share = dice.random((size, 1), dtype=np.float32)
        mixed = one * share + other * (1 - share) + 0.03 * dice.normal(size=one.shape).astype(np.float32)
        held[start : start + size] = mixed / np.linalg.norm(mixed, axis=1, keepdims=True)
    signs = from_sign_bytes(to_sign_bytes(held))
    brought, times = [], []
    for vector in real[::8]:
        start_at = time.perf_counter()
        rows = find_near(signs, vector, LOOKED_AT)
        times.append(1000 * (time.perf_counter() - start_at))
        brought.append(np.isin(np.argsort(-(held @ vector), kind="stable")[:20], rows).mean())
    print(f"nearest of {statements:,} statements: {statistics.median(times):.0f} ms at the median", end="")
    print(f" for the first look, which brings {np.mean(brought):.3f} of the nearest 20")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--base", type=Path)
    given = parser.parse_args()
    size, more = FULL if given.full else SMALL
    with tempfile.TemporaryDirectory() as scratch:
        base = given.base or Path(scratch, "base")
        had_base = base.exists()
        with Archive(Path(scratch, "empty"), make=True) as archive:
            from_empty = add(archive, Press(2).print(), more)
        with Archive(base, make=True) as archive:
            if not had_base:
                stock(archive, Press(1), size)
            to_large = add(archive, Press(int(time.time()) if had_base else 3).print(), more)
            print(f"\nadding {more:,} reports to none        {1000 * from_empty:7.2f} ms a report")
            print(f"adding {more:,} reports to {size:,}    {1000 * to_large:7.2f} ms a report", end="")
            print(f"   x{to_large / from_empty:.2f} (asked: 1.5 at most)")
            reading, storing = storing_against_reading(archive)
            print(f"reading the example              {1000 * reading:7.2f} ms a report")
            print(f"storing it in the large archive  {1000 * storing:7.2f} ms a report", end="")
            print(f"   x{storing / reading:.2f} of reading (asked: 0.33 at most)")
            print(f"searching {size + more:,} reports (asked: 50 ms at the median, 200 ms at the 95th percentile)")
            time_queries(archive, Press(1))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"memory {memory:.0f} MB at most (asked: 2,000)")
    first_look(10 * size)


if __name__ == "__main__":
    main()
