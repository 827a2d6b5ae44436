"""What a text rests on that is not in the archive: set beside what the archive has of its story."""

from dataclasses import dataclass
from typing import Literal

from secondsource.model.findings import Finding, StatementKind
from secondsource.model.queries import HitReport, Holding
from secondsource.model.reports import Report
from secondsource.model.spans import Span
from secondsource.model.stories import Derivation, Lineage, StorySummary

ASKED = "asked"
"""The id of the report that the text makes, in all that is said of it."""

Standing = Literal["agree", "differ", "denied", "kin", "single"]
"""How a statement stands to what the archive has: others tell it, differ, or deny it; only reports that go back to the
same text tell it; or no other does."""


@dataclass(frozen=True, slots=True)
class RestingStatement:
    """A statement of the text: the words at `span`, and who else speaks of the same matter.

    `elsewhere_sources` is on how many independent sources it rests beside the text that this one goes back to.
    """

    kind: StatementKind
    span: Span
    text: str
    speaker: str | None
    standing: Standing
    told_by: tuple[str, ...]
    elsewhere_sources: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rest:
    """What a text rests on, as far as the archive knows.

    `known` is the report that the archive has of the very text, or of another version of its article; all that follows
    leaves it out. `story` is the one that the text would join, None where there is none; `bridged` are others that it
    would join to that one. `compared` are the reports that it was compared with, and `not_compared` how many others the
    story has, where there are too many. `sources_before` and `sources_after` are the independent sources of the story
    without and with the text. `lineage` is the one that it falls into; derivations are those to and from it.
    """

    report: Report
    known: str | None = None
    story: StorySummary | None = None
    bridged: tuple[StorySummary, ...] = ()
    compared: tuple[HitReport, ...] = ()
    not_compared: int = 0
    sources_before: int | None = None
    sources_after: int = 1
    lineage: Lineage | None = None
    derivations: tuple[Derivation, ...] = ()
    statements: tuple[RestingStatement, ...] = ()
    findings: tuple[Finding, ...] = ()
    holdings: tuple[Holding, ...] = ()

    @property
    def adds_source(self) -> bool:
        """Whether the text goes back to none that the story has."""
        return self.lineage is None or self.lineage.reports == (ASKED,)
