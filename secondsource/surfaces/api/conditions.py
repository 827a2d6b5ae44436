"""What HTTP promises of every address that can be read: HEAD, a strong ETag, and 304 to who has it already."""

from hashlib import blake2b

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

TAG_BYTES = 16
"""128 bits: nobody will see two answers with one tag."""


class Conditions:
    """Gives every whole answer of an application a tag made of its bytes, and does not send what is known.

    Answers that are sent bit by bit (exports) have no tag.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            await self._app(scope, receive, send)
            return
        answer = _Answer(send, Headers(scope=scope).get("if-none-match", ""), is_head=scope["method"] == "HEAD")
        try:
            await self._app({**scope, "method": "GET"}, receive, answer.pass_on)
        except Exception:
            if not answer.is_cut:
                raise


class _EnoughError(OSError):
    """Nobody wants the rest of the answer: an OSError, for that is how a server says so."""


class _Answer:
    """One answer on its way out."""

    def __init__(self, send: Send, known: str, *, is_head: bool) -> None:
        self._send = send
        self._known = known
        self._is_head = is_head
        self._start: Message | None = None
        self.is_cut = False

    async def pass_on(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._start = message
            return
        if self._start is not None:
            start, self._start = self._start, None
            if start["status"] == 200 and not message.get("more_body"):
                tag = MutableHeaders(scope=start).setdefault("etag", _tag_of(message.get("body", b"")))
                if _is_known(tag, self._known):
                    start, message = _say_unchanged(start), {"type": "http.response.body", "body": b""}
            await self._send(start)
        if self._is_head:
            self.is_cut = bool(message.get("more_body"))
            await self._send({"type": "http.response.body", "body": b""})
            if self.is_cut:
                raise _EnoughError
            return
        await self._send(message)


def _tag_of(body: bytes) -> str:
    return f'"{blake2b(body, digest_size=TAG_BYTES).hexdigest()}"'


def _is_known(tag: str, known: str) -> bool:
    """Whether one of the tags in If-None-Match is this one; there, weak tags count like strong ones."""
    tags = [one.strip().removeprefix("W/") for one in known.split(",")]
    return "*" in tags or tag in tags


def _say_unchanged(start: Message) -> Message:
    kept = [(name, value) for name, value in start["headers"] if name not in (b"content-length", b"content-type")]
    return {**start, "status": 304, "headers": kept}
