"""Lengths that reach up to the day of the report: each wrong one beside a right one."""

from datetime import date

import pytest

from secondsource.text.until_now import find_until_now, reaches

PAIRS = [
    (
        "Dray have not won the cup since 1987, which makes it 48 years.",
        "Dray have not won the cup since 1987, which makes it 38 years.",
    ),
    (
        "The mill has stood empty since 1995 – so for 40 years now.",
        "The mill has stood empty since 1995 – so for 30 years now.",
    ),
    (
        "The river has not been so low for 60 years, not since 1975.",
        "The river has not been so low for 50 years, not since 1975.",
    ),
    (
        "Snow fell in May for the first time in 45 years; the last May snow was in 1990.",
        "Snow fell in May for the first time in 35 years; the last May snow was in 1990.",
    ),
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
    (
        "The pool has been shut since last June, or 19 months, for want of a new roof.",
        "The pool has been shut since last June, or eleven months, for want of a new roof.",
    ),
    (
        "The repair had been overdue since last November, that is for 16 months, the auditors found.",
        "The repair had been overdue since last November, that is for six months, the auditors found.",
    ),
    (
        "Twenty-five years had gone since the other dam broke, in May 1995, and few had forgotten it.",
        "Thirty years had gone since the other dam broke, in May 1995, and few had forgotten it.",
    ),
    (
        "A quarter of a century will have passed since the first ferry sank in May 2005.",
        "A quarter of a century will have passed since the first ferry sank in May 2000.",
    ),
    (
        "Only six months have elapsed since the strike of November 2023.",
        "Only eighteen months have elapsed since the strike of November 2023.",
    ),
]
TODAY = date(2025, 5, 14)


def found(text: str) -> bool:
    return any(not reaches(since, length, TODAY) for since, length in find_until_now(text, TODAY))


@pytest.mark.parametrize(("wrong", "right"), PAIRS)
def test_only_the_wrong_one_is_found(wrong: str, right: str) -> None:
    assert found(wrong)
    assert not found(right)


@pytest.mark.parametrize(
    "text",
    [
        "By 2010, when twelve years had gone since the crash of 1998, the case was closed.",
        "Last June 19 months of talks came to an end.",
        "It has been open since last June, or so 19 villagers say.",
    ],
)
def test_a_length_that_reaches_elsewhere_is_left_alone(text: str) -> None:
    assert not found(text)


def test_hostile_text_is_read_in_linear_time() -> None:
    assert not found("it has been so since 1985 for 30 years " * 2000)
