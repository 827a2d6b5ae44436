"""Findings on what is left out: points that independent others have and a report lacks."""

from collections.abc import Iterator, Sequence

from secondsource.model.findings import Finding, Point
from secondsource.settings import Judge
from secondsource.stages.judge.cases import Case


def judge_omissions(case: Case, points: Sequence[Point], settings: Judge) -> Iterator[Finding]:
    """For each report the weightiest points that two or more other lineages have and it lacks."""
    for reading in case.story.readings:
        report = reading.report.id
        own = case.lineages[report].id
        missed = []
        for point in points:
            tellers = {statement.report for statement in point.statements}
            others = {case.lineages[teller].id for teller in tellers} - {own}
            if report not in tellers and len(others) >= settings.least_others:
                missed.append((len(others), point))
        missed.sort(key=lambda pair: (-pair[0], pair[1].id))
        for count, point in missed[: settings.most_omissions]:
            reasons = (f"{count} other independent sources tell it; {case.name_of(report)} does not",)
            shown = tuple(case.show(statement) for statement in point.statements)
            yield Finding(
                "omission", "omitted", f"{case.name_of(report)} leaves out: {point.title}", reasons, shown, point.id
            )
