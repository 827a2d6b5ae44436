"""Findings on ages: an age that the year of birth does not allow, with the subtraction."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from secondsource.model.dates import PartialDate
from secondsource.model.findings import Finding
from secondsource.model.spans import Span
from secondsource.stages.judge.cases import Case
from secondsource.text.ages import Age, Birth, find_ages, find_births

_POINTS_BACK = re.compile(r"(?:The|A)\s\d{1,3}-year-old\b|(?:He|She)\b")
"""How a sentence begins that goes on about the one person named before."""
SENTENCES_BACK = 3
REACH = 60
"""Characters between a name and the age or birth that stands beside it."""


@dataclass(frozen=True, slots=True)
class Told:
    """An age or a birth, whose it is, and the day on which the age is told."""

    report: str
    span: Span
    person: str
    fact: Age | Birth
    on: date | None


def judge_ages(case: Case) -> Iterator[Finding]:
    """One finding for each person whose age in some report does not follow from the birth in the same or another."""
    told = [fact for report in case.readings for fact in _facts(case, report)]
    seen: set[tuple[str, int, int]] = set()
    for age in told:
        for birth in told:
            if isinstance(age.fact, Age) and isinstance(birth.fact, Birth) and age.person == birth.person and age.on:
                key = age.person, age.fact.years, birth.fact.year
                youngest, oldest = _possible_ages(birth.fact, age.on)
                if key not in seen and not youngest <= age.fact.years <= oldest:
                    seen.add(key)
                    yield _finding(case, age, birth, age.fact, birth.fact, (youngest, oldest))


def judge_two_ages(case: Case) -> Iterator[Finding]:
    """One finding for each person who is of two ages, more than a year apart, in reports of one story."""
    ages: dict[str, dict[int, list[Told]]] = {}
    for report in case.readings:
        for told in _facts(case, report):
            if isinstance(told.fact, Age) and ":" not in told.person:
                ages.setdefault(told.person, {}).setdefault(told.fact.years, []).append(told)
    for person, by_years in ages.items():
        if max(by_years) - min(by_years) > 1:
            reasons = tuple(
                f"{case.names_of(t.report for t in told)}: {years}" for years, told in sorted(by_years.items())
            )
            places = dict.fromkeys(
                (t.report, case.sentence_of(t.report, t.span)) for told in by_years.values() for t in told
            )
            title = f"{person} is {' and '.join(map(str, sorted(by_years)))} years old"
            yield Finding("figure", "differs", title, reasons, tuple(case.evidence(*place) for place in places))


def _facts(case: Case, report: str) -> Iterator[Told]:
    reading = case.readings[report]
    moment = PartialDate.from_edtf((case.moment_of(report) or "")[:10])
    on = moment.first if moment and moment.is_day else None
    for sentence in reading.sentences:
        words = sentence.of(reading.report.text)
        facts: list[Age | Birth] = [*find_ages(words), *find_births(words)]
        for fact in facts:
            span = Span(sentence.start + fact.start, sentence.start + fact.end)
            yield Told(report, span, _person_at(case, report, sentence, span), fact, on)


def _person_at(case: Case, report: str, sentence: Span, span: Span) -> str:
    """The person named nearest to the fact in its sentence; "the 54-year-old" without one is who was named last before.

    Where nobody is found, the sentence itself stands for a person.
    """
    persons = [n for n in case.readings[report].names if n.kind == "person" and sentence.contains(n.span)]
    near = [(min(abs(span.start - n.span.end), abs(n.span.start - span.end)), n.entity) for n in persons]
    distance, person = min(near, default=(REACH + 1, ""))
    if not persons and _POINTS_BACK.match(case.text_of(report, sentence)):
        person, distance = _only_person_before(case, report, sentence), 0
    return case.person_of(person) if person and distance <= REACH else f"{report}:{sentence.start}"


def _only_person_before(case: Case, report: str, sentence: Span) -> str:
    """The one person of the last sentence before, of the nearest few, that names persons; nobody if it names two."""
    index = case.index_of(report, sentence)
    for before in reversed(case.readings[report].sentences[max(0, index - SENTENCES_BACK) : index]):
        named = {n.entity for n in case.readings[report].names if n.kind == "person" and before.contains(n.span)}
        if named:
            return named.pop() if len(named) == 1 else ""
    return ""


def _possible_ages(birth: Birth, on: date) -> tuple[int, int]:
    if birth.month and birth.day:
        years = on.year - birth.year - ((on.month, on.day) < (birth.month, birth.day))
        return years, years
    return on.year - birth.year - 1, on.year - birth.year


def _finding(case: Case, age: Told, birth: Told, years: Age, born: Birth, possible: tuple[int, int]) -> Finding:
    low, high = possible
    allowed = str(high) if low == high else f"{low} or {high}"
    who = age.person if ":" not in age.person else "somebody"
    reasons = (
        f"{case.name_of(age.report)}: {years.years} years old",
        f"{case.name_of(birth.report)}: born in {born.year}",
        f"{age.on.year if age.on else ''} − {born.year} = {high}: {allowed} years old",
    )
    places = dict.fromkeys((told.report, case.sentence_of(told.report, told.span)) for told in (age, birth))
    title = f"{who}: {years.years} years old and born in {born.year} cannot both be"
    return Finding("date", "impossible", title, reasons, tuple(case.evidence(*place) for place in places))
