"""Denials that no rule knows, and what each of them is meant for."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from secondsource.model.spans import Span
from secondsource.stages.judge.answered import find_answered
from secondsource.stages.judge.cases import Case
from secondsource.stages.judge.charges import Charge
from secondsource.stages.judge.likely import Place, Tellings, is_likely, speaker_of
from secondsource.text.contraries import is_reported_question
from secondsource.text.naming import are_one_name

BACK = 3
"""Sentences back to a charge that a likely denial is meant for."""
NEAR = 0.45
"""Cosine of the meaning of a likely denial and of a sentence of another report from which it is meant for that one."""


@dataclass(frozen=True, slots=True)
class LikelyDenial:
    """A sentence that denies by its words and meaning, who says it if that is told, and what it is meant for."""

    report: str
    sentence: Span
    speaker: str | None
    charge: Charge


def find_likely_denials(
    case: Case, charges: Mapping[str, Sequence[Charge]], seen: Collection[Place]
) -> Iterator[LikelyDenial]:
    """Every likely denial that is not seen yet and has something to deny, before it or in another report."""
    tellings = Tellings(case, "denies")
    for report, reading in case.readings.items():
        for sentence in reading.sentences:
            if (report, sentence) not in seen and is_likely(case, (report, sentence), "denies"):
                speaker = speaker_of(case, (report, sentence))
                charge = _charge_before(case, report, sentence, speaker, charges[report])
                charge = charge or _told_elsewhere(case, (report, sentence), speaker, tellings)
                if charge is not None:
                    yield LikelyDenial(report, sentence, speaker, charge)


def _charge_before(
    case: Case, report: str, sentence: Span, speaker: str | None, charges: Sequence[Charge]
) -> Charge | None:
    """The last charge, the question or the saying right before that is somebody else's."""
    here = case.index_of(report, sentence)
    for charge in reversed(charges):
        is_own = are_one_name(charge.speaker or "", speaker or "")
        if 0 < here - case.index_of(report, charge.span) <= BACK and not is_own:
            return charge
    before = case.readings[report].sentences[max(0, here - 1) : here]
    if before and is_reported_question(case.text_of(report, before[0])):
        return Charge(report, before[0], case.text_of(report, before[0]), None, is_stated=True)
    found = find_answered(case, report, sentence, speaker, "")
    return Charge(report, *found, is_stated=True) if found and found[0] != sentence else None


def _told_elsewhere(case: Case, place: Place, speaker: str | None, tellings: Tellings) -> Charge | None:
    """What another report tells that is nearest in meaning, as something stated; nobody denies his own words."""
    for other in tellings.elsewhere(place, NEAR):
        teller = speaker_of(case, other)
        if not are_one_name(speaker or "", teller or ""):
            return Charge(*other, case.text_of(*other), teller, is_stated=True)
    return None
