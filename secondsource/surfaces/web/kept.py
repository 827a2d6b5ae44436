"""Answers that were made are kept for whoever asks next, as long as what they show stays as it is."""

from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Annotated, TypeVar

from fastapi import Depends, Request, Response

from secondsource import __version__
from secondsource.model.ids import digest
from secondsource.surfaces.web.rendering import template_state

MOST_BYTES = 64 * 2**20
"""Answers kept in memory, all together: the pages of some hundred stories, or of a few of fifty reports."""

SAID = ("content-type", "content-disposition")
"""Headers of an answer that are kept with it."""


Made = TypeVar("Made", bound=Response | None)


class Kept:
    """Answers by their tags; those that nobody asked for the longest go first.

    What several ask for at once is made once: the others wait for it.
    """

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._answers: OrderedDict[str, tuple[bytes, dict[str, str]]] = OrderedDict()
        self._making: dict[str, tuple[Lock, int]] = {}
        self._most_bytes = most_bytes
        self._bytes = 0
        self._lock = Lock()

    def answer(self, request: Request, state: str, make: Callable[[], Made]) -> Response | Made:
        """The answer to who asks for this address while what it shows is in this state; where it is not at hand, made.

        None, and nothing kept, where `make` makes nothing.
        """
        found = self.find(request, state)
        if found is not None:
            return found
        with self._alone(_tag_of(request, state)):
            found = self.find(request, state)
            if found is not None:
                return found
            made = make()
            return made if made is None else self.keep(request, state, made)

    def find(self, request: Request, state: str) -> Response | None:
        """The answer that is at hand, or that who asks has it already."""
        tag = _tag_of(request, state)
        if tag in (request.headers.get("if-none-match") or "").split(", "):
            return Response(status_code=304, headers=_headers(tag))
        with self._lock:
            kept = self._answers.get(tag)
            if kept is None:
                return None
            self._answers.move_to_end(tag)
        body, said = kept
        return Response(body, headers=said | _headers(tag))

    def keep(self, request: Request, state: str, made: Response) -> Response:
        """The answer that was made, kept for the next."""
        tag, body = _tag_of(request, state), bytes(made.body)
        said = {name: made.headers[name] for name in SAID if name in made.headers}
        with self._lock:
            self._bytes += len(body) - len(self._answers.pop(tag, (b"", {}))[0])
            self._answers[tag] = body, said
            while self._bytes > self._most_bytes:
                self._bytes -= len(self._answers.popitem(last=False)[1][0])
        return Response(body, headers=said | _headers(tag))

    @contextmanager
    def _alone(self, tag: str) -> Iterator[None]:
        """Only one at a time makes an answer; whoever comes meanwhile waits here."""
        with self._lock:
            turn, waiting = self._making.get(tag, (Lock(), 0))
            self._making[tag] = turn, waiting + 1
        try:
            with turn:
                yield
        finally:
            with self._lock:
                turn, waiting = self._making.pop(tag)
                if waiting > 1:
                    self._making[tag] = turn, waiting - 1


def _tag_of(request: Request, state: str) -> str:
    return f'"{digest(state, request.scope["path"], request.url.query, template_state(), __version__)}"'


def _headers(tag: str) -> dict[str, str]:
    return {"ETag": tag, "Cache-Control": "private, no-cache"}


async def _kept_of(request: Request) -> Kept:
    kept: Kept = request.app.state.kept
    return kept


TheKept = Annotated[Kept, Depends(_kept_of)]
"""A parameter of a route: the answers that were made before."""
