"""Findings on denials: an accusation, and the denial that answers it."""

from collections.abc import Iterator, Sequence

from secondsource.model.findings import Finding, Point
from secondsource.stages.judge.cases import Case


def judge_denials(case: Case, points: Sequence[Point]) -> Iterator[Finding]:
    """One finding for each point that some source denies."""
    for point in points:
        deniers = [s for s in point.statements if s.force == "denies"]
        others = [s for s in point.statements if s.force != "denies"]
        if deniers and others:
            reasons = tuple(f"{case.name_of(s.report)}: {s.speaker or 'somebody'} denies it" for s in deniers)
            shown = tuple(case.evidence(s.report, case.sentence_of(s.report, s.span)) for s in (*others, *deniers))
            yield Finding("denial", "denied", f"Denied: {point.title}", reasons, shown, point.id)
