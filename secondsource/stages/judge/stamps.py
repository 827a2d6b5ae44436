"""Findings on stamps: a report dated before what it tells, as other reports date it or as it does itself."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from secondsource.model.dates import PartialDate, write_day
from secondsource.model.findings import Finding
from secondsource.model.spans import Span
from secondsource.stages.judge.cases import Case
from secondsource.stages.judge.dates import OTHER_YEAR
from secondsource.stages.judge.tenses import tells_deed
from secondsource.text.weekdays import find_dated_weekdays
from secondsource.text.wordings import content_words, share_of_matter

EASTMOST = timedelta(hours=14)
"""No place's day begins earlier than this before the same day in UTC."""
MORNING = timedelta(hours=8)
"""Into a day, what is told of it without a word for its first hours has seldom been done before."""
WITHOUT_ZONE = timedelta(hours=9)
"""A stamp that names no zone is of the outlet's own clock, which is seldom so far behind the place that it tells of.

A stamp without an hour is seldom of midnight: it is before the next day, unless what is told is of its first hours.
"""
FURTHEST, FURTHEST_DATED = timedelta(days=5), timedelta(days=20)
"""So long before it, a stamp may be a slip: "on Monday" in a report of the Friday before may be another Monday; a day
told by its weekday and its number is of no other year."""
SAME_WORDS = 0.8
"""Share of the matter of each of two sentences that the other must have for one to be copied from the other."""
FEWEST_WORDS = 4
"""Content words of a sentence that is told from another; fewer may be alike by chance."""
DAY = 10
"""Characters of a date in EDTF."""
BESIDE = 30
"""Characters beside a day in which words stand that tell which part of it is meant."""
_EARLY = re.compile(
    r"\b(?:early|earliest|dawn|daybreak|sunrise|first\slight|night|overnight|midnight|morning|small\shours|local\stime|[1-9](?:[.:]\d\d)?\s?a\.?m)\b",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(r"(?:That|It|This)\s")
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence that tells, in the past, of a day; `weekday` is the word for it, where there is one.

    `is_written`: with the number of the day; `is_early`: it may be of the day's first hours.
    """

    report: str
    sentence: Span
    day: PartialDate
    weekday: str | None
    is_written: bool
    is_early: bool


def judge_stamps(case: Case) -> Iterator[Finding]:
    """One finding for each report that is stamped before a day of which it tells in the past."""
    told = {report: list(_told(case, report)) for report in case.readings}
    by_day: dict[PartialDate, list[_Told]] = {}
    for one in (one for own in told.values() for one in own if one.weekday):
        by_day.setdefault(one.day, []).append(one)
    for report, own in told.items():
        stamp = _stamp(case, report)
        if stamp is None:
            continue
        for one in own:
            if one.is_written and _is_before(stamp, one) and not _is_dated_otherwise(case, one):
                yield _finding(case, report, [(one, one)])
                break
        else:
            later = [one for same in by_day.values() for one in same if _is_before(stamp, one)]
            pairs = list(_copied_later(case, own, later))
            if pairs:
                same_day = [(one, one) for one in own if one.day == pairs[0][1].day]
                yield _finding(case, report, [*pairs, *same_day])


def _told(case: Case, report: str) -> Iterator[_Told]:
    reading = case.readings[report]
    for time in reading.times:
        day = PartialDate.from_edtf(time.value[:DAY])
        if time.type not in ("date", "time") or day is None or not day.is_day:
            continue
        sentence = case.sentence_of(report, Span(time.span.end - 1, time.span.end))
        span = Span(max(time.span.start, sentence.start), time.span.end)
        words = case.text_of(report, span)
        weekday = _WEEKDAY.search(words)
        is_written = bool(re.search(rf"\b0?{day.first.day}(?:st|nd|rd|th)?\b", words))
        if (weekday or is_written) and tells_deed(reading, span) and _is_of_year(case, report, sentence, day):
            near = Span(max(sentence.start, span.start - BESIDE), min(sentence.end, span.end + BESIDE))
            is_early = _EARLY.search(case.text_of(report, near)) is not None
            yield _Told(report, sentence, day, weekday[0] if weekday else None, is_written, is_early)


def _is_of_year(case: Case, report: str, sentence: Span, day: PartialDate) -> bool:
    """Whether no words of the sentence, or of one that points back to it, may put a day into another year."""
    sentences = case.readings[report].sentences
    after = sentences[case.index_of(report, sentence) + 1 :][:1]
    words = [case.text_of(report, one) for one in (sentence, *after)]
    told = " ".join(words[: 2 if _POINTS_BACK.match(words[-1]) else 1])
    return all((found["year"] or "") == str(day.first.year) for found in OTHER_YEAR.finditer(told))


def _stamp(case: Case, report: str) -> tuple[datetime, timedelta] | None:
    """The latest instant that the stamp can mean, a day being all of it, and how far it may lie behind the place."""
    value = case.readings[report].report.published_at
    if not value or len(value) < DAY:
        return None
    try:
        stamp = datetime.fromisoformat(value)
    except ValueError:
        return None
    if len(value) == DAY:
        return stamp.replace(tzinfo=UTC) + timedelta(days=1), timedelta(0)
    return (stamp.replace(tzinfo=UTC), WITHOUT_ZONE) if stamp.tzinfo is None else (stamp.astimezone(UTC), EASTMOST)


def _is_before(stamp: tuple[datetime, timedelta], told: _Told) -> bool:
    """Whether the stamp is over before the day begins anywhere, and not so long before that another day is meant."""
    at, behind = stamp
    day = told.day.first
    dawn = datetime(day.year, day.month, day.day, tzinfo=UTC)
    if told.is_early and not behind:
        behind = WITHOUT_ZONE
    if not told.is_early and behind == EASTMOST:
        behind -= MORNING
    is_sure = told.is_written and told.weekday == f"{day:%A}"
    furthest = FURTHEST_DATED if is_sure else FURTHEST
    return dawn - furthest < at <= dawn - behind


def _is_dated_otherwise(case: Case, told: _Told) -> bool:
    """Whether a fellow of the lineage has the sentence with another day: then it is the day that is wrong."""
    words = case.text_of(told.report, told.sentence)
    return any(
        other.day != told.day and _are_one(words, case.text_of(other.report, other.sentence))
        for report in case.lineages[told.report].reports
        if report != told.report
        for other in _told(case, report)
    )


def _copied_later(case: Case, own: Sequence[_Told], later: Sequence[_Told]) -> Iterator[tuple[_Told, _Told]]:
    """The sentences of a report that another has in the same words, with the weekday of a day after its stamp."""
    for other in later:
        words = case.text_of(other.report, other.sentence)
        for one in own:
            is_same_day = one.report != other.report and one.weekday == other.weekday and not one.is_written
            if is_same_day and _are_one(case.text_of(one.report, one.sentence), words):
                yield one, other


def _are_one(one: str, other: str) -> bool:
    if len(set(content_words(one))) < FEWEST_WORDS:
        return False
    return min(share_of_matter(one, other), share_of_matter(other, one)) >= SAME_WORDS


def _written_out(case: Case, but: str, day: PartialDate) -> Iterator[tuple[str, Span]]:
    """Where other reports write out the day with its weekday, each once."""
    for report, reading in case.readings.items():
        for found in find_dated_weekdays(reading.report.text) if report != but else ():
            if found.date_near(day.first) == day.first and found.weekday == day.first.isoweekday():
                yield report, Span(found.start, found.end)
                break


def _finding(case: Case, report: str, pairs: Sequence[tuple[_Told, _Told]]) -> Finding:
    other = pairs[0][1]
    published = (case.readings[report].report.published_on or "")[:DAY]
    day = other.day.first
    title = f"{case.name_of(report)} is dated {published}, before {write_day(day)}, of which it tells"
    reasons = [f"{case.name_of(report)}: published {published}"]
    if other.report != report:
        reasons.append(f"{case.name_of(other.report)}: the same words, of {day:%A}, {write_day(day)}")
    written = list(_written_out(case, report, other.day))
    if written:
        reasons.append(f"{case.names_of(r for r, _ in written)}: “{case.text_of(*written[0])}”")
    told = [(one.report, one.sentence) for pair in pairs for one in pair]
    places = dict.fromkeys((*told, *written))
    return Finding("date", "impossible", title, tuple(reasons), tuple(case.evidence(*place) for place in places))
