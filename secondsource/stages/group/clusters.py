"""Average-link clustering that respects what a person ruled, with what comes out in the order of what went in."""

from collections.abc import Collection, Iterable
from itertools import combinations
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

    Indices that are paired in `together` end up in one group, unless that would join a pair of `apart`; pairs of
    `apart` are never joined. What is joined for being ruled together is not taken to be alike: whoever is like one of
    the two need not be like the other.
    """
    import numpy as np

    foes = _foes(apart)
    ruled = _join_ruled([[index] for index in range(len(likeness))], together, foes)
    tied = np.eye(len(likeness), dtype=np.bool_)
    for group in ruled:
        tied[np.ix_(group, group)] = True
    barred = np.eye(len(likeness), dtype=np.bool_)
    for one, other in combinations(ruled, 2) if foes else ():
        if _at_odds(one, other, foes):
            barred[np.ix_(one, other)] = barred[np.ix_(other, one)] = True
    return _join_alike(likeness, tied, barred, least)


def _join_alike(
    likeness: "Matrix", tied: "NDArray[np.bool_]", barred: "NDArray[np.bool_]", least: float
) -> list[list[int]]:
    """Join the two groups most alike on average, again and again, the first given among equals; then those tied.

    Groups that are tied are barred from the same groups.
    """
    import numpy as np

    groups = [[index] for index in range(len(likeness))]
    sums, sizes = likeness.astype(np.float64), np.ones(len(likeness))
    while len(groups) > 1:
        means = np.round(np.where(barred, -1.0, sums / np.outer(sizes, sizes)), 12)
        one, other = sorted(divmod(int(np.argmax(means)), len(groups)))
        if means[one, other] < least:
            break
        groups[one] = sorted(groups[one] + groups.pop(other))
        sizes[one] += sizes[other]
        sums[one] += sums[other]
        sums[:, one] += sums[:, other]
        party, bar = tied[one] | tied[other], barred[one] | barred[other]
        tied[party] |= party
        barred[party] |= bar
        barred[:, party] |= bar[:, np.newaxis]
        sizes = np.delete(sizes, other)
        sums = np.delete(np.delete(sums, other, 0), other, 1)
        tied = np.delete(np.delete(tied, other, 0), other, 1)
        barred = np.delete(np.delete(barred, other, 0), other, 1)
    parties = {tuple(np.flatnonzero(row)) for row in tied}
    return sorted(sorted(index for place in party for index in groups[place]) for party in parties)


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
