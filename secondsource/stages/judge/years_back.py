"""Findings on years back: "its 50th anniversary", "the first in 12 years", against the year told elsewhere."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from secondsource.model.dates import PartialDate, write_day
from secondsource.model.findings import Evidence, Finding
from secondsource.model.spans import Span
from secondsource.settings import Judge
from secondsource.stages.judge.cases import Case
from secondsource.text.rarity import rarity
from secondsource.text.wordings import find_shared
from secondsource.text.years_back import YearsBack, find_years_back, tells_beginning, tells_last

DAY = 10
"""Characters of a day in EDTF."""
AROUND = 3
"""Days around its own of which a report tells."""
FURTHEST = {"to the day": 0.75, "kept": 0.25, "first": 0.4}
LEAST_MISS = 2
"""Share of the greater of two numbers of years, and years, by which they may differ and be meant for the same."""
MONTH = 31
"""Days of the longest month."""
_NAME = re.compile(r"\b(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z][a-z]{2,}\b")
LEAST_MATTER = 7.0
"""Rarity, summed up, of the words that two sentences on one event have in common."""


@dataclass(frozen=True, slots=True)
class _Claim:
    """A number of years that a report counts back, its sentence, and the days that it may count from."""

    report: str
    sentence: Span
    told: YearsBack
    nows: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class _Dated:
    """A date with its year, and the sentence that has it."""

    report: str
    sentence: Span
    when: PartialDate


def judge_years_back(case: Case, told: Collection[Evidence], settings: Judge) -> Iterator[Finding]:
    """One finding for each number of years that a date told in another sentence makes another; none `told` before."""
    shown = {(evidence.report, evidence.span) for evidence in told}
    dates = list(_dated(case))
    wrong: dict[tuple[int, int], tuple[list[_Claim], list[_Dated]]] = {}
    for claim in (claim for report in case.readings for claim in _claims(case, report)):
        if (claim.report, claim.sentence) in shown:
            continue
        meant = [dated for dated in dates if _is_meant(case, claim, dated, settings)]
        if meant and not any(_fits(claim, dated.when) for dated in (*meant, *_same_years(claim, dates))):
            home = wrong.setdefault((claim.told.years, meant[0].when.first.year), ([], []))
            home[0].append(claim)
            home[1].extend(dated for dated in meant if dated not in home[1])
    for (years, _), (claims, meant) in wrong.items():
        yield _finding(case, years, claims, meant)


def _claims(case: Case, report: str) -> Iterator[_Claim]:
    nows = tuple(dict.fromkeys(_nows(case, report)))
    for sentence in case.readings[report].sentences if nows else ():
        for told in find_years_back(case.text_of(report, sentence)):
            yield _Claim(report, sentence, told, nows)


def _nows(case: Case, report: str) -> Iterator[date]:
    """The days that a report may count from: its own, the story's, and those around its own that it tells of."""
    for value in (case.moment_of(report), case.story.happened_on):
        day = PartialDate.from_edtf(value[:DAY]) if value else None
        if day is not None and day.is_day:
            yield day.first
            for time in case.readings[report].times:
                other = PartialDate.from_edtf(time.value[:DAY])
                if other and other.is_day and abs((other.first - day.first).days) <= AROUND:
                    yield other.first


def _dated(case: Case) -> Iterator[_Dated]:
    """The dates of the story that are written with their year."""
    for report, reading in case.readings.items():
        for time in reading.times:
            when = PartialDate.from_edtf(time.value[:DAY]) if time.type == "date" and time.value[:4].isdigit() else None
            if when is not None and time.value[:4] in case.text_of(report, time.span):
                yield _Dated(report, case.sentence_of(report, time.span), when)


def _is_meant(case: Case, claim: _Claim, dated: _Dated, settings: Judge) -> bool:
    """Whether a date may be that of the event from which the years are counted."""
    sort, years = claim.told.sort, claim.told.years
    misses = [now.year - dated.when.first.year for now in claim.nows]
    if (dated.report, dated.sentence) == (claim.report, claim.sentence) or min(misses) <= 0:
        return False
    off = min(abs(miss - years) for miss in misses)
    if off > max(LEAST_MISS, FURTHEST[sort] * max(*misses, years)):
        return False
    words = case.text_of(dated.report, dated.sentence)
    if sort == "to the day":
        return dated.when.is_day and any(_is_same_day(now, dated.when.first) for now in claim.nows)
    if (
        sort == "kept"
        and off <= LEAST_MISS
        and any(rarity(word) >= settings.counted_rarity for word in find_shared(claim.told.event, words))
    ):
        return True
    if not (tells_beginning if sort == "kept" else tells_last)(words):
        return False
    own = case.text_of(claim.report, claim.sentence)
    names = [set(_NAME.findall(told, 1)) for told in (own, words)]
    if all(names) and names[0].isdisjoint(names[1]):
        return False
    shared = [word for word in find_shared(own, words) if word.isalpha()]
    return sum(map(rarity, shared)) >= LEAST_MATTER and any(rarity(word) >= settings.telling_rarity for word in shared)


def _is_same_day(one: date, other: date) -> bool:
    return (one.month, one.day) == (other.month, other.day)


def _same_years(claim: _Claim, dates: Sequence[_Dated]) -> Iterator[_Dated]:
    """The full dates of the very day so many years before, whatever they are of."""
    for dated in dates:
        if dated.when.is_day and claim.told.sort == "to the day" and _fits(claim, dated.when):
            yield dated


def _fits(claim: _Claim, when: PartialDate) -> bool:
    """Whether so many years lie between a date and now; a year alone leaves one more open."""
    slack = 1 if claim.told.sort == "first" or (when.last - when.first).days > MONTH else 0
    return any(abs(now.year - when.first.year - claim.told.years) <= slack for now in claim.nows)


def _finding(case: Case, years: int, claims: Sequence[_Claim], meant: Sequence[_Dated]) -> Finding:
    when, now = meant[0].when, claims[0].nows[0]
    written = write_day(when.first) if when.is_day else str(when.first.year)
    counted = f"{now.year} − {when.first.year} = {now.year - when.first.year}, not {years}"
    words = " / ".join(dict.fromkeys(f"“{_words(case, claim)}”" for claim in claims))
    reasons = (
        f"{case.names_of(claim.report for claim in claims)}: {words}",
        f"{case.names_of(dated.report for dated in meant)}: {written}",
        counted,
    )
    told = [*((one.report, one.sentence) for one in claims), *((one.report, one.sentence) for one in meant)]
    places = dict.fromkeys(told)
    shown = tuple(case.evidence(*place) for place in places)
    return Finding("date", "impossible", f"The years do not fit: {counted}", reasons, shown)


def _words(case: Case, claim: _Claim) -> str:
    start = claim.sentence.start
    return case.text_of(claim.report, Span(start + claim.told.start, start + claim.told.end))
