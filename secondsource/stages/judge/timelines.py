"""Timelines: all moments that reports tell, with their sentences, for lengths that are told elsewhere."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from secondsource.model.dates import PartialDate
from secondsource.model.spans import Span
from secondsource.stages.judge.cases import Case
from secondsource.text.moments import Moment, find_moments, gaps
from secondsource.text.numerals import find_numerals
from secondsource.text.rarity import rarity
from secondsource.text.thesaurus import find_base_forms, find_near_forms
from secondsource.text.wordings import content_words, find_shared

DAY = len("2024-06-19")
COMMON = 2.0
"""Rarity of a word below which it tells nothing of an event."""
LEAST_MATTER = 4.0
"""Rarity, summed up, of the words that two clauses on one event share."""
LEAST_SHARE = 0.6
"""Share of the rarity of an event's words that a sentence on it has."""
TELLING_NUMBER = 10
"""A smaller number may be any."""
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_GOES_ON = re.compile(r"(?:[“\"]\s?)?(?:He|She|It|They|This|That|His|Her|Its|Their)\b")
"""How a sentence begins that goes on about whom the one before named."""
_STEP_FROM = re.compile(
    r"\b(?:after|since|before|following|until)\s(?:the|a|an|his|her|its|their)\s(?:[\w'’-]{1,20}\s?){1,5}"
)
"""An event that something else is counted from: a moment beside it is not its own."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A moment that a report tells: its sentence, how it is written, and the days that it can be, if known."""

    report: str
    sentence: Span
    span: Span
    moment: Moment
    days: tuple[date, date] | None


@dataclass(frozen=True)
class Timelines:
    """The moments of all reports of a case, each in its place."""

    case: Case

    @cached_property
    def told(self) -> dict[str, tuple[Dated, ...]]:
        """The moments of each report, in order."""
        return {report: tuple(self._find(report)) for report in self.case.readings}

    def _find(self, report: str) -> Iterator[Dated]:
        reading = self.case.readings[report]
        resolved = [time for time in reading.times if time.type in ("date", "time")]
        for block in reading.report.blocks:
            for moment in find_moments(block.span.of(reading.report.text)):
                span = Span(block.span.start + moment.start, block.span.start + moment.end)
                days = moment.days(0) if moment.year else None
                for time in resolved if days is None else ():
                    day = PartialDate.from_edtf(time.value[:DAY]) if time.span.overlaps(span) else None
                    if day is not None and day.is_day and moment.precision in ("day", "weekday"):
                        days = (day.first, day.first)
                yield Dated(report, self.case.sentence_of(report, span), span, moment, days)

    def near(self, report: str, sentence: Span, back: int, ahead: int) -> list[Dated]:
        """The moments of the sentences from so many before to so many behind, of one report, in order."""
        index = self.case.index_of(report, sentence)
        sentences = self.case.readings[report].sentences[max(0, index - back) : index + ahead + 1]
        return [one for one in self.told[report] if one.sentence in sentences]

    def around(self, until: Dated) -> list[Dated]:
        """The moments near another from which something may have lasted until it: those before it, if there are any."""
        near = [one for one in self.near(until.report, until.sentence, 2, 2) if one.span != until.span]
        near = [one for one in near if one.moment.scale == until.moment.scale]
        return [one for one in near if one.span.end <= until.span.start] or near

    def same_elsewhere(self, moment: Dated) -> Iterator[Dated]:
        """The same hour in other reports, told of the same."""
        words = self.case.text_of(moment.report, moment.sentence)
        for report, own in self.told.items():
            for one in own if report != moment.report and moment.moment.minute is not None else ():
                shared = find_shared(words, self.case.text_of(report, one.sentence))
                if one.moment.minute == moment.moment.minute and sum(word.isalpha() for word in shared) > 1:
                    yield one

    def now(self, report: str) -> date | None:
        """The day that a report tells from: its own, or the story's."""
        for value in (self.case.moment_of(report), self.case.story.happened_on):
            day = PartialDate.from_edtf(value[:DAY]) if value else None
            if day is not None and day.is_day:
                return day.first
        return None

    def find_event(self, event: str, but: Span | None = None, most: int | None = None) -> list[Dated]:
        """The moments at which reports put an event, by its words; not those of the sentence `but`."""
        telling = (word for word in dict.fromkeys(content_words(event)) if word.isalpha() and rarity(word) >= COMMON)
        words = list(telling)[:most]
        total = sum(rarity(word) for word in words)
        if total < LEAST_MATTER:
            return []
        shared: dict[Dated, float] = {}
        for word in words:
            for one in {one for form in find_near_forms(word) for one in self._by_form.get(form, ())}:
                shared[one] = shared.get(one, 0.0) + rarity(word)
        least = max(LEAST_MATTER, LEAST_SHARE * total)
        found = {one for one, matter in shared.items() if one.sentence != but and matter >= least}
        return [one for own in self.told.values() for one in own if one in found] if found else []

    @cached_property
    def _by_form(self) -> dict[str, list[Dated]]:
        """The moments by the dictionary forms of the words of their sentence, or of the one that it goes on from."""
        found: dict[str, list[Dated]] = {}
        for own in self.told.values():
            for one in own:
                words = content_words(_STEP_FROM.sub(" ", self._words(one.report, one.sentence)))
                for form in {form for word in words for form in find_base_forms(word)}:
                    found.setdefault(form, []).append(one)
        return found

    def _words(self, report: str, sentence: Span) -> str:
        text = self.case.text_of(report, sentence)
        index = self.case.index_of(report, sentence)
        if index and _GOES_ON.match(text):
            before = self.case.readings[report].sentences[index - 1]
            if self.case.paragraph_of(report, before) == self.case.paragraph_of(report, sentence):
                text = f"{self.case.text_of(report, before)} {text}"
        return text


def gaps_between(since: Dated, until: Dated) -> list[tuple[float, float]]:
    """The least and the most that lie from one moment to a later one: minutes of two clocks, days of two dates."""
    if since.moment.scale == "minutes" or until.moment.scale == "minutes":
        return gaps(since.moment, until.moment) if since.moment.scale == until.moment.scale else []
    if since.days is None or until.days is None:
        return []
    return days_between(since.days, until.days)


def days_between(since: tuple[date, date], until: tuple[date, date]) -> list[tuple[float, float]]:
    """The least and the most days that lie from one stretch of days to a later one."""
    return [(float((until[0] - since[1]).days), float((until[1] - since[0]).days))]


def is_of_story(case: Case, report: str, sentence: Span) -> bool:
    """Whether a sentence tells of what other reports tell as news: with a telling number of theirs, and a word."""
    text = case.text_of(report, sentence)
    numbers = {one.low for one in find_numerals(text) if one.low == one.high and one.low >= TELLING_NUMBER}
    for other, reading in case.readings.items() if numbers else ():
        for told in reading.sentences if other != report else ():
            words = told.of(reading.report.text)
            same = numbers & {one.low for one in find_numerals(words) if one.low == one.high}
            if same and not _YEAR.search(words) and any(not word[0].isdigit() for word in find_shared(text, words)):
                return True
    return False
