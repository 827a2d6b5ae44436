"""Whole years that a text claims to the day or as an anniversary."""

import pytest

from secondsource.text.jubilees import find_jubilees


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("On 14 May 2018, exactly seven years ago, the quay was opened.", [7]),
        ("Seven years ago to the day, on 14 May 2018, it began.", [7]),
        ("The mill burned on 3 March 1991, 34 years ago to the day.", [34]),
        ("On 3 March 1991, 34 years earlier to the day, it cost 12 lives.", [34]),
        ("It happened 34 years to the day before this one.", [34]),
        ("The fire of 1991, which this one followed by 30 years to the day.", [30]),
        ("To the day 30 years ago the mine closed.", [30]),
        ("Thirty years ago today the mine closed.", [30]),
        ("It comes a decade to the day after the strike.", [10]),
        ("Exactly half a century after the fire of 1976 it burned again.", [50]),
        ("Exactly a quarter of a century ago the bridge was opened.", [25]),
        ("On the 25th anniversary of the sinking wreaths were laid.", [25]),
        ("They marked the thirtieth anniversary of the founding.", [30]),
        ("The town celebrates its 800th anniversary.", [800]),
        ("The club will celebrate its 50th anniversary next year.", []),
        ("Almost seven years to the day after it was founded.", []),
        ("Nearly 40 years ago today's mayor was born.", []),
        ("Four years to the day since the last fair of 8 May 2022.", [4]),
        ("It came twenty-five years to the very day after the last one.", [25]),
        ("It was a year to the day since the flood.", [1]),
        ("They met to the very day two years later.", [2]),
        ("This morning, exactly 12 years on, the court ruled.", [12]),
        ("He is exactly 40 years old.", []),
        ("He served exactly four years in office.", []),
    ],
)
def test_jubilees(text: str, years: list[int]) -> None:
    assert [found.years for found in find_jubilees(text)] == years
