"""Run by `test_killing.py`: adds reports to an archive in a child, kills it at a random moment, looks at what is left.

One process does it all, forking its children, for importing takes longer than storing. Prints one line a round.
"""

import os
import random
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path

from secondsource.archive.adding import store
from secondsource.archive.archives import Archive
from secondsource.model.reports import Addition
from secondsource.store.documents import count_documents
from secondsource.store.reports import find_current
from tests.archive.arrivals import arrive_many, faults

BATCH = 4


def main(folder: Path, rounds: int, seed: int) -> None:
    chance, arrivals = random.Random(seed), arrive_many(160)  # noqa: S311  nothing is kept secret
    told, added = folder / "told", set[str]()
    store_some(folder, told, arrivals, BATCH)
    taken = measure(folder / "measured", arrivals)
    for _ in range(rounds):
        child = os.fork()
        if child == 0:
            store_some(folder, told, arrivals, len(arrivals))
            os._exit(0)
        time.sleep(chance.uniform(0, 2 * taken))
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        added |= set(told.read_text().split())
        print(look(folder, added), flush=True)
    store_some(folder, told, arrivals, len(arrivals))
    print(look(folder, set(told.read_text().split())))


def store_some(folder: Path, told: Path, arrivals: list, most: int) -> None:
    """Store what is not stored yet, telling the ids of reports as soon as the archive says that they are stored."""
    with Archive(folder, make=True) as archive, told.open("a", buffering=1) as stream:
        for start in range(0, most, BATCH):
            for one in store(archive, arrivals[start : start + BATCH]):
                if isinstance(one, Addition) and one.became == "added":
                    stream.write(f"{one.report}\n")


def measure(folder: Path, arrivals: list) -> float:
    """Seconds in which a child gets so far that it has opened the archive and stored a few batches."""
    folder.mkdir()
    began = time.perf_counter()
    store_some(folder, folder / "told", arrivals, 5 * BATCH)
    return time.perf_counter() - began


def look(folder: Path, added: set[str]) -> str:
    """What is wrong with what a killed process left: nothing, one hopes."""
    with Archive(folder) as archive:
        found = faults(archive)
        with archive.database.reading() as connection:
            lost = added - set(find_current(connection, sorted(added)))
            stored = count_documents(connection)
    return f"{len(added)} told, {stored} stored, {len(lost)} lost, {len(found)} faults {found[:3]}"


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
