"""Points, where several reports speak of one matter, and findings, what is to be said about them."""

from dataclasses import dataclass
from typing import Literal

from secondsource.model.reports import Rejection
from secondsource.model.spans import Span
from secondsource.model.statements import Statements
from secondsource.model.stories import Stemma, Story

StatementKind = Literal["quote", "claim", "figure", "dating", "event", "agreement"]
TELLINGS: frozenset[StatementKind] = frozenset(["claim", "event", "agreement"])
"""Kinds that are told in whole sentences, and are aligned and judged alike."""
PointVerdict = Literal["agree", "differ", "denied", "single"]
FindingKind = Literal[
    "wording", "figure", "unit", "update", "scope", "date", "arithmetic", "denial", "attribution", "omission"
]
FindingVerdict = Literal["differs", "denied", "impossible", "lost", "changed", "omitted"]


@dataclass(frozen=True, slots=True)
class Statement:
    """One report's statement, as a member of a point. `text` is what stands at `span` of the report's text.

    `speaker`, `via` and `force` are those of the attribution it belongs to; a claim without one is the outlet's own.
    `low`, `high` and `unit` are a figure's, `value` a dating's.
    """

    report: str
    kind: StatementKind
    span: Span
    text: str
    speaker: str | None = None
    via: tuple[str, ...] = ()
    force: str | None = None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """One matter and the statements about it, at most one a report. `reasons` say why they belong together.

    A denied point holds a report's denial beside the charge that the same report tells.

    `verdict`, `independent_sources`, the fewest and the most that those can be, and what that hangs on are set by
    judging.
    """

    id: str
    kind: StatementKind
    title: str
    speaker: str | None
    statements: tuple[Statement, ...]
    reasons: tuple[str, ...]
    independent_sources: int = 0
    verdict: PointVerdict = "single"
    independent_sources_range: tuple[int, int] = (0, 0)
    hangs_on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """Quoted words that a finding stands on: what is at `span` of the report's text."""

    report: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a reader should know, with the reasons and the words that show it.

    `about` is the point it concerns; `omitted_by` is the report that leaves that point out, in an omission.
    """

    kind: FindingKind
    verdict: FindingVerdict
    title: str
    reasons: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    about: str | None = None
    omitted_by: str | None = None


@dataclass(frozen=True, slots=True)
class AccountLine:
    """A sentence of the account: what stands at `span` of the report's text, and what it rests on.

    `on` is the day (EDTF) that it tells of, None where it names none. `points` are those it tells, first the one that
    takes up most of it: `told_by`, `independent_sources` and `left_out_by` (reports) are that point's. `findings` are
    the places, in the story's findings, of the disputes and differences about what it tells.
    """

    report: str
    span: Span
    text: str
    on: str | None
    points: tuple[str, ...]
    told_by: tuple[str, ...]
    independent_sources: int
    findings: tuple[int, ...]
    left_out_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What judging makes of a story: the points with their verdicts, the findings, and the account."""

    points: tuple[Point, ...]
    findings: tuple[Finding, ...]
    account: tuple[AccountLine, ...]


@dataclass(frozen=True, slots=True)
class JudgedStory:
    """A story with all that was found out about it. `statements` are in the order of the story's readings."""

    story: Story
    statements: tuple[Statements, ...]
    stemma: Stemma
    points: tuple[Point, ...]
    findings: tuple[Finding, ...]
    account: tuple[AccountLine, ...] = ()

    @property
    def independent_sources(self) -> int:
        return len(self.stemma.lineages)

    @property
    def independent_sources_range(self) -> tuple[int, int]:
        """The fewest and the most that they can be."""
        return self.stemma.sources_range

    @property
    def hangs_on(self) -> tuple[str, ...]:
        """What the number of independent sources hangs on, in words."""
        return tuple(doubt.reason for doubt in self.stemma.doubts)


@dataclass(frozen=True, slots=True)
class Dossier:
    """The answer: every story, and every document that could not be read."""

    stories: tuple[JudgedStory, ...]
    rejections: tuple[Rejection, ...]
