"""What is asked of every request before a route sees it: who is called, who calls from where, how much it brings."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import quote, urlsplit

from fastapi import Response
from fastapi.responses import RedirectResponse
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from secondsource.model.problems import Problem
from secondsource.surfaces.terminal import printable
from secondsource.surfaces.web.access import Access
from secondsource.surfaces.web.problems import API, problem_of_status, to_answer
from secondsource.surfaces.web.sessions import Sessions, bearer_of

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
"""Methods that change nothing."""

OPEN_PATHS = ("/assets/", "/enter")
"""What is answered without the token: the page that asks for it, and what that is made with."""

MOST_BYTES = 2 * 2**20
"""What a request may bring beside uploads: a long report has a hundredth of it."""

COSTLY = {
    "/search": 4,
    "/api/v1/search": 4,
    "/api/v1/like": 4,
    "/api/v1/holding": 4,
    "/api/v1/export": 2,
    "POST /api/v1/reports": 1,
}
"""Beginnings of paths that ask much of the archive or the processor, and how many of each are answered at once."""

PATIENCE_SECONDS = 5.0
"""How long such a request waits for its turn."""


STALL_SECONDS = 20.0
"""How long nothing may come of what a request brings: one that stalls would hold its turn."""


class Guards:
    """Lets through to an application what may pass; the rest is answered here."""

    def __init__(self, app: ASGIApp, access: Access, sessions: Sessions, most_upload: int) -> None:
        self._app = app
        self._access = access
        self._sessions = sessions
        self._most_upload = most_upload
        self._busy = dict.fromkeys(COSTLY, 0)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        most = self._most_upload if _is_upload(request) else MOST_BYTES
        refusal = self._refuse(request) or _refuse_size(request, most)
        if refusal is not None:
            await refusal(scope, receive, send)
            return
        group = next((path for path in COSTLY if _is_below(scope, path)), None)
        if group is None:
            await self._app(scope, _bounded(receive, most), send)
        elif await self._has_turn(group):
            with self._counted(group):
                await self._app(scope, _bounded(receive, most), send)
        else:
            told = f"More than {COSTLY[group]} costly questions at once are not answered (the limit for {group})"
            answer = to_answer(scope["path"], problem_of_status(503, told))
            answer.headers["Retry-After"] = "5"
            await answer(scope, receive, send)

    def _refuse(self, request: Request) -> Response | None:
        """The answer to a request that may not pass; None if it may."""
        # The path that routes are found by: an address put together from the Host header may have another.
        path, host = request.scope["path"], request.headers.get("host", "")
        if not self._access.knows(host):
            return to_answer(path, _say_host(host))
        if _is_foreign(request):
            told = "This was asked for by another site"
            return to_answer(path, problem_of_status(403, told))
        if not path.startswith(OPEN_PATHS) and not self._sessions.admit(request):
            return self._ask_token(request)
        return None

    def _ask_token(self, request: Request) -> Response:
        path, wait = request.scope["path"], self._sessions.wait_of(request)
        if wait and bearer_of(request):
            answer = to_answer(path, problem_of_status(429, "Too many wrong tokens"))
            answer.headers["Retry-After"] = str(wait)
            return answer
        is_read = request.method == "GET" and "text/html" in request.headers.get("accept", "")
        if is_read and not path.startswith(API):
            asked = path + (f"?{request.url.query}" if request.url.query else "")
            return RedirectResponse(f"/enter?to={quote(asked, safe='')}", 303)
        answer = to_answer(path, problem_of_status(401, "This desk asks for a token"))
        answer.headers["WWW-Authenticate"] = 'Bearer realm="secondsource"'
        return answer

    async def _has_turn(self, group: str) -> bool:
        """Wait for one's turn; whether it came."""
        left = PATIENCE_SECONDS
        while self._busy[group] >= COSTLY[group] and left > 0:
            await asyncio.sleep(0.01)
            left -= 0.01
        return self._busy[group] < COSTLY[group]

    @contextmanager
    def _counted(self, group: str) -> Iterator[None]:
        self._busy[group] += 1
        try:
            yield
        finally:
            self._busy[group] -= 1


def _say_host(host: str) -> Problem:
    name = printable(host)[:100] or "nothing"
    to_do = "call it by the address that it printed, or start it with --allow-host and that name"
    return Problem(421, "wrong_host", f"This desk does not answer to {name}.", to_do)


def _is_foreign(request: Request) -> bool:
    """Whether another site is behind a request that changes something, or that is more than a link followed.

    Browsers say where a request comes from; programs do not, and those that write must use the API.
    """
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    is_safe = request.method in SAFE
    if site is not None:
        is_link = is_safe and request.headers.get("sec-fetch-mode") == "navigate"
        return site not in ("same-origin", "none") and not is_link
    if is_safe:
        return False
    if origin is not None:
        return urlsplit(origin).netloc.lower() != request.headers.get("host", "").lower()
    return not request.scope["path"].startswith(API)


def _refuse_size(request: Request, most: int) -> Response | None:
    length = request.headers.get("content-length", "0")
    if length.isascii() and length.isdigit() and int(length[:20]) <= most:
        return None
    return to_answer(request.url.path, problem_of_status(413, _say_size(most)))


def _bounded(receive: Receive, most: int) -> Receive:
    """The same, as long as no more comes than that, and something comes.

    What a request says of its length may be wrong, or missing.
    """
    taken, is_more = 0, True

    async def receive_some() -> Message:
        nonlocal taken, is_more
        try:
            async with asyncio.timeout(STALL_SECONDS if is_more else None):
                message = await receive()
        except TimeoutError as error:
            raise HTTPException(408, f"Nothing came for {STALL_SECONDS:g} seconds") from error
        is_more = message.get("more_body", False)
        taken += len(message.get("body", b""))
        if taken > most:
            raise HTTPException(413, _say_size(most))
        return message

    return receive_some


def _say_size(most: int) -> str:
    return f"No more than {most / 2**20:g} MB are taken at once"


def _is_upload(request: Request) -> bool:
    return request.headers.get("content-type", "").lower().startswith("multipart/form-data")


def _is_below(scope: Scope, head: str) -> bool:
    """Whether a request is for this path or one below it, and of the method before it, if one is named."""
    method, _, path = head.rpartition(" ")
    return (scope["path"] == path or scope["path"].startswith(f"{path}/")) and method in ("", scope["method"])
