"""Fits the weights (settings.Align.frame_weights) by which two figures of different values count one thing.

python -m gate.fit_figures FOLDER...          FOLDER holds gold.toml and reports/, as tests/stories/* do

Two figures of two reports whose values differ, and that nothing rules out to be one, are a pair; it is of one thing if
the gold has both in one point. Where the gold's words hold two figures of one report, their pairs take no part. A story
of many reports has many pairs of one thing and weighs less for each. Prints the weights, and how many pairs of one
thing are found, and how surely, when each story is left out of the fit.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from gate.score_alignments import STORIES, Member
from secondsource.settings import Align
from secondsource.stages.align.apart import can_be_one
from secondsource.stages.align.candidates import Candidate, Offer
from secondsource.stages.align.figures import find_figures
from secondsource.stages.align.frames import frame_likeness, measure
from secondsource.stages.align.speakers import Speakers
from secondsource.stages.align.values import in_one_unit, is_near_in_size, is_same_value
from secondsource.text.neighbours import Neighbours
from tests.stories.gold import GoldStory

REGULARIZATION = 0.3
FEWEST = 4
"""Pairs of one thing that a story counts for at least, so that one with a single pair does not outweigh all."""
SETTINGS = Align()

Pair = tuple[str, bool, tuple[float, ...]]


def draw_pairs(story: GoldStory) -> Iterator[Pair]:
    """Story, truth and evidence of every pair that says something."""
    told = story.judged.story
    speakers = Speakers(told.readings, story.statements)
    offers = [Offer(r, story.statements[r.report.id], order, speakers) for order, r in enumerate(told.readings)]
    figures = [candidate for offer in offers for candidate in find_figures(offer)]
    near = Neighbours([c.context for c in figures], most=SETTINGS.nearest, floor=SETTINGS.likeness_floor)
    points = [_points_of(story, candidate) for candidate in figures]
    counted = Counter((point, c.order) for c, held in zip(figures, points, strict=True) for point in held)
    for (left, ours), (right, theirs) in combinations(list(zip(figures, points, strict=True)), 2):
        if left.order == right.order or left.figure is None or right.figure is None:
            continue
        one, other = in_one_unit(left.figure, right.figure)
        if is_same_value(one, other) or not is_near_in_size(one, other, SETTINGS):
            continue
        shared = ours & theirs
        is_clear = all(counted[point, order] == 1 for point in shared for order in (left.order, right.order))
        if is_clear and can_be_one(left, right, one, other, SETTINGS):
            known = measure(left, right, one, other, near.between(left.context, right.context), SETTINGS)
            yield story.name, bool(shared), (frame_likeness(left.frame, right.frame), *known)


def _points_of(story: GoldStory, candidate: Candidate) -> frozenset[int]:
    """The gold's points of figures, by their place, that have a member where the candidate stands."""
    file, span = story.file_of(candidate.statement.report), candidate.statement.span
    return frozenset(
        place
        for place, row in enumerate(story.rows("point"))
        if row["kind"] == "figure"
        for member in row["members"]
        if member["report"] == file and (where := story.find(file, member["text"]))
        if Member(file, where).is_at(file, span)
    )


def main(folders: Sequence[Path]) -> None:
    pairs = [pair for folder in folders for pair in draw_pairs(GoldStory(folder))]
    names, truth, rows = (np.array(column) for column in zip(*pairs, strict=True))
    held = Counter(name for name, is_one, _ in pairs if is_one)
    weights = np.array([max(FEWEST, held[name]) ** -0.5 for name in names])

    def fit(chosen: np.ndarray) -> np.ndarray:
        spread = rows[chosen].std(axis=0) + 1e-9
        model = LogisticRegression(C=REGULARIZATION, max_iter=3000)
        model.fit(rows[chosen] / spread, truth[chosen], sample_weight=weights[chosen])
        return np.concatenate([model.intercept_, model.coef_[0] / spread])

    belief = np.zeros(len(truth))
    for name in sorted(set(names)):
        model = fit(names != name)
        belief[names == name] = 1 / (1 + np.exp(-model[0] - rows[names == name] @ model[1:]))
    print(f"{len(truth)} pairs of {len(set(names))} stories, {int(truth.sum())} of them of one thing")
    for least in (0.3, 0.4, 0.5, 0.6):
        is_said = belief >= least
        right, said = float((weights * truth * is_said).sum()), float((weights * is_said).sum())
        print(f"from {least}: precision {right / said:.2f}, recall {right / float((weights * truth).sum()):.2f}")
    print("weights", tuple(round(float(weight), 2) for weight in fit(np.ones(len(truth), dtype=bool))))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, default=STORIES)
    main(parser.parse_args().folders)
