"""Average-link clustering that respects what a person ruled, with what comes out in the order of what went in."""

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]

Pair = tuple[int, int]


def cluster(
    likeness: "Matrix", least: float, together: Iterable[Pair] = (), apart: Iterable[Pair] = ()
) -> list[list[int]]:
    """Join the groups most alike, on average over their members, until none are alike by `least`; indices in order.

    Indices that are paired in `together` are joined before all others, unless that would join a pair of `apart`; pairs
    of `apart` are never joined.
    """
    import numpy as np

    size = len(likeness)
    foes = _foes(apart)
    groups = _join_ruled([[index] for index in range(size)], together, foes)
    belongs = np.zeros((len(groups), size))
    for row, members in enumerate(groups):
        belongs[row, members] = 1.0
    sums = belongs @ likeness @ belongs.T
    barred = np.asarray([[row == column or _at_odds(one, other, foes) for column, other in enumerate(groups)]
                         for row, one in enumerate(groups)])  # fmt: skip
    return sorted(_join_alike(groups, sums, barred, least))


def _join_alike(groups: list[list[int]], sums: "Matrix", barred: "NDArray[np.bool_]", least: float) -> list[list[int]]:
    """Join the two groups most alike on average, again and again; the first given, among equals."""
    import numpy as np

    sizes = np.asarray([len(group) for group in groups], dtype=np.float64)
    while len(groups) > 1:
        means = np.round(np.where(barred, -1.0, sums / np.outer(sizes, sizes)), 12)
        one, other = sorted(divmod(int(np.argmax(means)), len(groups)))
        if means[one, other] < least:
            break
        groups[one] = sorted(groups[one] + groups.pop(other))
        sizes[one] += sizes[other]
        sizes = np.delete(sizes, other)
        sums[one] += sums[other]
        sums[:, one] += sums[:, other]
        barred[one] |= barred[other]
        barred[:, one] |= barred[:, other]
        sums = np.delete(np.delete(sums, other, 0), other, 1)
        barred = np.delete(np.delete(barred, other, 0), other, 1)
    return groups


def _foes(apart: Iterable[Pair]) -> dict[int, set[int]]:
    foes: dict[int, set[int]] = {}
    for one, other in apart:
        foes.setdefault(one, set()).add(other)
        foes.setdefault(other, set()).add(one)
    return foes


def _at_odds(one: Collection[int], other: Collection[int], foes: dict[int, set[int]]) -> bool:
    return any(not foes[index].isdisjoint(other) for index in one if index in foes)


def _join_ruled(groups: list[list[int]], together: Iterable[Pair], foes: dict[int, set[int]]) -> list[list[int]]:
    group_of = {index: group for group in groups for index in group}
    for one, other in sorted(tuple(sorted(pair)) for pair in together):
        left, right = group_of[one], group_of[other]
        if left is not right and not _at_odds(left, right, foes):
            left += right
            group_of.update((index, left) for index in right)
    return sorted({id(group): sorted(group) for group in group_of.values()}.values())
