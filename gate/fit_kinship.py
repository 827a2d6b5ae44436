"""Fits the weights of kinship (settings.Trace) on the stories of gate/stories, tests/stories and examples.

python -m gate.fit_kinship

A pair of reports is kin when one was made from the other or both from one text; reports further apart in one lineage,
and reports that only quote one another, take no part. Prints the weights, and the errors when each story is left out.
"""

import tomllib
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from gate.stemma_stories import read_written
from secondsource.model.readings import Reading
from secondsource.pipeline import ReadReport, read
from secondsource.settings import Trace
from secondsource.stages.trace.kinships import Kinships, measure
from secondsource.stages.trace.tellings import read_telling

HERE = Path(__file__).parent
FOLDERS = (HERE.parent / "examples", HERE.parent / "tests" / "stories")
REGULARIZATION = 3.0
SETTINGS = Trace()

Known = tuple[str, list[Reading], list[str], list[tuple[str, str, str]], list[list[str]]]


def known_stories() -> Iterator[Known]:
    """Name, readings, what the reports are called, derivations and lineages of every story."""
    for story in read_written(HERE / "stories"):
        names = [reading.report.id for reading in story.readings]
        lineages = [list(group) for group in story.lineages]
        yield story.name, list(story.readings), names, list(story.derivations), lineages
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
    if "quotes only" in (parents[one].get(other), parents[other].get(one)):
        return None
    if other in parents[one] or one in parents[other] or parents[one].keys() & parents[other].keys():
        return True
    return None if any(one in lineage and other in lineage for lineage in lineages) else False


def main() -> None:
    stories, evidence, kin = [], [], []
    for name, readings, names, edges, lineages in known_stories():
        tellings = [read_telling(reading, SETTINGS) for reading in readings]
        kinships = Kinships(tellings, SETTINGS)
        for left, right in combinations(range(len(names)), 2):
            truth = is_kin(names[left], names[right], edges, lineages)
            if truth is not None:
                alignment = kinships.of(left, right).alignment
                stories.append(name)
                evidence.append(measure(alignment, tellings[left], tellings[right], SETTINGS))
                kin.append(truth)
    rows, wanted, story_of = np.array(evidence), np.array(kin), np.array(stories)
    spread = rows.std(axis=0)

    def fit(chosen: np.ndarray) -> LogisticRegression:
        return LogisticRegression(C=REGULARIZATION, max_iter=5000).fit(rows[chosen] / spread, wanted[chosen])

    wrong = sum(
        int((fit(story_of != name).predict(rows[story_of == name] / spread) != wanted[story_of == name]).sum())
        for name in sorted(set(stories))
    )
    whole = fit(np.ones(len(wanted), dtype=bool))
    print(f"{len(wanted)} pairs of {len(set(stories))} stories, {int(wanted.sum())} of them kin")
    print(f"wrong when each story is left out of the fit: {wrong}")
    print(f"weights {(whole.coef_[0] / spread).round(2).tolist()}, bias {whole.intercept_[0]:.2f}")


if __name__ == "__main__":
    main()
