"""How many years a sentence counts back from now."""

import pytest

from secondsource.text.years_back import find_years_back, tells_beginning, tells_last


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The pool in Osk opened ten years to the day after the old one closed.", [(10, "to the day", "")]),
        ("The bank keeps the 15th anniversary of its rescue this month.", [(15, "kept", "its rescue this month")]),
        ("It is the first visit by a premier of Tarn in 12 years.", [(12, "first", "")]),
        ("No premier of Tarn had come to Selm in 12 years.", [(12, "first", "")]),
        ("Rovers won the cup for the first time in 39 years.", [(39, "first", "")]),
        ("It is the first such visit in almost 12 years.", []),
        ("The company will keep its 150th anniversary next year.", []),
        ("Mara Lind, who turned 50 in May, founded the club.", []),
        ("In the first half of the game nobody scored.", []),
    ],
)
def test_years_back(sentence: str, told: list[tuple[int, str, str]]) -> None:
    assert [(one.years, one.sort, one.event) for one in find_years_back(sentence)] == told


def test_beginnings_and_last_times() -> None:
    assert tells_beginning("The academy opened its doors in 1902.")
    assert not tells_beginning("The academy lost its roof in 1902.")
    assert tells_last("Their only other triumph came in 1983.")
    assert not tells_last("They lost the final in 1983.")
