"""Alignments: which sentences of one report tell what sentences of another tell, and which in the same order."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from secondsource.settings import Trace

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Pairing:
    """Sentence `left` of one report tells what sentence `right` of the other tells; `likeness`, 0 to 1, how surely."""

    left: int
    right: int
    likeness: float

    def turned(self) -> "Pairing":
        return Pairing(self.right, self.left, self.likeness)


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two reports laid side by side.

    `chained` pairings are each other's best and go forward in both reports; `strays` are each other's best out of that
    order. `beside` are further sentences, of one or the other report, that go with the chain where they stand: parts of
    a sentence that the other report has whole.
    """

    chained: tuple[Pairing, ...]
    strays: tuple[Pairing, ...]
    beside_left: tuple[Pairing, ...]
    beside_right: tuple[Pairing, ...]

    def turned(self) -> "Alignment":
        """The same, seen from the other report."""
        chained, strays, left, right = (
            tuple(
                sorted(
                    (pairing.turned() for pairing in part),
                    key=lambda pairing: pairing.left,
                )
            )
            for part in (self.chained, self.strays, self.beside_right, self.beside_left)
        )
        return Alignment(chained, strays, left, right)

    @property
    def told(self) -> tuple[Pairing, ...]:
        """All pairings that tell of a sentence on the left, in its order."""
        return tuple(
            sorted(
                self.chained + self.strays + self.beside_left,
                key=lambda p: (p.left, p.right),
            )
        )


def align_sentences(likeness: Matrix, settings: Trace) -> Alignment:
    """Lay two reports side by side, given how alike each sentence of one is to each of the other."""
    if not likeness.size:
        return Alignment((), (), (), ())
    mutual = _pair(likeness, settings.least_likeness)
    chained = _chain(mutual, settings.floor_likeness)
    in_chain = set(chained)
    strays = tuple(pairing for pairing in mutual if pairing not in in_chain)
    left = _beside(likeness, chained, {p.left for p in mutual}, settings)
    right = _beside(likeness.T, [p.turned() for p in chained], {p.right for p in mutual}, settings)
    return Alignment(chained, strays, left, tuple(pairing.turned() for pairing in right))


def _pair(likeness: Matrix, least: float) -> tuple[Pairing, ...]:
    best_right, best_left = likeness.argmax(axis=1), likeness.argmax(axis=0)
    return tuple(
        Pairing(left, int(right), float(likeness[left, right]))
        for left, right in enumerate(best_right)
        if best_left[right] == left and likeness[left, right] >= least
    )


def _chain(pairings: Sequence[Pairing], floor: float) -> tuple[Pairing, ...]:
    """The run of pairings that goes forward in both reports and has most likeness above `floor`."""
    weights: list[float] = []
    before: list[int] = []
    for index, pairing in enumerate(pairings):
        last = max(
            (i for i in range(index) if pairings[i].right < pairing.right),
            key=lambda i: weights[i],
            default=-1,
        )
        weights.append(pairing.likeness - floor + (weights[last] if last >= 0 else 0.0))
        before.append(last)
    at = max(range(len(weights)), key=lambda i: weights[i], default=-1)
    run = []
    while at >= 0:
        run.append(pairings[at])
        at = before[at]
    return tuple(reversed(run))


def _beside(likeness: Matrix, chained: Sequence[Pairing], paired: set[int], settings: Trace) -> tuple[Pairing, ...]:
    """Unpaired sentences on the left whose best partner stands next to where the chain passes them by."""
    height, width = likeness.shape
    found: list[Pairing] = []
    taken: set[int] = set()
    passed = Pairing(-1, -1, 0.0)
    for pairing in [*chained, Pairing(height, width, 0.0)]:
        near = [
            right
            for right in range(max(passed.right, 0), min(pairing.right, width - 1) + 1)
            if right <= passed.right + settings.beside_reach or right >= pairing.right - settings.beside_reach
        ]
        for left in range(passed.left + 1, pairing.left):
            near = [right for right in near if right not in taken]
            if near and left not in paired:
                right = max(near, key=lambda place: likeness[left, place])
                if likeness[left, right] >= settings.least_beside:
                    found.append(Pairing(left, right, float(likeness[left, right])))
                    taken.add(right)
        passed = pairing
    return tuple(found)
