"""Run by `test_killing.py`, several at a time: adds forty reports, some of which the others add too."""

import sys
from pathlib import Path

from secondsource.archive.adding import store
from secondsource.archive.archives import Archive
from tests.archive.arrivals import arrive_many

if __name__ == "__main__":
    first = int(sys.argv[2])
    with Archive(Path(sys.argv[1]), make=True) as archive:
        for start in range(first, first + 40, 4):
            for one in store(archive, arrive_many(80)[start : start + 4]):
                print(one.became)
