"""How alike two reports are: by words, names, persons and places that few reports have, and by days they tell of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from secondsource.model.sketches import Sketch
from secondsource.settings import Group
from secondsource.stages.group.sketches import UNIT

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]


def measure(ones: Sequence[Sketch], others: Sequence[Sketch], settings: Group) -> "Matrix":
    """Likeness of each of these reports (a row) to each of those (a column), 0 to 1."""
    word_share = 1 - settings.name_share - settings.person_share - settings.place_share
    alike = (
        word_share * _products([one.words for one in ones], [other.words for other in others])
        + settings.name_share * _products([one.names for one in ones], [other.names for other in others])
        + settings.person_share * _products([one.persons for one in ones], [other.persons for other in others])
        + settings.place_share * _products([one.places for one in ones], [other.places for other in others])
    )
    gaps = _gaps([_days_of(one, settings) for one in ones], [_days_of(other, settings) for other in others])
    nearness = settings.far_factor + (1 - settings.far_factor) / (1 + gaps / settings.half_life_days)
    both: Matrix = alike / UNIT**2 * nearness
    return both


def _products(ones: Sequence[Mapping[str, int]], others: Sequence[Mapping[str, int]]) -> "Matrix":
    """Sum, over the words that two have, of the product of both weights. Whole numbers, so every machine adds alike."""
    import numpy as np

    if len(ones) == 1:
        [one] = ones
        return np.asarray([[_product(one, other) for other in others]])
    words = {word for one in ones for word in one}
    column = {word: number for number, word in enumerate(sorted(words))}
    left = _spread(ones, column)
    right = left if ones == others else _spread(others, column)
    product: Matrix = left @ right.T
    return product


def _product(one: Mapping[str, int], other: Mapping[str, int]) -> float:
    shared = one.keys() & other.keys()
    return float(sum([one[word] * other[word] for word in shared]))


def _spread(weighed: Sequence[Mapping[str, int]], column: Mapping[str, int]) -> "Matrix":
    """The weights of each, in a row, each word in its column; words without one are left out."""
    import numpy as np

    table = np.zeros((len(weighed), len(column)))
    for row, weights in enumerate(weighed):
        known = weights.keys() & column.keys()
        table[row, [column[word] for word in known]] = [weights[word] for word in known]
    return table


def _gaps(ones: Sequence["_Days"], others: Sequence["_Days"]) -> "Matrix":
    """Fewest days between the day of one report and any day that the other tells of; 0 where none is known.

    So a later report of the same event is near, but not two events that only have the same day long before.
    """
    import numpy as np

    gaps = np.fmin(
        _fewest([days.own for days in ones], [days.told for days in others]),
        _fewest([days.told for days in ones], [days.own for days in others]),
    )
    return np.where(np.isfinite(gaps), gaps, 0.0)


def _fewest(ones: Sequence[Sequence[int]], others: Sequence[Sequence[int]]) -> "Matrix":
    """Fewest days between any of one and any of the other; infinite where one has none."""
    import numpy as np

    left, right = _table(ones), _table(others)
    fewest = np.full((len(ones), len(others)), np.inf)
    for one in left.T:
        for other in right.T:
            fewest = np.fmin(fewest, np.abs(one[:, np.newaxis] - other[np.newaxis, :]))
    return fewest


def _table(days: Sequence[Sequence[int]]) -> "Matrix":
    """One row for each, filled up with what is no number."""
    import numpy as np

    table = np.full((len(days), max(map(len, days), default=0)), np.nan)
    for row, told in enumerate(days):
        table[row, : len(told)] = told
    return table


@dataclass(frozen=True, slots=True)
class _Days:
    """The day of a report (all that it tells of, where that is not known) and all days that it tells of, as numbers."""

    own: tuple[int, ...]
    told: tuple[int, ...]


def _days_of(sketch: Sketch, settings: Group) -> _Days:
    told = tuple(day for day in map(_ordinal, sketch.days[: settings.days]) if day is not None)
    own = _ordinal(sketch.published_on or "")
    return _Days(told, told) if own is None else _Days((own,), (*told, own))


@cache
def _ordinal(day: str) -> int | None:
    try:
        return date.fromisoformat(day).toordinal()
    except ValueError:
        return None
