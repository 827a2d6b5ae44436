"""Growth and products that a sentence writes out."""

import pytest

from secondsource.text.amounts import find_growths, find_next_growths, find_products


@pytest.mark.parametrize(
    ("sentence", "told", "true"),
    [
        ("Shares rose from 40 crowns to 50 crowns, an increase of 20 percent.", 20, 25),
        ("Sales grew 12 percent to 560 million crowns from 480 million.", 12, 16.67),
        ("Profit fell by 10% to €90mn from €100mn.", 10, 10),
        ("The fare went up from 2.40 to 3.00, or 25 per cent more.", 25, 25),
    ],
)
def test_growths(sentence: str, told: float, true: float) -> None:
    (found,) = find_growths(sentence)
    assert (found.told, round(found.true, 2)) == (told, true)


@pytest.mark.parametrize(
    "sentence",
    [
        "Turnout was 62 percent, from 8 to 10 in the evening.",
        "The share rose from 40 percent to 50 percent.",
        "From 2019 to 2026 sales rose by 30 percent.",
        "Sales rose 12 percent and profit 3 percent, to 560 million from 500 million.",
        "The load improved by 1.4 points to 86.3 per cent, and the number climbed from 5.98 million to 6.42 million.",
        "Sales grew by 6 percent to 4.8 billion marks, and profit climbed to 612 million from 548 million.",
    ],
)
def test_what_is_no_growth(sentence: str) -> None:
    assert list(find_growths(sentence)) == []


@pytest.mark.parametrize(
    ("before", "sentence", "told", "true"),
    [
        ("The staff fell from 80 to 20 last year.", "That is a reduction of 25 per cent.", 25, 75),
        ("The staff fell from 80 to 20 last year.", "This was a drop of about 75%, the union said.", 75, 75),
        ("Sales rose from 40 to 50 crates.", "It means an increase of 20 percent.", 20, 25),
    ],
)
def test_growths_told_in_the_next_sentence(before: str, sentence: str, told: float, true: float) -> None:
    (found,) = find_next_growths(before, sentence)
    assert (found.told, found.true) == (told, true)


@pytest.mark.parametrize("sentence", ["Profit fell by 25 per cent.", "That is why 25 per cent of the clerks went."])
def test_a_sentence_that_does_not_go_on(sentence: str) -> None:
    assert list(find_next_growths("The staff fell from 80 to 20 last year.", sentence)) == []


def test_products() -> None:
    sentence = "That is 700 million euros, or 18.40 for each of 34.8 million shares."
    (found,) = find_products(sentence, [(8, 25, 7e8), (30, 35, 18.4)])
    assert found.counted == "18.4 × 34.8 million = 640.32 million"
