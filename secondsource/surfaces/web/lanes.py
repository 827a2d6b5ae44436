"""A process beside the server, and the thread that hands it tasks, one at a time."""

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from queue import SimpleQueue
from threading import Lock, Thread

from secondsource.model.jobs import Task
from secondsource.surfaces.web.errands import COMMAND, Ended, Message, Opening

LOST = "the process that did it ended; what was told of is stored"

Note = Callable[[str, Message], None]
"""Is told what a task says, by the id of its job."""


class Lane:
    """Does tasks in a process of its own, which is started with the first one and kept; a lost one is replaced."""

    def __init__(self, opening: Opening, begin: Callable[[str], bool], note: Note) -> None:
        """`begin` is asked before a job is done whether it still should be."""
        self._opening = opening
        self._begin = begin
        self._note = note
        self._waiting: SimpleQueue[tuple[str, Task] | None] = SimpleQueue()
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = Lock()
        self._is_closed = False
        self._job = ""
        self._thread: Thread | None = None

    def put(self, job: str, task: Task) -> None:
        """Have a task done after those that wait."""
        self._run()
        self._waiting.put((job, task))

    def warm(self) -> None:
        """Have the process ready for the first task."""
        self._run()
        with suppress(OSError):
            self._start()

    def end(self, job: str) -> None:
        """End the process if this is what it does; the next task gets another one."""
        with self._lock:
            if self._job != job:
                return
            process, self._process = self._process, None
        if process is not None:
            _end(process)

    def close(self) -> None:
        """Do nothing more."""
        self._is_closed = True
        self._waiting.put(None)
        self._drop()
        if self._thread is not None:
            self._thread.join(timeout=5)

    def _run(self) -> None:
        with self._lock:
            if self._thread is None and not self._is_closed:
                self._thread = Thread(target=self._work, daemon=True, name="lane")
                self._thread.start()

    def _work(self) -> None:
        while (given := self._waiting.get()) is not None:
            job, task = given
            if self._is_closed or not self._begin(job):
                continue
            with self._lock:
                self._job = job
            try:
                for message in self._do(task):
                    self._note(job, message)
            except (OSError, EOFError, pickle.PickleError, ValueError):  # ValueError: its streams were closed
                self._drop()
                self._note(job, Ended(LOST))
            with self._lock:
                self._job = ""

    def _drop(self) -> None:
        with self._lock:
            process, self._process = self._process, None
        if process is not None:
            _end(process)

    def _do(self, task: Task) -> Iterator[Message]:
        process = self._start()
        assert process.stdin is not None  # noqa: S101  narrowings, for the type checker
        assert process.stdout is not None  # noqa: S101
        pickle.dump(task, process.stdin, pickle.HIGHEST_PROTOCOL)
        process.stdin.flush()
        message: Message | None = None
        while not isinstance(message, Ended):
            message = pickle.load(process.stdout)  # noqa: S301  from our own process
            yield message

    def _start(self) -> "subprocess.Popen[bytes]":
        """The process, started unless it runs."""
        with self._lock:
            if self._is_closed:
                raise EOFError
            if self._process is not None and self._process.poll() is None:
                return self._process
            self._process = subprocess.Popen(  # noqa: S603  this very program
                [sys.executable, "-c", COMMAND],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
                start_new_session=True,  # Ctrl-C is the server's, which ends this one
            )
            assert self._process.stdin is not None  # noqa: S101
            pickle.dump(self._opening, self._process.stdin, pickle.HIGHEST_PROTOCOL)
            self._process.stdin.flush()
            return self._process


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            with suppress(OSError):
                stream.close()
