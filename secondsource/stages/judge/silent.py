"""Silences of a report: who was asked and gives no answer, what about, and who raised it."""

from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.model.spans import Span
from secondsource.stages.judge.cases import Case, Place
from secondsource.stages.judge.likely import find_claim
from secondsource.text.contraries import is_question, is_yielding
from secondsource.text.silences import find_silence, goes_on_silent, is_bare, is_of_plans
from secondsource.text.wordings import content_words

WHOLE = 4
"""Content words beside a silence from which they say what it is about, so that no sentence before is needed."""
RAISED_BACK = 3
"""Sentences back to what somebody who declines to comment was asked about."""
LIKELY = 0.8
"""Likelihood from which a sentence is a silence, whatever its words."""
RAISING = frozenset(["states", "claims", "accuses", "reports", "confirms", "complains", "finds", "warns", "holds"])
"""Forces of sayings that somebody can be asked about."""


@dataclass(frozen=True, slots=True)
class Silent:
    """A refusal to answer: its sentences, what it is about, and the sentence that raised it if they do not say it."""

    span: Span
    matter: str
    raised: Span | None


def find_silent(case: Case, report: str) -> Iterator[Silent]:
    """Every silence of the report; one told in two sentences is one: "He would say nothing. “No comment,” he said."."""
    sentences = case.readings[report].sentences
    told: Span | None = None
    for index, sentence in enumerate(sentences):
        words = case.text_of(report, sentence)
        found = find_silence(words)
        if told is not None and told.contains(sentence):
            continue
        is_read = found is None and _is_likely(case, (report, sentence))
        if found is None and not is_read:
            continue
        after = sentences[index + 1] if index + 1 < len(sentences) else None
        told = Span(sentence.start, after.end) if after and goes_on_silent(case.text_of(report, after)) else sentence
        matter = f"{words[: found[0]]}{words[found[1] :]}".strip(" .,") if found else words
        matter += f" {case.text_of(report, Span(sentence.end, told.end))}".rstrip()
        raised = _linked(case, (report, sentence))
        if raised is None and (is_read or (is_bare(words) and not is_of_plans(words))):
            raised = _raised(case, report, index)
        yield Silent(told, _with_context(case, report, index, matter), raised)


def _is_likely(case: Case, place: Place) -> bool:
    """Whether a sentence is a silence by its words and those around it, and grants nothing after all."""
    return case.weigh_answer(place)["declines"] >= LIKELY and not is_yielding(case.text_of(*place))


def _with_context(case: Case, report: str, index: int, matter: str) -> str:
    """What is kept silent about, with the sentence before it where that alone says what it is."""
    if len(content_words(matter)) >= WHOLE or not index:
        return matter
    return f"{case.text_of(report, case.readings[report].sentences[index - 1])} {matter}"


def _linked(case: Case, place: Place) -> Span | None:
    """The sentence of the same report that a silence is likely about."""
    claim = find_claim(case, place)
    return claim[1] if claim and claim[0] == place[0] else None


def _raised(case: Case, report: str, index: int) -> Span | None:
    """The nearest sentence before in which somebody tells something, or a question is put."""
    sentences = case.readings[report].sentences
    told = {
        case.index_of(report, attribution.content[0])
        for attribution in case.statements[report].attributions
        if attribution.content and attribution.force in RAISING
    }
    for back in range(index - 1, max(-1, index - 1 - RAISED_BACK), -1):
        if back in told or is_question(case.text_of(report, sentences[back])):
            return sentences[back]
    return None
