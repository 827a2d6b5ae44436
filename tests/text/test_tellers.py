"""Who a sentence says counted or told what it tells."""

import pytest

from secondsource.text.tellers import find_teller, is_hearsay


@pytest.mark.parametrize(
    ("sentence", "teller"),
    [
        ("The shepherds counted 212 lambs in March.", "The shepherds"),
        ("On Monday the harbour office recorded at least forty arrivals.", "the harbour office"),
        ("The insurer puts the damage at 3.4 million crowns.", "The insurer"),
        ("Going by the organisers, 900 people came.", "the organisers"),
        ("By the union's count 640 nurses stayed at home.", "the union"),
        ("According to Mr Amsel the bridge stood open.", "Mr Amsel"),
        ("According to the head of the guards it stood open.", "the head of the guards"),
        ("According to plan the bridge stood open.", None),
        ("The bridge, a guard recalls, stood open.", "a guard"),
        ("The bridge stood open, say two drivers, who would not give their names.", "two drivers"),
        ("The bridge stood open, so the mayor, and nobody cared.", "the mayor"),
        ("The bridge stood open, so the mayor, who lives there, had to swim.", None),
        ("The bridge stood open all night.", None),
        ("She put the kettle on at 6.", None),
        ("Amsel put the kettle on at 6 o'clock.", None),
        ("The shepherds counted on rain.", None),
        ("In the count 33 ballots were missing.", None),
    ],
)
def test_who_told_it(sentence: str, teller: str | None) -> None:
    assert find_teller(sentence) == teller


@pytest.mark.parametrize(
    ("sentence", "is_told"),
    [
        ("Rumours had it that the singer was ill.", True),
        ("Some had spoken of a tree on the rails.", True),
        ("There were dogs for that, is the answer.", True),
        ("The goat, she replied, was hers.", True),
        ("He was found to have sold the boat.", True),
        ("The singer was ill.", False),
        ("Some trees fell on the rails.", False),
        ("He was found asleep in the boat.", False),
    ],
)
def test_what_only_goes_round(sentence: str, is_told: bool) -> None:
    assert is_hearsay(sentence) == is_told
