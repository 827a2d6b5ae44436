"""Which report tells what, and what it leaves out of that which independent sources agree to tell."""

from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.model.findings import JudgedStory
from secondsource.surfaces.page.labels import Labels, ReportLabel
from secondsource.surfaces.page.points import ShownPoint


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """A point that several independent sources tell, and for every report whether it tells it."""

    point: ShownPoint
    told: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Shortfall:
    """What one report leaves out of the points that independent sources share, and how many of them it tells."""

    label: ReportLabel
    told: int
    missing: tuple[ShownPoint, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Points against reports, and the same report by report."""

    reports: tuple[ReportLabel, ...]
    rows: tuple[CoverageRow, ...]
    shortfalls: tuple[Shortfall, ...]


def show_coverage(judged: JudgedStory, points: Sequence[ShownPoint], labels: Labels) -> Coverage:
    """Set every point that two or more independent sources tell against every report of the story."""
    reports = labels.of(reading.report.id for reading in judged.story.readings)
    shared = [point for point in points if point.independent_sources > 1]
    telling = [{label.number for label in point.reports} for point in shared]
    rows = tuple(
        CoverageRow(point, tuple(label.number in told for label in reports))
        for point, told in zip(shared, telling, strict=True)
    )
    shortfalls = []
    for place, label in enumerate(reports):
        missing = tuple(row.point for row in rows if not row.told[place])
        shortfalls.append(Shortfall(label, len(rows) - len(missing), missing))
    return Coverage(reports, rows, tuple(shortfalls))
