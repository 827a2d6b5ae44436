"""Boosted trees: questions asked in turn, answers added up, and what is no file of trees."""

import gzip
import json
from pathlib import Path

import numpy as np
import pytest

from secondsource.text.boosting import LEAF, Trees

STUMP = [[0, LEAF, LEAF], [1.5, 0.0, 0.0], [1, 0, 0], [2, 0, 0], [0.0, -2.0, 3.0]]
"""Is the first number at most 1.5? Then two to the odds are taken away, else three are added."""
DEEP = [
    [1, LEAF, 0, LEAF, LEAF],
    [0.0, 0.0, 4.0, 0.0, 0.0],
    [1, 0, 3, 0, 0],
    [2, 0, 4, 0, 0],
    [0.0, 0.5, 0.0, -1.0, 1.0],
]


def write(folder: Path, told: object) -> Path:
    path = folder / "trees.json.gz"
    path.write_bytes(gzip.compress(json.dumps(told).encode("utf-8")))
    return path


@pytest.mark.parametrize(
    ("row", "odds"),
    [
        ((1.5, 0.0), 0.25 - 2.0 + 0.5),
        ((1.6, 0.0), 0.25 + 3.0 + 0.5),
        ((4.0, 1.0), 0.25 + 3.0 - 1.0),
        ((4.1, 1.0), 0.25 + 3.0 + 1.0),
    ],
)
def test_trees_add_up(tmp_path: Path, row: tuple[float, float], odds: float) -> None:
    trees = Trees.load(write(tmp_path, {"bias": 0.25, "trees": [STUMP, DEEP]}))
    assert trees.rate(np.asarray([row])) == pytest.approx([1 / (1 + np.exp(-odds))])


def test_no_rows_have_no_likelihood(tmp_path: Path) -> None:
    trees = Trees.load(write(tmp_path, {"bias": 0.0, "trees": [STUMP]}))
    assert trees.rate(np.zeros((0, 2))).shape == (0,)


@pytest.mark.parametrize("told", [{}, {"bias": 0.0}, {"bias": 0.0, "trees": [[[0], [1.0]]]}])
def test_what_holds_no_trees_is_an_error(tmp_path: Path, told: object) -> None:
    with pytest.raises((KeyError, TypeError)):
        Trees.load(write(tmp_path, told))
