"""Findings on corrections: what a report takes back, and the reports that still have it."""

from collections.abc import Iterator, Sequence

from secondsource.model.findings import TELLINGS, Finding, Point, Statement
from secondsource.model.spans import Span
from secondsource.stages.judge.cases import Case
from secondsource.text.corrections import Correction, find_correction
from secondsource.text.wordings import share_of_matter

SHARED = 0.3
"""Share of its matter that a correction has in common with the sentence that tells the right number."""


def judge_corrections(case: Case, points: Sequence[Point]) -> Iterator[Finding]:
    """One finding for each point that a report corrects while another tells it uncorrected."""
    told: dict[str, tuple[Point, dict[str, Span], list[Statement]]] = {}
    for report, reading in case.readings.items():
        for sentence in reading.sentences:
            words = case.text_of(report, sentence)
            found = find_correction(words)
            point = _corrected_point(case, points, report, sentence, found) if found else None
            if point is not None and found is not None:
                still = [s for s in point.statements if s.report != report and _still_has(case, s, found)]
                if still:
                    _, corrected, uncorrected = told.setdefault(point.id, (point, {}, []))
                    corrected.setdefault(report, sentence)
                    uncorrected += [s for s in still if s not in uncorrected]
    for point, corrected, uncorrected in told.values():
        still = [s for s in uncorrected if s.report not in corrected]
        if still:
            yield _finding(case, point, corrected, still)


def _corrected_point(
    case: Case, points: Sequence[Point], report: str, sentence: Span, found: Correction
) -> Point | None:
    """The figure point of the number taken back, or where there is none, the telling that the sentence belongs to."""
    kinds = ("figure",) if found.value is not None else TELLINGS
    for point in points:
        for statement in point.statements if point.kind in kinds else ():
            inside = statement.report == report and sentence.overlaps(statement.span) and len(point.statements) > 1
            if inside and (found.value is None or found.value in (statement.low, statement.high)):
                return point
    return _point_since_righted(case, points, report, sentence, found)


def _point_since_righted(
    case: Case, points: Sequence[Point], report: str, sentence: Span, found: Correction
) -> Point | None:
    """The figure point in which the report has the right number, and another the one that is taken back."""
    words = case.text_of(report, sentence)
    for point in points:
        own = [s for s in point.statements if point.kind == "figure" and s.report == report]
        told = any(
            share_of_matter(case.text_of(report, case.sentence_of(report, s.span)), words) >= SHARED for s in own
        )
        if told and any(s.report != report and found.value in (s.low, s.high) for s in point.statements):
            return point
    return None


def _still_has(case: Case, statement: Statement, found: Correction) -> bool:
    own = find_correction(case.text_of(statement.report, case.sentence_of(statement.report, statement.span)))
    return own is None and (found.value is None or found.value in (statement.low, statement.high))


def _finding(case: Case, point: Point, corrected: dict[str, Span], still: Sequence[Statement]) -> Finding:
    reasons = (
        f"{case.names_of(corrected)}: taken back",
        f"{case.names_of(s.report for s in still)}: told uncorrected",
    )
    shown = [case.evidence(report, sentence) for report, sentence in corrected.items()]
    shown += [case.show_sentence(statement) for statement in still]
    title = case.text_of(*next(iter(corrected.items())))
    return Finding("denial", "changed", f"Corrected: {title}", reasons, tuple(shown), point.id)
