"""Visits pages on the web, politely: robots.txt obeyed, one request at a time with rests, every redirect checked."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from urllib.parse import urljoin

from secondsource.settings import Fetch
from secondsource.stages.ingest.addresses import RefusedError, Target, parse_url, resolve
from secondsource.stages.ingest.exchanges import exchange
from secondsource.stages.ingest.listings import to_instant
from secondsource.stages.ingest.responses import Response
from secondsource.stages.ingest.robots import ALL_ALLOWED, Robots, parse_robots

DEFAULT = Fetch()
PAGES = "text/html, application/xhtml+xml, */*;q=0.5"
FEEDS = "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5"
"""What is asked for where a site has several forms of one thing."""

_REDIRECTS = (301, 302, 303, 307, 308)
_NOT_MODIFIED = 304
_TOO_MANY_REQUESTS = 429
_SAYINGS = {
    401: "the page wants a login",
    402: "the page wants to be paid for",
    403: "the site lets programs not have it, or wants a login",
    404: "there is no such page",
    410: "the page was taken down",
    429: "the site asks for fewer requests; try again later",
    451: "the page is withheld for legal reasons",
}


@dataclass(frozen=True, slots=True)
class Known:
    """What an earlier visit left: how the server marked the page as it was then."""

    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it was had: the address asked for, the one it was found at, when, and the answer.

    `response` is None when the page has not changed since it was `Known`.
    """

    asked: str
    url: str
    fetched_at: str
    response: Response | None


def read_clock() -> str:
    """The instant, ISO 8601 in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


class Visitor:
    """Visits pages one at a time, and remembers what each site asks of programs for as long as it lives."""

    def __init__(
        self,
        settings: Fetch = DEFAULT,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], str] = read_clock,
    ) -> None:
        self.settings = settings
        self._sleep = sleep
        self._clock = clock
        self._numbers: dict[str, tuple[str, ...]] = {}
        self._robots: dict[str, Robots | RefusedError] = {}
        self._ready_at: dict[str, float] = {}

    def visit(self, url: str, known: Known | None = None, accept: str = PAGES) -> Page:
        """The page at `url`. Raises RefusedError when it is not to be had, or not to be had by a program."""
        fields = {"Accept": accept}
        if known and known.etag:
            fields["If-None-Match"] = known.etag
        if known and known.last_modified:
            fields["If-Modified-Since"] = known.last_modified
        target, response = self._follow(parse_url(url), fields, self.settings, obeying=True)
        if response.status == _NOT_MODIFIED and known:
            return Page(url, target.url, self._clock(), None)
        if response.status != 200:
            saying = _SAYINGS.get(response.status, "the site did not give the page")
            rest = read_rest(response.fields.get("retry-after", ""), self._clock())
            raise RefusedError(f"status {response.status}", saying, response.status, rest)
        if not response.body.strip():
            raise RefusedError("empty", "the site gave a page with nothing in it")
        return Page(url, target.url, self._clock(), response)

    def _follow(
        self, target: Target, fields: dict[str, str], settings: Fetch, *, obeying: bool
    ) -> tuple[Target, Response]:
        """The answer at the end of the redirects, each of them held to the same rules as the first address."""
        seen = {target.url}
        for _ in range(settings.max_redirects + 1):
            response = self._ask(target, fields, settings, obeying=obeying)
            if response.status not in _REDIRECTS:
                return target, response
            location = response.fields.get("location", "")
            if not location:
                raise RefusedError("no proper answer", "a redirect that does not say where to")
            target = _redirected(target, location)
            if target.url in seen:
                raise RefusedError("redirects in a circle", f"back to {target.url}")
            seen.add(target.url)
        raise RefusedError("too many redirects", f"more than {settings.max_redirects}")

    def _ask(self, target: Target, fields: dict[str, str], settings: Fetch, *, obeying: bool) -> Response:
        numbers = self._resolve(target)
        robots = self._robots_of(target) if obeying else ALL_ALLOWED
        if not robots.allows(target.path):
            raise RefusedError("robots.txt forbids it", f"{target.authority} does not let programs fetch this page")
        self._rest(target, robots)
        try:
            return exchange(target, numbers, {"User-Agent": settings.user_agent, **fields}, settings)
        finally:
            self._ready_at[target.site] = time.monotonic() + max(settings.delay_seconds, robots.delay_seconds)

    def _resolve(self, target: Target) -> tuple[str, ...]:
        """The numbers of a host, asked for once in all visits."""
        if target.authority not in self._numbers:
            self._numbers[target.authority] = resolve(target, self.settings.allowed_hosts)
        return self._numbers[target.authority]

    def _rest(self, target: Target, robots: Robots) -> None:
        longest = self.settings.longest_delay_seconds
        if robots.delay_seconds > longest:
            wanted = f"{robots.delay_seconds:.0f} seconds"
            raise RefusedError("robots.txt asks for long rests", f"{wanted} between pages, more than {longest:.0f}")
        left = self._ready_at.get(target.site, 0.0) - time.monotonic()
        if left > 0:
            self._sleep(left)

    def _robots_of(self, target: Target) -> Robots:
        if target.site not in self._robots:
            self._robots[target.site] = self._fetch_robots(target)
        found = self._robots[target.site]
        if isinstance(found, RefusedError):
            raise found
        return found

    def _fetch_robots(self, target: Target) -> Robots | RefusedError:
        """As RFC 9309 says: no robots.txt allows all, one that cannot be had forbids all."""
        settings = replace(self.settings, max_bytes=self.settings.max_robots_bytes)
        try:
            _, response = self._follow(replace(target, path="/robots.txt"), {}, settings, obeying=False)
        except RefusedError as error:
            if error.reason in ("host does not answer", "no such host", "not a public address", "not secure"):
                return error
            return RefusedError("robots.txt cannot be read", str(error), error.status, error.rest_seconds)
        if response.status == 200:
            return parse_robots(response.body.decode("utf-8", "replace"), settings.user_agent.split()[0])
        if 400 <= response.status < 500 and response.status != _TOO_MANY_REQUESTS:
            return ALL_ALLOWED
        saying = f"status {response.status}; until it can, the site is left alone"
        rest = read_rest(response.fields.get("retry-after", ""), self._clock())
        return RefusedError("robots.txt cannot be read", saying, response.status, rest)


def read_rest(told: str, now: str) -> float | None:
    """The seconds that a server asks to be left alone, as a number of them or as an instant; None if it does not."""
    if told.isdecimal() and len(told) < 10:
        return float(told)
    until = to_instant(told) if told else None
    return max(0.0, (datetime.fromisoformat(until) - datetime.fromisoformat(now)).total_seconds()) if until else None


def _redirected(target: Target, location: str) -> Target:
    try:
        return parse_url(urljoin(target.url, location))
    except RefusedError as error:
        raise RefusedError("redirects to what is not fetched", error.detail) from None
    except ValueError:
        raise RefusedError("redirects to what is not fetched", "the address makes no sense") from None
