"""Findings on intervals: a length that its ends, or its beginning and now, do not leave; an end before its start."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from secondsource.model.dates import PartialDate
from secondsource.model.findings import Evidence, Finding
from secondsource.model.spans import Span
from secondsource.stages.judge.cases import Case
from secondsource.stages.judge.witnesses import find_right_lengths, find_same_dates
from secondsource.text.celebrations import find_celebrations
from secondsource.text.courses import find_wrong_courses
from secondsource.text.intervals import Interval, find_wrong_intervals
from secondsource.text.lengths import YEAR
from secondsource.text.moments import Moment, find_moments
from secondsource.text.orders import find_disorders
from secondsource.text.sequences import find_wrong_sequences
from secondsource.text.stretches import find_wrong_stretches
from secondsource.text.until_now import find_until_now, reaches

HOUR = 60
"""Minutes."""
_ENDS = "The length does not fit its ends"


@dataclass(frozen=True, slots=True)
class _Wrong:
    """Where it stands, a title, the arithmetic, and what it counts from to now, if it does: a moment and a unit."""

    span: Span
    title: str
    arithmetic: str
    since: Moment | None = None
    size: float = 0.0


def judge_intervals(case: Case, told: Collection[Evidence]) -> Iterator[Finding]:
    """One finding for each such length or order, with every report that has it; none of what was `told` before."""
    found: dict[tuple[str, str], list[tuple[str, _Wrong]]] = {}
    for report in case.readings:
        for wrong in _wrong(case, report):
            if not any(one.report == report and one.span.overlaps(wrong.span) for one in told):
                found.setdefault((wrong.title, wrong.arithmetic), []).append((report, wrong))
    for (title, arithmetic), places in found.items():
        reasons = [arithmetic, case.names_of(report for report, _ in places)]
        own = list(dict.fromkeys((report, wrong.span) for report, wrong in places))
        others = list(_others(case, own, *places[0]))
        if others:
            reasons.append(f"{case.names_of(report for report, _ in others)}: “{case.text_of(*others[0])}”")
        shown = tuple(case.evidence(*place) for place in dict.fromkeys((*own, *others)))
        yield Finding("date", "impossible", f"{title}: {arithmetic}", tuple(reasons), shown)


def _others(case: Case, own: Sequence[tuple[str, Span]], report: str, wrong: _Wrong) -> Iterator[tuple[str, Span]]:
    """Where other reports have what is counted from, or the length that does reach from it to now."""
    today = _today(case, report)
    if wrong.since is not None and today is not None:
        yield from find_right_lengths(case, {report for report, _ in own}, wrong.since, today, wrong.size)
        if wrong.since.year:
            yield from find_same_dates(case, own, wrong.since)


def _wrong(case: Case, report: str) -> Iterator[_Wrong]:
    today = _today(case, report)
    for block in case.readings[report].report.blocks:
        text = block.span.of(case.readings[report].report.text)
        year = today.year if today else None
        for found in _wrong_ends(text, year):
            yield _Wrong(_at(block.span, found.start, found.end), _ENDS, _subtraction(found))
        if today is not None:
            yield from _wrong_by_now(text, block.span, today)


def _wrong_ends(text: str, year: int | None) -> Iterator[Interval]:
    """The lengths of a paragraph that their two ends do not leave, each once."""
    told: list[Interval] = []
    for found in (
        *find_wrong_intervals(text, year),
        *find_wrong_courses(text, year),
        *find_wrong_stretches(text, year),
    ):
        if not any(one.length == found.length and one.start < found.end and found.start < one.end for one in told):
            told.append(found)
    yield from told


def _wrong_by_now(text: str, block: Span, today: date) -> Iterator[_Wrong]:
    """What a paragraph tells of now, or in days whose year nobody wrote."""
    for since, length in find_until_now(text, today):
        if not reaches(since, length, today):
            begun, told = text[since.start : since.end], text[length.start : length.end]
            place = _at(block, min(since.start, length.start), max(since.end, length.end))
            title, counted = "The length does not fit its beginning", f"from {begun} to {today.year}: not {told}"
            yield _Wrong(place, title, counted, since, length.size)
    for kept in find_celebrations(text):
        if not kept.fits(today.year):
            counted = f"{today.year} − {kept.year} = {today.year - kept.year}, not {kept.years}"
            moments = (one for one in find_moments(text[kept.start : kept.end]) if one.year == kept.year)
            since = next(moments, Moment(kept.start, kept.end, year=kept.year))
            yield _Wrong(_at(block, kept.start, kept.end), "The years do not fit", counted, since, YEAR)
    for disorder in (*find_disorders(text, today.year), *find_wrong_sequences(text, today.year)):
        counted = f"{disorder.earlier} is not before {disorder.later}"
        yield _Wrong(_at(block, disorder.start, disorder.end), "The order cannot be", counted)


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
    told = found.length[:1].lower() + found.length[1:]
    return f"from {found.since} to {found.until}: {between}, not {told}"


def _today(case: Case, report: str) -> date | None:
    """The day that the report tells from: its own, or the story's."""
    for value in (case.moment_of(report), case.story.happened_on):
        day = PartialDate.from_edtf(value[:10]) if value else None
        if day is not None and day.is_day:
            return day.first
    return None
