"""How routes answer: with the JSON of a noun, whose type is both checked and described."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import msgspec
from fastapi import Response
from fastapi.routing import APIRoute

from secondsource.errors import UsageError


class NounRoute(APIRoute):
    """A route whose function returns the JSON of a noun.

    The description of the API is made of the type that the function says it returns; the answer is written at once,
    for mypy has compared the two already and checking a story of fifty reports again would take longer than making it.
    """

    def __init__(self, path: str, endpoint: Callable[..., object], **described: Any) -> None:
        super().__init__(path, _written(endpoint, described.get("status_code") or 200), **described)


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
