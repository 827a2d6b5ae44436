"""Findings on what is left out: points that others have and a report lacks."""

from collections.abc import Iterator, Sequence

from secondsource.model.findings import Finding, Point
from secondsource.settings import Judge
from secondsource.stages.judge.cases import Case

KIND_WEIGHT = {"quote": 2.0, "figure": 2.0, "agreement": 2.0, "event": 1.5, "claim": 1.5, "dating": 1.0}
"""What a left-out point weighs against others told as widely; words and numbers can be checked, so they come first."""


def judge_omissions(case: Case, points: Sequence[Point], settings: Judge) -> Iterator[Finding]:
    """For each report the weightiest points that others tell and it lacks; a denied charge weighs most."""
    told = {point.id: frozenset(statement.report for statement in point.statements) for point in points}
    for reading in case.story.readings:
        report = reading.report.id
        missed = []
        for point in points:
            weight = _weight(case, report, point, told[point.id], settings)
            if weight > 0:
                missed.append((-weight, point.id, point))
        for _, _, point in sorted(missed, key=lambda row: row[:2])[: settings.most_omissions]:
            yield _finding(case, report, point, told[point.id])


def _weight(case: Case, report: str, point: Point, tellers: frozenset[str], settings: Judge) -> float:
    """How much it matters that `report` lacks the point; 0 where it does not lack it or too few others tell it."""
    if report in tellers:
        return 0.0
    others = {case.lineages[teller].id for teller in tellers} - {case.lineages[report].id}
    if len(others) < settings.least_others:
        return 0.0
    return len(others) * KIND_WEIGHT[point.kind]


def _finding(case: Case, report: str, point: Point, tellers: frozenset[str]) -> Finding:
    others = sorted({case.lineages[teller].id for teller in tellers} - {case.lineages[report].id})
    reasons = (
        f"{len(others)} other independent sources tell it: {case.names_of(tellers)}",
        _whose(case, report, tellers),
    )
    shown = tuple(case.show(statement) for statement in point.statements)
    title = f"{case.name_of(report)} leaves out: {point.title}"
    return Finding("omission", "omitted", title, reasons, shown, point.id, report)


def _whose(case: Case, report: str, tellers: frozenset[str]) -> str:
    """Whether a copy cut the point itself or its parent never had it."""
    parents = case.parents.get(report, frozenset())
    if not parents:
        return "It is nobody's copy: the choice is its own"
    if parents & tellers:
        return f"Its own cut: {case.names_of(parents & tellers)}, which it was made from, has it"
    lost = {lineage.id: lineage for lineage in case.stemma.lineages if lineage.id in parents}
    siblings = {
        r for lineage in lost.values() for r in lineage.reports if lineage.id in case.parents.get(r, frozenset())
    }
    if siblings & tellers:
        return f"Its own cut: the lost original had it, for {case.names_of(siblings & tellers)} has it from there"
    if lost:
        return "Perhaps its parent's cut: no other report made from the same lost original has it"
    return f"Its parent's cut: {case.names_of(parents)}, which it was made from, lacks it too"
