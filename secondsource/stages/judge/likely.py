"""Answers that no rule knows: sentences told by their words, their meaning and what they are linked to."""

from secondsource.model.statements import Attribution
from secondsource.stages.judge.cases import Case, Place
from secondsource.text.answers import ANSWERS, weigh_answer
from secondsource.text.naming import are_one_name

LINKED = 0.25
"""Likelihood from which a sentence is taken for the answer to another (weights/links/CARD.md)."""


def kind_of(case: Case, place: Place) -> str:
    """Which kind of answer a sentence is likeliest, if it is one."""
    likely = weigh_answer(case.text_of(*place))
    return max(ANSWERS, key=lambda kind: likely[kind])


def find_claim(case: Case, place: Place, least: float = LINKED) -> Place | None:
    """The sentence that one likely answers; nobody answers himself."""
    said = saying_in(case, place)
    for claim, likely in case.links.get(place, ()):
        if likely < least:
            break
        told = saying_in(case, claim)
        if not (said and told and are_one_name(said.speaker or "", told.speaker or "")):
            return claim
    return None


def saying_in(case: Case, place: Place) -> Attribution | None:
    """What somebody says in a sentence, if it is told who."""
    report, sentence = place
    for said in case.statements[report].attributions:
        if said.speaker and any(case.sentence_of(report, part) == sentence for part in said.content):
            return said
    return None
