"""The reports of a story in a list: when each came, how much of it is its own, what it follows."""

from dataclasses import dataclass

from secondsource.model.findings import JudgedStory
from secondsource.surfaces.page.labels import Labels, ReportLabel
from secondsource.surfaces.page.moments import to_shown_instant


@dataclass(frozen=True, slots=True)
class ShownMember:
    """A report of a story. `own` is the share of its text, in hundredths, that was found in no other.

    `follows` are the reports that it comes from, each with how, and `from_lost` the originals that are not there.
    """

    label: ReportLabel
    title: str | None
    when: str | None
    words: int
    own: int
    agencies: tuple[str, ...]
    follows: tuple[tuple[ReportLabel, str], ...]
    from_lost: tuple[tuple[str, str], ...]


def show_members(judged: JudgedStory, labels: Labels) -> tuple[ShownMember, ...]:
    """The reports, by lineage and then by when they came."""
    reports = {reading.report.id: reading.report for reading in judged.story.readings}
    named = {labels.reports[report].number: report for report in reports}
    lost = {lineage.id: lineage.name for lineage in judged.stemma.lineages if lineage.lost_original}
    shown = []
    for label in labels.of(reports):
        report = reports[named[label.number]]
        when = report.published_at or report.updated_at
        own = judged.stemma.own_share(report.id, len(report.text))
        follows = tuple(
            (labels.reports[one.parent], one.manner)
            for one in judged.stemma.derivations
            if one.child == report.id and one.parent in labels.reports
        )
        from_lost = tuple(
            (lost[one.parent] or "a text", one.manner)
            for one in judged.stemma.derivations
            if one.child == report.id and one.parent in lost
        )
        shown.append(
            ShownMember(
                label,
                report.title,
                to_shown_instant(when) if when else None,
                len(report.text.split()),
                round(100 * own),
                report.agencies,
                follows,
                from_lost,
            )
        )
    return tuple(shown)
