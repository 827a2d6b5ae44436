"""Findings on jubilees: "seven years ago to the day" or "the 50th anniversary" beside a date that makes it another."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from secondsource.model.dates import PartialDate, write_day
from secondsource.model.findings import Evidence, Finding
from secondsource.model.spans import Span
from secondsource.settings import Judge
from secondsource.stages.judge.cases import Case
from secondsource.text.jubilees import Jubilee, find_jubilees
from secondsource.text.rarity import rarity
from secondsource.text.wordings import content_words

AROUND = timedelta(days=3)
"""A report tells of days around its own."""
LEAST_MISS, MISS = 2, 0.2
"""Years, and share of the years claimed, by which a date may miss a jubilee and still be the one that is meant."""
DAY = 10
"""Characters of a day in EDTF."""
_POINTS_BACK = re.compile(r"(?:It|That|This)\s(?:was|is|came|happened)\b")
_NAMED_DAY = re.compile(r"day\b|\d", re.IGNORECASE)
"""A day told by its name or number; what happened "overnight" may be of two."""
REACH = 110
"""Characters between a jubilee and the date that it is counted from."""


@dataclass(frozen=True, slots=True)
class _Claim:
    """A jubilee in a report, its sentence, and the date told beside it that it must be counted from."""

    report: str
    sentence: Span
    span: Span
    jubilee: Jubilee
    then: PartialDate | None
    fits: bool


def judge_jubilees(case: Case, told: Collection[Evidence], settings: Judge) -> Iterator[Finding]:
    """One finding for each wrong number of years, with the reports that have another which fits; none `told` before."""
    shown = {(evidence.report, evidence.span) for evidence in told}
    claims = [claim for report in case.readings for claim in _claims(case, report)]
    claims = [claim for claim in claims if (claim.report, claim.sentence) not in shown]
    right = [claim for claim in claims if claim.then and claim.fits]
    wrong: dict[tuple[int, str], tuple[list[_Claim], list[_Claim]]] = {}
    for claim in claims:
        if claim.fits:
            continue
        fellows = [one for one in right if _are_of_one(case, claim, one, settings)]
        then = claim.then or (fellows[0].then if fellows else None)
        if then is not None and (claim.then or _is_near_miss(claim.jubilee.years, fellows[0].jubilee.years)):
            home = wrong.setdefault((claim.jubilee.years, str(then.first.year)), ([], []))
            home[0].append(claim)
            home[1].extend(one for one in fellows if one not in home[1])
    for (years, _), (places, fellows) in wrong.items():
        yield _finding(case, years, places, fellows)


def _claims(case: Case, report: str) -> Iterator[_Claim]:
    reading = case.readings[report]
    for index, sentence in enumerate(reading.sentences):
        words = sentence.of(reading.report.text)
        if "year" not in words and "ann" not in words and "ecade" not in words and "centur" not in words:
            continue
        for jubilee in find_jubilees(words):
            span = Span(sentence.start + jubilee.start, sentence.start + jubilee.end)
            dates = list(_dates_in(case, report, sentence)) or (
                list(_dates_in(case, report, reading.sentences[index - 1])) if index else []
            )
            near = sorted(((_gap(span, where), day) for where, day in dates), key=lambda pair: pair[0])
            then = next((day for gap, day in near if gap <= REACH and _may_be_meant(case, report, jubilee, day)), None)
            days = [*(day for _, day in dates), *_days_told(case, report, sentence)]
            yield _Claim(
                report, sentence, span, jubilee, then, then is not None and _fits(case, report, jubilee, days, sentence)
            )


def _gap(one: Span, other: Span) -> int:
    return max(other.start - one.end, one.start - other.end, 0)


def _dates_in(case: Case, report: str, sentence: Span) -> Iterator[tuple[Span, PartialDate]]:
    """The dates of a sentence that are written with their year, and where."""
    for time in case.readings[report].times:
        if sentence.contains(time.span) and time.type == "date" and time.value[:4].isdigit():
            day = PartialDate.from_edtf(time.value)
            if day is not None and time.value[:4] in case.text_of(report, time.span):
                yield time.span, day


def _days_told(case: Case, report: str, sentence: Span) -> Iterator[PartialDate]:
    """The days that a sentence tells in whatever words, as "on Thursday"."""
    for time in case.readings[report].times:
        day = PartialDate.from_edtf(time.value[:DAY]) if sentence.contains(time.span) else None
        if day is not None and day.is_day:
            yield day


def _nows(case: Case, report: str) -> Iterator[PartialDate]:
    for value in (case.moment_of(report), case.story.happened_on):
        day = PartialDate.from_edtf(value[:10]) if value else None
        if day is not None and day.is_day:
            yield day


def _may_be_meant(case: Case, report: str, jubilee: Jubilee, then: PartialDate) -> bool:
    misses = [abs(now.first.year - jubilee.years - then.first.year) for now in _nows(case, report)]
    return bool(misses) and (
        _is_near_miss(jubilee.years, jubilee.years + min(misses)) or _fits(case, report, jubilee, [then])
    )


def _is_near_miss(years: int, others: int) -> bool:
    return abs(years - others) <= max(LEAST_MISS, MISS * max(years, others))


def _fits(case: Case, report: str, jubilee: Jubilee, days: Sequence[PartialDate], sentence: Span | None = None) -> bool:
    """Whether so many years lie between two of the dates told, or between one of them and now.

    What is claimed to the day is kept on the day told beside it, or else on one around the report's own; on one ahead
    only if the report tells of that.
    """
    own = list(_nows(case, report))
    told = [day for _, day in _told_around(case, report, own)] if jubilee.is_to_day else []
    beside = [
        day for span, day in _told_around(case, report, own) if sentence and _is_beside(case, report, span, sentence)
    ]
    beside = beside if jubilee.is_to_day else []
    nows = [(now, timedelta(0)) for now in own] if beside else [(now, AROUND) for now in own]
    nows += [(day, timedelta(0)) for day in (*(beside or told), *days)]
    ahead = timedelta(0) if told else AROUND
    return any(_is_apart(jubilee, then, now, slack, min(slack, ahead)) for then in days for now, slack in nows)


def _told_around(case: Case, report: str, nows: Sequence[PartialDate]) -> Iterator[tuple[Span, PartialDate]]:
    """The days around its own that a report names, and where."""
    for time in case.readings[report].times:
        day = PartialDate.from_edtf(time.value[:DAY])
        is_named = _NAMED_DAY.search(case.text_of(report, time.span)) is not None
        if is_named and day and day.is_day and any(abs(day.first - now.first) <= AROUND for now in nows):
            yield time.span, day


def _is_beside(case: Case, report: str, span: Span, sentence: Span) -> bool:
    """Whether a day stands in a sentence, or in the one before it to which it points back."""
    index = case.index_of(report, sentence)
    before = case.readings[report].sentences[index - 1 : index] if index else ()
    is_back = _POINTS_BACK.match(case.text_of(report, sentence)) and any(one.contains(span) for one in before)
    return sentence.contains(span) or bool(is_back)


def _is_apart(jubilee: Jubilee, then: PartialDate, now: PartialDate, slack: timedelta, ahead: timedelta) -> bool:
    """Whether a day of the one can lie so many years before a day of the other; an anniversary may be kept all year.

    The day that is meant may lie so much before that from which the report tells, or so much ahead of it.
    """
    if jubilee.is_anniversary:
        miss = now.first.year - jubilee.years - then.first.year
        return abs(miss) <= (0 if then.is_day else 1)
    if now.first.year <= jubilee.years:
        return False
    first, last = _years_before(now.first, jubilee.years), _years_before(now.last, jubilee.years)
    return first - slack <= then.last and then.first <= last + ahead


def _years_before(day: date, years: int) -> date:
    leap_day = (day.month, day.day) == (2, 29)
    return date(day.year - years, day.month, 28 if leap_day else day.day)


def _are_of_one(case: Case, claim: _Claim, other: _Claim, settings: Judge) -> bool:
    """Whether two jubilees of different years are of one event: told of one year, or with one telling word."""
    if claim.jubilee.years == other.jubilee.years or claim.report == other.report:
        return False
    if claim.then and other.then:
        return claim.then.overlaps(other.then)
    shared = set(content_words(case.text_of(claim.report, claim.sentence))) & set(
        content_words(case.text_of(other.report, other.sentence))
    )
    return any(rarity(word) >= settings.telling_rarity for word in shared)


def _finding(case: Case, years: int, wrong: Sequence[_Claim], right: Sequence[_Claim]) -> Finding:
    claim = next((one for one in wrong if one.then), wrong[0])
    then = claim.then or right[0].then
    now = next(_nows(case, claim.report), None)
    written = _write(then) if then else ""
    between = f"{_write(now)} − {years} years = {now.first.day} {now.first:%B} {now.first.year - years}" if now else ""
    counted = f"{between}, not {written}"
    reasons = [
        f"{case.names_of(one.report for one in wrong)}: “{case.text_of(wrong[0].report, wrong[0].span)}”",
        counted,
    ]
    if right:
        told = case.text_of(right[0].report, right[0].span)
        reasons.append(f"{case.names_of(one.report for one in right)}: “{told}”, which fits")
    places = dict.fromkeys((one.report, one.sentence) for one in (*wrong, *right))
    shown = tuple(case.evidence(*place) for place in places)
    return Finding("date", "impossible", f"Not {years} years: {counted}", tuple(reasons), shown)


def _write(day: PartialDate) -> str:
    return write_day(day.first) if day.is_day else str(day.first.year)
