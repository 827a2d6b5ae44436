"""Findings on lives: somebody who has done a thing for longer than he lives, or began it before he can have."""

from collections.abc import Iterator, Sequence

from secondsource.model.findings import Finding
from secondsource.model.spans import Span
from secondsource.stages.judge.ages import Told, find_facts, only_person_before, person_at
from secondsource.stages.judge.cases import Case
from secondsource.text.ages import Age
from secondsource.text.lives import Beginning, Spell, find_beginnings, find_spells

_Place = tuple[str, Span]


def judge_lives(case: Case) -> Iterator[Finding]:
    """One finding for each age that what the same report tells of the person does not allow."""
    wrong: dict[tuple[str, str], list[_Place]] = {}
    aged = {report: list(_ages(case, report)) for report in case.readings}
    for report, ages in aged.items():
        for sentence in case.readings[report].sentences if ages else ():
            words = sentence.of(case.readings[report].report.text)
            facts: list[Spell | Beginning] = [*find_spells(words), *find_beginnings(words)]
            for fact in facts:
                span = Span(sentence.start + fact.start, sentence.start + fact.end)
                person = _person(case, report, sentence, span)
                own = [age for age in ages if age.person == person]
                counted = [_count(age, fact) for age in own]
                if own and all(counted):
                    title = f"{_name(person)}: {counted[0]}"
                    place = case.sentence_of(report, own[0].span)
                    others = _same_ages(case, own[0], [age for ages in aged.values() for age in ages])
                    wrong.setdefault((title, counted[0]), []).extend([(report, place), (report, sentence), *others])
    for (title, arithmetic), places in wrong.items():
        reasons = (arithmetic, case.names_of(report for report, _ in places))
        shown = tuple(case.evidence(*place) for place in dict.fromkeys(places))
        yield Finding("date", "impossible", title, reasons, shown)


def _ages(case: Case, report: str) -> Iterator[Told]:
    return (told for told in find_facts(case, report) if isinstance(told.fact, Age))


def _same_ages(case: Case, own: Told, ages: Sequence[Told]) -> Iterator[_Place]:
    """Where other reports tell the age of the same person, or of one who may be the same where nobody is named."""
    for age in ages:
        is_one = age.person == own.person or ":" in own.person
        if age.report != own.report and is_one and _years(age) == _years(own):
            yield age.report, case.sentence_of(age.report, age.span)


def _years(told: Told) -> int | None:
    return told.fact.years if isinstance(told.fact, Age) else None


def _person(case: Case, report: str, sentence: Span, span: Span) -> str:
    person = person_at(case, report, sentence, span)
    before = only_person_before(case, report, sentence) if ":" in person else ""
    return case.person_of(before) if before else person


def _name(person: str) -> str:
    return person if ":" not in person else "Somebody"


def _count(age: Told, fact: Spell | Beginning) -> str:
    """Why the age and the fact cannot both be; empty where they can."""
    if not isinstance(age.fact, Age):
        return ""
    years = age.fact.years
    if isinstance(fact, Spell):
        return f"{years} years old, and {fact.years} years of it" if fact.years > years else ""
    if age.on is None:
        return ""
    born = age.on.year - years - 1
    is_wrong = fact.year < born + fact.least
    return f"{years} years old in {age.on.year}, so born in {born} or {born + 1}, and at it in {fact.year}" * is_wrong
