"""Findings on anniversaries: "20 years to the day" against the dates that reports of the story give, with the sum."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from secondsource.model.dates import PartialDate, write_day
from secondsource.model.findings import Finding
from secondsource.model.spans import Span
from secondsource.model.statements import Dating
from secondsource.settings import Judge
from secondsource.stages.judge.cases import Case
from secondsource.text.anniversaries import Anniversary, find_anniversaries
from secondsource.text.jubilees import is_planned
from secondsource.text.rarity import rarity
from secondsource.text.spans_of_years import SpanOfYears, find_spans_of_years
from secondsource.text.thesaurus import are_near
from secondsource.text.wordings import content_words, find_shared

AROUND = timedelta(days=3)
"""A report tells of days around its own; an anniversary that fits one of these may be meant."""
NEAR = timedelta(days=31)
"""So near the day claimed, a date of its year is seldom another event's."""
LEAST_MATTER = 5.0
"""Rarity, summed up, of the words by which an event of common words is told from others."""
_TO_DAY = re.compile(r"\bday\b")
_LAST = re.compile(r"(?:the|its|their|his|her)\s(?:last|previous|latest|most\srecent)\s", re.IGNORECASE)
_POINTS_BACK = re.compile(r"(?:it|them|this|that|its|his|her|their)\b", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:[“\"]\s?)?(?:He|She|It|They)\b")
_FIRST_SINCE = re.compile(r"\bfirst\s(?:\w+\s){1,3}since\s", re.IGNORECASE)
"""One report's "three years since the last cut" is another's "the first cut since March 2023"."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """A report's words that put an event at a whole number of years before `today`, to the day; `event` names it."""

    report: str
    span: Span
    years: int
    today: date
    event: str

    @property
    def then(self) -> date:
        """The day that they put it on."""
        return _years_before(self.today, self.years)


def _years_before(day: date, years: int) -> date:
    leap_day = (day.month, day.day) == (2, 29)
    return date(day.year - years, day.month, 28 if leap_day else day.day)


def judge_anniversaries(case: Case, settings: Judge) -> Iterator[Finding]:
    """One finding for each event that lies so many years back "to the day" in one report and on another day in one."""
    claims = [claim for report in case.readings for claim in _claims(case, report)]
    claims += [claim for report in case.readings for claim in _undated_claims(case, report, claims)]
    told: dict[tuple[int, int, date], tuple[list[Claimed], list[tuple[str, Dating]]]] = {}
    for claim in claims:
        for report in case.readings:
            for dating in case.statements[report].datings:
                day = _contradicting_day(case, claim, report, dating, settings)
                if day is not None:
                    claimed, witnesses = told.setdefault((claim.years, claim.then.year, day), ([], []))
                    claimed += [claim] if claim not in claimed else []
                    witnesses += [(report, dating)] if (report, dating) not in witnesses else []
    for (_, _, day), (claimed, witnesses) in told.items():
        yield _refutation(case, day, claimed, witnesses)


def _claims(case: Case, report: str) -> Iterator[Claimed]:
    for found in _exact(case, report):
        today = _today(case, report, found)
        if today and found.years < today.year:
            yield _to_claim(case, report, found, today)


def _undated_claims(case: Case, report: str, claims: Sequence[Claimed]) -> Iterator[Claimed]:
    """The claims of a report without a day, counted from the day of another that says the same."""
    for found in _exact(case, report):
        fellow = next((claim for claim in claims if claim.years == found.years), None)
        if fellow is not None and _today(case, report, found) is None:
            yield _to_claim(case, report, found, fellow.today)


def _exact(case: Case, report: str) -> Iterator[Anniversary]:
    for found in find_anniversaries(case.readings[report].report.text):
        if found.is_exact and not found.is_before and not _is_other_day(case, report, Span(found.start, found.end)):
            yield found


def _is_other_day(case: Case, report: str, span: Span) -> bool:
    """Whether an anniversary is told of that is kept on some other day: "the 60th anniversary falls next month"."""
    is_anniversary = "anniversary" in case.text_of(report, span)
    return is_anniversary and is_planned(case.text_of(report, case.sentence_of(report, span)))


def _to_claim(case: Case, report: str, found: Anniversary, today: date) -> Claimed:
    event = case.readings[report].report.text[found.event_start : found.event_end]
    if _POINTS_BACK.match(event):
        event = f"{event} {' '.join(_named_before(case, report, Span(found.start, found.end)))}"
    return Claimed(report, Span(found.start, found.end), found.years, today, event)


def _named_before(case: Case, report: str, span: Span) -> list[str]:
    """The names of the sentence before a place in it, or else of the sentence before that."""
    sentences = case.readings[report].sentences
    index = case.index_of(report, span)
    for stretch in (Span(sentences[index].start, span.start), *(sentences[index - 1 : index] if index else ())):
        named = [case.text_of(report, name.span) for name in case.readings[report].names if stretch.contains(name.span)]
        if named:
            return named
    return []


def _today(case: Case, report: str, found: Anniversary) -> date | None:
    """The day counted from: the last one told before in the sentence, or else the report's or the story's own."""
    sentence = case.sentence_of(report, Span(found.start, found.end))
    told = [t.value for t in case.readings[report].times if sentence.start <= t.span.start < found.start]
    for value in (*reversed(told), case.moment_of(report), case.story.happened_on):
        day = PartialDate.from_edtf(value[:10]) if value else None
        if day is not None and day.is_day:
            return day.first
    return None


def _contradicting_day(case: Case, claim: Claimed, report: str, dating: Dating, settings: Judge) -> date | None:
    """The day that a report gives for the event, if it is a full date of that year and not the anniversary's."""
    told = PartialDate.from_edtf(dating.value)
    if told is None or not told.is_day or (report == claim.report and dating.span.overlaps(claim.span)):
        return None
    if told.first.year != claim.then.year or not _is_written(case, report, dating):
        return None
    if abs(told.first - claim.then) <= AROUND and _may_be_kept(case, claim, told.first):
        return None
    sentence = case.text_of(report, case.sentence_of(report, dating.span))
    shared = set(content_words(claim.event)) & set(content_words(sentence))
    is_named = any(rarity(word) >= settings.telling_rarity for word in shared) or _has_all(claim.event, sentence)
    is_near = abs(told.first - claim.then) <= NEAR and _share_matter(case, claim, sentence)
    is_one = is_named or is_near or _goes_on_about(case, claim, report, dating, settings)
    return told.first if is_one or (_LAST.match(claim.event) and _FIRST_SINCE.search(sentence)) else None


def _may_be_kept(case: Case, claim: Claimed, then: date) -> bool:
    """Whether a report may count from a day beside its own; "to the day", from one that it names or the one before."""
    if _TO_DAY.search(case.text_of(claim.report, claim.span)) is None:
        return True
    values = [*(time.value for time in case.readings[claim.report].times), case.story.happened_on or ""]
    named = [PartialDate.from_edtf(value[:10]) for value in values]
    days = {day.first for day in named if day and day.is_day} | {claim.today, claim.today - timedelta(days=1)}
    return any(_years_before(day, claim.years) == then for day in days)


def _share_matter(case: Case, claim: Claimed, sentence: str) -> bool:
    """Whether the claim's sentence has enough in common with one that dates something to just about the same day."""
    own = case.text_of(claim.report, case.sentence_of(claim.report, claim.span))
    return sum(rarity(word) for word in find_shared(own, sentence) if word.isalpha()) >= LEAST_MATTER


def _has_all(event: str, sentence: str) -> bool:
    """Whether a sentence has all words of an event, or near ones, which tell enough together."""
    words = [word for word in dict.fromkeys(content_words(event)) if word.isalpha()]
    matter = sum(rarity(word) for word in words)
    return len(words) > 1 and matter >= LEAST_MATTER and set(words) <= set(find_shared(event, sentence))


def _goes_on_about(case: Case, claim: Claimed, report: str, dating: Dating, settings: Judge) -> bool:
    """Whether "He died on 8 June" follows a sentence that names whom the claim names, and has a word of it."""
    place = case.sentence_of(report, dating.span)
    sentence, index = case.text_of(report, place), case.index_of(report, place)
    if not index or not _GOES_ON.match(sentence):
        return False
    before = content_words(case.text_of(report, case.readings[report].sentences[index - 1]))
    words = set(content_words(claim.event))
    is_named = any(rarity(word) >= settings.telling_rarity for word in words & set(before))
    told = content_words(sentence)
    return is_named and any(are_near(word, other) for word in words - set(before) for other in told)


def _is_written(case: Case, report: str, dating: Dating) -> bool:
    """Whether the date is written out with its year, or "that year", and not reckoned from other words."""
    words = case.text_of(report, dating.span)
    return dating.value[:4] in words or words.endswith("year")


def _refutation(case: Case, day: date, claimed: Sequence[Claimed], witnesses: Sequence[tuple[str, Dating]]) -> Finding:
    claim = claimed[0]
    counted = f"{write_day(claim.today)} − {claim.years} years = {write_day(claim.then)}"
    words = " / ".join(dict.fromkeys(f"“{case.text_of(c.report, c.span)}”" for c in claimed))
    reasons = (
        f"{case.names_of(c.report for c in claimed)}: {words}",
        f"{counted}, but {case.names_of(report for report, _ in witnesses)} has {write_day(day)}",
    )
    places = [(c.report, case.sentence_of(c.report, c.span)) for c in claimed]
    places += [(report, case.sentence_of(report, dating.span)) for report, dating in witnesses]
    shown = tuple(case.evidence(*place) for place in dict.fromkeys(places))
    return Finding(
        "date", "impossible", f"Not {claim.years} years to the day: {counted}, not {write_day(day)}", reasons, shown
    )


def judge_spans_of_years(case: Case) -> Iterator[Finding]:
    """One finding for each year from which some length does not lead to its end or the report's day."""
    wrong: dict[tuple[int, int], list[tuple[str, SpanOfYears]]] = {}
    right: dict[tuple[int, int], list[tuple[str, SpanOfYears]]] = {}
    for report, reading in case.readings.items():
        moment = PartialDate.from_edtf((case.moment_of(report) or case.story.happened_on or "")[:10])
        for found in find_spans_of_years(reading.report.text):
            until = moment.first.year if moment else None
            if until is not None:
                (right if found.can_last(until) else wrong).setdefault((found.year, until), []).append((report, found))
    for (year, until), places in wrong.items():
        told = " or ".join(dict.fromkeys(f"{found.years:g}" for _, found in places))
        counted = f"{until} − {year} = {until - year}, not {told}"
        reasons = [counted]
        reasons += [f"{case.name_of(r)}: “{case.text_of(r, Span(f.start, f.end))}”" for r, f in places]
        fitting = right.get((year, until), [])
        reasons += [f"{case.name_of(r)}: “{case.text_of(r, Span(f.start, f.end))}”, which fits" for r, f in fitting]
        shown = tuple(case.evidence(report, Span(found.start, found.end)) for report, found in (*places, *fitting))
        yield Finding("date", "impossible", f"The years do not add up: {counted}", tuple(dict.fromkeys(reasons)), shown)
