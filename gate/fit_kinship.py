"""Fits the weights of kinship (settings.Trace) on the stories of gate/stories, tests/stories and examples.

python -m gate.fit_kinship --data BENCH_DATA

A pair of reports is kin when one was made from the other or both from one text; reports further apart in one lineage,
and reports that only quote one another, take no part. Public stories with planted copies take part at a lower weight:
they show what independent accounts of real events have in common, and a planted copy is easier than one by hand. The
stories held out take no part. Prints the weights, and the errors when each story is left out.
"""

import argparse
import tomllib
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from gate.stemma_stories import KnownStory, draw_public, plant_in_public, read_written
from secondsource.model.readings import Reading
from secondsource.pipeline import ReadReport, read
from secondsource.settings import Trace
from secondsource.stages.trace.kinships import Kinships, measure
from secondsource.stages.trace.tellings import read_telling

HERE = Path(__file__).parent
FOLDERS = (HERE.parent / "examples", HERE.parent / "tests" / "stories")
REGULARIZATION = 1.0
PLANTED_WEIGHT = 0.4
CAUTION = 0.4
"""Taken off the fitted bias: to call an independent account a copy is worse than to overlook a copy."""
PLANTED_STORIES, PLANTED_SEED = 8, 11
SCORED_STORIES, SCORED_SEED = 15, 1
"""What gate/score_stemmata.py plants copies in, if not told otherwise; the fit keeps away from it."""
SETTINGS = Trace()

Edges = list[tuple[str, str, str]]
Known = tuple[str, list[Reading], list[str], Edges, list[list[str]]]


def to_known(story: KnownStory) -> Known:
    names = [reading.report.id for reading in story.readings]
    return story.name, list(story.readings), names, list(story.derivations), [list(group) for group in story.lineages]


def written_stories() -> Iterator[Known]:
    """Name, readings, what the reports are called, derivations and lineages of every story written for the project."""
    yield from map(to_known, read_written(HERE / "stories"))
    for path in sorted(gold for folder in FOLDERS for gold in folder.glob("*/gold.toml")):
        gold = tomllib.loads(path.read_text(encoding="utf-8"))
        outcomes = read([str(path.parent / "reports")])
        readings = [outcome.reading for outcome in outcomes if isinstance(outcome, ReadReport)]
        edges = [(row["child"], row["parent"], row["manner"]) for row in gold["derivation"]]
        names = [Path(reading.report.place).name for reading in readings]
        yield path.parent.name, readings, names, edges, [row["reports"] for row in gold["lineage"]]


def is_kin(one: str, other: str, edges: list[tuple[str, str, str]], lineages: list[list[str]]) -> bool | None:
    """Whether one text lies behind both at first hand; None where the pair says nothing."""
    parents = {name: {parent: manner for child, parent, manner in edges if child == name} for name in (one, other)}
    if "quotes only" in (*parents[one].values(), *parents[other].values()):
        return None if any(one in lineage and other in lineage for lineage in lineages) else False
    if other in parents[one] or one in parents[other] or parents[one].keys() & parents[other].keys():
        return True
    return None if any(one in lineage and other in lineage for lineage in lineages) else False


def measure_all(stories: Iterable[Known], weight: float) -> Iterator[tuple[str, tuple[float, ...], bool, float]]:
    """Story, evidence, truth and weight of every pair that says something."""
    for name, readings, names, edges, lineages in stories:
        tellings = [read_telling(reading, SETTINGS) for reading in readings]
        kinships = Kinships(tellings, SETTINGS)
        for left, right in combinations(range(len(names)), 2):
            truth = is_kin(names[left], names[right], edges, lineages)
            if truth is not None:
                alignment = kinships.of(left, right).alignment
                yield name, measure(alignment, tellings[left], tellings[right], SETTINGS), truth, weight


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the public sets")
    data = parser.parse_args().data
    scored = draw_public(data, SCORED_STORIES, SCORED_SEED)
    planted = plant_in_public(data, PLANTED_STORIES, PLANTED_SEED, besides=scored)
    pairs = [*measure_all(written_stories(), 1.0), *measure_all(map(to_known, planted), PLANTED_WEIGHT)]
    story_of, rows, wanted, weights = (np.array(column) for column in zip(*pairs, strict=True))
    written = weights == 1.0
    spread = rows[written].std(axis=0)

    def fit(chosen: np.ndarray) -> LogisticRegression:
        model = LogisticRegression(C=REGULARIZATION, max_iter=5000)
        return model.fit(rows[chosen] / spread, wanted[chosen], sample_weight=weights[chosen])

    wrong = sum(
        int((fit(story_of != name).predict(rows[story_of == name] / spread) != wanted[story_of == name]).sum())
        for name in sorted(set(story_of[written]))
    )
    whole = fit(np.ones(len(wanted), dtype=bool))
    print(f"{len(wanted)} pairs of {len(set(story_of))} stories, {int(wanted.sum())} of them kin")
    print(f"wrong of {int(written.sum())} written pairs when each story is left out of the fit: {wrong}")
    print(f"weights {(whole.coef_[0] / spread).round(2).tolist()}, bias {whole.intercept_[0] - CAUTION:.2f}")


if __name__ == "__main__":
    main()
