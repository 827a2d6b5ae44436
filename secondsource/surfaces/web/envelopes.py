"""What every answer of the desk carries, whatever became of it: headers for browsers, a line in the log."""

import logging
import time
from traceback import extract_tb

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from secondsource.surfaces.terminal import printable
from secondsource.surfaces.web.problems import CRASHED, to_answer

LOG = logging.getLogger("secondsource.desk")
"""One line an answer: how it was asked, the path without its query, the status, the time. Nothing of what was sent."""

LONGEST_PATH = 200
"""Characters of a path that the log tells."""

PLACES_TOLD = 6
"""Places in the code, from where it broke outwards, that the log tells; a choice."""

POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
"""What a page of the desk may load and do: its own style sheet, script, pictures and addresses, nothing else."""

HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    # Not "no-referrer", with which browsers send their own forms with the origin "null"; others are told nothing.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
"""Set on every answer, in place of what a route may have said otherwise."""

UNSAID = {"cache-control": "private, no-cache"}
"""Set where a route says nothing: what is shown may change, and is for the one who asked."""


class Envelope:
    """Puts every answer of an application into its headers, answers for what breaks, and notes it in the log."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began, status = time.monotonic(), 0

        async def seal(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message = {**message, "headers": _complete(message.get("headers", ()))}
            await send(message)

        try:
            await self._app(scope, receive, seal)
        except Exception as error:
            LOG.error("%s %s broke: %s", scope["method"], _path_of(scope), _say(error))
            if status:  # part of the answer is out: break it off, so that nobody takes it for whole
                raise ConnectionAbortedError("the answer broke off") from None
            await to_answer(scope["path"], CRASHED)(scope, receive, seal)
        finally:
            took = (time.monotonic() - began) * 1000
            LOG.info("%s %s %d %.0f ms", scope["method"], _path_of(scope), status, took)


def _complete(headers: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    said = {name.lower() for name, _ in headers}
    kept = [(name, value) for name, value in headers if name.lower().decode("latin-1") not in HEADERS]
    unsaid = {name: value for name, value in UNSAID.items() if name.encode() not in said}
    return kept + [(name.encode(), value.encode()) for name, value in (HEADERS | unsaid).items()]


def _path_of(scope: Scope) -> str:
    return printable(str(scope["path"]))[:LONGEST_PATH]


def _say(error: Exception) -> str:
    """What broke and where, without its message, which may hold a text."""
    frames = extract_tb(error.__traceback__)
    places = [f"{frame.name} ({frame.filename}:{frame.lineno})" for frame in frames[-PLACES_TOLD:]]
    return f"{type(error).__name__} in {' < '.join(reversed(places))}"
