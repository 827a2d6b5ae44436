"""Findings on elapsed time: "29 hours after" in one report, "after 39 hours" in another, of one hour."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secondsource.model.findings import Finding
from secondsource.model.spans import Span
from secondsource.stages.judge.cases import Case
from secondsource.text.elapsed import Clock, Elapsed, find_clocks, find_elapsed

DAY = 24 * 60
"""Minutes."""
MOST_DAYS = 4
"""Days back to the hour that is counted from."""

MOST_SLIP = 2.0
"""Times that a length may be another and still be meant for the same."""


@dataclass(frozen=True, slots=True)
class _Told:
    report: str
    sentence: Span
    elapsed: Elapsed


def judge_elapsed(case: Case) -> Iterator[Finding]:
    """One finding for each hour to which two reports count differently, where an hour that is told bears out one."""
    told: dict[tuple[int, int | None], list[_Told]] = {}
    clocks: list[tuple[str, Span, Clock]] = []
    for report, reading in case.readings.items():
        for sentence in reading.sentences:
            words = sentence.of(reading.report.text)
            clocks += [(report, sentence, clock) for clock in find_clocks(words)]
            for elapsed in find_elapsed(words):
                key = elapsed.clock.minute, elapsed.clock.weekday
                told.setdefault(key, []).append(_Told(report, sentence, elapsed))
    dated = {minute for minute, weekday in told if weekday}
    for (minute, weekday), own in told.items():
        if weekday is None and minute in dated:
            continue
        fellows = own if weekday is None else [*own, *told.get((minute, None), ())]
        right = [one for one in fellows if any(_bears_out(one.elapsed, clock) for _, _, clock in clocks)]
        wrong = [
            one for one in fellows if one not in right and any(_is_slip(one.elapsed, other.elapsed) for other in right)
        ]
        if right and wrong:
            starts = [place for place in clocks if any(_bears_out(one.elapsed, place[2]) for one in right)]
            yield _finding(case, wrong, right, starts)


def _is_slip(one: Elapsed, other: Elapsed) -> bool:
    """Whether two lengths are near enough to be of one thing: another may be counted from something else."""
    return max(one.minutes, other.minutes) <= MOST_SLIP * min(one.minutes, other.minutes)


def _bears_out(elapsed: Elapsed, since: Clock) -> bool:
    """Whether so long before the hour it was `since`, on the weekday that both are told with, or on some day."""
    until = elapsed.clock
    gap = until.minute - since.minute
    if since == until:
        return False
    if until.weekday and since.weekday:
        gaps = [gap + DAY * ((until.weekday - since.weekday) % 7)]
    else:
        gaps = [gap + DAY * days for days in range(MOST_DAYS)]
    return any(gap > 0 and abs(gap - elapsed.minutes) <= elapsed.slack for gap in gaps)


def _finding(
    case: Case, wrong: Sequence[_Told], right: Sequence[_Told], starts: Sequence[tuple[str, Span, Clock]]
) -> Finding:
    since, until = starts[0][2], right[0].elapsed.clock
    hours = f"{right[0].elapsed.minutes / 60:g}"
    counted = f"from {_write(since)} to {_write(until)}: {hours} hours, not {wrong[0].elapsed.minutes / 60:g}"
    reasons = [counted]
    reasons += [f"{case.name_of(one.report)}: “{_words(case, one)}”" for one in (*wrong, *right)]
    reasons.append(f"{case.names_of(report for report, _, _ in starts)}: {_write(since)}")
    places = [(one.report, one.sentence) for one in (*wrong, *right)] + [place[:2] for place in starts]
    shown = tuple(case.evidence(*place) for place in dict.fromkeys(places))
    return Finding("date", "impossible", f"The hours do not fit: {counted}", tuple(dict.fromkeys(reasons)), shown)


def _words(case: Case, told: _Told) -> str:
    start = told.sentence.start
    return case.text_of(told.report, Span(start + told.elapsed.clock.start, start + told.elapsed.end))


def _write(clock: Clock) -> str:
    return f"{clock.minute // 60}.{clock.minute % 60:02d}"
