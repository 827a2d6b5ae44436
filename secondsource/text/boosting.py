"""Boosted trees: a likelihood that many small trees of yes-or-no questions about some numbers add up to.

The trees are fitted outside (gate/fit_links.py) by scikit-learn's HistGradientBoostingClassifier.
"""

import gzip
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

LEAF = -1
"""Where a question would name the column that it asks about, at the end of a branch."""


@dataclass(frozen=True, slots=True)
class Tree:
    """A tree, a number a node: the column asked about, the most it is to go left, both ways on, and the log odds."""

    column: NDArray[np.int64]
    most: NDArray[np.float64]
    left: NDArray[np.int64]
    right: NDArray[np.int64]
    value: NDArray[np.float64]

    def weigh(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """The log odds that the tree adds for each row."""
        at = np.zeros(len(rows), dtype=np.int64)
        asked = np.flatnonzero(self.column[at] != LEAF)
        while asked.size:
            nodes = at[asked]
            goes_left = rows[asked, self.column[nodes]] <= self.most[nodes]
            at[asked] = np.where(goes_left, self.left[nodes], self.right[nodes])
            asked = asked[self.column[at[asked]] != LEAF]
        return self.value[at]


@dataclass(frozen=True, slots=True)
class Trees:
    """Trees whose answers are added up, beginning at `bias`."""

    bias: float
    trees: Sequence[Tree]

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read them from a file. Raises OSError, EOFError, ValueError, KeyError or TypeError if it holds no trees."""
        told = json.loads(gzip.decompress(path.read_bytes()))
        return cls(told["bias"], [_to_tree(*tree) for tree in told["trees"]])

    def rate(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """The likelihood, 0 to 1, of each row of numbers."""
        total = np.full(len(rows), self.bias)
        for tree in self.trees:
            total += tree.weigh(rows)
        return np.asarray(1 / (1 + np.exp(-total)))


def _to_tree(
    column: Sequence[int], most: Sequence[float], left: Sequence[int], right: Sequence[int], value: Sequence[float]
) -> Tree:
    asked, on, other = (np.asarray(part, dtype=np.int64) for part in (column, left, right))
    return Tree(asked, np.asarray(most, dtype=np.float64), on, other, np.asarray(value, dtype=np.float64))
