"""Clusters: matches drawn together, at most one statement a report, so that each matter is one point."""

from collections.abc import Sequence

from secondsource.stages.align.candidates import Candidate
from secondsource.stages.align.matches import Match

Group = tuple[int, ...]


def draw_together(candidates: Sequence[Candidate], matches: Sequence[Match], hold: float) -> tuple[Group, ...]:
    """Groups of candidates, none with two of one report, in the order of their first; repetitions are left out.

    Groups are joined over mutual best matches, best first, where a share `hold` of the pairs across them match.
    """
    joined = _Groups(candidates, matches, hold)
    for match in matches:
        if match.mutual:
            joined.join(match.left, match.right)
    for match in matches:
        joined.join(match.left, match.right)
    return joined.without_repetitions()


class _Groups:
    def __init__(self, candidates: Sequence[Candidate], matches: Sequence[Match], hold: float) -> None:
        self._hold = hold
        self._orders = [candidate.order for candidate in candidates]
        self._group_of = list(range(len(candidates)))
        self._members: dict[int, list[int]] = {index: [index] for index in range(len(candidates))}
        self._partners: dict[int, set[int]] = {}
        self._repeats: dict[int, set[int]] = {}
        for match in matches:
            same = self._orders[match.left] == self._orders[match.right]
            table = self._repeats if same else self._partners
            table.setdefault(match.left, set()).add(match.right)
            table.setdefault(match.right, set()).add(match.left)

    def join(self, left: int, right: int) -> None:
        """Make one group of two, if no report would stand in it twice and enough of its members match."""
        one, other = self._group_of[left], self._group_of[right]
        if one == other or self._share_report(one, other) or not self._hold_together(one, other):
            return
        for index in self._members[other]:
            self._group_of[index] = one
        self._members[one] += self._members.pop(other)

    def _share_report(self, one: int, other: int) -> bool:
        orders = {self._orders[index] for index in self._members[one]}
        return any(self._orders[index] in orders for index in self._members[other])

    def _hold_together(self, one: int, other: int) -> bool:
        few, many = sorted((self._members[one], self._members[other]), key=len)
        held = sum(len(self._partners.get(index, set()).intersection(many)) for index in few)
        return held >= self._hold * len(few) * len(many)

    def without_repetitions(self) -> tuple[Group, ...]:
        """The groups, but for those whose every member repeats what its report says in one larger group."""
        kept = [tuple(sorted(group)) for name, group in self._members.items() if not self._is_repeated(name)]
        return tuple(sorted(kept))

    def _is_repeated(self, name: int) -> bool:
        group = self._members[name]
        others = [{self._group_of[index] for index in self._repeats.get(member, ())} for member in group]
        for other in sorted(set.intersection(*others) - {name}):
            if (len(self._members[other]), -other) > (len(group), -name):
                return True
        return False
