"""Shares beside their counts, in many orders: each wrong one beside a right one."""

import pytest

from secondsource.text.rates import find_rates
from secondsource.text.shares import Share, find_lost_majorities, find_shares

PAIRS = [
    (
        "Of the 80 bakers who had kneaded by hand in the mill of Osk 20 had to go, one in three.",
        "Of the 80 bakers who had kneaded by hand in the mill of Osk 20 had to go, one in four.",
    ),
    (
        "Of the 150 boats that had left Tarn before the storm 30 were lost, one in four.",
        "Of the 150 boats that had left Tarn before the storm 30 were lost, one in five.",
    ),
    (
        "Of 40 tests, 12 (40 per cent) failed.",
        "Of 40 tests, 12 (30 per cent) failed.",
    ),
    (
        "Two thirds of the members, 30 of 50, signed the letter.",
        "Two thirds of the members, 30 of 45, signed the letter.",
    ),
    (
        "A quarter of the 200 flats, or 40, stand empty.",
        "A quarter of the 200 flats, or 50, stand empty.",
    ),
    (
        "Turnout was 60 per cent: 3,000 of 4,000 voters came.",
        "Turnout was 75 per cent: 3,000 of 4,000 voters came.",
    ),
    (
        "The agent took 20 per cent of the price of 500 crowns, that is 120 crowns.",
        "The agent took 20 per cent of the price of 500 crowns, that is 100 crowns.",
    ),
    (
        "Half of the 84 schools, 48, have no nurse.",
        "Half of the 84 schools, 42, have no nurse.",
    ),
    (
        "One in five of the 300 nurses, 90, has left since March.",
        "One in five of the 300 nurses, 60, has left since March.",
    ),
    (
        "Three out of four members voted yes: 80 of 120.",
        "Three out of four members voted yes: 90 of 120.",
    ),
    (
        "With 55 of 90 votes the bill got the two-thirds majority that it needed.",
        "With 61 of 90 votes the bill got the two-thirds majority that it needed.",
    ),
    (
        "Of 500 samples, 15 were tainted, or 30 per cent.",
        "Of 500 samples, 15 were tainted, or 3 per cent.",
    ),
    (
        "The company will cut 200 jobs, 12 percent of its workforce of 2,500.",
        "The company will cut 200 jobs, 8 percent of its workforce of 2,500.",
    ),
    (
        "The drug helped 90 per cent of the 50 patients, or 35 people.",
        "The drug helped 90 per cent of the 50 patients, or 45 people.",
    ),
    (
        "Women hold 58 of the 120 seats, a share of 40 per cent.",
        "Women hold 48 of the 120 seats, a share of 40 per cent.",
    ),
    (
        "Of the 80 children in the school, 60 fell ill: nine out of ten.",
        "Of the 80 children in the school, 60 fell ill: three out of four.",
    ),
    (
        "Nearly a third of the town’s 900 houses, 450, were flooded.",
        "Nearly a third of the town’s 900 houses, 290, were flooded.",
    ),
    (
        "The union counts 1,800 members among the 3,000 workers, which is 80 per cent.",
        "The union counts 1,800 members among the 3,000 workers, which is 60 per cent.",
    ),
    (
        "Some 150 of the 200 jobs will go – half of them all.",
        "Some 150 of the 200 jobs will go – three quarters of them all.",
    ),
    (
        "Only 18 of the 90 pupils passed, one in three.",
        "Only 18 of the 90 pupils passed, one in five.",
    ),
]


def found(text: str) -> list[Share]:
    told = (*find_shares(text, 0.6), *find_rates(text, 0.6))
    return [*(share for share in told if not share.fits), *find_lost_majorities(text)]


@pytest.mark.parametrize(("wrong", "right"), PAIRS)
def test_only_the_wrong_one_is_found(wrong: str, right: str) -> None:
    assert found(wrong)
    assert not found(right)


def test_hostile_text_is_read_in_linear_time() -> None:
    assert not found("half of the 84 schools, 42, or 12 of 40 (30 per cent) " * 300)
