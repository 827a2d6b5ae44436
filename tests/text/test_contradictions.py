"""Sayings that deny without a verb of denying."""

import pytest

from secondsource.text.contradictions import is_flat_no, points_back


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
        ("that the boats left the port", False, False),
        ("that the port was open and never had been so full", False, False),
        ("She does not know when the port will open", False, False),
    ],
)
def test_denials_in_other_words(text: str, flat: bool, back: bool) -> None:
    assert (is_flat_no(text), points_back(text)) == (flat, back)
