"""Answers that no rule knows: sentences told by their words, their meaning and what they are linked to."""

from collections.abc import Iterator

from secondsource.model.statements import Attribution
from secondsource.stages.judge.cases import Case, Place
from secondsource.text.answers import ANSWERS
from secondsource.text.naming import are_one_name

LINKED = 0.2
"""Likelihood from which a sentence is taken for the answer to another (weights/answers/CARD.md)."""


def kind_of(case: Case, place: Place) -> str:
    """Which kind of answer a sentence is likeliest, if it is one."""
    likely = case.weigh_answer(place)
    return max(ANSWERS, key=lambda kind: likely[kind])


def find_claim(case: Case, place: Place, least: float = LINKED) -> Place | None:
    """The sentence that one likeliest answers."""
    return next(find_claims(case, place, least), None)


def find_claims(case: Case, place: Place, least: float = LINKED) -> Iterator[Place]:
    """Of each report the sentence that one likely answers, the likeliest first; nobody answers himself."""
    said = saying_in(case, place)
    found: set[str] = set()
    for claim, likely in case.links.get(place, ()):
        if likely < least:
            break
        told = saying_in(case, claim)
        is_own = said and told and are_one_name(said.speaker or "", told.speaker or "")
        if claim[0] not in found and not is_own:
            found.add(claim[0])
            yield claim


def saying_in(case: Case, place: Place) -> Attribution | None:
    """What somebody says in a sentence, if it is told who."""
    report, sentence = place
    for said in case.statements[report].attributions:
        if said.speaker and any(case.sentence_of(report, part) == sentence for part in said.content):
            return said
    return None


def is_told_denied(case: Case, place: Place) -> bool:
    """Whether somebody denies in a sentence, with a verb of denying."""
    report, sentence = place
    return any(
        said.force == "denies" and said.cue and case.sentence_of(report, said.cue[0]) == sentence
        for said in case.statements[report].attributions
    )
