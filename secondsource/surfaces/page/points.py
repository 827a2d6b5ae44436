"""Points on the page: who says so, on how many independent sources, and in which words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from secondsource.model.findings import JudgedStory, Point, Statement
from secondsource.model.readings import Reading
from secondsource.surfaces.page.addresses import point_anchor
from secondsource.surfaces.page.contexts import Context, find_context
from secondsource.surfaces.page.labels import (
    Citation,
    Labels,
    LineageCitations,
    LineageLabel,
    ReportLabel,
    by_lineage,
)
from secondsource.surfaces.page.phrases import POINT_KINDS, POINT_VERDICTS, counted, within


@dataclass(frozen=True, slots=True)
class ShownStatement:
    """A report's statement with whom the report has it from."""

    citation: Citation
    speaker: str | None
    via: tuple[str, ...]
    force: str | None


@dataclass(frozen=True, slots=True)
class ShownPoint:
    """A point as the page shows it. `number` counts within the story; `sources` are said in words.

    `mixed` says why it has fewer sources than lineages, None where it has not.
    """

    number: int
    anchor: str
    address: str
    kind: str
    kind_name: str
    verdict: str
    verdict_name: str
    title: str
    speaker: str | None
    independent_sources: int
    sources: str
    lineages: tuple[LineageLabel, ...]
    mixed: str | None
    reports: tuple[ReportLabel, ...]
    statements: tuple[ShownStatement, ...]
    cited: tuple[LineageCitations, ...]
    context: Context | None

    @property
    def brief(self) -> str:
        """The title, with what stands around it where it says little alone."""
        return f"{self.context.before}{self.context.text}{self.context.after}" if self.context else self.title

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
    readings = {reading.report.id: reading for reading in judged.story.readings}
    shown = [_show(point, number, labels, readings) for number, point in enumerate(judged.points, start=1)]
    shown.sort(key=lambda point: (-point.independent_sources, -len(point.statements), point.number))
    shelves: dict[str, list[ShownPoint]] = {"agreed": [], "disputed": [], "single": []}
    for point in shown:
        shelves[_shelf_of(point)].append(point)
    return ShownPoints(*(tuple(shelf) for shelf in shelves.values()))


def _shelf_of(point: ShownPoint) -> str:
    if point.verdict in ("differ", "denied"):
        return "disputed"
    return "agreed" if point.verdict == "agree" and point.independent_sources > 1 else "single"


def _show(point: Point, number: int, labels: Labels, readings: Mapping[str, Reading]) -> ShownPoint:
    reports = [statement.report for statement in point.statements]
    statements = show_statements(point.statements, labels)
    return ShownPoint(
        number=number,
        anchor=point_anchor(labels.prefix, number),
        address=labels.addresses.of_point(number),
        kind=point.kind,
        kind_name=POINT_KINDS[point.kind],
        verdict=point.verdict,
        verdict_name=POINT_VERDICTS[point.verdict],
        title=point.title,
        speaker=point.speaker,
        independent_sources=point.independent_sources,
        sources=counted(point.independent_sources, "source")
        + within(point.independent_sources, point.independent_sources_range),
        lineages=labels.lineages_of(reports),
        mixed=labels.say_mixed(reports),
        reports=labels.of(reports),
        statements=statements,
        cited=by_lineage(statement.citation for statement in statements),
        context=_context(point, readings),
        reasons=(*point.reasons, *point.hangs_on),
    )


def _context(point: Point, readings: Mapping[str, Reading]) -> Context | None:
    """Where the words of a figure or a date stand, which say little alone; in the report that the title is from."""
    if point.kind not in ("figure", "dating") or not point.statements:
        return None
    told = next((statement for statement in point.statements if statement.text == point.title), point.statements[0])
    return find_context(readings[told.report], told.span)


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
    labelled = labels.of(statement.report for statement in statements)
    order = {label.number: place for place, label in enumerate(labelled)}
    return tuple(sorted(shown, key=lambda statement: order[statement.citation.label.number]))
