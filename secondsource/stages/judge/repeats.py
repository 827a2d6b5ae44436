"""Repeats: a difference of figures that a finding on a length or an age tells too is told once, as what cannot be."""

from collections.abc import Sequence
from dataclasses import replace

from secondsource.model.findings import Evidence, Finding, Point
from secondsource.model.spans import Span

Findings = tuple[Finding, ...]
SIDES = 2
"""Values of a difference of which one is right and one cannot be."""


def tell_once(
    figures: Sequence[Finding], lengths: Sequence[Finding], points: Sequence[Point]
) -> tuple[Findings, Findings]:
    """Both without the differences of figures that are told again; what tells them is about their point instead.

    A length, a step, an age or a count of years that its own dates rule out is shown, often beside the reports that
    have it right: where it shows all of one side of a difference, the difference says nothing more but who is on the
    other side, which is put to it; nor does the bound say more that such a figure lost.
    """
    told = list(lengths)
    by_id = {point.id: point for point in points}
    repeated: set[str | None] = set()
    for figure in figures:
        place = _place_of(figure, told, by_id)
        if place is not None:
            told[place] = _with_sides(told[place], figure)
            repeated.add(figure.about)
    return tuple(finding for finding in figures if finding.about not in repeated), tuple(told)


def _with_sides(length: Finding, figure: Finding) -> Finding:
    """What cannot be, with the reports that the difference shows beyond those that stand with it."""
    shown = [(evidence.report, evidence.span) for evidence in length.evidence]
    more = tuple(evidence for evidence in figure.evidence if not _is_shown(evidence, shown))
    reasons = (*length.reasons, *figure.reasons) if more else length.reasons
    return replace(length, about=figure.about, evidence=(*length.evidence, *more), reasons=reasons)


def _place_of(figure: Finding, lengths: Sequence[Finding], points: dict[str, Point]) -> int | None:
    """The place of the finding, about nothing yet, that says what cannot be and shows the difference or one side."""
    if (figure.kind, figure.verdict) != ("figure", "differs"):
        return None
    for place, length in enumerate(lengths):
        shown = [(evidence.report, evidence.span) for evidence in length.evidence]
        is_free = length.verdict in ("impossible", "differs") and length.about is None
        if is_free and all(_is_shown(evidence, shown) for evidence in figure.evidence):
            return place
        point = points.get(figure.about or "")
        if is_free and length.verdict == "impossible" and point and _is_one_side_shown(point, shown):
            return place
    return None


def _is_one_side_shown(point: Point, shown: Sequence[tuple[str, Span]]) -> bool:
    sides: dict[float | None, list[bool]] = {}
    for statement in point.statements:
        is_shown = any(statement.report == report and statement.span.overlaps(span) for report, span in shown)
        sides.setdefault(statement.low, []).append(is_shown)
    return len(sides) == SIDES and any(all(side) for side in sides.values())


def _is_shown(evidence: Evidence, shown: Sequence[tuple[str, Span]]) -> bool:
    return any(evidence.report == report and evidence.span.overlaps(span) for report, span in shown)
