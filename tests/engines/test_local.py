"""The local engine: order, laziness, help from workers, and what happens when they are lost."""

import os
import time
from functools import partial

import pytest

from secondsource.engines import local
from secondsource.engines.local import ALONE, BATCH, QUEUED, SPARE, Local
from secondsource.engines.worker import LostWorkerError, Worker
from secondsource.errors import UsageError

MANY = ALONE + 60


def square_and_place(number: int) -> tuple[int, int]:
    return number * number, os.getpid()


def place_slowly(number: int) -> tuple[int, int]:
    time.sleep(0.005)
    return square_and_place(number)


def refuse(limit: int, number: int) -> int:
    if number == limit:
        raise UsageError(f"no {number}")
    return number


def die_unless(home: int, number: int) -> int:
    """Ends the process that runs it, unless that is `home`."""
    if os.getpid() != home:
        os._exit(3)
    return number


def loud(number: int) -> int:
    print("chatter", number)
    return number


@pytest.mark.parametrize("count", [0, 1, ALONE, ALONE + 1, MANY])
@pytest.mark.parametrize("workers", [0, 1, 2])
def test_results_come_in_order(count, workers):
    results = Local(workers).each(square_and_place, range(count))
    assert [result for result, _ in results] == [number * number for number in range(count)]


def test_few_items_start_no_process(monkeypatch):
    monkeypatch.setattr(local, "Worker", lambda function: pytest.fail("a worker was started"))
    assert len(list(Local(2).each(square_and_place, range(ALONE)))) == ALONE


def test_workers_help():
    places = {place for _, place in Local(1).each(place_slowly, range(MANY * 40))}
    assert len(places) == 2


def test_without_workers_all_is_done_here():
    assert {place for _, place in Local(0).each(square_and_place, range(MANY))} == {os.getpid()}


def test_items_are_taken_as_they_are_needed():
    taken = []
    items = (taken.append(number) or number for number in range(10_000))
    for done, _ in enumerate(Local(1).each(square_and_place, items), start=1):
        assert len(taken) <= done + BATCH * (SPARE + QUEUED + 2)
        if done == 500:
            break


@pytest.mark.parametrize("workers", [0, 2])
@pytest.mark.parametrize("limit", [3, MANY - 1])
def test_what_the_function_raises_is_raised(workers, limit):
    with pytest.raises(UsageError, match=f"no {limit}"):
        list(Local(workers).each(partial(refuse, limit), range(MANY)))


def test_the_work_of_a_lost_worker_is_done_here():
    assert list(Local(2).each(partial(die_unless, os.getpid()), range(MANY))) == list(range(MANY))


def test_what_cannot_be_pickled_is_done_here():
    assert list(Local(2).each(lambda number: -number, range(MANY))) == [-number for number in range(MANY)]


def test_no_process_can_be_started(monkeypatch):
    monkeypatch.setattr("secondsource.engines.worker.sys.executable", "/nowhere/python")
    with pytest.raises(LostWorkerError):
        Worker(square_and_place)
    assert len(list(Local(2).each(square_and_place, range(MANY)))) == MANY


def test_what_a_worker_prints_does_not_spoil_its_answers():
    worker = Worker(loud)
    try:
        assert worker.run([1, 2]) == [1, 2]
    finally:
        worker.stop()


def test_an_abandoned_run_ends_its_workers():
    started = []
    results = Local(1).each(place_slowly, range(MANY * 40))
    for result in results:
        if result[1] != os.getpid():
            started.append(result[1])
            break
    results.close()
    with pytest.raises(ProcessLookupError):
        os.kill(started[0], 0)


def test_keys_keep_the_order_in_which_they_came():
    pairs = [("b", 1), ("a", 2), ("b", 3)]
    assert list(Local().by_key(lambda key, items: (key, items), pairs)) == [("b", [1, 3]), ("a", [2])]
