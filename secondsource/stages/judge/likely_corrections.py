"""Corrections that no rule knows, and what they set right, where that is told."""

from collections.abc import Collection, Iterator

from secondsource.model.findings import Finding
from secondsource.stages.judge.cases import Case, Place
from secondsource.stages.judge.likely import find_claim
from secondsource.text.answers import weigh_answer
from secondsource.text.corrections import is_own_correction
from secondsource.text.sameness import SAME, rate_sameness

LIKELY = 0.8
"""Likelihood from which a sentence is a correction by its words, whatever the other reports tell."""


def judge_likely_corrections(case: Case, shown: Collection[Place]) -> Iterator[Finding]:
    """One finding for each likely correction that is not shown yet, with what it sets right where a report tells it."""
    found: list[list[Place]] = []
    for place in ((report, span) for report, reading in case.readings.items() for span in reading.sentences):
        if place not in shown and case.is_in_body(*place) and _is_likely(case, place):
            home = next((notes for notes in found if _are_one(case, notes[0], place)), None)
            if home is None:
                found.append([place])
            else:
                home.append(place)
    for notes in found:
        told = [claim for note in notes if (claim := find_claim(case, note)) and claim not in notes]
        reasons = [f"{case.name_of(report)}: “{case.text_of(report, span)}”" for report, span in notes]
        if told:
            reasons.append(f"{case.names_of(report for report, _ in told)}: told otherwise")
        evidence = tuple(case.evidence(*place) for place in dict.fromkeys((*notes, *told)))
        yield Finding("denial", "changed", f"Corrected: {case.text_of(*notes[0])}", tuple(reasons), evidence)


def _is_likely(case: Case, place: Place) -> bool:
    words = case.text_of(*place)
    return weigh_answer(words)["corrects"] >= LIKELY or is_own_correction(words)


def _are_one(case: Case, one: Place, other: Place) -> bool:
    return rate_sameness(case.text_of(*one), case.text_of(*other)) >= SAME
