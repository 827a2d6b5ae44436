"""Sayings that deny without a verb of denying."""

import pytest

from secondsource.text.contradictions import find_plea, find_untrue, is_flat_no, points_back


@pytest.mark.parametrize(
    ("text", "flat", "back"),
    [
        ("“Not one shot was fired by our side,”", True, False),
        ("“Our boats never left the port,”", True, False),
        ("that none of the crew had left the ship", True, False),
        ("There is no such list and there never was.", True, True),
        ("that it was not", False, True),
        ("that the charge was false", False, True),
        ("that no meeting of the sort had taken place", True, True),
        ("It did not take place.", False, True),
        ("The document is made up.", False, True),
        ("The document is made up of 23 articles.", False, False),
        ("that the boats left the port", False, False),
        ("that the port was open and never had been so full", False, False),
        ("She does not know when the port will open", False, False),
    ],
)
def test_denials_in_other_words(text: str, flat: bool, back: bool) -> None:
    assert (is_flat_no(text), points_back(text)) == (flat, back)


@pytest.mark.parametrize(
    ("text", "untrue"),
    [
        ("There was no truth in reports that the mill had been sold", "the mill had been sold"),
        ("there is not a word of truth in the tale of a barn at Osk", "a barn at Osk"),
        ("it was untrue that the clerk had the key", "the clerk had the key"),
        ("The barn at Osk, of which he spoke, did not exist", "The barn at Osk, of which he spoke"),
        ("There was no truth in that", "that"),
        ("The truth is in the barn", None),
        ("The barn at Osk did exist", None),
    ],
)
def test_what_is_called_untrue(text: str, untrue: str | None) -> None:
    assert find_untrue(text) == untrue


@pytest.mark.parametrize(
    ("sentence", "start"),
    [
        ("Brandt pleaded not guilty.", 7),
        ("The two clerks maintain their innocence.", 15),
        ("Brandt pleaded guilty.", None),
        ("Their innocence was plain.", None),
    ],
)
def test_pleas(sentence: str, start: int | None) -> None:
    assert find_plea(sentence) == start
