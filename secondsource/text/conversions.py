"""Conversions: one amount told in two units, "40 km (25 miles)", "12 miles, or 19 km"; of money the rates move."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from secondsource.text.amounts import Sum
from secondsource.text.bounds import find_bound_before
from secondsource.text.measures import find_measure
from secondsource.text.numerals import find_numerals
from secondsource.text.units import convert, convert_otherwise

ROUNDED = 0.06
"""Share of a number with noughts at its end by which it may have been rounded."""
TWICE = 0.03
"""Share that rounding in each of two units may add up to."""
ROUGH = 0.1
"""The same where "about" and the like stand before one of them."""
FURTHEST = 12.0
"""Times by which two amounts may differ and still be meant for one: a slip of a digit, and a little."""
DEGREES = 2.0
"""Degrees by which rounding may move a temperature; a round number may be five off."""
LONGEST_GAP = 40
TEMPERATURES = ("celsius", "fahrenheit")
TIMES = frozenset(["second", "minute", "hour", "day", "week", "month", "year"])

_HOW = r"(?:\s(?:long|high|tall|wide|deep|thick|away|across|off|of\s[a-z]{3,20}))?"
_OPENS = re.compile(rf"^{_HOW}\s?\((?:[a-z]{{2,8}}\s){{0,3}}$", re.IGNORECASE)
_OR = re.compile(rf"^{_HOW}(?:,|\s[–—])\sor\s(?:[a-z]{{2,8}}\s){{0,3}}$", re.IGNORECASE)
_SHUTS = re.compile(rf"^{_HOW}[,;)]", re.IGNORECASE)
_AND = re.compile(r"^(?:\s|\sand\s|,\s)$")
_FAHRENHEIT = re.compile(r"\s?°?\s?F\b")
"""Behind a number in brackets; elsewhere a bare F may be anything."""


@dataclass(frozen=True, slots=True)
class _Amount:
    """A measured amount at text[start:end]; `step` is how far rounding may move it."""

    start: int
    end: int
    value: float
    unit: str
    step: float
    words: str


def find_wrong_conversions(text: str) -> Iterator[Sum]:
    """Every amount of `text`, a sentence, that another right behind it, in brackets or after "or", does not convert."""
    for one, other in pairwise(_join(text, list(_find_amounts(text)))):
        gap = text[one.end : other.start]
        if len(gap) > LONGEST_GAP or one.unit == other.unit or TIMES & {one.unit, other.unit}:
            continue
        is_bracket = _OPENS.match(gap) and _SHUTS.match(text[other.end : other.end + LONGEST_GAP])
        if not (is_bracket or _OR.match(gap)):
            continue
        ways = _convert(one, other)
        if ways and not any(_fits(one, other, way) for way in ways) and _is_slip(ways[0], other):
            counted = f"{one.words} = {ways[0]:.3g} {other.unit}"
            yield Sum(one.start, other.end, other.value, round(ways[0], 3), counted)


def _find_amounts(text: str) -> Iterator[_Amount]:
    for number in find_numerals(text):
        if number.low != number.high or number.kind != "cardinal":
            continue
        measure = find_measure(text, number.start, number.end, number.low)
        unit, end = measure.unit, measure.end
        fahrenheit = _FAHRENHEIT.match(text, number.end, number.end + len(" ° F"))
        if unit is None and fahrenheit:
            unit, end = TEMPERATURES[1], fahrenheit.end()
        if unit is None or measure.is_money:
            continue
        bound = find_bound_before(text, measure.start)
        start = bound.start if bound else measure.start
        value = measure.sign * number.low
        step = _step(text[number.start : number.end], number.low) + (ROUGH * number.low if bound else 0.0)
        yield _Amount(start, end, value, unit, step, text[measure.start : end])


def _step(words: str, value: float) -> float:
    """How far rounding may have moved a number: half of its last digit, or a share of it where that is a nought."""
    point = re.search(r"\.(\d+)", words)
    if point:
        return 10.0 ** -len(point[1]) / 2
    whole = f"{value:.0f}"
    noughts = len(whole) - len(whole.rstrip("0"))
    return min(10.0**noughts / 2, ROUNDED * value) if noughts else 0.5


def _join(text: str, amounts: Sequence[_Amount]) -> list[_Amount]:
    """The amounts, "six feet two inches" and "6lb 4oz" made one each."""
    joined: list[_Amount] = []
    for amount in amounts:
        last = joined[-1] if joined else None
        if last and _AND.match(text[last.end : amount.start]):
            more = convert(amount.value, amount.unit, last.unit)
            if more is not None and abs(more) < 1:
                step = convert(amount.step, amount.unit, last.unit) or 0.0
                words = text[last.start : amount.end]
                joined[-1] = replace(last, end=amount.end, value=last.value + more, step=step, words=words)
                continue
        joined.append(amount)
    return joined


def _convert(one: _Amount, other: _Amount) -> list[float]:
    """The ways to put an amount in the other's unit: gallons are of two lands, degrees may be a difference."""
    if other.unit in TEMPERATURES and one.unit in (*TEMPERATURES, "degree"):
        if other.unit == TEMPERATURES[1]:
            return [one.value * 1.8 + 32, one.value * 1.8]
        return [(one.value - 32) / 1.8, one.value / 1.8]
    return convert_otherwise(one.value, one.unit, other.unit)


def _fits(one: _Amount, other: _Amount, way: float) -> bool:
    if other.unit in TEMPERATURES:
        is_round = one.value % 5 == 0 or other.value % 5 == 0
        return abs(way - other.value) <= (DEGREES if not is_round else 2 * DEGREES) + one.step
    slack = abs(way) * (one.step / abs(one.value) if one.value else 0.0) + other.step + TWICE * abs(way)
    return abs(way - other.value) <= slack


def _is_slip(way: float, other: _Amount) -> bool:
    """Whether the two are near enough to be meant for one amount."""
    if other.unit in TEMPERATURES:
        return True
    small, large = sorted((abs(way), abs(other.value)))
    return small > 0 and large <= FURTHEST * small
