"""Pages that were made are kept for whoever asks next, as long as what they show stays as it is."""

from collections import OrderedDict
from threading import Lock
from typing import Annotated

from fastapi import Depends, Request, Response
from fastapi.responses import HTMLResponse

from secondsource.model.ids import digest
from secondsource.surfaces.web.rendering import template_state

MOST_BYTES = 32 * 2**20
"""Pages kept in memory, all together: a few hundred parts of stories of fifty reports."""


class Kept:
    """Pages by their tags; those that nobody asked for the longest go first."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._pages: OrderedDict[str, bytes] = OrderedDict()
        self._most_bytes = most_bytes
        self._bytes = 0
        self._lock = Lock()

    def find(self, request: Request, state: str) -> Response | None:
        """The answer to who asks for this address while what it shows is in this state; None where it is to be made."""
        tag = _tag_of(request, state)
        if tag in (request.headers.get("if-none-match") or "").split(", "):
            return Response(status_code=304, headers=_headers(tag))
        with self._lock:
            page = self._pages.get(tag)
            if page is None:
                return None
            self._pages.move_to_end(tag)
        return HTMLResponse(page, headers=_headers(tag))

    def keep(self, request: Request, state: str, made: HTMLResponse) -> Response:
        """The answer that was made, kept for the next."""
        tag, page = _tag_of(request, state), bytes(made.body)
        with self._lock:
            self._bytes += len(page) - len(self._pages.pop(tag, b""))
            self._pages[tag] = page
            while self._bytes > self._most_bytes:
                self._bytes -= len(self._pages.popitem(last=False)[1])
        return HTMLResponse(page, headers=_headers(tag))


def _tag_of(request: Request, state: str) -> str:
    return f'"{digest(state, request.url.path, template_state())}"'


def _headers(tag: str) -> dict[str, str]:
    return {"ETag": tag, "Cache-Control": "private, no-cache"}


def _kept_of(request: Request) -> Kept:
    kept: Kept = request.app.state.kept
    return kept


TheKept = Annotated[Kept, Depends(_kept_of)]
"""A parameter of a route: the pages that were made before."""
