"""Values: the numbers of figures by themselves, how rare they are, and which two can be one."""

from dataclasses import replace

from secondsource.model.statements import Figure
from secondsource.settings import Align
from secondsource.text.units import are_one_amount

DIGITS_ALONE = 3
"""Digits of a value, noughts at its end aside, that two figures do not share by chance."""
DIGITS_WITH_UNIT = 2
"""The same where the unit is a rarer one, such as millimetres or euros."""
MILLION = 1e6
"""From here on two digits are as rare as three."""
COMMON_UNITS = frozenset(["percentage", "year", "month", "week", "day", "hour", "minute", "year of age"])
"""Units in which so much is counted that two digits are shared by chance."""
SMALL = 12
"""Up to here numbers are common, and the same number alone says little."""
NEAR_BOUND = 1.5
""""More than 40" can be 47; nobody would say it of 400."""
MINUTES = {"second": 1 / 60, "minute": 1, "hour": 60, "day": 1440, "week": 10080}
LONG = 31
"""Days, hours or minutes up to which lengths of time are common: a month, half an hour, a day and a little."""
TRIFLES = frozenset([0.0, 1.0, 2.0])
"""Numbers that any two sentences share."""
LARGE = 10_000
ROUNDING = 0.005
"""From this size on, and up to this share of the larger, two values may be one, rounded in one of the reports."""


def size_of(figure: Figure) -> float:
    return max(abs(figure.low or 0.0), abs(figure.high or 0.0))


def _digits(figure: Figure) -> int:
    """Digits of the value without the noughts at its end: two of 94 and of 640 million, three of 18.40."""
    value = figure.low if figure.low is not None else figure.high
    return len(f"{abs(value or 0.0):.6f}".replace(".", "").strip("0"))


def is_whole(figure: Figure) -> bool:
    return size_of(figure) % 1 == 0


def is_uneven(figure: Figure) -> bool:
    """Whether the value has two digits or more that are no noughts at its end: 41 and 1,980, not 300."""
    return _digits(figure) >= DIGITS_WITH_UNIT and size_of(figure) > SMALL


def is_rare(figure: Figure) -> bool:
    """Whether few figures of one story have this value by chance: three digits, a measure, 98 days."""
    is_length = figure.unit in MINUTES and is_uneven(figure) and size_of(figure) > LONG
    return _digits(figure) >= DIGITS_ALONE or is_length or (is_measure(figure) and size_of(figure) > SMALL)


def is_measure(figure: Figure) -> bool:
    """Whether the unit is one in which little is counted: metres, euros, magnitude."""
    return figure.unit is not None and figure.unit.partition(" per ")[0] not in COMMON_UNITS


def is_one_telling_value(one: Figure, other: Figure) -> bool:
    """Whether the value is one that two figures hardly share by chance: 46.8 percent, 94 millimetres, 18.40."""
    if _digits(one) < DIGITS_WITH_UNIT or _digits(other) < DIGITS_WITH_UNIT:
        return False
    if (one.low, one.high) != (other.low, other.high):
        return one.unit == other.unit and _is_rounded(one, other)
    ours, theirs = ((figure.unit or "").partition(" per ")[0] for figure in (one, other))
    if ours and theirs:
        return ours == theirs and (_digits(one) >= DIGITS_ALONE or ours not in COMMON_UNITS)
    if ours or theirs:
        counted = (other if ours else one).of
        if counted and counted.rpartition(" ")[2] not in (ours or theirs):
            return False
        return _digits(one) >= DIGITS_ALONE or size_of(one) >= MILLION
    return _digits(one) > DIGITS_ALONE


def is_same_value(one: Figure, other: Figure) -> bool:
    """Whether the values are equal, or one is a bound that the other keeps and is near to."""
    if (one.low, one.high) == (other.low, other.high) or _is_rounded(one, other):
        return True
    sizes = sorted((size_of(one), size_of(other)))
    return (one.contains(other) or other.contains(one)) and sizes[1] <= NEAR_BOUND * sizes[0]


def _is_rounded(one: Figure, other: Figure) -> bool:
    """Whether two large values are as near as a rounded one and its exact one: 2.3 million and 2,304,000."""
    small, large = sorted((size_of(one), size_of(other)))
    return small >= LARGE and large - small <= ROUNDING * large


def is_near_in_size(one: Figure, other: Figure, settings: Align) -> bool:
    """Whether the larger is no great multiple of the smaller, but for a mistaken scale (3 million, 3 billion)."""
    small, large = sorted((size_of(one), size_of(other)))
    return bool(small) and (large <= settings.figure_ratio * small or large / small in (1e3, 1e6))


def in_one_unit(one: Figure, other: Figure) -> tuple[Figure, Figure]:
    """Both figures alike if they are one amount in two units, in minutes if they are times of fixed length."""
    if are_one_amount(size_of(other), other.unit, size_of(one), one.unit):
        return one, replace(other, low=one.low, high=one.high, unit=one.unit)
    if one.unit == other.unit or one.unit not in MINUTES or other.unit not in MINUTES:
        return one, other
    return _in_minutes(one), _in_minutes(other)


def _in_minutes(figure: Figure) -> Figure:
    factor = MINUTES[figure.unit or ""]
    low, high = (None if value is None else value * factor for value in (figure.low, figure.high))
    return replace(figure, low=low, high=high, unit="minute")
