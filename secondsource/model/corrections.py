"""What a person sees who corrects the machine."""

from dataclasses import dataclass

from secondsource.model.decisions import Decision, LoggedDecision
from secondsource.model.queries import HitReport
from secondsource.model.stories import StorySummary


@dataclass(frozen=True, slots=True)
class Correctable:
    """A story with its reports in the order in which they came, and the lock that is on it, if one is."""

    story: StorySummary
    reports: tuple[HitReport, ...]
    lock: LoggedDecision | None


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What a decision would come to, before it is made: all that it names, and what it would contradict.

    `stories` are those that its reports are of now; `overrules` are earlier decisions that would hold no longer, or in
    part.
    """

    decision: Decision
    stories: tuple[StorySummary, ...]
    reports: dict[str, HitReport]
    overrules: tuple[LoggedDecision, ...]


@dataclass(frozen=True, slots=True)
class LogLine:
    """A decision of the log, with the reports that it names, and the numbers of those that overrule it in part."""

    made: LoggedDecision
    overruled_by: tuple[int, ...]
    reports: tuple[HitReport, ...]
    others: tuple[HitReport, ...]


@dataclass(frozen=True, slots=True)
class LogPage:
    """Some of the decisions of an archive, the latest first, and how many there are."""

    lines: tuple[LogLine, ...]
    total: int
