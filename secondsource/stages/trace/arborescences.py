"""The cheapest tree with arrows from its root to everything: Chu and Liu's, and Edmonds's, algorithm."""

from collections.abc import Mapping

Costs = Mapping[int, Mapping[int, float]]
"""What each node costs (outer key) under each parent (inner key)."""


def find_arborescence(costs: Costs, root: int) -> dict[int, int]:
    """The parent of every node but `root`, such that all hang from the root at least cost. Ties go to lower numbers.

    Every node has to have a way from the root.
    """
    cheapest = {
        node: min(sorted(parents), key=lambda parent: parents[parent])
        for node, parents in costs.items()
        if node != root
    }
    cycle = _find_cycle(cheapest, root)
    if not cycle:
        return cheapest
    merged = (
        max(
            [
                root,
                *costs,
                *(parent for parents in costs.values() for parent in parents),
            ]
        )
        + 1
    )
    contracted: dict[int, dict[int, float]] = {merged: {}}
    enters: dict[int, int] = {}
    leaves: dict[int, int] = {}
    for node, parents in sorted(costs.items()):
        for parent, cost in sorted(parents.items()):
            if node in cycle and parent not in cycle:
                saved = cost - costs[node][cheapest[node]]
                if saved < contracted[merged].get(parent, float("inf")):
                    contracted[merged][parent], enters[parent] = saved, node
            elif node not in cycle:
                inside = parent in cycle
                target = merged if inside else parent
                row = contracted.setdefault(node, {})
                if cost < row.get(target, float("inf")):
                    row[target] = cost
                    if inside:
                        leaves[node] = parent
    tree = find_arborescence(contracted, root)
    opened = enters[tree[merged]]
    found = {node: leaves[node] if parent == merged else parent for node, parent in tree.items() if node != merged}
    found.update({node: cheapest[node] for node in cycle if node != opened})
    found[opened] = tree[merged]
    return found


def _find_cycle(parents: Mapping[int, int], root: int) -> set[int]:
    """The nodes of one circle of parents, if there is one."""
    done = {root}
    for start in sorted(parents):
        path: list[int] = []
        node = start
        while node not in done and node not in path:
            path.append(node)
            node = parents[node]
        if node in path:
            return set(path[path.index(node) :])
        done.update(path)
    return set()
