"""Plain numbers of a text, and the text with one sign for each: what patterns of sums are made of."""

from collections.abc import Iterator, Sequence

from secondsource.text.number_phrases import Numeral
from secondsource.text.numerals import find_numerals

NUMBER = "\ue003"
"""A sign of no script that stands for a number."""
_FROM, _TO = "from ", " to "


def find_plain_numbers(text: str) -> Iterator[Numeral]:
    """The numbers of `text` that count, in order; those of "from 11 to 15" are two."""
    for number in find_numerals(text):
        words = text[number.start : number.end]
        if (
            number.kind == "range"
            and _TO in words
            and text[max(0, number.start - len(_FROM)) : number.start].lower() == _FROM
        ):
            border = number.start + words.index(_TO)
            yield Numeral(number.start, border, number.low, number.low, scale=number.scale)
            yield Numeral(border + len(_TO), number.end, number.high, number.high, scale=number.scale)
        elif number.kind == "cardinal":
            yield number


def abstract_numbers(text: str, numbers: Sequence[Numeral]) -> tuple[str, dict[int, Numeral]]:
    """The text with one sign for each of its numbers, and which one stands where."""
    parts: list[str] = []
    places: dict[int, Numeral] = {}
    size = at = 0
    for number in numbers:
        between = text[at : number.start].replace(NUMBER, " ").replace("\n", " ")
        parts += [between, NUMBER]
        size += len(between)
        places[size] = number
        size, at = size + 1, number.end
    return "".join(parts) + text[at:].replace("\n", " "), places
