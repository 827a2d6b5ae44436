"""Denials that no rule knows, and what each of them is meant for."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from secondsource.model.spans import Span
from secondsource.model.statements import Attribution
from secondsource.stages.judge.answered import find_answered, words_of
from secondsource.stages.judge.cases import Case
from secondsource.stages.judge.charges import Charge
from secondsource.stages.judge.contraries import owns
from secondsource.stages.judge.likely import Place, Tellings, is_likely, saying_in
from secondsource.text.answers import weigh_answer
from secondsource.text.contraries import is_charge_like, is_question, is_reported_question
from secondsource.text.modality import count_negations
from secondsource.text.naming import are_one_name
from secondsource.text.wordings import content_words

BACK = 3
"""Sentences back to a charge that a likely denial is meant for."""
SURE = 0.75
"""Likelihood from which a sentence denies what stands right before it and accuses nobody."""
RETOLD = 0.6
"""Share of its words from which a likely denial only tells again what another report tells."""
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
            place = (report, sentence)
            if place not in seen and is_likely(case, place, "denies") and not is_question(case.text_of(*place)):
                said = saying_in(case, place)
                speaker = said.speaker if said else None
                charge = _charge_before(case, report, sentence, speaker, charges[report])
                charge = charge or _told_elsewhere(case, place, said, tellings)
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
    if found is None or found[0] == sentence or not is_charge_like(found[1]) or owns(case, found[1], speaker):
        return None
    is_sure = weigh_answer(case.text_of(report, sentence))["denies"] >= SURE
    return Charge(report, *found, is_stated=True) if is_sure else None


def _told_elsewhere(case: Case, place: Place, said: Attribution | None, tellings: Tellings) -> Charge | None:
    """What another report tells that is nearest in meaning, as something stated; nobody denies his own words."""
    denied = words_of(case, place[0], said) if said else case.text_of(*place)
    for other in tellings.elsewhere(place, NEAR):
        telling, words = saying_in(case, other), case.text_of(*other)
        is_own = said and telling and are_one_name(said.speaker or "", telling.speaker or "")
        if not is_own and not _is_in(denied, words):
            return Charge(*other, words, telling.speaker if telling else None, is_stated=True)
    return None


def _is_in(denied: str, words: str) -> bool:
    """Whether the words tell most of what was said, and turn none of it round: then it is no denial of them."""
    said = set(content_words(denied))
    same_turn = count_negations(denied) % 2 == count_negations(words) % 2
    return same_turn and len(said & set(content_words(words))) >= RETOLD * len(said)
