"""Ages and births as newspapers write them."""

import pytest

from secondsource.text.ages import find_ages, find_births


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("the 63-year-old mayor", [63]),
        ("Ada Blunt, aged nine, was freed.", [9]),
        ("nine-year-old Ada Blunt", [9]),
        ("Ada Blunt, 54, spoke.", [54]),
        ("Ada Blunt, who turns 64 in May, spoke.", [64]),
        ("Ada Blunt is 46 years old.", [46]),
        ("Brandt is sixty-three years old.", [63]),
        ("The town (63 km away) slept.", []),
        ("The Greens (22) and the Left (41) gained.", []),
        ("At 63, Brandt is the oldest.", [63]),
        ("Tickets, 20, were sold.", [20]),
    ],
)
def test_ages(text: str, years: list[int]) -> None:
    assert [found.years for found in find_ages(text)] == years


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("She was born in 1987.", [1987]),
        ("Ada Blunt, born 1987, won.", [1987]),
        ("Ada Blunt (born 12 May 1987) won.", [1987]),
        ("Ada Blunt (b. 1987) won.", [1987]),
        ("She was born in the winter of 1970.", [1970]),
        ("Born in 1970 in Arlen, she left.", [1970]),
        ("He was born in a village; in 1970 it burned.", []),
        ("born and raised in Brek until 1970", []),
        ("Her birth in 1970 was easy.", []),
        ("Its year of birth is 1970.", []),
    ],
)
def test_births(text: str, years: list[int]) -> None:
    assert [found.year for found in find_births(text)] == years
