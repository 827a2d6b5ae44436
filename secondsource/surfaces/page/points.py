"""Points on the page: who says so, on how many independent sources, and in which words."""

from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.model.findings import JudgedStory, Point, Statement
from secondsource.surfaces.page.labels import Citation, Labels, LineageLabel, ReportLabel
from secondsource.surfaces.page.phrases import POINT_KINDS, POINT_VERDICTS, counted


@dataclass(frozen=True, slots=True)
class ShownStatement:
    """A report's statement with whom the report has it from."""

    citation: Citation
    speaker: str | None
    via: tuple[str, ...]
    force: str | None


@dataclass(frozen=True, slots=True)
class ShownPoint:
    """A point as the page shows it. `number` counts within the story; `sources` are said in words."""

    number: int
    anchor: str
    kind: str
    kind_name: str
    verdict: str
    verdict_name: str
    title: str
    speaker: str | None
    independent_sources: int
    sources: str
    lineages: tuple[LineageLabel, ...]
    reports: tuple[ReportLabel, ...]
    statements: tuple[ShownStatement, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownPoints:
    """All points of a story, by what is to be said of them."""

    agreed: tuple[ShownPoint, ...]
    disputed: tuple[ShownPoint, ...]
    single: tuple[ShownPoint, ...]

    @property
    def all(self) -> tuple[ShownPoint, ...]:
        return (*self.agreed, *self.disputed, *self.single)


def show_points(judged: JudgedStory, labels: Labels) -> ShownPoints:
    """Prepare every point; those on most independent sources come first."""
    shown = [_show(point, number, labels) for number, point in enumerate(judged.points, start=1)]
    shown.sort(key=lambda point: (-point.independent_sources, -len(point.statements), point.number))
    disputed = tuple(point for point in shown if point.verdict in ("differ", "denied"))
    agreed = tuple(point for point in shown if point.verdict == "agree" and point.independent_sources > 1)
    rest = {*disputed, *agreed}
    return ShownPoints(agreed, disputed, tuple(point for point in shown if point not in rest))


def point_anchor(prefix: str, number: int) -> str:
    return f"{prefix}-p{number}"


def _show(point: Point, number: int, labels: Labels) -> ShownPoint:
    reports = [statement.report for statement in point.statements]
    return ShownPoint(
        number=number,
        anchor=point_anchor(labels.prefix, number),
        kind=point.kind,
        kind_name=POINT_KINDS[point.kind],
        verdict=point.verdict,
        verdict_name=POINT_VERDICTS[point.verdict],
        title=point.title,
        speaker=point.speaker,
        independent_sources=point.independent_sources,
        sources=counted(point.independent_sources, "source"),
        lineages=labels.lineages_of(reports),
        reports=labels.of(reports),
        statements=show_statements(point.statements, labels),
        reasons=point.reasons,
    )


def show_statements(statements: Sequence[Statement], labels: Labels) -> tuple[ShownStatement, ...]:
    """Prepare statements, by lineage and then by report."""
    shown = [
        ShownStatement(
            labels.cite(statement.report, statement.span, statement.text),
            statement.speaker,
            statement.via,
            statement.force,
        )
        for statement in statements
    ]
    order = {label: place for place, label in enumerate(labels.of(statement.report for statement in statements))}
    return tuple(sorted(shown, key=lambda statement: order[statement.citation.label]))
