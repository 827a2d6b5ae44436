"""Links: which sentence of some reports answers which, as likely as a network makes it (weights/answers/CARD.md)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from secondsource.text.answers import ANSWERS, Floats, Sense, load_heads
from secondsource.text.vectors import embed

LEAST_ANSWER, LEAST_CLAIM = 0.1, 0.005
"""Likelihoods below which a sentence is not tried as an answer or as a claim."""
MOST_ELSEWHERE = 60
"""Sentences of other reports tried, the most alike."""
AT_ONCE = 200
"""Answers whose pairs are weighed at a time, in some 50 MB."""
FAR = 12
"""Sentences back from which all distances are one."""
ELSEWHERE, NEXT, AHEAD, ITSELF = 0, 14, 13, 15
"""What stands for the distance to a sentence of another report, to the next one, to one further on, and to itself."""
DISTANCES = 16
EVIDENCE = ("likeness", "likeness to the sentence before", "claim", "answer")
"""What is weighed of a pair beside the network's vectors: cosines of the claim to the answer and to the sentence before
it, and the logarithms of how likely the claim is one, or an answer itself."""
LEAST_LIKELY = 1e-3
"""Likelihood below which none is told apart in a logarithm."""
MOST_ODDS = 30.0
"""Natural logarithm beyond which odds are not told apart, so that none is too great for a number."""
DECIMALS = 3
"""Of a likelihood; what lies beyond may differ from machine to machine."""

Numbers = NDArray[np.int64]
Place = tuple[int, int]
"""A report, and a sentence of it, both counted from 0."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two sentences, and how likely, 0 to 1, the one answers the other."""

    answer: Place
    claim: Place
    likelihood: float


def find_links(reports: Sequence[Sequence[str]], senses: Sequence[Sequence[Sense]]) -> Iterator[Link]:
    """Every pair of the reports' sentences that may be a claim and its answer; of each answer, the likeliest first."""
    places = [(number, index) for number, report in enumerate(reports) for index in range(len(report))]
    if not places:
        return
    texts = [text for report in reports for text in report]
    sentences = _Sentences(places, texts, [sense for report in senses for sense in report])
    for answer, claim, likely in sentences.rate_all():
        yield Link(places[answer], places[claim], likely)


def tell_distance(answer: Place, claim: Place) -> int:
    """How far from an answer its claim stands, as a number below DISTANCES."""
    if answer[0] != claim[0]:
        return ELSEWHERE
    back = answer[1] - claim[1]
    if back > 0:
        return min(back, FAR)
    return ITSELF if back == 0 else NEXT if back == -1 else AHEAD


class _Sentences:
    """The sentences of all reports, with their likelihoods and vectors."""

    def __init__(self, places: Sequence[Place], texts: Sequence[str], senses: Sequence[Sense]) -> None:
        self._meanings = embed(texts)
        self._places = places
        self._reports = np.asarray([report for report, _ in places])
        self._vectors = np.stack([sense.vector for sense in senses])
        self._units = self._vectors / np.linalg.norm(self._vectors, axis=1, keepdims=True)
        self._claims = np.asarray([sense.likely["claims"] for sense in senses], dtype=np.float32)
        likely = [sum(sense.likely[kind] for kind in ANSWERS) for sense in senses]
        self._answers = np.minimum(1.0, np.asarray(likely, dtype=np.float32))

    def rate_all(self) -> Iterator[tuple[int, int, float]]:
        """Every sentence that may be an answer with each that it may answer, the likeliest first, and how likely."""
        answers = np.flatnonzero(self._answers >= LEAST_ANSWER)
        for block in (answers[first : first + AT_ONCE] for first in range(0, len(answers), AT_ONCE)):
            likeness = self._meanings[block] @ self._meanings.T
            tried = [self._claims_for(at, row) for at, row in zip(block.tolist(), likeness, strict=True)]
            counts = [len(claims) for claims in tried]
            likely = self._rate(np.repeat(block, counts), np.concatenate(tried))
            for at, claims, rated in zip(block.tolist(), tried, np.split(likely, np.cumsum(counts)[:-1]), strict=True):
                for index in np.argsort(-rated, kind="stable"):
                    yield at, int(claims[index]), float(rated[index])

    def _claims_for(self, at: int, likeness: Floats) -> Numbers:
        """The sentences that one may answer."""
        can_be = self._claims >= LEAST_CLAIM
        can_be[at] = False
        is_here = self._reports == self._reports[at]
        elsewhere = np.flatnonzero(can_be & ~is_here)
        likest = elsewhere[np.argsort(-likeness[elsewhere], kind="stable")[:MOST_ELSEWHERE]]
        return np.sort(np.concatenate([np.flatnonzero(can_be & is_here), likest]))

    def _rate(self, answers: Numbers, claims: Numbers) -> NDArray[np.float64]:
        """How likely each of `claims` is what its answer answers, if it answers one of its report or none."""
        heads = load_heads()
        told, claimed = self._vectors[answers], self._vectors[claims]
        hidden = told @ heads["answer"].T + claimed @ heads["claim"].T + (told * claimed) @ heads["both"].T
        places = zip(answers.tolist(), claims.tolist(), strict=True)
        hidden += heads["distances"][[tell_distance(self._places[at], self._places[claim]) for at, claim in places]]
        hidden += self._weigh(answers, claims) @ heads["evidence"].T + heads["hidden bias"]
        scores = np.maximum(hidden, 0.0) @ heads["link"] - told @ heads["no claim"] - heads["no claim bias"]
        odds = np.exp(np.clip(scores, -MOST_ODDS, MOST_ODDS))
        _, report = np.unique(np.stack([answers, self._reports[claims]]), axis=1, return_inverse=True)
        totals = 1.0 + np.bincount(report, odds)[report]
        likely: NDArray[np.float64] = np.round(self._answers[answers] * odds / totals, DECIMALS)
        return likely

    def _weigh(self, answers: Numbers, claims: Numbers) -> Floats:
        """The EVIDENCE of each pair, a row a pair."""
        before = np.asarray([at - 1 if self._places[at][1] else at for at in answers.tolist()], dtype=np.int64)
        columns = (
            (self._units[claims] * self._units[answers]).sum(axis=1),
            (self._units[claims] * self._units[before]).sum(axis=1),
            np.log(self._claims[claims] + LEAST_LIKELY),
            np.log(self._answers[claims] + LEAST_LIKELY),
        )
        return np.stack(columns, axis=1)
