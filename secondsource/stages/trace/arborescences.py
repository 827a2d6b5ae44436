"""The cheapest tree with arrows from its root to everything: Chu and Liu's, and Edmonds's, algorithm."""

from collections.abc import Mapping

Costs = Mapping[int, Mapping[int, float]]
"""What each node costs (outer key) under each parent (inner key)."""

Ways = dict[tuple[int, int], tuple[int, int]]
"""Arrows, each a node and its parent, with the arrows that they stand for."""


def find_arborescence(costs: Costs, root: int) -> dict[int, int]:
    """The parent of every node but `root`, such that all hang from the root at least cost. Ties go to lower numbers.

    Every node has to have a way from the root. Circles of cheapest parents are made one node each, all at a time, until
    there are none; then they are opened again, the last made first, where the tree enters them.
    """
    made: list[tuple[dict[int, int], Ways]] = []
    cheapest = _choose_cheapest(costs, root)
    while circles := _find_circles(cheapest, root):
        first = max(root, max(costs), max(parent for parents in costs.values() for parent in parents)) + 1
        merged = {node: first + number for number, circle in enumerate(circles) for node in circle}
        costs, ways = _contract(costs, cheapest, merged)
        made.append(({node: cheapest[node] for node in merged}, ways))
        cheapest = _choose_cheapest(costs, root)
    for circle_parents, ways in reversed(made):
        cheapest = circle_parents | dict(ways[arrow] for arrow in cheapest.items())
    return cheapest


def _choose_cheapest(costs: Costs, root: int) -> dict[int, int]:
    return {
        node: min(sorted(parents), key=lambda parent: parents[parent])
        for node, parents in costs.items()
        if node != root
    }


def _contract(costs: Costs, cheapest: Mapping[int, int], merged: Mapping[int, int]) -> tuple[Costs, Ways]:
    """The costs with each circle as one node, and the old arrow that each new one stands for."""
    contracted: dict[int, dict[int, float]] = {}
    ways: Ways = {}
    for node, parents in sorted(costs.items()):
        target = merged.get(node, node)
        for parent, cost in sorted(parents.items()):
            source = merged.get(parent, parent)
            if source == target:
                continue
            saved = cost - costs[node][cheapest[node]] if node in merged else cost
            if saved < contracted.setdefault(target, {}).get(source, float("inf")):
                contracted[target][source], ways[target, source] = saved, (node, parent)
    return contracted, ways


def _find_circles(parents: Mapping[int, int], root: int) -> list[list[int]]:
    """The nodes of each circle of parents."""
    done = {root}
    circles = []
    for start in sorted(parents):
        path: dict[int, int] = {}
        node = start
        while node not in done and node not in path:
            path[node] = len(path)
            node = parents[node]
        if node in path:
            circles.append(list(path)[path[node] :])
        done.update(path)
    return circles
