"""The account on the page: sentences of the reports in the order of time, each with what it rests on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from secondsource.model.findings import AccountLine, JudgedStory
from secondsource.surfaces.page.findings import ShownFinding
from secondsource.surfaces.page.labels import Citation, Labels, LineageLabel, ReportLabel
from secondsource.surfaces.page.moments import to_moment
from secondsource.surfaces.page.phrases import counted


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A sentence of the account. `point` is the address of what it chiefly tells, with its number.

    `mixed` says why it has fewer sources than lineages, None where it has not.
    """

    citation: Citation
    sources: str
    is_single: bool
    lineages: tuple[LineageLabel, ...]
    mixed: str | None
    point: str
    point_number: int
    findings: tuple[ShownFinding, ...]
    left_out_by: tuple[ReportLabel, ...]


@dataclass(frozen=True, slots=True)
class AccountDay:
    """What is told of one day; `when` is None for the story's own day where that is not known."""

    when: str | None
    lines: tuple[ShownLine, ...]


def show_account(judged: JudgedStory, findings: Sequence[ShownFinding], labels: Labels) -> tuple[AccountDay, ...]:
    """The account by the days it tells of; what names no day is told of the story's own."""
    numbers = {point.id: number for number, point in enumerate(judged.points, start=1)}
    return tuple(
        AccountDay(
            to_moment(day).shown if day else None, tuple(_show(line, findings, numbers, labels) for line in lines)
        )
        for day, lines in groupby(judged.account, key=lambda line: line.on or judged.story.happened_on)
    )


def _show(line: AccountLine, findings: Sequence[ShownFinding], numbers: Mapping[str, int], labels: Labels) -> ShownLine:
    return ShownLine(
        citation=labels.cite(line.report, line.span, line.text),
        sources=counted(line.independent_sources, "source"),
        is_single=line.independent_sources == 1,
        lineages=labels.lineages_of(line.told_by),
        mixed=labels.say_mixed(line.told_by),
        point=labels.addresses.of_point(numbers[line.points[0]]),
        point_number=numbers[line.points[0]],
        findings=tuple(findings[place] for place in line.findings),
        left_out_by=labels.of(line.left_out_by),
    )
