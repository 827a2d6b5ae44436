"""Margins: a lead told beside the two numbers that it is the difference of: "61 votes to 48, a margin of 23"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from secondsource.text.amounts import Sum, write_amount
from secondsource.text.bounds import find_bound_before
from secondsource.text.number_phrases import Numeral
from secondsource.text.numerals import find_numerals
from secondsource.text.plain_numbers import NUMBER, abstract_numbers
from secondsource.text.slips import is_round_slip

REACH = 200
"""Characters from the two numbers to their difference: two sentences."""
FURTHEST = 3.0
"""Times by which a difference may be told too large or too small and still be meant for that of the two."""
_SCORES = r"votes|points|seats|goals|runs|ballots|percent|per\scent|percentage\spoints"
_PAIR = re.compile(
    rf"{NUMBER}(?:\s?%|\s(?:{_SCORES}))?(?:\s?[-–]\s?|\s(?:to|against|versus)\s){NUMBER}(?!{NUMBER}|\s(?:years|months|weeks|days|hours)\b)"
)
"""A score: "61 votes to 48", "84-71"."""
_TWO = re.compile(
    rf"\b(?:got|won|received|polled|took|had|has|by|with|scored|came\sto)\s(?:only\s|just\s)?{NUMBER}(?:\s?%|\s(?:{_SCORES}))?"
    rf"[^{NUMBER}:;?!“”]{{2,70}}?{NUMBER}(?=\s(?:{_SCORES})|\s?%|[,.;]|\sand\b)"
)
"""What two sides got: "Vik got 412 votes and Menz 376", "by 412 votes. Orr came to 376"."""


Score = tuple[Numeral, Numeral]
"""What two sides got."""


@dataclass(frozen=True, slots=True)
class Margin:
    """At text[start:end], a difference of two scores; `unit` is of what, where that is told."""

    start: int
    end: int
    value: float
    unit: str


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    n, unit = rf"(?P<n>{NUMBER})", rf"(?P<unit>{_SCORES})"
    forms = (
        rf"\b(?:lead|margin|difference|gap|majority|advantage|cushion|edge)\s(?:of\s(?:only\s|just\s)?){n}(?:\s{unit})?",
        rf"\b(?:an?|the|his|her|its|their)\s{n}-(?P<unit>point|vote|seat|goal|run)\s"
        r"(?:lead|margin|win|victory|gap|difference|advantage|defeat|majority)",
        rf"{n}\s{unit}\s(?:ahead|in\sfront|behind|clear|apart|more\sthan)\b",
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


def find_margins(text: str) -> Iterator[Margin]:
    """Every margin that `text` tells."""
    numbers = _numbers(text)
    signs, places = abstract_numbers(text, numbers)
    for found in (found for form in _forms() for found in form.finditer(signs)):
        number = places[found.start("n")]
        if not find_bound_before(text, number.start):
            yield Margin(number.start, number.end, number.low, (found["unit"] or "").removesuffix("s"))


def find_scores(text: str) -> Iterator[Score]:
    """Every pair of numbers that two sides of a vote or a game got."""
    signs, places = abstract_numbers(text, _numbers(text))
    for form in (_PAIR, _TWO):
        for found in form.finditer(signs):
            pair = [places[found.start() + at] for at, sign in enumerate(found[0]) if sign == NUMBER]
            if len(pair) == 2 and not any(find_bound_before(text, one.start) for one in pair):
                yield pair[0], pair[1]


def find_wrong_margins(text: str) -> Iterator[Sum]:
    """Every margin of `text`, a paragraph, that is not the difference of the only two scores before it."""
    margins, scores = list(find_margins(text)), list(find_scores(text))
    for margin in margins:
        before = [pair for pair in scores if 0 <= margin.start - pair[1].end <= REACH]
        if not before or any(is_of_scores(margin.value, pair) for pair in scores):
            continue
        differences = {_difference(pair) for pair in before}
        if len(differences) == 1 and is_near(margin.value, true := differences.pop()):
            one, other = sorted(before[0], key=lambda number: -number.low)
            counted = f"{write_amount(one.low)} − {write_amount(other.low)} = {write_amount(true)}"
            yield Sum(before[0][0].start, margin.end, margin.value, true, counted)


def is_near(told: float, true: float) -> bool:
    """Whether a difference may be a slip for another: a digit of it, or a few points."""
    if not told or not true or told == true:
        return False
    is_slip = is_round_slip(told, true) or is_round_slip(round(10 * told), round(10 * true))
    return is_slip and max(told, true) <= FURTHEST * min(told, true)


def _difference(pair: Score) -> float:
    return round(abs(pair[0].low - pair[1].low), 6)


def is_of_scores(value: float, pair: Score) -> bool:
    """Whether a margin is the difference of two scores."""
    return abs(_difference(pair) - value) < 1e-6


def _numbers(text: str) -> list[Numeral]:
    """The plain numbers; those of a score, read as a range, are two."""
    numbers: list[Numeral] = []
    for one in find_numerals(text):
        words = text[one.start : one.end]
        cut = re.search(r"\s?[-–]\s?|\sto\s", words) if one.kind == "range" else None
        if cut:
            numbers.append(Numeral(one.start, one.start + cut.start(), one.low, one.low, scale=one.scale))
            numbers.append(Numeral(one.start + cut.end(), one.end, one.high, one.high, scale=one.scale))
        elif one.kind == "cardinal" and one.low == one.high:
            numbers.append(one)
    return numbers
