"""How alike two reports are: words and names that few reports have, and nearness in time."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from secondsource.model.sketches import Sketch
from secondsource.settings import Group
from secondsource.stages.group.sketches import UNIT

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]


def likeness(one: Sketch, other: Sketch, settings: Group) -> float:
    """How alike two reports are, 0 to 1: by all words and by names, and less so with the days between them."""
    words = _product(one.words, other.words) * (1 - settings.name_weight)
    names = _product(one.names, other.names) * settings.name_weight
    gap = _gap(_ordinal(one.published_on), _ordinal(other.published_on))
    return (words + names) / UNIT**2 * nearness(gap, settings)


def measure(sketches: Sequence[Sketch], settings: Group) -> "Matrix":
    """Likeness of every two of these reports, 0 to 1."""
    import numpy as np

    table = np.eye(len(sketches))
    for row, one in enumerate(sketches):
        for column in range(row):
            table[row, column] = table[column, row] = likeness(one, sketches[column], settings)
    return table


def nearness(gap: int, settings: Group) -> float:
    """Factor that falls with the days between two reports; 1 for none."""
    return settings.far_factor + (1 - settings.far_factor) / (1 + gap / settings.half_life_days)


def _product(one: Mapping[str, int], other: Mapping[str, int]) -> int:
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other[word] for word, weight in one.items() if word in other)


def _gap(one: int | None, other: int | None) -> int:
    return 0 if one is None or other is None else abs(one - other)


def _ordinal(day: str | None) -> int | None:
    try:
        return date.fromisoformat(day or "").toordinal()
    except ValueError:
        return None
