"""Judging texts through the real stages, each report in a lineage of its own."""

from collections.abc import Sequence
from functools import cache

from secondsource.model.findings import Finding, Judgement
from secondsource.model.readings import Reading
from secondsource.model.reports import Document, Given, Report
from secondsource.model.stories import Lineage, Stemma, Story
from secondsource.stages.align.points import align
from secondsource.stages.annotate.readings import annotate
from secondsource.stages.clean.reports import clean
from secondsource.stages.extract.statements import extract
from secondsource.stages.judge.findings import judge


@cache
def read_text(number: int, published_at: str | None, text: str) -> Reading:
    given = Given(id=f"r{number}", outlet=f"Outlet {number}", published_at=published_at)
    report = clean(Document(f"r{number}", text.strip().encode(), "text", given))
    assert isinstance(report, Report), report
    return annotate(report)


def judge_texts(*told: tuple[str | None, str], groups: Sequence[Sequence[int]] | None = None) -> Judgement:
    """What judging makes of texts, each with its instant; `groups` are the places of those of one lineage."""
    readings = tuple(read_text(number, at, text) for number, (at, text) in enumerate(told))
    statements = {reading.report.id: extract(reading) for reading in readings}
    members = [[readings[place].report.id for place in group] for group in groups or [[n] for n in range(len(told))]]
    lineages = tuple(Lineage(f"L{ids[0]}", tuple(ids), ids[0], False, None, ()) for ids in members)
    days = sorted(day for reading in readings if (day := reading.report.published_on))
    story = Story("story", "a story", days[0] if days else None, readings)
    return judge(story, statements, Stemma(lineages, ()), align(story, statements))


def findings_of_texts(*told: tuple[str | None, str], groups: Sequence[Sequence[int]] | None = None) -> list[Finding]:
    """The findings of `judge_texts`, omissions left aside."""
    return [finding for finding in judge_texts(*told, groups=groups).findings if finding.kind != "omission"]
