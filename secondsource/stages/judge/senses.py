"""Senses: how likely each sentence of a story's bodies denies, declines, corrects or claims, and what it answers."""

from collections.abc import Mapping, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from secondsource.model.spans import Span
from secondsource.text.answers import ANSWERS, KINDS, read_senses
from secondsource.text.links import find_links
from secondsource.text.vectors import embed

Place = tuple[str, Span]
"""A report, and a sentence of it."""
NOTHING: Mapping[str, float] = dict.fromkeys(KINDS, 0.0)
"""What is likely of a sentence that is not read."""
WORTH = 0.3
"""Likelihood of an answer from which it is looked up who else tells the sentence."""
ALIKE = 0.75
"""Cosine of two sentences' vectors from which two reports tell one thing in nearly the same words."""


class Senses:
    """The senses of the sentences of all bodies, given by report."""

    def __init__(self, bodies: Mapping[str, Mapping[Span, str]]) -> None:
        self._bodies = bodies
        self._places = [(report, span) for report, body in bodies.items() for span in body]
        self._numbers = {place: number for number, place in enumerate(self._places)}
        self._senses = {report: read_senses(list(body.values())) for report, body in bodies.items()}
        self._likely = [sense.likely for senses in self._senses.values() for sense in senses]
        self._weighed: dict[Place, Mapping[str, float]] = {}

    def weigh(self, place: Place) -> Mapping[str, float]:
        """How likely, 0 to 1, a sentence is of each of KINDS; 0 where it is not read.

        Of an answer it is the mean over the reports that tell it in nearly the same words: what hardly any of them
        makes an answer is none.
        """
        if place not in self._numbers:
            return NOTHING
        likely = self._likely[self._numbers[place]]
        if max(likely[kind] for kind in ANSWERS) < WORTH:
            return likely
        if place not in self._weighed:
            self._weighed[place] = self._weigh_retold(place)
        return self._weighed[place]

    def _weigh_retold(self, place: Place) -> Mapping[str, float]:
        number = self._numbers[place]
        alike = np.flatnonzero(self._meanings @ self._meanings[number] >= ALIKE).tolist()
        told = [self._likely[at] for at in alike if at == number or self._places[at][0] != place[0]]
        return {kind: sum(likely[kind] for likely in told) / len(told) for kind in KINDS}

    @cached_property
    def _meanings(self) -> NDArray[np.float32]:
        return embed([text for body in self._bodies.values() for text in body.values()])

    @cached_property
    def links(self) -> Mapping[Place, Sequence[tuple[Place, float]]]:
        """Of each sentence that may be an answer, those of all bodies that it may answer, the likeliest first."""
        spans = [[(report, span) for span in body] for report, body in self._bodies.items()]
        texts = [list(body.values()) for body in self._bodies.values()]
        found: dict[Place, list[tuple[Place, float]]] = {}
        for link in find_links(texts, list(self._senses.values())):
            (one, answer), (other, claim) = link.answer, link.claim
            found.setdefault(spans[one][answer], []).append((spans[other][claim], link.likelihood))
        return found
