"""Repeats: a difference of figures that a finding on a length or an age tells too is told once, as what cannot be."""

from collections.abc import Sequence
from dataclasses import replace

from secondsource.model.findings import Evidence, Finding, Point
from secondsource.model.spans import Span

Findings = tuple[Finding, ...]
SIDES = 2
"""Values of a difference of which one is right and one cannot be."""


def tell_once(figures: Sequence[Finding], lengths: Sequence[Finding]) -> tuple[Findings, Findings]:
    """Both without the differences of figures that are told again; what tells them is about their point instead.

    A length, a step or an age that its own dates rule out is shown with the reports that have it right: where these
    are all that a difference has to show, it says nothing more, nor does the bound that such a figure lost.
    """
    told = list(lengths)
    repeated: set[str | None] = set()
    for figure in figures:
        place = _place_of(figure, told)
        if place is not None:
            told[place] = replace(told[place], about=figure.about)
            repeated.add(figure.about)
    return tuple(finding for finding in figures if finding.about not in repeated), tuple(told)


def _place_of(figure: Finding, lengths: Sequence[Finding]) -> int | None:
    """The place of the finding, about nothing yet, that says what cannot be and shows all that the difference shows."""
    if (figure.kind, figure.verdict) != ("figure", "differs"):
        return None
    for place, length in enumerate(lengths):
        shown = [(evidence.report, evidence.span) for evidence in length.evidence]
        is_free = length.verdict in ("impossible", "differs") and length.about is None
        if is_free and all(_is_shown(evidence, shown) for evidence in figure.evidence):
            return place
    return None


def drop_told(figures: Sequence[Finding], years: Sequence[Finding], points: Sequence[Point]) -> Findings:
    """The differences of figures but for those of two values, of which a count of years that cannot be shows one side.

    From which year it is how many years is told in all other reports too, and need not be set against each of them.
    """
    shown = [(evidence.report, evidence.span) for finding in years for evidence in finding.evidence]
    told = {point.id for point in points if point.kind == "figure" and _is_one_side_shown(point, shown)}
    return tuple(f for f in figures if (f.kind, f.verdict) != ("figure", "differs") or f.about not in told)


def _is_one_side_shown(point: Point, shown: Sequence[tuple[str, Span]]) -> bool:
    sides: dict[float | None, list[bool]] = {}
    for statement in point.statements:
        is_shown = any(statement.report == report and statement.span.overlaps(span) for report, span in shown)
        sides.setdefault(statement.low, []).append(is_shown)
    return len(sides) == SIDES and any(all(side) for side in sides.values())


def _is_shown(evidence: Evidence, shown: Sequence[tuple[str, Span]]) -> bool:
    return any(evidence.report == report and evidence.span.overlaps(span) for report, span in shown)
