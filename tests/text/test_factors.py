"""Numbers that a word relates: each wrong one beside a right one."""

import pytest

from secondsource.text.amounts import Sum
from secondsource.text.factors import find_wrong_factors

PAIRS = [
    (
        "The number of clinics has doubled from three to nine.",
        "The number of clinics has doubled from three to six.",
    ),
    (
        "Complaints were up by a third, from 90 to 150.",
        "Complaints were up by a third, from 90 to 120.",
    ),
    (
        "The catch fell by half, from 80 tonnes to 60 tonnes.",
        "The catch fell by half, from 80 tonnes to 40 tonnes.",
    ),
    (
        "The number of guards was tripled from 20 to 50.",
        "The number of guards was tripled from 20 to 60.",
    ),
    (
        "Thefts more than doubled, from 30 to 50.",
        "Thefts more than doubled, from 30 to 70.",
    ),
    (
        "The fee rose by 25 crowns, from 60 to 75 crowns.",
        "The fee rose by 15 crowns, from 60 to 75 crowns.",
    ),
    (
        "This year 120 boats came, twice as many as the 40 of last year.",
        "This year 80 boats came, twice as many as the 40 of last year.",
    ),
    (
        "The staff was halved, from 16 to four.",
        "The staff was halved, from 16 to eight.",
    ),
    (
        "Sales fell by a quarter, from 1,200 to 700.",
        "Sales fell by a quarter, from 1,200 to 900.",
    ),
    (
        "The herd has grown fivefold, from 50 animals to 350.",
        "The herd has grown fivefold, from 50 animals to 250.",
    ),
]


def found(text: str) -> list[Sum]:
    return list(find_wrong_factors(text))


@pytest.mark.parametrize(("wrong", "right"), PAIRS)
def test_only_the_wrong_one_is_found(wrong: str, right: str) -> None:
    assert found(wrong)
    assert not found(right)


def test_hostile_text_is_read_in_linear_time() -> None:
    assert not found("it doubled from 30 to 60 and rose " * 300)
