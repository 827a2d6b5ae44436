"""Findings on what is left out: points that others have and a report lacks."""

from collections.abc import Iterator, Sequence
from itertools import islice

from secondsource.model.findings import Finding, Point
from secondsource.settings import Judge
from secondsource.stages.judge.cases import Case
from secondsource.stages.judge.disputes import Dispute
from secondsource.stages.judge.retold import Retold, one_a_source
from secondsource.stages.judge.weights import DISPUTED

DATED = 0.5
"""Weight of a day against anything else that is told as widely: who leaves it out may well tell the event."""


def judge_omissions(
    case: Case, points: Sequence[Point], disputes: Sequence[Dispute], settings: Judge
) -> Iterator[Finding]:
    """For each report the weightiest points that others tell and it lacks, first the answers to charges it tells.

    Of points on as many sources, those that more reports tell come first. What the report may tell in words of its
    own is not said to be left out.
    """
    retold = Retold(case, settings)
    told = {point.id: frozenset(statement.report for statement in point.statements) for point in points}
    disputed = {dispute.point for dispute in disputes}
    for reading in case.story.readings:
        report = reading.report.id
        yield from _answers_left_out(case, report, points, disputes)
        yield from _silences_cut(case, report, points, disputes)
        missed = []
        for point in points:
            weight = _weight(case, report, point, told[point.id], settings)
            if weight > 0:
                weight *= DISPUTED if point.id in disputed else 1.0
                missed.append((-weight, -len(told[point.id]), point.id, point))
        ranked = (point for *_, point in sorted(missed, key=lambda row: row[:3]))
        lacking = (point for point in ranked if not retold.has(report, point))
        for point in islice(lacking, settings.most_omissions):
            yield _finding(case, report, point, told[point.id])


def _answers_left_out(
    case: Case, report: str, points: Sequence[Point], disputes: Sequence[Dispute]
) -> Iterator[Finding]:
    """Charges that the report tells without the denial that another report has."""
    for dispute in disputes:
        denials = [reply for reply in dispute.replies if reply.kind == "denial"]
        point = next((point for point in points if point.id == dispute.point), None)
        if point is None or not denials or any(reply.report == report for reply in denials):
            continue
        if any(s.report == report and s.force != "denies" for s in point.statements):
            tellers = frozenset(reply.report for reply in denials)
            reasons = (f"{case.names_of(tellers)}: it is denied", _whose(case, report, tellers))
            shown = tuple(case.evidence(reply.report, reply.span) for reply in denials)
            title = f"{case.name_of(report)} leaves out the denial: {case.text_of(denials[0].report, denials[0].span)}"
            yield Finding("omission", "omitted", title, reasons, shown, point.id, report)


def _silences_cut(case: Case, report: str, points: Sequence[Point], disputes: Sequence[Dispute]) -> Iterator[Finding]:
    """Refusals to answer that the report's original has and it does not."""
    for dispute in disputes:
        tellers = frozenset(reply.report for reply in dispute.replies)
        point = next((point for point in points if point.id == dispute.point), None)
        if (
            point is None
            or dispute.is_denied
            or report in tellers
            or not case.parents.get(report, frozenset()) & tellers
        ):
            continue
        first = next(reply for reply in dispute.replies if reply.report in case.parents[report])
        reasons = (f"{case.names_of(tellers)}: somebody was asked and gave no answer", _whose(case, report, tellers))
        title = f"{case.name_of(report)} leaves out: {case.text_of(first.report, first.span)}"
        shown = (case.evidence(first.report, first.span),)
        yield Finding("omission", "omitted", title, reasons, shown, point.id, report)


def _weight(case: Case, report: str, point: Point, tellers: frozenset[str], settings: Judge) -> float:
    """How much it matters that `report` lacks the point; 0 where it does not lack it or too few others tell it.

    What a copy's original has and one other source confirms was there to be told. In a story of two sources beside the
    report's own one is enough, if two reports tell it.
    """
    if report in tellers:
        return 0.0
    own = case.lineages[report].id
    others = case.lineages_behind(tellers)
    if len(others - {own}) < _least(case, own, tellers, settings) and not (
        len(others) > 1 and _whose_text(case, report) & tellers
    ):
        return 0.0
    return len(others) * (DATED if point.kind == "dating" else 1.0)


def _least(case: Case, own: str, tellers: frozenset[str], settings: Judge) -> int:
    """How many other sources must tell a point that a report of the lineage `own` can be said to leave out."""
    beside = len({lineage.id for lineage in case.stemma.lineages} - {own})
    return settings.least_others - (beside == settings.least_others and len(tellers) > 1)


def _whose_text(case: Case, report: str) -> frozenset[str]:
    """The reports that hold what the report was made from: its parents, or others made from the same lost original."""
    parents = case.parents.get(report, frozenset())
    siblings = {
        other for other, theirs in case.parents.items() if other != report and theirs & parents - case.readings.keys()
    }
    return frozenset((parents & case.readings.keys()) | siblings)


def _finding(case: Case, report: str, point: Point, tellers: frozenset[str]) -> Finding:
    others = case.lineages_behind(tellers) - {case.lineages[report].id}
    reasons = (
        f"{_sources(len(others))} it: {case.names_of(tellers)}",
        _whose(case, report, tellers),
    )
    shown = tuple(case.show(statement) for statement in one_a_source(case, point))
    title = f"{case.name_of(report)} leaves out: {point.title}"
    return Finding("omission", "omitted", title, reasons, shown, point.id, report)


def _sources(count: int) -> str:
    return "One other independent source tells" if count == 1 else f"{count} other independent sources tell"


def _whose(case: Case, report: str, tellers: frozenset[str]) -> str:
    """Whether a copy cut the point itself or its parent never had it."""
    parents = case.parents.get(report, frozenset())
    if not parents:
        return "It is nobody's copy: the choice is its own"
    if parents & tellers:
        return f"Its own cut: {case.names_of(parents & tellers)}, which it was made from, has it"
    siblings = _whose_text(case, report) - parents
    if siblings & tellers:
        return f"Its own cut: the lost original had it, for {case.names_of(siblings & tellers)} has it from there"
    if parents - case.readings.keys():
        return "Perhaps its parent's cut: no other report made from the same lost original has it"
    return f"Its parent's cut: {case.names_of(parents)}, which it was made from, lacks it too"
