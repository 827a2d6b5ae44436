"""The engine on one machine: each item in turn, in this process."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")
Key = TypeVar("Key")
Result = TypeVar("Result")


class Local:
    """Runs the verbs here. Any engine offers these two calls, and gives the same results."""

    def each(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """`function` of every item, in order, one at a time."""
        return map(function, items)

    def by_key(
        self, function: Callable[[Key, list[Item]], Result], pairs: Iterable[tuple[Key, Item]]
    ) -> Iterator[Result]:
        """`function` of every key with all its items, keys in the order in which they first came."""
        gathered: dict[Key, list[Item]] = {}
        for key, item in pairs:
            gathered.setdefault(key, []).append(item)
        return (function(key, items) for key, items in gathered.items())
