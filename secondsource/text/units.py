"""Units beside one another: which can be one, and which are mistaken for each other (lexicon/units.toml)."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from secondsource.text.lexicon import load_lexicon

PER = " per "
ROUNDING = 0.03
"""Share by which two amounts in two units may differ and be one, rounded in each: seven miles, 11 kilometres."""


WARMTH = frozenset(["degree", "celsius", "fahrenheit"])
ROUNDED_WARMTH = 1.0
"""Degrees Fahrenheit by which two tellings of a temperature may differ, as one degree Celsius is 1.8 of them."""


@cache
def _rows() -> Mapping[str, int]:
    """For each unit the place of its row of units that measure one thing; all money is in one."""
    table: dict[str, Any] = load_lexicon("units")
    rows = [*table["mistaken"]["rows"], list(table["currencies"])]
    return {unit: place for place, row in enumerate(rows) for unit in row}


@cache
def _sizes() -> Mapping[str, tuple[int, float]]:
    """For each unit the place of its row and how many of the first unit of that row it is."""
    rows: list[dict[str, float]] = load_lexicon("units")["sizes"]["rows"]
    return {unit: (place, float(size)) for place, row in enumerate(rows) for unit, size in row.items()}


def convert(value: float, unit: str | None, to: str | None) -> float | None:
    """`value` of one unit in another; None where the two do not measure one thing."""
    ours, theirs = _sizes().get(unit or ""), _sizes().get(to or "")
    if ours is None or theirs is None or ours[0] != theirs[0]:
        return None
    return value * ours[1] / theirs[1]


OTHERWISE = {"gallon": 4.54609 / 3.785412, "pint": 1.2009, "quart": 1.2009}
"""Measures that two lands have under one name: how many American gallons a British one is."""


def convert_otherwise(value: float, unit: str, to: str) -> list[float]:
    """The values that `value` of one unit may be in another, as either land has its gallon; none if they do not fit."""
    plain = convert(value, unit, to)
    if plain is None:
        return []
    factor = OTHERWISE.get(unit, 1.0) / OTHERWISE.get(to, 1.0)
    return [plain] if factor == 1 else [plain, plain * factor]


def are_one_amount(value: float, unit: str | None, other: float, to: str | None) -> bool:
    """Whether two values in two units are one amount, rounded: 36 feet and 11 metres, 54 months and 4.5 years."""
    if {unit, to} <= WARMTH:
        return are_one_warmth(value, unit, other, to)
    converted = convert(value, unit, to) if unit != to else None
    return converted is not None and abs(converted - other) <= ROUNDING * abs(other)


def are_one_warmth(value: float, unit: str | None, other: float, to: str | None) -> bool:
    """Whether two temperatures are one, the one in degrees Celsius and the other in degrees Fahrenheit; "degrees" alone
    are either.
    """
    return any(
        abs(celsius * 1.8 + 32 - fahrenheit) <= ROUNDED_WARMTH
        for celsius, scale, fahrenheit, to_scale in ((value, unit, other, to), (other, to, value, unit))
        if scale != "fahrenheit" and to_scale != "celsius"
    )


def are_one_unit(one: str | None, other: str | None) -> bool:
    """Whether two units can be one, for one of them is said loosely: "32 degrees" and "32 degrees Celsius"."""
    if one == other or one is None or other is None:
        return one == other
    loose: dict[str, list[str]] = load_lexicon("units")["loose"]
    return one in loose.get(other, ()) or other in loose.get(one, ())


def are_mistakable(one: str | None, other: str | None) -> bool:
    """Whether two units measure one thing, so that the same number with both is a slip: 41 kilometres, 41 miles."""
    ours, theirs = ((unit or "").partition(PER)[0] for unit in (one, other))
    return ours in _rows() and _rows()[ours] == _rows().get(theirs)
