"""How long somebody has done a thing and when he began: what is his own counts, what is told of others does not."""

import pytest

from secondsource.text.ages import find_ages_ago
from secondsource.text.lives import find_beginnings, find_spells


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("For sixty years he has wound the clock of the town hall.", [60]),
        ("Brandt is 68 and has lived on the island for 70 years.", [70]),
        ("He has fished here for more than eighty years.", [80]),
        ("Her family has owned the inn for 150 years.", []),
        ("She works in a house that has stood for 90 years.", []),
        ("He has worked for a firm that has existed for 120 years.", []),
        ("He has waited for nine years.", []),
    ],
)
def test_spells(text: str, years: list[int]) -> None:
    assert [spell.years for spell in find_spells(text)] == years


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("She opened a bakery with her company in 1976.", [(1976, 10)]),
        ("She moved to Arlen in 1990.", [(1990, 0)]),
        ("Holm, 44, joined the police in 1985.", [(1985, 10)]),
        ("In 1979 she married a baker.", [(1979, 10)]),
        ("He bought the mill that his father had opened in 1930.", []),
        ("The firm moved here in 1920.", []),
    ],
)
def test_beginnings(text: str, told: list[tuple[int, int]]) -> None:
    assert [(one.year, one.least) for one in find_beginnings(text)] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("He was 22 when he bought his first boat, and that was 35 years ago.", [(22, 35)]),
        ("He was nineteen when he first sailed here forty years ago.", [(19, 40)]),
        ("Thirty years ago, when she was 12, the mill burned down.", [(12, 30)]),
        ("He went to sea at 15, 40 years ago.", [(15, 40)]),
        ("She was 17 when the mill burned down.", []),
        ("Prices rose 30 years ago, at 12 percent a year.", []),
    ],
)
def test_ages_ago(text: str, told: list[tuple[int, int]]) -> None:
    assert [(one.years, one.ago) for one in find_ages_ago(text)] == told


def test_hostile_text_is_read_in_linear_time() -> None:
    assert not list(find_spells("she has been for and he has who has " * 3000))
    assert not list(find_ages_ago("was 17 when she was 27 years " * 3000))
