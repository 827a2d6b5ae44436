"""Findings on the ages of things and bodies: a firm "founded in 1926" that is "109 years old"."""

from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.model.dates import PartialDate
from secondsource.model.findings import Finding
from secondsource.model.spans import Span
from secondsource.stages.judge.cases import Case
from secondsource.text.ages import BodyAge, Founding, find_body_ages, find_foundings


@dataclass(frozen=True, slots=True)
class Told:
    """An age or a founding, and the sentence of the report that tells it."""

    report: str
    sentence: Span
    fact: BodyAge | Founding


def judge_body_ages(case: Case) -> Iterator[Finding]:
    """One finding for each age of a thing that its founding, told in the same sentence, does not leave."""
    wrong: dict[tuple[int, int, int], list[Told]] = {}
    for report, reading in case.readings.items():
        moment = PartialDate.from_edtf((case.moment_of(report) or case.story.happened_on or "")[:4])
        for sentence in reading.sentences if moment else ():
            words = case.text_of(report, sentence)
            ages, foundings = list(find_body_ages(words)), list(find_foundings(words))
            if moment and len(ages) == 1 and len(foundings) == 1:
                years = moment.first.year - foundings[0].year
                if not years - 1 <= ages[0].years <= years:
                    key = ages[0].years, foundings[0].year, moment.first.year
                    wrong.setdefault(key, []).append(Told(report, sentence, ages[0]))
    for (years, founded, now), places in wrong.items():
        counted = f"{now} − {founded} = {now - founded}, not {years}"
        reasons = (counted, f"{case.names_of(told.report for told in places)}: {years} years old, begun in {founded}")
        shown = tuple(case.evidence(told.report, told.sentence) for told in places)
        yield Finding("date", "impossible", f"Its age does not fit its beginning: {counted}", reasons, shown)
