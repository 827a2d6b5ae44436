"""Stories that a reader asked to have compared: one after the other, beside the answering of requests."""

from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock
from typing import Annotated

from fastapi import Depends, Request

from secondsource.archive.archives import Archive
from secondsource.archive.judging import judge

MOST = 100
"""Stories that may wait; a choice."""


class Comparisons:
    """Compares the stories of an archive in the background, each at most once at a time."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="comparing")
        self._under_way: dict[str, Future[object]] = {}
        self._lock = Lock()

    def start(self, story: str) -> bool:
        """Have a story compared; False when too many wait already."""
        with self._lock:
            self._forget_done()
            if story in self._under_way:
                return True
            if len(self._under_way) >= MOST:
                return False
            self._under_way[story] = self._worker.submit(judge, self._archive, story)
            return True

    def is_under_way(self, story: str) -> bool:
        with self._lock:
            self._forget_done()
            return story in self._under_way

    def _forget_done(self) -> None:
        for story in [story for story, future in self._under_way.items() if future.done()]:
            del self._under_way[story]


def _comparisons_of(request: Request) -> Comparisons:
    comparisons: Comparisons = request.app.state.comparisons
    return comparisons


TheComparisons = Annotated[Comparisons, Depends(_comparisons_of)]
"""A parameter of a route: what is being compared."""
