"""Near texts in bounded time."""

import pytest

from secondsource.text.neighbours import Neighbours
from secondsource.text.similarity import compare

TEXTS = [
    "The bridge over the Arl was closed on Monday.",
    "On Monday the Arl bridge was shut.",
    "Shares of the brewery fell by nine percent.",
    "The brewery's shares lost 9 percent.",
    "!",
]


def test_it_measures_as_the_square_matrix_does() -> None:
    near = Neighbours(TEXTS, most=10, floor=0.0)
    wanted = compare(TEXTS)
    for i, one in enumerate(TEXTS):
        for j, other in enumerate(TEXTS):
            if i != j:
                assert near.between(one, other) == pytest.approx(float(wanted[i, j]), abs=1e-5)


def test_pairs_below_the_floor_are_left_out_and_each_text_is_near_itself() -> None:
    near = Neighbours(TEXTS, most=10, floor=0.4)
    pairs = set(near.pairs())
    assert (TEXTS[0], TEXTS[1]) in pairs
    assert (TEXTS[0], TEXTS[2]) not in pairs
    assert all((text, text) in pairs for text in TEXTS)


def test_the_number_of_pairs_is_bounded_by_the_number_of_texts() -> None:
    texts = [f"The bridge was closed on day {number}." for number in range(60)]
    near = Neighbours(texts, most=5, floor=0.0)
    assert len([pair for pair in near.pairs() if pair[0] != pair[1]]) <= 5 * len(texts)


def test_the_order_of_the_texts_changes_nothing() -> None:
    forwards, backwards = Neighbours(TEXTS, most=2, floor=0.2), Neighbours(TEXTS[::-1], most=2, floor=0.2)
    assert {frozenset(pair) for pair in forwards.pairs()} == {frozenset(pair) for pair in backwards.pairs()}


def test_no_text_at_all() -> None:
    assert list(Neighbours([], most=5, floor=0.2).pairs()) == []
