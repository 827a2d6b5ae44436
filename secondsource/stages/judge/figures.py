"""Findings on figures: the same quantity with another value, another bound or another unit."""

from collections.abc import Iterator, Sequence

from secondsource.model.findings import Finding, Point, Statement
from secondsource.stages.judge.cases import Case


def judge_figures(case: Case, points: Sequence[Point]) -> Iterator[Finding]:
    """At most one finding on the value and one on the unit of each figure."""
    for point in points:
        if point.kind != "figure" or len(point.statements) < 2:
            continue
        first, *others = point.statements
        unlike = [other for other in others if not _overlap(first, other)]
        if unlike:
            yield _finding("figure", "The figures do not fit", point, [first, *unlike], case)
        renamed = [other for other in others if other.unit != first.unit]
        if renamed and not unlike:
            yield _finding("unit", "The unit changes", point, [first, *renamed], case)


def _overlap(one: Statement, other: Statement) -> bool:
    low = max(-float("inf") if s.low is None else s.low for s in (one, other))
    high = min(float("inf") if s.high is None else s.high for s in (one, other))
    return low <= high


def _finding(kind: str, title: str, point: Point, statements: list[Statement], case: Case) -> Finding:
    reasons = tuple(f"{case.name_of(s.report)}: {s.text}" for s in statements)
    shown = tuple(case.evidence(s.report, case.sentence_of(s.report, s.span)) for s in statements)
    if kind == "unit":
        return Finding("unit", "changed", f"{title}: {point.title}", reasons, shown, point.id)
    return Finding("figure", "differs", f"{title}: {point.title}", reasons, shown, point.id)
