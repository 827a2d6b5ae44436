"""Anchors: the day from which a report's relative times are counted, and how that day is known."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from secondsource.model.dates import PartialDate
from secondsource.model.reports import Report
from secondsource.model.spans import Span
from secondsource.stages.annotate.expressions import find_expressions
from secondsource.stages.annotate.reckoning import Moment, reckon


@dataclass(frozen=True, slots=True)
class Anchor:
    """A report's day, with the words that say how it is known."""

    on: date
    by: str


def find_anchor(report: Report, stretches: Iterable[Span]) -> Anchor | None:
    """The day of publication, of the dateline or of the last update; else what the text lets one infer.

    A caption cannot tell of a day after its report, so the latest full date in the captions stands in for the report's
    day; failing captions, the latest full date of the text does, if the text speaks of that day by its weekday alone.
    None where nothing tells.
    """
    for written, by in _told_days(report):
        known = PartialDate.from_edtf((written or "")[:10])
        if known and known.is_day:
            return Anchor(known.first, by)
    captions = [block.span for block in report.blocks if block.kind == "caption"]
    dated = max(_full_dates(report.text, captions), default=None)
    if dated:
        return Anchor(
            dated, f"the latest date in a caption, {dated.isoformat()}; a caption is no later than its report"
        )
    pieces = list(stretches)
    dated = max(_full_dates(report.text, pieces), default=None)
    if dated and dated.isoweekday() in _bare_weekdays(report.text, pieces):
        return Anchor(
            dated, f"the latest full date in the text, {dated.isoformat()}, {dated:%A}, a weekday the text uses"
        )
    return None


def _told_days(report: Report) -> Iterator[tuple[str | None, str]]:
    yield report.published_on, "the day of publication"
    if report.dateline:
        yield report.dateline.on, "the dateline"
    yield report.updated_at, "the day of the last update"


def _full_dates(text: str, stretches: Iterable[Span]) -> Iterator[date]:
    for stretch in stretches:
        for expression in find_expressions(text, stretch):
            if expression.kind in ("day", "written") and "year" in expression.parts:
                told = reckon(expression, Moment(None))
                known = PartialDate.from_edtf(told[1]) if told else None
                if known:
                    yield known.first


def _bare_weekdays(text: str, stretches: Iterable[Span]) -> frozenset[int]:
    """ISO numbers of the weekdays that stand without a date."""
    found: set[int] = set()
    for stretch in stretches:
        expressions = list(find_expressions(text, stretch))
        days = [one.span for one in expressions if one.kind in ("day", "written")]
        for one in expressions:
            if one.kind == "weekday" and not any(day.overlaps(one.span) for day in days):
                told = reckon(one, Moment(None))
                found.update(int(mark) for mark in (told[1] if told else "")[9:10])
    return frozenset(found)
