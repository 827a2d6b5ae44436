"""How routes answer: with the JSON of a noun, whose type is both checked and described."""

from collections.abc import Callable, Coroutine
from functools import wraps
from typing import Any

import msgspec
from fastapi import Request, Response
from fastapi.routing import APIRoute
from starlette.concurrency import run_in_threadpool

from secondsource.archive.judging import find_state
from secondsource.errors import UsageError


class NounRoute(APIRoute):
    """A route whose function returns the JSON of a noun.

    The description of the API is made of the type that the function says it returns; the answer is written at once,
    for mypy has compared the two already and checking a story of fifty reports again would take longer than making it.
    """

    def __init__(self, path: str, endpoint: Callable[..., object], **described: Any) -> None:
        super().__init__(path, _written(endpoint, described.get("status_code") or 200), **described)


class StoryRoute(NounRoute):
    """A route whose answer about a story is kept for whoever asks next, as long as the story stays as it is."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handle = super().get_route_handler()

        async def answer(request: Request) -> Response:
            story, app = request.path_params.get("story"), request.app.state
            if story is None:
                return await handle(request)
            state = await run_in_threadpool(find_state, app.archive, story)
            found: Response | None = app.kept.find(request, state)
            if found is not None:
                return found
            made = await handle(request)
            if made.status_code != 200 or state != await run_in_threadpool(find_state, app.archive, story):
                return made
            kept: Response = app.kept.keep(request, state, made)
            return kept

        return answer


def _written(endpoint: Callable[..., object], status: int) -> Callable[..., Response]:
    @wraps(endpoint)
    def answer(*given: Any, **named: Any) -> Response:
        _check_text(named.get("body"))
        made = endpoint(*given, **named)
        return made if isinstance(made, Response) else Response(write(made), status, media_type="application/json")

    return answer


def _check_text(body: object) -> None:
    """Raises UsageError when a text that was sent has half of a character, which JSON can write and UTF-8 cannot."""
    try:
        msgspec.json.encode(body)
    except UnicodeEncodeError as error:
        raise UsageError("a text has half of a character (a lone surrogate); send whole ones") from error


def write(noun: object) -> bytes:
    """The JSON of a noun, in UTF-8."""
    return msgspec.json.encode(noun)
