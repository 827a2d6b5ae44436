"""Denials that no rule knows, and what each of them is meant for."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from secondsource.model.spans import Span
from secondsource.stages.judge.answered import find_answered
from secondsource.stages.judge.cases import Case, Place
from secondsource.stages.judge.charges import Charge
from secondsource.stages.judge.contraries import owns
from secondsource.stages.judge.likely import find_claim, is_told_denied, kind_of, saying_in
from secondsource.text.contraries import is_charge_like, is_question, is_whole, turns_elsewhere
from secondsource.text.modality import count_negations, find_firmness
from secondsource.text.wordings import content_words

LIKELY = 0.4
"""Likelihood from which a sentence that is linked to what is told denies it."""
SHORT = 12
"""Words up to which a sentence may be a remark."""
LIKELY_REMARK = 0.65
"""Likelihood from which a remark denies what it is linked to."""
CERTAIN = 0.8
"""The same of what stands right before it, though nothing links the two."""
CLAIMED = 0.5
"""Likelihood from which what nobody calls a charge is a claim, so that it can be denied in its own report."""
SILENT = 0.2
"""Likelihood of a silence from which one who is quoted tells of it."""
OPENING = ("“", '"', "‘")
RETOLD = 0.6
"""Share of its words from which a likely denial only tells again what another report tells."""


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
    """Every likely denial that is not seen yet, with what it is linked to."""
    for place in case.links:
        words = case.text_of(*place)
        if place in seen or not _is_likely(case, place) or is_question(words):
            continue
        said = saying_in(case, place)
        speaker = said.speaker if said else None
        charge = _linked_charge(case, place, speaker, charges) or _charge_before(case, place, speaker)
        if charge is not None:
            yield LikelyDenial(*place, speaker, charge)


def _linked_charge(
    case: Case, place: Place, speaker: str | None, charges: Mapping[str, Sequence[Charge]]
) -> Charge | None:
    """What the sentence is linked to, where that can be what it denies."""
    claim, words = find_claim(case, place), case.text_of(*place)
    if claim is None or is_question(case.text_of(*claim)) or _is_in(words, case.text_of(*claim)):
        return None
    charge = next((charge for charge in charges[claim[0]] if charge.span == claim[1]), None)
    if charge is None and (
        _is_answer(case, claim) or (claim[0] == place[0] and not _can_be_denied(case, claim, speaker))
    ):
        return None
    told = saying_in(case, claim)
    return charge or Charge(*claim, case.text_of(*claim), told.speaker if told else None, is_stated=True)


def _charge_before(case: Case, place: Place, speaker: str | None) -> Charge | None:
    """What somebody else says right before a sentence that denies by its words alone."""
    report, sentence = place
    if case.weigh_answer(place)["denies"] < CERTAIN:
        return None
    found = find_answered(case, report, sentence, speaker, "")
    if found is None or found[0] == sentence or not _can_be_denied(case, (report, found[0]), speaker):
        return None
    return Charge(report, *found, is_stated=True)


def _can_be_denied(case: Case, claim: Place, speaker: str | None) -> bool:
    """Whether what is told in the same report, of nobody in so many words, can be what is denied."""
    told = case.text_of(*claim)
    is_claim = case.weigh_answer(claim)["claims"] >= CLAIMED
    return is_claim and is_charge_like(told) and not owns(case, told, speaker)


def _is_likely(case: Case, place: Place) -> bool:
    """Whether a sentence denies, and neither tells of others' silence ("They never wrote back," she said) nor grants
    that it may be so; with a verb of denying, the rules know whether it is a denial.
    """
    words = case.text_of(*place)
    likely = case.weigh_answer(place)
    tells_of_silence = words.startswith(OPENING) and likely["declines"] >= SILENT
    is_undone = is_told_denied(case, place)
    grants = "possible" in find_firmness(words) and not count_negations(words)
    least = LIKELY_REMARK if _is_remark(words) else LIKELY
    is_read = kind_of(case, place) == "denies" and likely["denies"] >= least
    return is_read and not (tells_of_silence or is_undone or grants)


def _is_answer(case: Case, place: Place) -> bool:
    """Whether what is linked is likelier a denial itself than a claim."""
    likely = case.weigh_answer(place)
    return likely["denies"] > max(likely["claims"], LIKELY)


def _is_remark(words: str) -> bool:
    """Whether a sentence is short and turns nothing round: "The barn was cold," she said."""
    turns = is_whole(words) or turns_elsewhere(words) or count_negations(words)
    return not turns and len(words.split()) <= SHORT


def _is_in(denied: str, words: str) -> bool:
    """Whether the words tell most of what was said, and turn none of it round: then it is no denial of them."""
    said = set(content_words(denied))
    same_turn = count_negations(denied) % 2 == count_negations(words) % 2
    return same_turn and len(said & set(content_words(words))) >= RETOLD * len(said)
