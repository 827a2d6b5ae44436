"""Corrections that no rule knows, and what they set right, where that is told."""

from collections.abc import Collection, Iterator, Sequence

from secondsource.model.findings import Finding
from secondsource.stages.judge.cases import Case, Place
from secondsource.stages.judge.likely import find_claim
from secondsource.text.corrections import is_own_correction, tells_of_own
from secondsource.text.sameness import SAME, rate_sameness

LIKELY = 0.7
"""Likelihood from which a sentence takes back what another is known to tell."""
LINKED = 0.3
"""Likelihood of its link from which it takes back what it is linked to."""
OWN = 0.35
"""Likelihood from which it is one if it tells of what its outlet said before."""
ALONE = 0.85
"""Likelihood from which a sentence is a correction by its own words, whatever the other reports tell."""


def judge_likely_corrections(case: Case, told: Sequence[Finding]) -> Iterator[Finding]:
    """One finding for each likely correction that is not told yet, with what it sets right where a report tells it."""
    shown, set_right = _places_of(case, told), _places_of(case, [f for f in told if f.verdict == "changed"])
    found: list[list[Place]] = []
    for place in ((report, span) for report, reading in case.readings.items() for span in reading.sentences):
        if place in shown or not case.is_in_body(*place) or not _is_likely(case, place):
            continue
        if not any(_stand_together(case, place, other) for other in set_right):
            home = next((notes for notes in found if any(_are_one(case, note, place) for note in notes)), None)
            if home is None:
                found.append([place])
            else:
                home.append(place)
    for notes in found:
        claims = [claim for note in notes if (claim := find_claim(case, note)) and claim not in notes]
        reasons = [f"{case.name_of(report)}: “{case.text_of(report, span)}”" for report, span in notes]
        if claims:
            reasons.append(f"{case.names_of(report for report, _ in claims)}: told otherwise")
        evidence = tuple(case.evidence(*place) for place in dict.fromkeys((*notes, *claims)))
        yield Finding("denial", "changed", f"Corrected: {case.text_of(*notes[0])}", tuple(reasons), evidence)


def _is_likely(case: Case, place: Place) -> bool:
    likely = case.weigh_answer(place)["corrects"]
    is_linked = likely >= LIKELY and find_claim(case, place, LINKED) is not None
    words = case.text_of(*place)
    is_own = likely >= OWN and tells_of_own(words)
    return likely >= ALONE or is_linked or is_own or is_own_correction(words)


def _are_one(case: Case, one: Place, other: Place) -> bool:
    return _stand_together(case, one, other) or rate_sameness(case.text_of(*one), case.text_of(*other)) >= SAME


def _stand_together(case: Case, one: Place, other: Place) -> bool:
    """Whether two sentences stand in one paragraph, or side by side in one report."""
    if one[0] != other[0]:
        return False
    return abs(case.index_of(*one) - case.index_of(*other)) == 1 or case.paragraph_of(*one) == case.paragraph_of(*other)


def _places_of(case: Case, findings: Sequence[Finding]) -> Collection[Place]:
    """The sentences that the findings show."""
    return {(e.report, part) for finding in findings for e in finding.evidence for part in case.sentences_in(e)}
