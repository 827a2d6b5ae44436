"""Fits the weights of claims that tell the same (settings.Align) on the example and the stories of tests/stories.

python -m gate.fit_retellings

Two sentences of two reports tell the same where the gold puts words of both into one point. Where it puts those of one
into a point and those of the other elsewhere or nowhere, they do not; of what it is silent on, nothing is learnt. The
stories of gate/apart take no part. Prints the weights, and what is reached on each story when it is left out.
"""

import argparse
from collections.abc import Iterator
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score

from gate.score_alignments import STORIES, Member, members_of
from secondsource.settings import Align
from secondsource.stages.align.candidates import Candidate, Offer
from secondsource.stages.align.claims import find_claims
from secondsource.stages.align.quotes import find_quotes
from secondsource.stages.align.retellings import BEST_RATING, Retellings
from secondsource.stages.align.speakers import Speakers
from secondsource.text.neighbours import Neighbours
from secondsource.text.sameness import rate_sameness
from tests.stories.gold import GoldStory

REGULARIZATION = 0.3
SETTINGS = Align()

Example = tuple[tuple[float, ...], bool]


def find_examples(story: GoldStory) -> Iterator[Example]:
    """The evidence of every pair of claims that the gold says something of, and whether they tell the same."""
    claims = list(_claims_of(story))
    near = Neighbours([claim.context for claim in claims], most=SETTINGS.nearest, floor=SETTINGS.likeness_floor)
    golden = [members_of(story, row) for row in story.rows("point") if row["kind"] == "claim"]
    points = {id(claim): _points_at(story, claim, golden) for claim in claims}
    weigher = Retellings(claims, near, SETTINGS)
    for left, right in combinations(claims, 2):
        likeness = near.between(left.context, right.context)
        ours, theirs = points[id(left)], points[id(right)]
        if left.order != right.order and likeness >= SETTINGS.claim_likeness and (ours or theirs):
            sameness = rate_sameness(left.context, right.context) / BEST_RATING
            yield (*weigher.gather(left, right, likeness), sameness), bool(ours & theirs)


def _claims_of(story: GoldStory) -> Iterator[Candidate]:
    readings = story.judged.story.readings
    speakers = Speakers(readings, story.statements)
    for order, reading in enumerate(readings):
        offer = Offer(reading, story.statements[reading.report.id], order, speakers)
        quotes = tuple(quote.statement.span for quote in find_quotes(offer) if not quote.is_piece)
        yield from find_claims(offer, quotes)


def _points_at(story: GoldStory, claim: Candidate, golden: list[list[Member]]) -> set[int]:
    told = claim.statement
    return {
        index
        for index, members in enumerate(golden)
        if any(member.is_at(story.file_of(told.report), told.span) for member in members)
    }


def fit(rows: NDArray[np.float64], wanted: NDArray[np.bool_]) -> tuple[NDArray[np.float64], float]:
    """The weight of each kind of evidence, and the bias."""
    spread = rows.std(axis=0)
    model = LogisticRegression(C=REGULARIZATION, max_iter=2000).fit(rows / spread, wanted)
    return model.coef_[0] / spread, float(model.intercept_[0])


def main() -> None:
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    examples = [(story.name, *example) for story in map(GoldStory, STORIES) for example in find_examples(story)]
    names, rows, wanted = (np.asarray(column) for column in zip(*examples, strict=True))
    beliefs = np.zeros(len(wanted))
    for name in sorted(set(names)):
        weights, bias = fit(rows[names != name], wanted[names != name])
        beliefs[names == name] = rows[names == name] @ weights + bias
    precision = average_precision_score(wanted, beliefs)
    weights, bias = fit(rows, wanted)
    print(f"{len(wanted)} pairs of {len(set(names))} stories, {int(wanted.sum())} of them tell the same")
    print(f"average precision when each story is left out of the fit: {precision:.3f}")
    print(f"weights {tuple(float(weight) for weight in weights.round(2))}, bias {bias:.2f}")


if __name__ == "__main__":
    main()
