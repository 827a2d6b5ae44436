"""The engine on one machine: the first items in this process, more of them on every core."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from typing import Any, TypeVar

from secondsource.engines.worker import LostWorkerError, Worker

Item = TypeVar("Item")
Key = TypeVar("Key")
Result = TypeVar("Result")

ALONE = 24
"""Items that this process does by itself: about as many reports as it reads while a worker gets ready."""

BATCH = 4
"""Items handed over together: enough to outweigh the handing over, few enough to share out evenly."""

QUEUED = 2
"""Batches a worker has at a time: one that it does and one that waits, so that it never stands idle."""

SPARE = 8
"""Batches of this process that may wait for those before them, for a slow one holds up all behind it."""


class Local:
    """Runs the verbs here. Any engine offers these two calls, and gives the same results.

    `workers` processes help this one from item ALONE on; by default one for every other core that it may use.
    """

    def __init__(self, workers: int | None = None) -> None:
        self.workers = _cores() - 1 if workers is None else workers

    def each(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """`function` of every item, in order; items are taken as they are needed, a few ahead.

        `function` must be one that can be pickled for others to help, and so must what it takes, gives and raises.
        Where that cannot be, or no process can be started, all is done here. Raises what `function` raises.
        """
        source = iter(items)
        yield from map(function, islice(source, ALONE))
        batches = _batches(source)
        first = next(batches, None)
        if first is None:
            return
        crew = Crew(function, min(self.workers, 64))
        try:
            yield from _share(function, crew, first, batches)
        finally:
            crew.stop()

    def by_key(
        self, function: Callable[[Key, list[Item]], Result], pairs: Iterable[tuple[Key, Item]]
    ) -> Iterator[Result]:
        """`function` of every key with all its items, keys in the order in which they first came."""
        gathered: dict[Key, list[Item]] = {}
        for key, item in pairs:
            gathered.setdefault(key, []).append(item)
        return (function(key, items) for key, items in gathered.items())


class Crew:
    """The workers, each with a thread of this process that waits for it."""

    def __init__(self, function: Callable[[Any], Any], size: int) -> None:
        self._workers: list[Worker] = []
        try:
            for _ in range(size):
                self._workers.append(Worker(function))
        except LostWorkerError:
            pass
        self._idle = deque(self._workers)
        self._threads = ThreadPoolExecutor(max(1, len(self._workers)))
        self._open = 0
        self.is_ready = False
        """Whether a worker has answered yet; before, it may be long in starting."""

    def has_room(self) -> bool:
        """Whether some worker could do with another batch."""
        return self._open < QUEUED * len(self._workers)

    def submit(self, batch: list[Any]) -> "Future[list[Any]]":
        """Have the next free worker do a batch."""
        self._open += 1
        future = self._threads.submit(self._run, batch)
        future.add_done_callback(self._close)
        return future

    def _run(self, batch: list[Any]) -> list[Any]:
        if not self._idle:
            raise LostWorkerError("all workers are gone")
        worker = self._idle.popleft()
        try:
            results = worker.run(batch)
        except LostWorkerError:
            self._workers.remove(worker)
            worker.stop()
            raise
        self._idle.append(worker)
        self.is_ready = True
        return results

    def _close(self, _: "Future[list[Any]]") -> None:
        self._open -= 1

    def stop(self) -> None:
        """End all workers, whatever they do."""
        for worker in list(self._workers):
            worker.stop()
        self._threads.shutdown(cancel_futures=True)


def _share(
    function: Callable[[Item], Result], crew: Crew, first: list[Item], batches: Iterator[list[Item]]
) -> Iterator[Result]:
    """The results in order; this process does a batch whenever the workers have enough."""
    waiting: deque[tuple[list[Item], Future[list[Any]]]] = deque()
    batch: list[Item] | None = first
    while batch is not None:
        waiting.append((batch, crew.submit(batch) if crew.has_room() else _done(function, batch)))
        while waiting and (waiting[0][1].done() or len(waiting) > SPARE):
            yield from _results(function, crew, *waiting.popleft())
        batch = next(batches, None)
    while waiting:
        yield from _results(function, crew, *waiting.popleft())


def _done(function: Callable[[Item], Result], batch: list[Item]) -> "Future[list[Any]]":
    future: Future[list[Any]] = Future()
    future.set_result([function(item) for item in batch])
    return future


def _results(
    function: Callable[[Item], Result], crew: Crew, batch: list[Item], future: "Future[list[Any]]"
) -> list[Any]:
    """What came of a batch; it is done here if no worker has begun it, none is ready yet, or its worker was lost."""
    if future.cancel() or not (future.done() or crew.is_ready):
        return [function(item) for item in batch]
    try:
        return future.result()
    except LostWorkerError:
        return [function(item) for item in batch]


def _batches(source: Iterator[Item]) -> Iterator[list[Item]]:
    while batch := list(islice(source, BATCH)):
        yield batch


def _cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
