"""Wholes and the parts told of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.text.totals import find_wrong_totals


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Sixty homes burned: 38 in the town, 17 at the mill and nine by the road.", [(38, 17, 9)]),
        ("Sixty-four homes burned: 38 in the town, 17 at the mill and nine by the road.", []),
        ("The bill is 62 million marks: 41 million for wages, 14 million for 340 drivers and nine million for rent.",
         [(41e6, 14e6, 9e6)]),
        ("The bill is 63 million marks: 41 million for wages, 14 million for drivers and nine million for rent.", []),
        ("There are about 1.4 million loans. Of these, 620,000 run for a year, 540,000 for two and 340,000 for longer.",
         [(620e3, 540e3, 340e3)]),
        ("There are about 1.5 million loans. Of these, 620,000 run for a year, 540,000 for two and 340,000 for longer.",
         []),
        ("Of the 32 hurt, 20 were women and 14 were children.", []),
        ("Of its 86 houses 40 were burnt, 25 damaged and 20 flooded.", []),
        ("Of the 640 cows 310 are old, 205 are in calf and only 95 give milk.", []),
        ("Of the 32 hurt, 20 were treated in Arlen and 14 in the port.", [(20, 14)]),
        ("The ferry had 212 guests and 19 crew, a total of 251 people.", [(212, 19)]),
        ("The club gave 40 million dollars, the state 26 million and a firm 18 million, making 84 million in all.", []),
        ("They were held 41 km from the port at 5.40am: him, 34, and her, 29.", []),
        ("The flight had 94 people on board, 88 passengers and five crew.", [(88, 5)]),
        ("The flight had 94 people on board, 88 passengers and six crew.", []),
        ("He met 94 people, 12 dogs and five cats.", []),
        ("It flies 34 aircraft (19 Sarrin 90s, 11 turboprops, six freighters).", [(19, 11, 6)]),
        ("More than 60 people came: 40 from Arlen and 30 from Brek.", []),
        ("Twelve people were held: five for theft, four for assault and others for fraud.", []),
        ("On 12 May 2021 there were 70 boats: 40 in the port and 30 at sea.", []),
    ],
)  # fmt: skip
def test_parts_that_do_not_make_their_whole(text: str, wrong: list[tuple[float, ...]]) -> None:
    assert [found.parts for found in find_wrong_totals(text)] == wrong


@given(st.lists(st.integers(1, 40), min_size=2, max_size=6))
def test_parts_that_make_their_whole_are_never_wrong(parts: list[int]) -> None:
    listed = ", ".join(f"{part} in camp {place}" for part, place in zip(parts, "ABCDEF", strict=False))
    assert list(find_wrong_totals(f"They counted {sum(parts)} tents: {listed}.")) == []


@given(st.text(alphabet="12 ,.:ofthese%am", max_size=200))
def test_any_text_is_read_and_the_place_lies_in_it(text: str) -> None:
    assert all(0 <= found.start < found.end <= len(text) for found in find_wrong_totals(text))
