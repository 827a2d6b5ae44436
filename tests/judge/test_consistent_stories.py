"""Stories whose reports fit together, through the real stages: nobody may be told of a conflict."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from secondsource.model.findings import Finding
from secondsource.model.reports import Document, Given, Report
from secondsource.model.stories import Lineage, Stemma, Story
from secondsource.stages.align.points import align
from secondsource.stages.annotate.readings import annotate
from secondsource.stages.clean.reports import clean
from secondsource.stages.extract.statements import extract
from secondsource.stages.judge.findings import judge

STORIES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("consistent.toml").read_text(encoding="utf-8"))[
    "story"
]
CONFLICTS = frozenset([("figure", "differs"), ("unit", "differs"), ("date", "differs"), ("denial", "denied")])


def findings_of(told: dict[str, Any]) -> tuple[Finding, ...]:
    reports = []
    for number, row in enumerate(told["report"]):
        given = Given(id=f"r{number}", outlet=f"Outlet {number}", published_at=row["published_at"])
        report = clean(Document(f"r{number}", row["text"].strip().encode(), "text", given))
        assert isinstance(report, Report), report
        reports.append(report)
    readings = tuple(annotate(report) for report in reports)
    statements = {reading.report.id: extract(reading) for reading in readings}
    lineages = tuple(Lineage(f"L{r.id}", (r.id,), r.id, False, None, ()) for r in reports)
    story = Story(told["name"], told["name"], reports[0].published_on, readings)
    return judge(story, statements, Stemma(lineages, ()), align(story, statements)).findings


@pytest.mark.parametrize("told", STORIES, ids=lambda told: told["name"])
def test_reports_that_fit_together_are_not_set_against_each_other(told: dict[str, Any]) -> None:
    wrong = [f.title for f in findings_of(told) if f.verdict == "impossible" or (f.kind, f.verdict) in CONFLICTS]
    assert wrong == []
