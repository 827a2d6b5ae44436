"""One request to one machine and its answer, within bounds of time and size."""

import http.client
import io
import socket
import ssl
import time
from collections.abc import Mapping, Sequence
from typing import cast

from secondsource.settings import Fetch
from secondsource.settings import Ingest as Bounds
from secondsource.stages.ingest.addresses import RefusedError, Target
from secondsource.stages.ingest.budgets import Budget, TooMuchError
from secondsource.stages.ingest.responses import Fields, Response, UnreadableError, unpack_body

_PIECE = 64 * 2**10
_CODINGS = "gzip, deflate"


class _Deadline:
    """The end of the time for one exchange, which each wait on the connection is held to."""

    def __init__(self, seconds: float) -> None:
        self._at = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds that are left. Raises TimeoutError when there are none."""
        seconds = self._at - time.monotonic()
        if seconds <= 0:
            raise TimeoutError
        return seconds


class _Stream(io.RawIOBase):
    """What comes over a connection, until the time is up, however slowly it drips."""

    def __init__(self, connection: socket.socket, deadline: _Deadline) -> None:
        self._connection = connection
        self._deadline = deadline

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        self._connection.settimeout(self._deadline.left())
        return self._connection.recv_into(buffer)


class _Hurried:
    """What http.client needs of a connection, held to a deadline; whoever made the connection closes it."""

    def __init__(self, connection: socket.socket, deadline: _Deadline) -> None:
        self._connection = connection
        self._deadline = deadline

    def sendall(self, content: bytes) -> None:
        self._connection.settimeout(self._deadline.left())
        self._connection.sendall(content)

    def makefile(self, *_: object, **__: object) -> io.BufferedReader:
        return io.BufferedReader(_Stream(self._connection, self._deadline))

    def close(self) -> None:
        """Nothing: the answer is still to be read."""


def exchange(target: Target, numbers: Sequence[str], fields: Mapping[str, str], settings: Fetch) -> Response:
    """The answer of the machine at one of `numbers` to a request for `target`; its body unpacked.

    Raises RefusedError when none answers, or when the answer is too large, too slow or makes no sense.
    """
    deadline = _Deadline(settings.max_seconds)
    try:
        with _connect(target, numbers, settings, deadline) as connection:
            return _ask(target, connection, fields, settings, deadline)
    except TimeoutError:
        raise RefusedError("too slow", f"not all of it came within {settings.max_seconds:.0f} seconds") from None
    except TooMuchError as error:
        raise RefusedError("too large", f"{error}, or made to fill the memory") from None
    except UnreadableError as error:
        raise RefusedError("answer cannot be read", str(error)) from None
    except http.client.IncompleteRead:
        raise RefusedError("cut off", "the connection ended before the page did") from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise RefusedError("no proper answer", f"{type(error).__name__}: {error}".strip(": ")) from None


def _connect(target: Target, numbers: Sequence[str], settings: Fetch, deadline: _Deadline) -> socket.socket:
    """A connection to the first of `numbers` that takes one, secured in the name of the host for https."""
    failures: list[str] = []
    for number in numbers:
        seconds = min(settings.connect_seconds, deadline.left())
        try:
            connection = socket.create_connection((number, target.port), timeout=seconds)
            return _secure(connection, target.host) if target.scheme == "https" else connection
        except ssl.SSLError as error:
            raise RefusedError("not secure", f"the host does not prove who it is: {error.reason or error}") from None
        except OSError as error:
            failures.append(error.strerror or str(error) or type(error).__name__)
    raise RefusedError("host does not answer", "; ".join(dict.fromkeys(failures)) or "it has no number")


def _secure(connection: socket.socket, host: str) -> socket.socket:
    try:
        return ssl.create_default_context().wrap_socket(connection, server_hostname=host)
    except BaseException:
        connection.close()
        raise


def _ask(
    target: Target, connection: socket.socket, fields: Mapping[str, str], settings: Fetch, deadline: _Deadline
) -> Response:
    speaker = http.client.HTTPConnection(target.host, target.port)
    speaker.sock = cast("socket.socket", _Hurried(connection, deadline))
    asked = {"Host": target.authority, "Accept-Encoding": _CODINGS, "Connection": "close", **fields}
    speaker.request("GET", target.path, headers=asked)
    answer = speaker.getresponse()
    told: Fields = {}
    for name, value in answer.getheaders():
        told.setdefault(name.lower(), value)
    body = _read_body(answer, settings)
    bounds = Bounds(max_bytes=settings.max_bytes, max_unpacked=settings.max_bytes)
    coding = told.get("content-encoding", "").strip().lower()
    return Response(answer.status, told, unpack_body(body, coding, Budget(bounds)) if body else b"")


def _read_body(answer: http.client.HTTPResponse, settings: Fetch) -> bytes:
    pieces: list[bytes] = []
    size = 0
    while piece := answer.read(_PIECE):
        size += len(piece)
        if size > settings.max_bytes:
            raise TooMuchError(f"more than {settings.max_bytes // 2**20} MB")
        pieces.append(piece)
    if answer.length:
        raise http.client.IncompleteRead(b"", answer.length)
    return b"".join(pieces)
