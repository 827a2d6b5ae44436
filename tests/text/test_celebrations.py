"""How old a thing is said to become, beside the year it began: each wrong one beside a right one."""

import pytest

from secondsource.text.celebrations import find_celebrations

PAIRS = [
    (
        "The league was started in June 1995, so that a fortieth birthday ought to be kept next month.",
        "The league was started in June 1995, so that a thirtieth birthday ought to be kept next month.",
    ),
    (
        "Founded in 1985, the hospice is to mark a fiftieth anniversary in the autumn.",
        "Founded in 1985, the hospice is to mark a fortieth anniversary in the autumn.",
    ),
    (
        "The lifeboat station was set up in 1950. It will celebrate its sixty-fifth birthday in June.",
        "The lifeboat station was set up in 1950. It will celebrate its seventy-fifth birthday in June.",
    ),
    (
        "The union, which came into being in 1925, had planned a fair for the ninetieth anniversary.",
        "The union, which came into being in 1925, had planned a fair for the hundredth anniversary.",
    ),
    (
        "Founded in 1905, the choir this year marks its 130th year with a tour of the islands.",
        "Founded in 1905, the choir this year marks its 120th year with a tour of the islands.",
    ),
    (
        "The 50th anniversary of independence, declared on 3 June 1965, falls next month.",
        "The 60th anniversary of independence, declared on 3 June 1965, falls next month.",
    ),
    (
        "The treaty, signed on 14 May 1965, turned 50 on Wednesday.",
        "The treaty, signed on 14 May 1975, turned 50 on Wednesday.",
    ),
    (
        "The silver jubilee of the museum, which opened in May 1995, was celebrated on Wednesday.",
        "The silver jubilee of the museum, which opened in May 2000, was celebrated on Wednesday.",
    ),
    (
        "The club celebrates its centenary this year. It was founded in 1915 by two dockers.",
        "The club celebrates its centenary this year. It was founded in 1925 by two dockers.",
    ),
    (
        "The brewery, founded in 1885, turns 150 this year.",
        "The brewery, founded in 1875, turns 150 this year.",
    ),
    (
        "The town is preparing for the bicentenary of its canal, which was dug in 1835.",
        "The town is preparing for the bicentenary of its canal, which was dug in 1825.",
    ),
    (
        "The Lunds celebrated their golden wedding on Wednesday. They had married in May 1970.",
        "The Lunds celebrated their golden wedding on Wednesday. They had married in May 1975.",
    ),
    (
        "The bell, cast in 1725, will be 200 years old in June.",
        "The bell, cast in 1725, will be 300 years old in June.",
    ),
    (
        "The orchestra, which first played in 1965, is in its 50th year.",
        "The orchestra, which first played in 1976, is in its 50th year.",
    ),
    (
        "Brenn was born on 2 June 1960 and will turn 55 next month.",
        "Brenn was born on 2 June 1960 and will turn 65 next month.",
    ),
    (
        "Anna Dorn celebrated her 100th birthday on Wednesday. She was born on 14 May 1935 in Tarnby.",
        "Anna Dorn celebrated her 100th birthday on Wednesday. She was born on 14 May 1925 in Tarnby.",
    ),
    (
        "The judge, Emil Haas, who turned 60 in April, was born in 1975.",
        "The judge, Emil Haas, who turned 60 in April, was born in 1965.",
    ),
]


def found(text: str) -> bool:
    return any(not kept.fits(2025) for kept in find_celebrations(text))


@pytest.mark.parametrize(("wrong", "right"), PAIRS)
def test_only_the_wrong_one_is_found(wrong: str, right: str) -> None:
    assert found(wrong)
    assert not found(right)


def test_hostile_text_is_read_in_linear_time() -> None:
    assert not found("The bell, cast in 1725, will be 200 years " * 2000)
