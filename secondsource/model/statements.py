"""Statements: what one report says, and whom it says it from."""

from dataclasses import dataclass
from typing import Literal

from secondsource.model.spans import Span

Manner = Literal["direct", "indirect", "mixed"]
Bound = Literal["exact", "about", "at least", "more than", "at most", "less than", "between"]
Change = Literal["up", "down"]
Force = str
"""What the source does in saying it: states, claims, accuses, denies, confirms … The list is lexicon/speech.toml."""


@dataclass(frozen=True, slots=True)
class Via:
    """A carrier between outlet and speaker: "according to TASS"."""

    span: Span
    name: str


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody's words or thought, handed on by the report: source, cue and content, each of one or more spans.

    `speaker` is the canonical name of the source within the report; None where the report names nobody ("reportedly").
    `via` goes from the outlet's side to the speaker's: whom the outlet has it from first.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    manner: Manner
    force: Force
    speaker: str | None
    via: tuple[Via, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Role:
    """What a report says that somebody is: an office and, in order, what narrows it down.

    "The foreign minister of Norland" is minister, with foreign and norland.
    """

    office: str
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody or something of which a report says what it is: a person, a body, or a place ("capital", "norland").

    `name` is the one that the attributions of the report use.
    """

    name: str
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity: its bounds, unit, what is counted (`of`), and whether it is said to rise or fall.

    `low` and `high` are equal for an exact figure; one is None for an open bound ("more than 10,000": low 10000).
    """

    span: Span
    low: float | None
    high: float | None
    unit: str | None
    of: str | None
    bound: Bound = "exact"
    change: Change | None = None

    def contains(self, other: "Figure") -> bool:
        """Whether every value of `other` is one that this figure allows; units are not compared."""
        low_allows = self.low is None or (other.low is not None and self.low <= other.low)
        high_allows = self.high is None or (other.high is not None and other.high <= self.high)
        return low_allows and high_allows


@dataclass(frozen=True, slots=True)
class Dating:
    """An event that the report places in time. `value` is EDTF; `event` is the span that tells of it."""

    span: Span
    value: str
    event: Span


@dataclass(frozen=True, slots=True)
class Statements:
    """All that was taken from one report, each in text order; `speakers` by name."""

    report: str
    attributions: tuple[Attribution, ...]
    figures: tuple[Figure, ...]
    datings: tuple[Dating, ...]
    speakers: tuple[Speaker, ...] = ()
