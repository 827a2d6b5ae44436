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
        ("He was 14 when he joined, and at 49 he is the oldest member.", [49]),
        ("She was born in Arlen in 1941 and is 83; he is younger.", [83]),
        ("Tickets, 20, were sold.", [20]),
        ("A woman of 51, who was born in 1964, rang.", [51]),
        ("A farmer of 51, born in Brek, rang.", [51]),
        ("Ada Blunt met a man of 51, who laughed.", []),
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
        ("Ada Blunt, 34, who was born in Tallow Bay in 1982, won.", [1982]),
        ("Ada Blunt was born at Brek in May 1964.", [1964]),
        ("He was born in a house above the mill in the spring of 1960.", [1960]),
        ("She was born near the port of Arlen in 1971.", [1971]),
        ("He was born in Arlen and moved to Brek in 1982.", []),
        ("He was born in a village which burned in 1970.", []),
        ("Born in Arlen, in 1982 he left.", []),
        ("He was born in Arlen but died in 1982.", []),
        ("She was born in a house his father built in 1950.", []),
        ("She was born in the house that her father bought in 1950.", []),
        ("born and raised in Brek until 1970", []),
        ("Her birth in 1970 was easy.", []),
        ("Its year of birth is 1970.", []),
    ],
)
def test_births(text: str, years: list[int]) -> None:
    assert [found.year for found in find_births(text)] == years
