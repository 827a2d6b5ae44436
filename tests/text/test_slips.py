"""Numbers that may be miswritten for one another."""

import pytest

from secondsource.text.slips import is_digit_slip, is_misread, is_round_slip


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [
        (45, 54, (True, True, True)),
        (340, 440, (True, True, True)),
        (31, 51, (True, True, True)),
        (148, 184, (True, True, True)),
        (31, 37, (True, False, True)),
        (20, 30, (True, False, True)),
        (775, 805, (False, False, True)),
        (14, 140, (False, False, False)),
        (7.5, 5.7, (False, False, False)),
        (12, 12, (False, False, False)),
    ],
)
def test_slips(one: float, other: float, slips: tuple[bool, bool, bool]) -> None:
    for pair in ((one, other), (other, one)):
        assert (is_digit_slip(*pair), is_misread(*pair), is_round_slip(*pair)) == slips
