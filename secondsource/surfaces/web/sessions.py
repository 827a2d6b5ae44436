"""Who showed the token of the desk: programs with each request, browsers once."""

import hmac
import time
from collections.abc import Callable
from hashlib import sha256
from secrets import token_urlsafe

from starlette.requests import Request

COOKIE = "desk"
SESSION_SECONDS = 30 * 24 * 3600
"""How long a browser is remembered; a choice."""

MOST_SESSIONS = 1_000
"""Browsers that are remembered at once, the last to come; a newsroom has fewer."""

MOST_FAILURES = 5
"""Wrong tokens from one address before it must wait: more than a person mistypes."""

FAILURES_SECONDS = 60.0
MOST_ADDRESSES = 10_000
"""Addresses whose failures are counted."""


class Sessions:
    """The browsers that showed the token, and how often an address showed a wrong one. Lost when the desk is closed."""

    def __init__(self, token: str | None, now: Callable[[], float] = time.monotonic) -> None:
        self._token = _digest(token) if token else None
        self._now = now
        self._until: dict[bytes, float] = {}
        self._failures: dict[str, list[float]] = {}

    @property
    def is_asked(self) -> bool:
        """Whether there is a token to show."""
        return self._token is not None

    def admit(self, request: Request) -> bool:
        """Whether a request may pass: there is no token, or it shows it, or its browser did."""
        if self._token is None:
            return True
        if bearer := bearer_of(request):
            return self.is_token(bearer, request)
        until = self._until.get(_digest(request.cookies.get(COOKIE, "")))
        return until is not None and until > self._now()

    def is_token(self, given: str, request: Request) -> bool:
        """Whether this is the token; never while the address that sends it must wait."""
        if self.wait_of(request):
            return False
        is_right = self._token is not None and hmac.compare_digest(_digest(given), self._token)
        if not is_right:
            self._note_failure(_address_of(request))
        return is_right

    def wait_of(self, request: Request) -> int:
        """Seconds that the address of a request must wait before it may show a token again."""
        recent = [at for at in self._failures.get(_address_of(request), ()) if at > self._now() - FAILURES_SECONDS]
        return int(recent[0] + FAILURES_SECONDS - self._now()) + 1 if len(recent) >= MOST_FAILURES else 0

    def begin(self) -> str:
        """Remember a browser that showed the token; the value of its cookie."""
        value = token_urlsafe(32)
        self._until[_digest(value)] = self._now() + SESSION_SECONDS
        while len(self._until) > MOST_SESSIONS:
            del self._until[next(iter(self._until))]
        return value

    def end(self, request: Request) -> None:
        """Forget a browser."""
        self._until.pop(_digest(request.cookies.get(COOKIE, "")), None)

    def _note_failure(self, address: str) -> None:
        self._failures[address] = [*self._failures.pop(address, []), self._now()][-MOST_FAILURES:]
        while len(self._failures) > MOST_ADDRESSES:
            del self._failures[next(iter(self._failures))]


def bearer_of(request: Request) -> str:
    """The token that a program sends along; empty if none."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


def _digest(text: str) -> bytes:
    return sha256(text.encode("utf-8", "surrogatepass")).digest()


def _address_of(request: Request) -> str:
    return request.client.host if request.client else ""
