"""The cheapest tree is no dearer than any other; the likeness of word rows is that of the usual table."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.stages.trace.arborescences import find_arborescence
from secondsource.stages.trace.explanations import count_common


def is_tree(parents: dict[int, int]) -> bool:
    for node in parents:
        seen = set()
        while node in parents and node not in seen:
            seen.add(node)
            node = parents[node]
        if node in parents:
            return False
    return True


@settings(deadline=None, max_examples=60)
@given(st.integers(2, 4).flatmap(lambda size: st.lists(st.integers(0, 9), min_size=size * size, max_size=size * size)))
def test_no_tree_is_cheaper(numbers: list[int]) -> None:
    size = int(len(numbers) ** 0.5)
    costs = {
        child: {parent: float(numbers[child * size + parent]) for parent in [*range(size), -2] if parent != child}
        for child in range(size)
    }
    found = find_arborescence(costs, -2)
    trees = (dict(enumerate(choice)) for choice in product([*range(size), -2], repeat=size))
    allowed = (tree for tree in trees if all(tree[node] in costs[node] for node in tree) and is_tree(tree))
    cheapest = min(sum(costs[child][parent] for child, parent in tree.items()) for tree in allowed)
    assert is_tree(found)
    assert sum(costs[child][parent] for child, parent in found.items()) == cheapest


def test_a_row_of_pairs_that_like_each_other_best_needs_no_deep_stack() -> None:
    costs = {node: {other: abs(node - other) / 1_000 for other in range(90) if other != node} for node in range(90)}
    for node, row in costs.items():
        row[-2] = 100.0 + node
    assert is_tree(find_arborescence(costs, -2))


@settings(deadline=None)
@given(st.lists(st.sampled_from("abc"), max_size=9), st.lists(st.sampled_from("abc"), max_size=9))
def test_words_in_the_same_order_are_counted_as_by_the_table(one: list[str], other: list[str]) -> None:
    table = [[0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for i, left in enumerate(one):
        for j, right in enumerate(other):
            table[i + 1][j + 1] = table[i][j] + 1 if left == right else max(table[i][j + 1], table[i + 1][j])
    assert count_common(one, other) == table[-1][-1]
