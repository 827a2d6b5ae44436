from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from secondsource.archive.archives import Archive


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    """An empty archive, whose clock moves on by a minute whenever it is looked at."""
    minutes = count()
    with Archive(tmp_path / "archive", make=True, now=lambda: _at(next(minutes))) as opened:
        yield opened


def _at(minute: int) -> str:
    return f"2031-04-{1 + minute // 1440:02}T{minute // 60 % 24:02}:{minute % 60:02}:00+00:00"
