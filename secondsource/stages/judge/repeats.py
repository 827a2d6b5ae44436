"""Repeats: a difference of figures that a finding on a length or an age tells too is told once, as what cannot be."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from secondsource.model.findings import Evidence, Finding, Point
from secondsource.model.spans import Span
from secondsource.stages.judge.bounds import TIMES

Findings = tuple[Finding, ...]
SIDES = 2
"""Values of a difference of which one is right and one cannot be."""
PAIR = 2
"""Reports that stand against each other; where more tell of it, who is on which side is worth a finding of its own."""


def tell_once(
    figures: Sequence[Finding], lengths: Sequence[Finding], points: Sequence[Point]
) -> tuple[Findings, Findings]:
    """Both without the differences of figures that are told again; what tells them is about their point instead.

    A length, a step, an age or a count of years that its own dates rule out is shown, often beside the reports that
    have it right: where it shows all of one side of a difference, the difference says nothing more but who is on the
    other side, which is put to it; nor does the bound say more that such a figure lost. Where more than two reports
    tell the figure, the difference is told too, for who took it from whom matters more than the sum.
    """
    told = list(lengths)
    by_id = {point.id: point for point in points}
    repeated: set[str | None] = set()
    for is_place in (_shows_all, _shows_one_side):
        for figure in figures:
            is_open = (figure.kind, figure.verdict) == ("figure", "differs") and figure.about not in repeated
            places = (at for at, one in enumerate(told) if one.about is None and is_place(one, figure, by_id))
            place = next(places, None) if is_open else None
            if place is not None:
                told[place] = _with_sides(told[place], figure)
                repeated.add(figure.about)
    return tuple(one for one in figures if one.about not in repeated or _is_of_many(one)), tuple(told)


def _is_of_many(figure: Finding) -> bool:
    """Whether a difference stands between more than two reports."""
    return figure.verdict == "differs" and len({evidence.report for evidence in figure.evidence}) > PAIR


def _with_sides(length: Finding, figure: Finding) -> Finding:
    """What cannot be, with the reports that the difference shows beyond those that stand with it."""
    shown = [(evidence.report, evidence.span) for evidence in length.evidence]
    more = tuple(evidence for evidence in figure.evidence if not _is_shown(evidence, shown))
    reasons = (*length.reasons, *figure.reasons) if more else length.reasons
    return replace(length, about=figure.about, evidence=(*length.evidence, *more), reasons=reasons)


def _shows_all(length: Finding, figure: Finding, points: Mapping[str, Point]) -> bool:
    """Whether what cannot be, or is told twice, shows all that the difference shows."""
    shown = [(evidence.report, evidence.span) for evidence in length.evidence]
    return length.verdict in ("impossible", "differs") and all(_is_shown(one, shown) for one in figure.evidence)


def _shows_one_side(length: Finding, figure: Finding, points: Mapping[str, Point]) -> bool:
    """Whether what cannot be shows all who tell one of two lengths of time or ages."""
    shown = [(evidence.report, evidence.span) for evidence in length.evidence]
    point = points.get(figure.about or "")
    if length.verdict != "impossible" or point is None:
        return False
    return all(told.unit in TIMES for told in point.statements) and _is_one_side_shown(point, shown)


def _is_one_side_shown(point: Point, shown: Sequence[tuple[str, Span]]) -> bool:
    sides: dict[float | None, list[bool]] = {}
    for statement in point.statements:
        is_shown = any(statement.report == report and statement.span.overlaps(span) for report, span in shown)
        sides.setdefault(statement.low, []).append(is_shown)
    return len(sides) == SIDES and any(all(side) for side in sides.values())


def _is_shown(evidence: Evidence, shown: Sequence[tuple[str, Span]]) -> bool:
    return any(evidence.report == report and evidence.span.overlaps(span) for report, span in shown)
