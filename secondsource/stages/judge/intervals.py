"""Findings on intervals: a length that its ends, or its beginning and now, do not leave; an end before its start."""

from collections.abc import Collection, Iterator
from datetime import date

from secondsource.model.dates import PartialDate
from secondsource.model.findings import Evidence, Finding
from secondsource.model.spans import Span
from secondsource.stages.judge.cases import Case
from secondsource.text.celebrations import find_celebrations
from secondsource.text.courses import find_wrong_courses
from secondsource.text.intervals import Interval, find_wrong_intervals
from secondsource.text.lengths import YEAR
from secondsource.text.orders import find_disorders
from secondsource.text.sequences import find_wrong_sequences
from secondsource.text.until_now import find_until_now, reaches

HOUR = 60
"""Minutes."""
_ENDS = "The length does not fit its ends"
_Wrong = tuple[str, str, Span]
"""The title, the arithmetic, and where it stands."""


def judge_intervals(case: Case, told: Collection[Evidence]) -> Iterator[Finding]:
    """One finding for each such length or order, with every report that has it; none of what was `told` before."""
    found: dict[tuple[str, str], list[tuple[str, Span]]] = {}
    for report in case.readings:
        for title, arithmetic, span in _wrong(case, report):
            if not any(one.report == report and one.span.overlaps(span) for one in told):
                found.setdefault((title, arithmetic), []).append((report, span))
    for (title, arithmetic), places in found.items():
        reasons = (arithmetic, case.names_of(report for report, _ in places))
        shown = tuple(case.evidence(*place) for place in dict.fromkeys(places))
        yield Finding("date", "impossible", f"{title}: {arithmetic}", reasons, shown)


def _wrong(case: Case, report: str) -> Iterator[_Wrong]:
    today = _today(case, report)
    for block in case.readings[report].report.blocks:
        text = block.span.of(case.readings[report].report.text)
        year = today.year if today else None
        for found in (*find_wrong_intervals(text, year), *find_wrong_courses(text, year)):
            yield _ENDS, _subtraction(found), _at(block.span, found.start, found.end)
        if today is not None:
            yield from _wrong_by_now(text, block.span, today)


def _wrong_by_now(text: str, block: Span, today: date) -> Iterator[_Wrong]:
    """What a paragraph tells of now, or in days whose year nobody wrote."""
    for since, length in find_until_now(text):
        if not reaches(since, length, today):
            begun, told = text[since.start : since.end], text[length.start : length.end]
            place = _at(block, min(since.start, length.start), max(since.end, length.end))
            yield "The length does not fit its beginning", f"from {begun} to {today.year}: not {told}", place
    for kept in find_celebrations(text):
        if not kept.fits(today.year):
            counted = f"{today.year} − {kept.year} = {today.year - kept.year}, not {kept.years}"
            yield "The years do not fit", counted, _at(block, kept.start, kept.end)
    for disorder in (*find_disorders(text, today.year), *find_wrong_sequences(text, today.year)):
        counted = f"{disorder.earlier} is not before {disorder.later}"
        yield "The order cannot be", counted, _at(block, disorder.start, disorder.end)


def _at(block: Span, start: int, end: int) -> Span:
    return Span(block.start + start, block.start + end)


def _subtraction(found: Interval) -> str:
    if found.scale == "minutes":
        between = f"{found.low:g} minutes" if found.low < 2 * HOUR else f"{found.low / HOUR:.3g} hours"
    elif found.high - found.low > 2:
        middle = (found.low + found.high) / 2
        between = f"about {middle / YEAR:.2g} years" if middle >= YEAR else f"about {middle:.0f} days"
    else:
        between = f"{found.low:g} days"
    return f"from {found.since} to {found.until}: {between}, not {found.length}"


def _today(case: Case, report: str) -> date | None:
    """The day that the report tells from: its own, or the story's."""
    for value in (case.moment_of(report), case.story.happened_on):
        day = PartialDate.from_edtf(value[:10]) if value else None
        if day is not None and day.is_day:
            return day.first
    return None
