"""Amounts in two units: which can be one, and which are only mistaken for one."""

import pytest

from secondsource.text.units import are_mistakable, are_one_amount, convert


@pytest.mark.parametrize(
    ("value", "unit", "other", "to", "same"),
    [
        (36, "foot", 11, "metre", True),
        (54, "month", 4.5, "year", True),
        (7, "mile", 11, "kilometre", True),
        (41, "mile", 41, "kilometre", False),
        (11, "metre", 11, "metre", False),
        (20, "celsius", 68, "fahrenheit", True),
        (29, "degree", 84, "degree", True),
        (29, "celsius", 84, "celsius", False),
        (68, "celsius", 20, "fahrenheit", False),
        (3, "year", 3, None, False),
    ],
)
def test_one_amount_in_two_units(value: float, unit: str, other: float, to: str | None, *, same: bool) -> None:
    assert are_one_amount(value, unit, other, to) is same


def test_what_measures_other_things_is_not_converted() -> None:
    assert convert(2, "hour", "minute") == 120
    assert convert(2, "hour", "metre") is None
    assert are_mistakable("gigabyte", "terabyte")
