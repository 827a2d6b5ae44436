"""Findings on "a day after the verdict": the day told against that which the story's reports give for the event."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from secondsource.model.dates import PartialDate, write_day
from secondsource.model.findings import Finding
from secondsource.model.spans import Span
from secondsource.model.statements import Dating
from secondsource.settings import Judge
from secondsource.stages.judge.cases import Case
from secondsource.text.aftermaths import find_aftermaths
from secondsource.text.rarity import rarity
from secondsource.text.thesaurus import are_near
from secondsource.text.wordings import content_words

GAP = 3
"""Characters between a day and the step that is counted to it."""
FURTHEST = timedelta(days=60)
"""Further apart than this, the same words tell of another event."""
ONE_WORD = timedelta(days=14)
"""The same for an event that is named by one word: "the storm"."""
WEEK = 7
"""Steps of whole weeks are loosely said: by a day on each side."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """A sentence of a report that puts `today` so many days after `event`."""

    report: str
    sentence: Span
    words: str
    today: date
    days: int
    event: str

    @property
    def then(self) -> date:
        return self.today - timedelta(days=self.days)

    @property
    def slack(self) -> timedelta:
        return timedelta(days=1 if self.days % WEEK == 0 else 0)


Witness = tuple[str, Dating, date]


def judge_aftermaths(case: Case, settings: Judge) -> Iterator[Finding]:
    """One finding for each event that such words put on a day on which no report of the story has it."""
    told: dict[tuple[date, date], tuple[list[Claimed], list[Witness]]] = {}
    for claim in (claim for report in case.readings for claim in _claims(case, report)):
        witnesses = list(_witnesses(case, claim, settings))
        days = {day for _, _, day in witnesses}
        if len(days) == 1 and all(abs(day - claim.then) > claim.slack for day in days):
            claims, own = told.setdefault((claim.then, min(days)), ([], []))
            claims.append(claim)
            own += [witness for witness in witnesses if witness not in own]
    for (_, day), (claims, own) in told.items():
        yield _refutation(case, day, claims, own)


def _claims(case: Case, report: str) -> Iterator[Claimed]:
    reading = case.readings[report]
    for sentence in reading.sentences:
        words = sentence.of(reading.report.text)
        for found in find_aftermaths(words):
            edge = sentence.start + found.day_end
            for time in reading.times:
                day = PartialDate.from_edtf(time.value[:10])
                if sentence.contains(time.span) and 0 <= edge - time.span.end <= GAP and day and day.is_day:
                    event = words[found.event_start : found.event_end]
                    said = words[found.start : found.end]
                    yield Claimed(report, sentence, said, day.first, found.days, event)


def _witnesses(case: Case, claim: Claimed, settings: Judge) -> Iterator[Witness]:
    """The datings, written out in figures, of what the claim names."""
    named = [word for word in content_words(claim.event) if not word.isdigit()]
    if not any(rarity(word) >= settings.telling_rarity for word in named):
        return
    furthest = FURTHEST if len(named) > 1 else ONE_WORD
    for report in case.readings:
        for dating in case.statements[report].datings:
            day = PartialDate.from_edtf(dating.value)
            if day is None or not day.is_day or abs(day.first - claim.then) > furthest:
                continue
            sentence = case.sentence_of(report, dating.span)
            is_own = report == claim.report and sentence == claim.sentence
            is_written = any(sign.isdigit() for sign in case.text_of(report, dating.span))
            if not is_own and is_written and _tells_of(case.text_of(report, dating.event), named):
                yield report, dating, day.first


def _tells_of(event: str, named: Sequence[str]) -> bool:
    """Whether the words of an event have all that are named, or near ones, and tell of no step from it themselves."""
    words = content_words(event)
    has_all = all(any(word == other or are_near(word, other) for other in words) for word in named)
    return has_all and not any(find_aftermaths(event))


def _refutation(case: Case, day: date, claims: Sequence[Claimed], witnesses: Sequence[Witness]) -> Finding:
    claim = claims[0]
    way = "after" if claim.days > 0 else "before"
    between = f"{write_day(day)} to {write_day(claim.today)}"
    counted = f"{between}: {(claim.today - day).days} days, not {abs(claim.days)} {way}"
    reasons = (
        f"{case.names_of(c.report for c in claims)}: “{claim.words}”",
        f"{counted}; {case.names_of(report for report, _, _ in witnesses)} has {write_day(day)}",
    )
    places = [(c.report, c.sentence) for c in claims]
    places += [(report, case.sentence_of(report, dating.span)) for report, dating, _ in witnesses]
    shown = tuple(case.evidence(*place) for place in dict.fromkeys(places))
    return Finding("date", "impossible", f"The days do not fit: {counted}", reasons, shown)
