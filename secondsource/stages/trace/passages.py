"""Passages: which sentences of one report tell what sentences of another tell, and in what order."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Pairing:
    """Sentence `left` of one report tells what sentence `right` of the other tells; `likeness` (0 to 1) says how surely."""

    left: int
    right: int
    likeness: float


def pair_sentences(likeness: Matrix, least: float) -> tuple[Pairing, ...]:
    """Sentences that are each other's best partner and alike by at least `least`, in the order of the left report."""
    if not likeness.size:
        return ()
    best_right, best_left = likeness.argmax(axis=1), likeness.argmax(axis=0)
    return tuple(
        Pairing(left, int(right), float(likeness[left, right]))
        for left, right in enumerate(best_right)
        if best_left[right] == left and likeness[left, right] >= least
    )


def chain(pairings: Sequence[Pairing]) -> tuple[Pairing, ...]:
    """The run of pairings that goes forward in both reports and weighs most in likeness."""
    weights: list[float] = []
    before: list[int] = []
    for index, pairing in enumerate(pairings):
        earlier = [i for i in range(index) if pairings[i].left < pairing.left and pairings[i].right < pairing.right]
        last = max(earlier, key=lambda i: weights[i], default=-1)
        weights.append(pairing.likeness + (weights[last] if earlier else 0.0))
        before.append(last)
    if not weights:
        return ()
    at = max(range(len(weights)), key=lambda i: weights[i])
    run = []
    while at >= 0:
        run.append(pairings[at])
        at = before[at]
    return tuple(reversed(run))
