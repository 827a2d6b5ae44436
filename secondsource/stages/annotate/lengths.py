"""Lengths: how long the time is that an expression tells of."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from secondsource.text.lexicon import load_lexicon
from secondsource.text.numerals import to_number


@cache
def load_units() -> dict[str, tuple[str, int]]:
    """Each word for a unit with its TIMEX code, and how many of the code's unit it is: "decades" are 10 Y."""
    entries: Mapping[str, Any] = load_lexicon("calendar")["units"]
    return {form: (entry["code"], entry["count"]) for entry in entries.values() for form in entry["forms"]}


def amount_of(parts: Mapping[str, str]) -> float | None:
    """How many units an expression tells of; None where it is vague ("several")."""
    if "one" in parts:
        return 1.5 if "half" in parts else 1.0
    if "number" not in parts:
        return 2.0 if "couple" in parts.get("vague", "") else None
    number = 0.5 if parts["number"] == "half" else to_number(parts["number"])
    return number + 0.5 if number is not None and "half" in parts else number


_HALVES = {"Y": "P{}Y6M", "TH": "PT{}H30M", "TM": "PT{}M30S"}


def length_of(parts: Mapping[str, str]) -> str:
    """A TIMEX length: P24Y, PT2H30M, PXW (several weeks)."""
    code, count = load_units()[parts["unit"]]
    amount = amount_of(parts)
    if amount is not None and amount > 1 and amount % 1 == 0.5 and count == 1 and code in _HALVES:
        return _HALVES[code].format(int(amount))
    written = "X" if amount is None else f"{amount * count:g}"
    if "couple" in parts.get("vague", ""):
        written = f"{2 * count}"
    if amount is None and count > 1:
        code = {10: "E", 100: "C"}.get(count, code)
    return f"PT{written}{code[1]}" if code.startswith("T") else f"P{written}{code}"
