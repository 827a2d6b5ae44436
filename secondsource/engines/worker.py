"""A worker: a process that is handed batches of items through its standard input, and hands back what comes of them.

It is started as a program of its own, so a script that uses secondsource is not run again in it, as it would be by
Python's own process pools, and nothing that runs in the calling process, such as threads, is copied into it.
"""

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import IO, Any

COMMAND = "from secondsource.engines.worker import serve; serve()"


class LostWorkerError(Exception):
    """The process has gone, or never came."""


class Worker:
    """The calling side of a worker process. Nothing runs in it until it is handed a batch."""

    def __init__(self, function: Callable[[Any], Any]) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        try:
            self._process = subprocess.Popen(  # noqa: S603 - this very program
                [sys.executable, "-c", COMMAND],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
            )
            self._send(function)
        except (OSError, pickle.PicklingError, AttributeError, TypeError) as error:
            self.stop()
            raise LostWorkerError(str(error)) from error

    def run(self, items: Sequence[Any]) -> list[Any]:
        """The results of a batch, in order. Raises what the function raised, and LostWorkerError when nothing comes."""
        try:
            self._send(list(items))
            is_done, outcome = pickle.load(self._stream("stdout"))  # noqa: S301 - from our own process
        except (OSError, EOFError, pickle.PickleError, AttributeError, TypeError) as error:
            raise LostWorkerError(str(error)) from error
        if not is_done:
            raise outcome
        return list(outcome)

    def stop(self) -> None:
        """End the process, whatever it does."""
        if self._process is None:
            return
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with suppress(OSError):
                    stream.close()

    def _send(self, message: Any) -> None:
        content = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
        stream = self._stream("stdin")
        stream.write(content)
        stream.flush()

    def _stream(self, name: str) -> IO[bytes]:
        stream: IO[bytes] | None = getattr(self._process, name, None)
        if stream is None:
            raise LostWorkerError("it was not started")
        return stream


def serve() -> None:
    """Answer batches until the caller goes. What the function prints goes to standard error."""
    incoming, outgoing = sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    with suppress(EOFError, KeyboardInterrupt, BrokenPipeError, AttributeError, ImportError):
        function = pickle.load(incoming)  # noqa: S301 - from the process that started this one
        while True:
            items = pickle.load(incoming)  # noqa: S301
            pickle.dump(_answer(function, items), outgoing, pickle.HIGHEST_PROTOCOL)
            outgoing.flush()


def _answer(function: Callable[[Any], Any], items: Sequence[Any]) -> tuple[bool, Any]:
    try:
        return True, [function(item) for item in items]
    except Exception as error:
        return False, error
