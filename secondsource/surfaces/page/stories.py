"""A story on the page: everything that its templates show, prepared."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from secondsource.model.findings import JudgedStory
from secondsource.model.spans import Span
from secondsource.surfaces.page.accounts import AccountDay, show_account
from secondsource.surfaces.page.figures import FigureTable, show_figures
from secondsource.surfaces.page.findings import (
    Choice,
    FindingGroup,
    ShownFinding,
    by_gravity,
    choose_kinds,
    choose_verdicts,
    group_findings,
    show_findings,
)
from secondsource.surfaces.page.graphs import NARROW, WIDE, Graph, draw
from secondsource.surfaces.page.highlights import Backlink, Mark, MarkKind
from secondsource.surfaces.page.labels import Labels, LineageLabel, ReportLabel
from secondsource.surfaces.page.moments import to_moment
from secondsource.surfaces.page.omissions import Coverage, show_coverage
from secondsource.surfaces.page.phrases import counted, opening, rests_on
from secondsource.surfaces.page.points import ShownPoint, ShownPoints, show_points
from secondsource.surfaces.page.texts import ShownReport, show_report
from secondsource.surfaces.page.timelines import TimelineEntry, show_timeline
from secondsource.surfaces.page.wordings import Wording, show_wordings

MOST_AT_A_GLANCE = 5
"""How many findings the head of a story names; the rest is a click away."""


MOST_LONERS = 4
"""How many reports that follow no other have a line each at the head of a story; more of them share one."""


@dataclass(frozen=True, slots=True)
class ShownLineage:
    """A lineage in words. `descents` tell how each report came about."""

    label: LineageLabel
    summary: str
    reports: tuple[ReportLabel, ...]
    reasons: tuple[str, ...]
    descents: tuple["Descent", ...]


@dataclass(frozen=True, slots=True)
class Descent:
    """How one report came from another, or from a lost original (`parent` None)."""

    child: ReportLabel
    parent: ReportLabel | None
    parent_name: str
    manner: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuoteTable:
    """A quote that several reports have, in all its wordings."""

    point: ShownPoint
    wordings: tuple[Wording, ...]

    @property
    def is_alike(self) -> bool:
        """Whether the wordings differ in form at most."""
        return not any(wording.changes or wording.is_anew for wording in self.wordings)


UNFOLDED = 12
"""Reports of a story up to which all is laid open: with forty, the page would be 130 screens long."""


class ShownStory:
    """Everything that is shown of one story, each part prepared when it is first asked for.

    `labels` name its reports and lineages, and say where its things are shown.
    """

    def __init__(self, judged: JudgedStory, labels: Labels) -> None:
        self._judged = judged
        self._labels = labels
        self._reports = [reading.report for reading in judged.story.readings]
        self.prefix = labels.prefix
        self.addresses = labels.addresses
        self.title = judged.story.title
        self.hangs_on = judged.hangs_on

    @property
    def is_long(self) -> bool:
        """Whether it has so many reports that what most readers pass over is folded up."""
        return len(self._reports) > UNFOLDED

    @property
    def happened_on(self) -> str | None:
        day = self._judged.story.happened_on
        return to_moment(day).shown if day else None

    @property
    def headline(self) -> str:
        judged = self._judged
        return rests_on(len(self._reports), judged.independent_sources, judged.independent_sources_range)

    @cached_property
    def lineages(self) -> tuple[ShownLineage, ...]:
        return tuple(
            _show_lineage(self._judged, index, self._labels) for index in range(len(self._judged.stemma.lineages))
        )

    @property
    def loners(self) -> tuple[ReportLabel, ...]:
        """Reports that follow no other, if they share a line."""
        loners = tuple(lineage.reports[0] for lineage in self.lineages if len(lineage.reports) == 1)
        return loners if len(loners) > MOST_LONERS else ()

    @cached_property
    def graphs(self) -> tuple[Graph, ...]:
        return tuple(draw(self._judged.stemma, self._reports, self._labels, frame) for frame in (WIDE, NARROW))

    @cached_property
    def findings(self) -> tuple[ShownFinding, ...]:
        return show_findings(self._judged, self._labels)

    @cached_property
    def at_a_glance(self) -> tuple[ShownFinding, ...]:
        """The gravest findings."""
        return tuple(f for f in by_gravity(self.findings) if f.kind != "omission")[:MOST_AT_A_GLANCE]

    @cached_property
    def account(self) -> tuple[AccountDay, ...]:
        return show_account(self._judged, self.findings, self._labels)

    @cached_property
    def points(self) -> ShownPoints:
        return show_points(self._judged, self._labels)

    @cached_property
    def quotes(self) -> tuple[QuoteTable, ...]:
        return tuple(QuoteTable(point, show_wordings(point)) for point in _shared(self.points, "quote"))

    @cached_property
    def figures(self) -> tuple[FigureTable, ...]:
        statements = {told.report: told for told in self._judged.statements}
        return tuple(
            show_figures(self._judged.points[point.number - 1], point, statements, self._labels)
            for point in _shared(self.points, "figure")
        )

    @cached_property
    def finding_groups(self) -> tuple[FindingGroup, ...]:
        return group_findings(self.findings, self.prefix)

    @property
    def finding_kinds(self) -> tuple[Choice, ...]:
        return choose_kinds(self.finding_groups)

    @property
    def finding_verdicts(self) -> tuple[Choice, ...]:
        return choose_verdicts(self.finding_groups)

    @cached_property
    def findings_of_point(self) -> Mapping[str, tuple[ShownFinding, ...]]:
        """The findings about each point, by the point's address."""
        return _by_point(self.findings)

    @property
    def omissions(self) -> tuple[ShownFinding, ...]:
        return tuple(finding for finding in self.findings if finding.kind == "omission")

    @cached_property
    def timeline(self) -> tuple[TimelineEntry, ...]:
        return show_timeline(self._judged, self._labels)

    @cached_property
    def coverage(self) -> Coverage:
        return show_coverage(self._judged, self.points.all, self._labels)

    @cached_property
    def reports(self) -> tuple[ShownReport, ...]:
        marks = _marks(self._judged, self._labels)
        return tuple(show_report(report, self._labels.reports[report.id], marks[report.id]) for report in self._reports)


def _shared(points: ShownPoints, kind: str) -> Iterator[ShownPoint]:
    """The points of a kind that more than one report tells."""
    return (point for point in points.all if point.kind == kind and len(point.statements) > 1)


def _by_point(findings: tuple[ShownFinding, ...]) -> dict[str, tuple[ShownFinding, ...]]:
    by_point: dict[str, tuple[ShownFinding, ...]] = {}
    for finding in findings:
        if finding.point and finding.kind != "omission":
            by_point[finding.point] = (*by_point.get(finding.point, ()), finding)
    return by_point


def _show_lineage(judged: JudgedStory, index: int, labels: Labels) -> ShownLineage:
    lineage = judged.stemma.lineages[index]
    members = labels.of(lineage.reports)
    descents = []
    for derivation in judged.stemma.derivations:
        if derivation.child in lineage.reports:
            parent = labels.reports.get(derivation.parent)
            name = parent.name if parent else lineage.name or "the lost original"
            descents.append(
                Descent(labels.reports[derivation.child], parent, name, derivation.manner, derivation.reasons)
            )
    label, summary = labels.lineages[lineage.id], _summary(judged, index, labels)
    return ShownLineage(label, summary, members, lineage.reasons, tuple(descents))


def _summary(judged: JudgedStory, index: int, labels: Labels) -> str:
    lineage = judged.stemma.lineages[index]
    count = len(lineage.reports)
    if lineage.lost_original:
        verb = "goes" if count == 1 else "go"
        credited = f", credited to {lineage.name}" if lineage.name else ""
        among = "it" if count == 1 else "them"
        return opening(f"{counted(count, 'report')} {verb} back to one text that is not among {among}{credited}")
    if count == 1:
        return "One report that follows no other"
    root = labels.reports[lineage.root].name if lineage.root else "one text"
    copies = counted(count - 1, "report that follows it", "reports that follow it")
    return f"{opening(root)}, and {copies}"


def _marks(judged: JudgedStory, labels: Labels) -> dict[str, list[Mark]]:
    """For each report all places that the page points to, with the way back."""
    marks: dict[str, list[Mark]] = {report: [] for report in labels.reports}
    for number, point in enumerate(judged.points, start=1):
        for statement in point.statements:
            kind: MarkKind = "point" if point.independent_sources > 1 else "alone"
            back = Backlink(labels.addresses.of_point(number), f"P{number}", point.title, kind)
            marks[statement.report].append(Mark(statement.span, kind, back))
    for number, finding in enumerate(judged.findings, start=1):
        if finding.kind == "omission":  # its evidence is what others tell, and is marked as their points
            continue
        back = Backlink(labels.addresses.of_finding(number), f"F{number}", finding.title, "finding")
        for evidence in finding.evidence:
            marks[evidence.report].append(Mark(evidence.span, "finding", back))
    for told in judged.statements:
        marks[told.report] += [Mark(dating.event, "time") for dating in told.datings]
    _mark_copied(judged, labels, marks)
    return marks


def _mark_copied(judged: JudgedStory, labels: Labels, marks: dict[str, list[Mark]]) -> None:
    for derivation in judged.stemma.derivations:
        parent = labels.reports.get(derivation.parent)
        for passage in derivation.passages:
            back = None
            if parent and passage.parent:
                address = labels.addresses.of_passage(parent.number, derivation.parent, passage.parent.start)
                back = Backlink(address, f"from {parent.number}", parent.name, "copied")
                marks[derivation.parent].append(Mark(Span(passage.parent.start, passage.parent.start), "copied"))
            marks[derivation.child].append(Mark(passage.child, "copied", back))
