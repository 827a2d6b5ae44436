"""Since when things are new to a reader: since the last visit, which a cookie of two instants remembers."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

NAME = "visit"
KEPT_SECONDS = 90 * 24 * 3600
"""How long a browser remembers the visit; a choice."""

PAUSE = timedelta(minutes=30)
"""Who comes back after so long begins another visit; the usual measure of web statistics."""
FIRST = timedelta(hours=24)
"""How far back things are new to who was never here: a day."""


LONGEST = 40
"""Characters of an instant that are read; the longest form of ISO 8601 has fewer."""


@dataclass(frozen=True, slots=True)
class Visit:
    """`since` is the instant after which things are new (ISO 8601, UTC), `at` the present one.

    `before` is when the visit before this one ended, None if there was none; `is_asked` says that the reader named
    `since`, otherwise it is that end, or a day ago.
    """

    since: str
    at: str
    before: str | None
    is_asked: bool

    @property
    def cookie(self) -> str:
        return f"{self.before or ''}~{self.at}"


def find_visit(cookie: str | None, now: str, asked: str | None = None) -> Visit:
    """The visit that goes on, or begins, now; `asked` is an instant or a day that the reader gave instead.

    A cookie or an instant that makes no sense counts for nothing.
    """
    since, _, last = (cookie or "").partition("~")
    at = datetime.fromisoformat(now)
    before = _find_end(_read(since), _read(last), at)
    named = _read(asked)
    return Visit(_write(named or before or at - FIRST), now, _write(before) if before else None, named is not None)


def _find_end(since: datetime | None, last: datetime | None, now: datetime) -> datetime | None:
    """The end of the visit before: the last instant that was noted, unless that visit is still going on."""
    if last is None or last > now:
        return None
    return last if now - last > PAUSE else since


def _read(instant: str | None) -> datetime | None:
    try:
        read = datetime.fromisoformat((instant or "")[:LONGEST])
        return read.astimezone(UTC) if read.tzinfo else read.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None


def _write(instant: datetime) -> str:
    return instant.isoformat(timespec="seconds")
