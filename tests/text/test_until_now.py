"""Lengths that reach up to the day of the report: each wrong one beside a right one."""

from datetime import date

import pytest

from secondsource.text.until_now import find_until_now, reaches

PAIRS = [
    (
        "The line has been shut since 3 March 2019, more than eight years.",
        "The line has been shut since 3 March 2019, more than six years.",
    ),
    (
        "Two decades on from the floods of 1995, the sea wall is to be raised again.",
        "Three decades on from the floods of 1995, the sea wall is to be raised again.",
    ),
    (
        "It is eleven years since the last execution, in March 2008, and the gallows are now a museum piece.",
        "It is 17 years since the last execution, in March 2008, and the gallows are now a museum piece.",
    ),
    (
        "The strike began on 14 January, three months ago to the day.",
        "The strike began on 14 February, three months ago to the day.",
    ),
    (
        "The law has been in force for twelve years, since 1 May 2015.",
        "The law has been in force for ten years, since 1 May 2015.",
    ),
    (
        "A quarter of a century after the mine shut in 1990, its tower is to come down.",
        "A quarter of a century after the mine shut in 2000, its tower is to come down.",
    ),
    (
        "Half a century ago, in 1985, the valley was flooded.",
        "Half a century ago, in 1975, the valley was flooded.",
    ),
    (
        "She resigned on Wednesday, six months to the day after she took office on 14 December.",
        "She resigned on Wednesday, six months to the day after she took office on 14 November.",
    ),
    (
        "It was the worst flood since that of 1954, 61 years ago.",
        "It was the worst flood since that of 1954, 71 years ago.",
    ),
    (
        "More than ten years after it was closed in 2019, the theatre is to open again.",
        "More than ten years after it was closed in 2012, the theatre is to open again.",
    ),
    (
        "Holm has been in office since January 2021, for more than six years.",
        "Holm has been in office since January 2021, for more than four years.",
    ),
]


def found(text: str) -> bool:
    return any(not reaches(since, length, date(2025, 5, 14)) for since, length in find_until_now(text))


@pytest.mark.parametrize(("wrong", "right"), PAIRS)
def test_only_the_wrong_one_is_found(wrong: str, right: str) -> None:
    assert found(wrong)
    assert not found(right)


def test_hostile_text_is_read_in_linear_time() -> None:
    assert not found("it has been so since 1985 for 30 years " * 2000)
