"""Findings on ages: an age that the year of birth does not allow, with the subtraction."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations

from secondsource.model.dates import PartialDate
from secondsource.model.findings import Finding
from secondsource.model.spans import Span
from secondsource.stages.judge.cases import Case
from secondsource.text.ages import Age, Birth, find_ages, find_ages_ago, find_births, find_coming_ages, find_former_ages

_POINTS_BACK = re.compile(
    r"Born\b[^.;:?!]{5,120},\s(?:he|she)\b|The\s[a-z]{3,20},\s(?:who\swas\s)?born\b|(?:The|A|(?:Today|Now),?\sthe)\s\d{1,3}-year-old\b|(?:(?:Now|Today|At|Aged)\b.{0,20}?\b)?(?:[Hh]e|[Ss]he)\b"
)
"""How a sentence begins that goes on about the one person named before."""
_NAME_BEFORE = re.compile(r"\b((?:[A-Z][\w'’-]{1,30}\s){0,2}[A-Z][\w'’-]{1,30}),\s(?:aged\s)?$")
_BORN_FIRST = re.compile(r"(?:(?:An?|The)\s[^.;:?!]{3,60}?\s(?:and\s)?born|Born)\b")
_NAME_BEHIND = re.compile(r"(?:,\s(?:the|an?|in|one|to)\s[^.;:?!,]{3,60})?,\s((?:[A-Z][\w'’-]{1,30}\s){1,3})(?=[a-z])")
_APPOSED = re.compile(r"[-a-z]{0,12},\s(?:(?:who\s)?was\s)?")
_TWO_DIGITS = re.compile(r"\b\d\d\b")
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
    """One finding for each age of a person that does not follow from the birth, or an earlier age, in some report."""
    told = [fact for report in case.readings for fact in find_facts(case, report)]
    births = [birth for birth in told if isinstance(birth.fact, Birth)]
    wrong: dict[tuple[str, int, int], list[tuple[Told, Told]]] = {}
    right: dict[tuple[str, int], list[Told]] = {}
    for age in told:
        for birth in births:
            if isinstance(age.fact, Age) and isinstance(birth.fact, Birth) and age.person == birth.person and age.on:
                youngest, oldest = _possible_ages(birth.fact, age.on)
                who = age.person if ":" not in age.person else "somebody"
                if youngest <= age.fact.years <= oldest:
                    right.setdefault((who, age.fact.years), []).append(birth)
                else:
                    wrong.setdefault((who, age.fact.years, birth.fact.year), []).append((age, birth))
    yield from _judge_births(case, births)
    for (who, years, year), pairs in wrong.items():
        fitting = right.get((who, years), ()) if who != "somebody" else ()
        yield _finding(case, who, years, pairs, fitting or _of_right_age(told, right, pairs, year))


def _judge_births(case: Case, births: Sequence[Told]) -> Iterator[Finding]:
    """One finding for each birth of a person that an age in some year does not allow."""
    found: dict[tuple[str, int, int], list[Told]] = {}
    formers = [(one, one.fact) for one in births if isinstance(one.fact, Birth) and one.fact.leeway]
    plain = [(one, one.fact) for one in births if isinstance(one.fact, Birth) and not one.fact.leeway]
    for (former, then), (birth, born) in ((one, other) for one in formers for other in plain):
        if former.person == birth.person and not then.year - then.leeway <= born.year <= then.year:
            found.setdefault((former.person, then.year, born.year), []).extend((former, birth))
    for (who, last, year), told in found.items():
        words = [case.text_of(one.report, one.span) for one in told[:2]]
        arithmetic = f"“{words[0]}” is born in {last - 1} or {last}, not in {year}"
        places = dict.fromkeys((one.report, case.sentence_of(one.report, one.span)) for one in told)
        title = f"{who if ':' not in who else 'Somebody'}: “{words[0]}” and “{words[1]}” cannot both be"
        reasons = (arithmetic, case.names_of(one.report for one in told))
        yield Finding("date", "impossible", title, reasons, tuple(case.evidence(*place) for place in places))


def _of_right_age(
    told: Sequence[Told], right: dict[tuple[str, int], list[Told]], wrong: Sequence[tuple[Told, Told]], year: int
) -> list[Told]:
    """The age of another report that fits the birth, of the same person or of the only one whom any says born then, and
    the births that it fits.
    """
    named = {birth.person for _, birth in wrong if ":" not in birth.person}
    born = {
        one.person for one in told if isinstance(one.fact, Birth) and one.fact.year == year and ":" not in one.person
    } - named
    who = named | (born if len(born) == 1 else set())
    elsewhere = {birth.report for _, birth in wrong}
    fitting: dict[Told, list[Told]] = {}
    for one in told:
        if isinstance(one.fact, Age) and one.person in who and one.report not in elsewhere:
            births = [
                birth
                for birth in right.get((one.person, one.fact.years), ())
                if isinstance(birth.fact, Birth) and birth.fact.year == year
            ]
            fitting |= {one: births} if births else {}
    return list(dict.fromkeys([*fitting, *(birth for births in fitting.values() for birth in births)]))


def judge_two_ages(case: Case) -> Iterator[Finding]:
    """One finding for each person who is of two ages, more than a year apart, in reports of one story.

    A report that tells both tells of two people, one of them without a name: "him, 34, and her, 29". Where a report
    tells when the person was born, that shows which age is wrong.
    """
    ages: dict[str, dict[int, list[Told]]] = {}
    every = [told for report in case.readings for told in find_facts(case, report)]
    decided = {told.person for told in every if isinstance(told.fact, Birth)}
    for told in every:
        if isinstance(told.fact, Age) and ":" not in told.person and told.person not in decided:
            ages.setdefault(told.person, {}).setdefault(told.fact.years, []).append(told)
    for person, by_years in ages.items():
        reports = [{told.report for told in own} for own in by_years.values()]
        in_one = any(one & other for one, other in combinations(reports, 2))
        if max(by_years) - min(by_years) > 1 and not in_one:
            reasons = tuple(
                f"{case.names_of(t.report for t in told)}: {years}" for years, told in sorted(by_years.items())
            )
            places = dict.fromkeys(
                (t.report, case.sentence_of(t.report, t.span)) for told in by_years.values() for t in told
            )
            title = f"{person} is {' and '.join(map(str, sorted(by_years)))} years old"
            yield Finding("figure", "differs", title, reasons, tuple(case.evidence(*place) for place in places))


def find_facts(case: Case, report: str) -> Iterator[Told]:
    """Every age and birth that the report tells, with whose it is."""
    reading = case.readings[report]
    moment = PartialDate.from_edtf((case.moment_of(report) or "")[:10])
    on = moment.first if moment and moment.is_day else None
    for sentence in reading.sentences:
        words = sentence.of(reading.report.text)
        former = [*find_former_ages(words), *(_births_ago(words, on) if on else ())]
        ages = [
            age for age in find_ages(words) if not any(age.start < one.end and one.start < age.end for one in former)
        ]
        facts: list[Age | Birth] = [*ages, *find_coming_ages(words), *find_births(words), *former]
        told = []
        for fact in facts:
            span = Span(sentence.start + fact.start, sentence.start + fact.end)
            told.append(Told(report, span, person_at(case, report, sentence, span), fact, on))
        if _is_about_another(case, report, sentence, told):
            told = [replace(one, person=f"{report}:{sentence.start}") for one in told]
        aged = {one.person for one in told if isinstance(one.fact, Age)}
        for one in told:
            goes_on = isinstance(one.fact, Birth) and ":" in one.person and len(aged) == 1
            beside = next((age for age in told if _is_apposed(case, age, one)), None)
            yield replace(one, person=beside.person if beside else min(aged)) if beside or goes_on else one


def _is_apposed(case: Case, age: Told, birth: Told) -> bool:
    """Whether a birth right behind an age is of the same person: "The 58-year-old, who was born in Osk in 1971"."""
    if not (isinstance(age.fact, Age) and isinstance(birth.fact, Birth)) or age.span.end > birth.span.start:
        return False
    return _APPOSED.fullmatch(case.text_of(birth.report, Span(age.span.end, birth.span.start))) is not None


def _births_ago(words: str, on: date) -> Iterator[Birth]:
    """The births that follow from ages that were had so many years ago."""
    for age in find_ages_ago(words):
        yield Birth(age.start, age.end, on.year - age.ago - age.years, leeway=1)


def _is_about_another(case: Case, report: str, sentence: Span, told: Sequence[Told]) -> bool:
    """Whether a "he" has a birth and a number that fits as his age in a sentence without a name: he may be anybody."""
    if not _POINTS_BACK.match(case.text_of(report, sentence)):
        return False
    if any(n.kind == "person" and sentence.contains(n.span) for n in case.readings[report].names):
        return False
    numbers = {int(number) for number in _TWO_DIGITS.findall(case.text_of(report, sentence))}
    for birth in told:
        if isinstance(birth.fact, Birth) and birth.on:
            youngest, oldest = _possible_ages(birth.fact, birth.on)
            if any(youngest <= number <= oldest for number in numbers):
                return True
    return False


def person_at(case: Case, report: str, sentence: Span, span: Span) -> str:
    """The person named nearest to the fact in its sentence; "the 54-year-old" without one is who was named last before.

    A semicolon parts one person from the next. Where nobody is found, the sentence itself stands for a person.
    """
    text = case.readings[report].report.text
    start, end = text.rfind(";", sentence.start, span.start) + 1, text.find(";", span.end, sentence.end)
    clause = Span(max(start, sentence.start), end if end >= 0 else sentence.end)
    persons = [n for n in case.readings[report].names if n.kind == "person" and clause.contains(n.span)]
    persons = [n for n in persons if not span.contains(n.span)]  # "born in Forge Lane" is of a place
    near = [
        (min(abs(span.start - n.span.end), abs(n.span.start - span.end)), case.named_so_far(report, n)) for n in persons
    ]
    distance, person = min(near, default=(REACH + 1, ""))
    if not persons and _POINTS_BACK.match(case.text_of(report, sentence)):
        person, distance = only_person_before(case, report, sentence), 0
    if not person or distance > REACH:
        words = sentence.of(case.readings[report].report.text)
        person = _written_before(words, span.start - sentence.start) or _written_behind(
            words, span.end - sentence.start
        )
    return case.person_of(person) if person else f"{report}:{sentence.start}"


def _written_before(sentence: str, start: int) -> str:
    """The capitals right before an age: the name in "Ruben Tallow, 58,", or nothing."""
    found = _NAME_BEFORE.search(sentence[:start])
    return found[1] if found else ""


def _written_behind(sentence: str, end: int) -> str:
    """The capitals that begin the clause behind a birth told first: "Tallow" in "Born in 1961, a son of …, Tallow"."""
    found = _NAME_BEHIND.match(sentence, end) if _BORN_FIRST.match(sentence) else None
    return found[1].strip() if found else ""


def only_person_before(case: Case, report: str, sentence: Span) -> str:
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
    return on.year - birth.year - 1, on.year - birth.year + birth.leeway


def _finding(case: Case, who: str, years: int, pairs: Sequence[tuple[Told, Told]], fitting: Sequence[Told]) -> Finding:
    age, birth = pairs[0]
    born = birth.fact.year if isinstance(birth.fact, Birth) else 0
    low, high = _possible_ages(birth.fact, age.on) if isinstance(birth.fact, Birth) and age.on else (0, 0)
    words = case.text_of(birth.report, birth.span)
    reasons = [
        f"{case.names_of(told.report for told, _ in pairs)}: {years} years old",
        f"{case.names_of(told.report for _, told in pairs)}: “{words}”",
        f"{age.on.year if age.on else ''} − {born} = {age.on.year - born if age.on else ''}: "
        f"{low if low == high else f'{low} to {high}'} years old",
    ]
    if fitting:
        fits = case.text_of(fitting[0].report, fitting[0].span)
        reasons.append(f"{case.names_of(told.report for told in fitting)}: “{fits}”, which fits")
    told = [*(fact for pair in pairs for fact in pair), *fitting]
    places = dict.fromkeys((one.report, case.sentence_of(one.report, one.span)) for one in told)
    title = f"{who}: {years} years old and “{words}” cannot both be"
    return Finding("date", "impossible", title, tuple(reasons), tuple(case.evidence(*place) for place in places))
