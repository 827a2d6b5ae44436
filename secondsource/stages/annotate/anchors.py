"""Anchors: the day from which a report's relative times are counted, and how that day is known."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from secondsource.model.dates import PartialDate
from secondsource.model.reports import Report
from secondsource.model.spans import Span
from secondsource.stages.annotate.expressions import Expression
from secondsource.stages.annotate.moments import Moment
from secondsource.stages.annotate.reckoning import reckon


@dataclass(frozen=True, slots=True)
class Anchor:
    """A report's day, with the words that say how it is known."""

    on: date
    by: str


def find_anchor(report: Report, expressions: Sequence[Expression]) -> Anchor | None:
    """The day of publication, of the dateline or of the last update; else what the text lets one infer.

    A caption cannot tell of a day after its report, so the latest full date in the captions stands in for the report's
    day, and failing captions the latest full date of the text. Both only if the text speaks of that day by its weekday
    alone, and of no later year; a caption is also believed where the text names no weekday. None where nothing tells.
    """
    for written, by in _told_days(report):
        known = PartialDate.from_edtf((written or "")[:10])
        if known and known.is_day:
            return Anchor(known.first, by)
    weekdays, years = _bare_weekdays(expressions), _years(expressions)
    captions = [block.span for block in report.blocks if block.kind == "caption"]
    for dated, by in (
        (_latest(_in(captions, expressions)), "the latest date in a caption (no caption is later than its report)"),
        (_latest(expressions), "the latest full date in the text"),
    ):
        if dated is None or max(years, default=0) > dated.year:
            continue
        if dated.isoweekday() in weekdays:
            return Anchor(dated, f"{by}, a {dated:%A}, as the text says")
        if not weekdays and "caption" in by:
            return Anchor(dated, by)
    return None


def _told_days(report: Report) -> Iterator[tuple[str | None, str]]:
    yield report.published_on, "the day of publication"
    if report.dateline:
        yield report.dateline.on, "the dateline"
    yield report.updated_at, "the day of the last update"


def _in(spans: Sequence[Span], expressions: Sequence[Expression]) -> list[Expression]:
    return [one for one in expressions if any(span.contains(one.span) for span in spans)]


def _latest(expressions: Sequence[Expression]) -> date | None:
    """The latest day among the expressions that name one in full."""
    told = [reckon(one, Moment(None)) for one in expressions if one.kind in ("day", "written") and "year" in one.parts]
    known = [PartialDate.from_edtf(value[1]) for value in told if value]
    return max((day.first for day in known if day), default=None)


def _years(expressions: Sequence[Expression]) -> frozenset[int]:
    return frozenset(int(one.parts["year"]) for one in expressions if one.kind == "year" and "year" in one.parts)


def _bare_weekdays(expressions: Sequence[Expression]) -> frozenset[int]:
    """ISO numbers of the weekdays that stand without a date."""
    told = [reckon(one, Moment(None)) for one in expressions if one.kind == "weekday"]
    return frozenset(int(value[1][9]) for value in told if value)
