"""A story: the reports that tell of one event, and how they descend from one another."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from secondsource.model.readings import Reading
from secondsource.model.spans import Span

DerivationManner = Literal["verbatim", "trimmed", "rewritten", "mash-up", "quotes only"]


@dataclass(frozen=True, slots=True)
class Story:
    """The readings of all reports on one event, in the order in which they came. `happened_on` is EDTF."""

    id: str
    title: str
    happened_on: str | None
    readings: tuple[Reading, ...]

    def reading_of(self, report: str) -> Reading:
        """The reading of the report with this id. Raises KeyError if the story has none."""
        for reading in self.readings:
            if reading.report.id == report:
                return reading
        raise KeyError(report)


@dataclass(frozen=True, slots=True)
class StorySummary:
    """A story of an archive in short: `reports` is how many it has, `changed_at` when one last came or went.

    `independent_sources` and the version `judged_by` are None while it has not been judged since.
    """

    id: str
    title: str
    happened_on: str | None
    changed_at: str
    reports: int
    independent_sources: int | None
    judged_by: str | None


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the child that tells what a stretch of the parent tells; no parent span when the parent is lost."""

    child: Span
    parent: Span | None


@dataclass(frozen=True, slots=True)
class Derivation:
    """`child` comes from `parent`: a report's id, or a lineage's id when the original is lost.

    `score` is a belief, 0 to 1.
    """

    child: str
    parent: str
    manner: DerivationManner
    score: float
    reasons: tuple[str, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Lineage:
    """Reports that go back to one text: `root` is that report, or None when the original is not among them.

    `name` is what the original is called where a report credits it ("Reuters"), else None.
    """

    id: str
    reports: tuple[str, ...]
    root: str | None
    lost_original: bool
    name: str | None
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two sets of reports of which it is not sure whether they go back to one text, to a belief of `score`, 0 to 1.

    `is_joined` says which way it was taken: both sides are in one lineage, or each is the whole of one.
    """

    left: tuple[str, ...]
    right: tuple[str, ...]
    is_joined: bool
    score: float
    reason: str

    def touches(self, reports: Collection[str]) -> bool:
        """Whether it matters to the number of sources that these reports have."""
        return any(report in reports for report in self.left) and any(report in reports for report in self.right)


@dataclass(frozen=True, slots=True)
class Stemma:
    """The descent of a story's reports (philology's word for the tree of copies): who was copied from whom.

    Every report is in exactly one lineage. A mash-up stands in the lineage that gave it most and adds no source.
    `doubts` are what the number of lineages hangs on.
    """

    lineages: tuple[Lineage, ...]
    derivations: tuple[Derivation, ...]
    doubts: tuple[Doubt, ...] = ()

    def lineage_of(self, report: str) -> Lineage:
        """The lineage that holds the report with this id. Raises KeyError if none does."""
        for lineage in self.lineages:
            if report in lineage.reports:
                return lineage
        raise KeyError(report)

    def own_share(self, report: str, length: int) -> float:
        """The share (0 to 1) of a report's `length` characters that no derivation traces to another text."""
        copied = sorted(
            (passage.child.start, passage.child.end)
            for derivation in self.derivations
            if derivation.child == report
            for passage in derivation.passages
        )
        covered = reached = 0
        for start, end in copied:
            covered += max(0, end - max(start, reached))
            reached = max(reached, end)
        return 1 - covered / length if length else 1.0

    @property
    def sources_range(self) -> tuple[int, int]:
        """The fewest and the most independent sources that the story can have, given the doubts."""
        groups = [set(lineage.reports) for lineage in self.lineages]
        for doubt in self.doubts:
            touched = [group for group in groups if group & {*doubt.left, *doubt.right}]
            groups = [group for group in groups if group not in touched] + [set[str]().union(*touched)]
        return len(groups), len(self.lineages) + sum(doubt.is_joined for doubt in self.doubts)
