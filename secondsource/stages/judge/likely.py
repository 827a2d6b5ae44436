"""Answers that no rule knows: sentences told by their words and meaning, and what other reports tell near them."""

from collections.abc import Iterator, Mapping
from functools import cached_property

import numpy as np

from secondsource.model.spans import Span
from secondsource.model.statements import Attribution
from secondsource.stages.judge.cases import Case
from secondsource.text.answers import weigh_answer
from secondsource.text.vectors import Vectors, embed

LIKELY: Mapping[str, float] = {"denies": 0.6, "declines": 0.4, "corrects": 0.5}
"""Likelihood from which a sentence is taken for an answer of the kind (weights/answers/CARD.md)."""

Place = tuple[str, Span]
"""A report, and a sentence of it."""


def is_likely(case: Case, place: Place, kind: str) -> bool:
    """Whether a sentence of the body of a report is likely an answer of the kind (text/answers.py)."""
    return case.is_in_body(*place) and weigh_answer(case.text_of(*place))[kind] >= LIKELY[kind]


def saying_in(case: Case, place: Place) -> Attribution | None:
    """What somebody says in a sentence, if it is told who."""
    report, sentence = place
    for said in case.statements[report].attributions:
        if said.speaker and any(case.sentence_of(report, part) == sentence for part in said.content):
            return said
    return None


class Tellings:
    """The sentences of all bodies that are likely no answer of a kind, by their meaning."""

    def __init__(self, case: Case, kind: str) -> None:
        self._case = case
        self._kind = kind

    @cached_property
    def _places(self) -> list[Place]:
        places = ((report, span) for report, reading in self._case.readings.items() for span in reading.sentences)
        return [p for p in places if self._case.is_in_body(*p) and not is_likely(self._case, p, self._kind)]

    @cached_property
    def _vectors(self) -> Vectors:
        return embed([self._case.text_of(*place) for place in self._places])

    def elsewhere(self, place: Place, least: float) -> Iterator[Place]:
        """Sentences of other reports whose cosine to that one is at least so much, the nearest first."""
        if not self._places:
            return
        likeness = self._vectors @ embed([self._case.text_of(*place)])[0]
        for index in np.argsort(-likeness, kind="stable"):
            if likeness[index] < least:
                return
            if self._places[index][0] != place[0]:
                yield self._places[index]
