"""Numbers in a row, and what a text says of their sum."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.text.lists import find_wrong_lists


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Harvest has 45 seats, the Free 33, the Left 12 and Oak 11. That is all 100.", True),
        ("Harvest has 45 seats, the Free 33, the Left 12 and Oak 10. That is all 100.", False),
        (
            "Of the votes, Harvest got 41.5 percent, the Free 30.2, the Left 19.1, Oak 7.1 and all others 3.1 percent.",
            True,
        ),
        (
            "Of the votes, Harvest got 41.5 percent, the Free 30.2, the Left 19.1, Oak 7.1 and all others 2.1 percent.",
            False,
        ),
        (
            "Votes: Harvest 41.5 percent, Free 30.2 percent, Left 19.1 percent, Oak 7.1 percent, others 3.1 percent.",
            True,
        ),
        (
            "Votes: Harvest 41.5 percent, Free 30.2 percent, Left 19.1 percent, Oak 7.1 percent, others 2.1 percent.",
            False,
        ),
        (
            "41.5 per cent for Harvest, 30.2 for the Free, 19.1 for the Left, 7.1 for Oak and 2.1 for the rest.",
            False,
        ),
        ("In the poll 48% said yes, 41% said no and 17% were undecided.", True),
        ("In the poll 48% said yes, 41% said no and 11% were undecided.", False),
        ("In the poll 48% said yes, 41% said no and 10% were undecided.", False),
        ("Asked what they feared, 60% of voters named rents, 55% named crime and 40% named war.", False),
        ("Prices rose 38 percent, wages 50 percent and rents 60 percent.", False),
        ("The storm took the lives of 47. Brek counts 25 dead, Arlen 14 and Dorn nine.", True),
        ("The storm took the lives of 47. Brek counts 25 dead, Arlen 14 and Dorn eight.", False),
        ("The flood killed 31 people. Twelve died in Brek, 11 in Arlen and nine in Dorn.", True),
        ("The flood killed 31 people. Twelve died in Brek, 11 in Arlen and eight in Dorn.", False),
        ("The flood killed at least 31 people. Twelve died in Brek, 11 in Arlen and nine in Dorn.", False),
        ("The flood killed 31 people. Of them 12 died in Brek, 11 in Arlen and others elsewhere.", False),
        ("Police counted 3,000 marchers in Brek, 1,500 in Arlen and 800 in Dorn, making 5,500 in all.", False),
        ("Police counted 3,000 marchers in Brek, 1,500 in Arlen and 800 in Dorn, making 5,300 in all.", False),
        ("It lost 12 boats in Brek, 14 in Arlen and nine in Dorn. Together that makes 36.", True),
        ("It lost 12 boats in Brek, 14 in Arlen and nine in Dorn. Together that makes 35.", False),
        ("There were 17 adults, 22 children and four dogs. Altogether 39 people.", False),
        ("He won 12 games, lost four and drew two. It is 120 km to the next match.", False),
        ("The new law affects 12 towns, 14 villages and nine farms. That was 30 years ago.", False),
        ("Crew: 12 men, 14 women and nine trainees; in all 36 people.", True),
        ("The police held 12 men, 14 women\nIt gave nine boys, 5 girls. That makes 40.", False),
    ],
)
def test_lists_that_are_summed_wrongly(text: str, wrong: bool) -> None:
    assert bool(list(find_wrong_lists(text))) == wrong


@given(st.lists(st.integers(1, 60), min_size=3, max_size=6))
def test_a_list_summed_rightly_is_never_wrong(seats: list[int]) -> None:
    listed = ", ".join(f"{name} {number}" for name, number in zip("ABCDEF", seats, strict=False))
    assert list(find_wrong_lists(f"The seats: {listed}. That is all {sum(seats)}.")) == []


@given(st.text(alphabet="12 ,.:andother%m\n", max_size=200))
def test_any_text_is_read_and_the_place_lies_in_it(text: str) -> None:
    assert all(0 <= found.start < found.end <= len(text) for found in find_wrong_lists(text))
