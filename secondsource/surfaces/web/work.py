"""Long work for whoever asked: queued, done beside the server, its progress kept as long as the desk is open."""

from collections import OrderedDict
from dataclasses import replace
from secrets import token_hex
from threading import Lock
from typing import Annotated

from fastapi import Depends, Request

from secondsource.archive.archives import Archive
from secondsource.errors import LimitError, MissingError
from secondsource.model.jobs import Job, JobState, Step, Task
from secondsource.model.resting import Rest
from secondsource.surfaces.web.errands import Ended, Message, Opening
from secondsource.surfaces.web.lanes import Lane

NICENESS = 10
"""How far long work steps back for those who read pages; what somebody waits for does not."""

MOST_KEPT = 50
"""Pieces of work that are remembered once they are over."""

MOST_OUTCOMES = 200
"""Documents of a piece of work that its page tells of one by one, the last ones."""

MOST_BYTES = 128 * 2**20
"""What may be handed in and wait, all together."""

MOST_ASKED_BYTES = 16 * 2**20
"""What was asked about and can still be stored at the press of a button: a hundred saved pages."""


class Work:
    """The work of a desk: questions in one lane, everything that stores something in another. Close it."""

    def __init__(self, archive: Archive) -> None:
        self._most_waiting = archive.settings.serve.most_waiting
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._lock = Lock()
        self._asking = Lane(Opening(archive.folder, archive.settings, 0, True), self._begin, self._note)
        self._storing = Lane(Opening(archive.folder, archive.settings, NICENESS, False), self._begin, self._note)

    def start(self, task: Task) -> Job:
        """Queue a task. Raises LimitError when too much waits already."""
        job = Job(token_hex(8), task)
        with self._lock:
            self._forget()
            waiting = sum(not one.is_over for one in self._jobs.values())
            held = sum(_size_of(one.task) for one in self._jobs.values() if not one.is_over)
            if waiting >= self._most_waiting or held + _size_of(task) > MOST_BYTES:
                raise LimitError(
                    f"{waiting} pieces of work wait already, and no more than {self._most_waiting}, or"
                    f" {MOST_BYTES // 2**20} MB, may; come back when some are done"
                )
            self._jobs[job.id] = job
        self._lane_of(task).put(job.id, task)
        return job

    def find(self, job: str) -> Job:
        """A piece of work, as far as it is. Raises MissingError when there is none, or none any more."""
        found = self._jobs.get(job)
        if found is None:
            raise MissingError(f"there is no work {job}, or it is long over; see /work for what there is")
        return found

    def list(self) -> list[Job]:
        """What is or was done, the last asked for first."""
        with self._lock:
            return list(reversed(self._jobs.values()))

    def compare(self, story: str) -> Job:
        """Have a story compared, unless that waits already."""
        with self._lock:
            held = [one for one in self._jobs.values() if one.task.story == story and one.state == "waiting"]
        return held[0] if held else self.start(Task("compare", "Compare a story", story=story))

    def stop(self, job: str) -> Job:
        """Do a piece of work no further; what it told of is stored. Raises MissingError as `find`."""
        with self._lock:
            found = self.find(job)
            if found.is_over:
                return found
            self._jobs[job] = replace(found, state="stopped")
        if found.state == "working":
            self._lane_of(found.task).end(job)
        return self.find(job)

    def warm(self) -> None:
        """Have questions answered without the time that it takes to get ready: somebody is about to ask one."""
        self._asking.warm()

    def close(self) -> None:
        self._asking.close()
        self._storing.close()

    def _lane_of(self, task: Task) -> Lane:
        return self._asking if task.kind == "ask" else self._storing

    def _begin(self, job: str) -> bool:
        with self._lock:
            if job not in self._jobs or self._jobs[job].is_over:
                return False
            self._jobs[job] = replace(self._jobs[job], state="working")
            return True

    def _note(self, job: str, message: Message) -> None:
        with self._lock:
            before = self._jobs.get(job)
            if before is not None and not before.is_over:
                self._jobs[job] = _advance(before, message)

    def _forget(self) -> None:
        """Forget what has been over the longest where there is too much of it, and of questions first their bytes."""
        over = [one for one in self._jobs.values() if one.is_over]
        for one in over[: max(0, len(over) - MOST_KEPT)]:
            del self._jobs[one.id]
        held = 0
        for one in reversed(over[-MOST_KEPT:]):
            held += _size_of(one.task)
            if held > MOST_ASKED_BYTES:
                self._jobs[one.id] = replace(one, task=replace(one.task, handed=None))


def _advance(job: Job, message: Message) -> Job:
    if isinstance(message, Ended):
        handed = job.task.handed if job.task.kind == "ask" else None
        state: JobState = "failed" if message.trouble else "done"
        return replace(job, state=state, trouble=message.trouble, step=None, task=replace(job.task, handed=handed))
    if isinstance(message, Step):
        return replace(job, step=message)
    if isinstance(message, Rest):
        return replace(job, rest=message)
    return replace(job, outcomes=(*job.outcomes, message)[-MOST_OUTCOMES:], outcomes_total=job.outcomes_total + 1)


def _size_of(task: Task) -> int:
    return len(task.handed.content) if task.handed else 0


async def _work_of(request: Request) -> Work:
    work: Work = request.app.state.work
    return work


TheWork = Annotated[Work, Depends(_work_of)]
"""A parameter of a route: the long work of the desk."""
