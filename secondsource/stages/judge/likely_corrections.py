"""Corrections that no rule knows, and the other reports that tell what they set right."""

from collections.abc import Collection, Iterator

from secondsource.model.findings import Finding
from secondsource.stages.judge.cases import Case
from secondsource.stages.judge.likely import Place, Tellings, is_likely
from secondsource.text.sameness import SAME, rate_sameness

NEAR = 0.5
"""Cosine of the meaning of a correction and of a sentence of another report, from which that tells what was wrong."""


def judge_likely_corrections(case: Case, shown: Collection[Place]) -> Iterator[Finding]:
    """One finding for each likely correction that is not shown yet and that sets right what another report tells."""
    tellings = Tellings(case, "corrects")
    found: list[list[Place]] = []
    for report, reading in case.readings.items():
        for sentence in reading.sentences:
            place = (report, sentence)
            if place not in shown and is_likely(case, place, "corrects"):
                home = next((notes for notes in found if _are_one(case, notes[0], place)), None)
                if home is None:
                    found.append([place])
                else:
                    home.append(place)
    for notes in found:
        told: dict[str, Place] = {}
        for note in notes:
            for place in tellings.elsewhere(note, NEAR):
                told.setdefault(place[0], place)
        told = {report: place for report, place in told.items() if report not in {note[0] for note in notes}}
        if told:
            reasons = [f"{case.name_of(report)}: “{case.text_of(report, span)}”" for report, span in notes]
            reasons.append(f"{case.names_of(told)}: told otherwise")
            evidence = tuple(case.evidence(*place) for place in (*notes, *told.values()))
            yield Finding("denial", "changed", f"Corrected: {case.text_of(*notes[0])}", tuple(reasons), evidence)


def _are_one(case: Case, one: Place, other: Place) -> bool:
    return rate_sameness(case.text_of(*one), case.text_of(*other)) >= SAME
