"""Links: which sentence of some reports answers which, as likely as words and places make it (see weights/links)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from secondsource.errors import InstallError
from secondsource.text.answers import ANSWERS, KINDS, weigh_answer
from secondsource.text.boosting import Trees
from secondsource.text.vectors import embed
from secondsource.text.weights import WEIGHTS

EVIDENCE = (
    "answer",
    "claim",
    "claim is an answer",
    "likeness",
    "likeness to the sentence before",
    "likeness against the best",
    "sentences back",
    "claims between",
    "claim against the best near",
    "answer before",
)
"""What is weighed of a pair: log odds that the one answers and that the other is a claim or an answer itself; cosines
of the claim to the answer and to the sentence before it; sentences from the claim to the answer; and rivals."""
LEAST_ANSWER, LEAST_CLAIM = 0.1, 0.005
"""Likelihoods below which a sentence is not tried as an answer or as a claim: of the small stories' sentences below
them one in 45 is an answer and one in 140 a claim."""
BACK, AHEAD = 10, 2
"""Sentences from an answer back or on to a claim of the same report."""
ELSEWHERE = 99.0
"""What stands for "sentences back" to a claim of another report."""
LEAST_ODDS = float(np.log(0.001 / 0.999))
"""Log odds of what is as unlikely as is told apart."""
NEAR = 0.2
"""Cosine from which a sentence of another report is tried as a claim."""
MOST_ELSEWHERE = 60
"""Sentences of other reports tried, the most alike: of 159 answers of four stories two have more, in one of
300 reports they have thousands."""
CLAIM = 0.4
"""Likelihood from which a sentence is counted as a claim between two others."""
DECIMALS = 3
"""Of a likelihood; what lies beyond may differ from machine to machine."""

Place = tuple[int, int]
"""A report, and a sentence of it, both counted from 0."""
Weigh = Callable[[str], Mapping[str, float]]
"""How likely a sentence is of each of KINDS."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two sentences, and how likely, 0 to 1, the one answers the other."""

    answer: Place
    claim: Place
    likelihood: float


def find_links(reports: Sequence[Sequence[str]]) -> Iterator[Link]:
    """Every pair that may be a claim and its answer; of each answer, the likeliest first."""
    trees = _load()
    for answer in gather_evidence(reports, weigh_answer):
        likely = np.round(trees.rate(answer.evidence), DECIMALS)
        for index in np.argsort(-likely, kind="stable"):
            yield Link(answer.place, answer.claims[index], float(likely[index]))


@dataclass(frozen=True, slots=True)
class Answer:
    """A sentence that may be an answer, what it may answer, and the EVIDENCE of each, a row a claim."""

    place: Place
    claims: Sequence[Place]
    evidence: NDArray[np.float64]


def gather_evidence(reports: Sequence[Sequence[str]], weigh: Weigh) -> Iterator[Answer]:
    """Every sentence that may be an answer to another."""
    places = [(number, index) for number, report in enumerate(reports) for index in range(len(report))]
    if not places:
        return
    sentences = _Sentences(places, [text for report in reports for text in report], weigh)
    for at in np.flatnonzero(sentences.answers >= LEAST_ANSWER).tolist():
        claims = sentences.claims_for(at)
        if claims.size:
            claimed = [places[claim] for claim in claims]
            yield Answer(places[at], claimed, sentences.weigh(at, claims))


class _Sentences:
    """The sentences of all reports, with their likelihoods and vectors."""

    def __init__(self, places: Sequence[Place], texts: Sequence[str], weigh: Weigh) -> None:
        self._vectors = embed(texts)
        self._report = np.asarray([report for report, _ in places])
        likely = np.asarray([[weigh(text)[kind] for kind in KINDS] for text in texts])
        self.claims = likely[:, KINDS.index("claims")]
        self.answers = np.minimum(1.0, likely[:, : len(ANSWERS)].sum(axis=1))
        self._index = np.asarray([index for _, index in places])
        self._claims_up_to = np.concatenate([[0], np.cumsum(self.claims >= CLAIM)])

    def claims_for(self, at: int) -> NDArray[np.int64]:
        """The sentences that one may answer."""
        is_here = self._report == self._report[at]
        back = self._index[at] - self._index
        likeness = self._vectors @ self._vectors[at]
        can_be = self.claims >= LEAST_CLAIM
        can_be[at] = False
        near = np.flatnonzero(can_be & is_here & (back >= -AHEAD) & (back <= BACK))
        like = np.flatnonzero(can_be & ~is_here & (likeness >= NEAR))
        likest = like[np.argsort(-likeness[like], kind="stable")[:MOST_ELSEWHERE]]
        return np.sort(np.concatenate([near, likest]))

    def weigh(self, at: int, claims: NDArray[np.int64]) -> NDArray[np.float64]:
        """The EVIDENCE of each pair of a sentence and one that it may answer."""
        vectors = self._vectors[claims]
        likeness = vectors @ self._vectors[at]
        before = at - 1 if self._index[at] else at
        is_here = self._report[claims] == self._report[at]
        back = np.where(is_here, self._index[at] - self._index[claims], ELSEWHERE)
        between = np.where(is_here & (back > 1), self._claims_up_to[at] - self._claims_up_to[claims + 1], 0)
        claimed = _to_odds(self.claims[claims])
        best_near = claimed[is_here].max(initial=LEAST_ODDS)
        columns = (
            np.full(len(claims), _to_odds(self.answers[at])),
            claimed,
            _to_odds(self.answers[claims]),
            likeness,
            vectors @ self._vectors[before],
            likeness - likeness.max(),
            back,
            between,
            claimed - best_near,
            np.full(len(claims), _to_odds(self.answers[before]) if before != at else LEAST_ODDS),
        )
        evidence = np.stack(columns, axis=1).astype(np.float64)
        return np.asarray(np.round(evidence, DECIMALS), dtype=np.float64)


def _to_odds(likelihood: NDArray[np.float64]) -> NDArray[np.float64]:
    """Log odds, as far as a thousand to one."""
    held: NDArray[np.float64] = np.clip(likelihood, 0.001, 0.999)
    return np.asarray(np.log(held / (1 - held)), dtype=np.float64)


@cache
def _load() -> Trees:
    try:
        return Trees.load(WEIGHTS / "links" / "trees.json.gz")
    except (OSError, EOFError, ValueError, KeyError, TypeError) as error:
        raise InstallError(f"the links of answers cannot be read ({error}); install secondsource again") from error
