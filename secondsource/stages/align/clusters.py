"""Clusters: matches drawn together, at most one statement a report, so that each matter is one point."""

from collections.abc import Sequence

from secondsource.stages.align.matches import Match, Twins

Group = tuple[int, ...]


def draw_together(twins: Sequence[Twins], matches: Sequence[Match], hold: float) -> tuple[Group, ...]:
    """Groups of sets of twins, no report twice in one, in the order of their first; repetitions are left out.

    Groups are joined where a share `hold` of the pairs across them match: turn by turn of their matches, mutual best
    matches before the others, and the best first.
    """
    joined = _Groups(twins, matches, hold)
    for match in sorted(matches, key=lambda match: (match.weight.turn, not match.mutual)):
        joined.join(match.left, match.right)
    return joined.without_repetitions()


class _Groups:
    def __init__(self, twins: Sequence[Twins], matches: Sequence[Match], hold: float) -> None:
        self._hold = hold
        self._twins = twins
        self._group_of = list(range(len(twins)))
        self._members: dict[int, list[int]] = {index: [index] for index in range(len(twins))}
        self._orders: dict[int, set[int]] = {index: set(told.orders) for index, told in enumerate(twins)}
        self._tallies: dict[int, set[str]] = {
            index: {told.first.tally} if told.first.tally else set() for index, told in enumerate(twins)
        }
        self._partners: dict[int, set[int]] = {}
        self._repeats: dict[int, set[int]] = {}
        for match in matches:
            if match.weight.is_same:
                self._repeats.setdefault(match.left, set()).add(match.right)
                self._repeats.setdefault(match.right, set()).add(match.left)
            self._partners.setdefault(match.left, set()).add(match.right)
            self._partners.setdefault(match.right, set()).add(match.left)

    def join(self, left: int, right: int) -> None:
        """Make one group of two, if no report would stand in it twice and enough of its members match.

        The dead are never counted with the hurt, though a figure of neither may match both.
        """
        one, other = self._group_of[left], self._group_of[right]
        if one == other or self._orders[one] & self._orders[other] or not self._hold_together(one, other):
            return
        if len(self._tallies[one] | self._tallies[other]) > 1:
            return
        for index in self._members[other]:
            self._group_of[index] = one
        self._members[one] += self._members.pop(other)
        self._orders[one] |= self._orders.pop(other)
        self._tallies[one] |= self._tallies.pop(other)

    def _hold_together(self, one: int, other: int) -> bool:
        few, many = sorted((self._members[one], self._members[other]), key=len)
        held = sum(len(self._partners.get(index, set()).intersection(many)) for index in few)
        return held >= self._hold * len(few) * len(many)

    def without_repetitions(self) -> tuple[Group, ...]:
        """The groups, but for those that only repeat what the same reports say in one larger group."""
        kept = [tuple(sorted(group)) for name, group in self._members.items() if not self._is_repeated(name)]
        return tuple(sorted(kept))

    def _is_repeated(self, name: int) -> bool:
        orders = self._orders[name]
        near = {self._group_of[partner] for index in self._members[name] for partner in self._repeats.get(index, ())}
        for other in sorted(near - {name}):
            larger = (len(self._orders[other]), -other) > (len(orders), -name)
            if larger and orders <= self._orders[other] and self._is_told_again(name, other):
                return True
        return False

    def _is_told_again(self, name: int, other: int) -> bool:
        """Whether each member of the one group repeats what the same reports say in the other."""
        return all(
            self._twins[index].orders
            <= {
                order
                for partner in self._repeats.get(index, ())
                if self._group_of[partner] == other
                for order in self._twins[partner].orders
            }
            for index in self._members[name]
        )
