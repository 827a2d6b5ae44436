"""Leads that are not the difference of their scores: beside them, or in other reports that tell the lead rightly."""

from dataclasses import dataclass

from secondsource.model.spans import Span
from secondsource.stages.judge.cases import Case
from secondsource.text.amounts import write_amount
from secondsource.text.margins import (
    Margin,
    Score,
    find_margins,
    find_scores,
    find_wrong_margins,
    is_near,
    is_of_scores,
)

Places = dict[str, list[tuple[str, Span]]]
"""The places of each wrong sum, by its arithmetic."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A lead or two scores, and where a report tells them."""

    report: str
    span: Span
    margin: Margin | None = None
    scores: Score | None = None


def find_told_margins(case: Case) -> Places:
    """Every wrong lead, by its arithmetic, with the reports that have it and those that have it right."""
    wrong: Places = {}
    told: list[_Told] = []
    for report, reading in case.readings.items():
        for block in reading.report.blocks:
            words, start = block.span.of(reading.report.text), block.span.start
            for found in find_wrong_margins(words):
                place = Span(start + found.start, start + found.end)
                wrong.setdefault(f"{found.counted}, not {write_amount(found.told)}", []).append((report, place))
            told += [_Told(report, Span(start + m.start, start + m.end), margin=m) for m in find_margins(words)]
            told += [_Told(report, Span(start + a.start, start + b.end), scores=(a, b)) for a, b in find_scores(words)]
    known = [place for places in wrong.values() for place in places]
    scores = [one for one in told if one.scores]
    right = [one for one in told if one.margin and _scores_of(one.margin, scores)]
    for one in told:
        if one.margin and one not in right and not any(one.report == r and one.span.overlaps(at) for r, at in known):
            for arithmetic, places in _refuted(one, one.margin, right, scores).items():
                wrong.setdefault(arithmetic, []).extend(places)
    return wrong


def _refuted(told: _Told, margin: Margin, right: list[_Told], scores: list[_Told]) -> Places:
    """The lead of a report, where another report has one near it, in the same unit, that is right by some scores."""
    for other in right:
        true = other.margin
        is_other = true and margin.unit and other.report != told.report and true.unit == margin.unit
        if true and is_other and is_near(margin.value, true.value):
            ends = _scores_of(true, scores)
            less, more = sorted(number.low for number in ends[0].scores or ())
            counted = f"{write_amount(more)} − {write_amount(less)} = {write_amount(true.value)}"
            places = [(one.report, one.span) for one in (told, other, *ends)]
            return {f"{counted}, not {write_amount(margin.value)}": places}
    return {}


def _scores_of(margin: Margin, scores: list[_Told]) -> list[_Told]:
    return [one for one in scores if one.scores and is_of_scores(margin.value, one.scores)]
