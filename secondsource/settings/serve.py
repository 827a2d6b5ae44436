"""Knobs of the desk, each number with where it comes from."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Serve:
    """Knobs of the desk that `secondsource serve` opens."""

    host: str = "127.0.0.1"
    """The address that it is bound to: this machine alone. Another one needs a token."""

    port: int = 8765
    """Its port, which no well-known service has."""

    host_names: tuple[str, ...] = ()
    """Names by which browsers may call it beside localhost and the address that it is bound to."""

    query_seconds: float = 2.0
    """A page or an answer whose questions to the archive take longer is stopped: the slowest of all kinds of searches
    took 0.23 s over 110,000 reports."""

    most_compared: int = field(default=24, metadata={"least": 1})
    """Reports of a story with which a text that somebody asks about is compared, those first that hold most of it: more
    than tell most events, and an answer takes four seconds of one core."""

    most_waiting: int = field(default=16, metadata={"least": 1})
    """Pieces of long work that may wait, each for the one before; who comes later is told to."""
