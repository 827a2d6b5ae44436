"""Paces: "200 cars a day, or 1,400 a week", "twelve buses with 50 seats each, 600 in all"."""

import re
from collections.abc import Iterator
from functools import cache

from secondsource.text.amounts import Sum, write_amount
from secondsource.text.bounds import find_bound_before
from secondsource.text.plain_numbers import NUMBER, abstract_numbers, find_plain_numbers
from secondsource.text.totals import is_no_count

SLACK = 0.08
"""Share by which a pace may be rounded; three times that where "some" or "more than" stands before one."""
FURTHEST = 10.0
"""Times by which two numbers may miss one another and still be meant for one pace."""
_TURNS = {
    ("minute", "hour"): (60, 60), ("hour", "day"): (6, 24), ("day", "week"): (5, 7), ("day", "month"): (19, 31),
    ("day", "year"): (220, 366), ("week", "month"): (4, 4.5), ("week", "year"): (44, 53), ("month", "year"): (11, 14),
    ("second", "minute"): (60, 60), ("hour", "week"): (30, 168),
}  # fmt: skip
"""How often the one comes in the other: working days or all, twelve months' pay or fourteen."""
_UNITS = r"second|minute|hour|day|week|month|year"
_EVERY = rf"(?:an?|per|each|every)\s(?P<{{0}}>{_UNITS})"
_IN = rf"[^{NUMBER}.;:?!“”\"]"
_LOOSE = r"(?:about\s|some\s|around\s|roughly\s|almost\s|nearly\s|more\sthan\s|over\s)?"


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    a, b, n, e, t, u = (rf"[$€£]?(?P<{name}>{NUMBER})" for name in "abnetu")
    noun = r"(?:\s[a-z][\w'’-]{0,20}){0,3}?"
    every, other = _EVERY.format("one"), _EVERY.format("other")
    total = r"(?:,|\s[–—])\s(?:(?:making\s|for\s|or\s)?(?:an?\s(?:grand\s)?total\sof|altogether|in\sall|together)\s"
    total += rf"{_LOOSE}{t}(?!\s?%)"
    total += rf"|{_LOOSE}{u}{noun}\s(?:in\sall|in\stotal|altogether))"
    forms = (
        rf"{a}{noun}\s{every}(?:,|\s[–—]|\s\()\s?(?:or\s|that\sis,?\s|which\sis\s|i\.e\.\s)?{_LOOSE}{b}{noun}\s{other}\b",
        rf"\beach\sof\s(?:the\s|its\s|their\s)?{n}\s{_IN}{{2,40}}?\s{e}{noun}{total}",
        rf"{n}\s{_IN}{{2,40}}\beach\s{_IN}{{2,30}}?{e}{noun}{total}",
        rf"{n}\s{_IN}{{2,40}}?\s{e}{noun}\s(?:each|apiece){total}",
        rf"\bat\s{e}{noun}\s(?:an?|each|per)\s[a-z]{{3,20}},\s(?:the\s)?{n}\s[a-z]{{3,20}}\s(?:brought\sin|raised|cost|fetched|paid|yielded)\s{t}",
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


def find_wrong_paces(sentence: str) -> Iterator[Sum]:
    """Every pace told by two lengths of time that one number does not make of the other, and every wrong product."""
    numbers = [n for n in find_plain_numbers(sentence) if n.low == n.high and n.low and not is_no_count(sentence, n)]
    if len(numbers) < 2:
        return
    signs, places = abstract_numbers(sentence, numbers)
    for form in _forms():
        for found in form.finditer(signs):
            names = [name for name in "abnetu" if found.groupdict().get(name)]
            told = {name: places[found.start(name)] for name in names}
            slack = SLACK * (3 if any(find_bound_before(sentence, one.start) for one in told.values()) else 1)
            first, last = min(one.start for one in told.values()), max(one.end for one in told.values())
            values = {name: one.low for name, one in told.items()}
            if "e" in values:
                true = values["n"] * values["e"]
                counted = f"{write_amount(values['n'])} × {write_amount(values['e'])} = {write_amount(true)}"
                total = values.get("t") or values.get("u") or true
                if _is_off(total, true, true, slack):
                    yield Sum(first, last, total, true, counted)
            else:
                yield from _compare(found["one"].lower(), found["other"].lower(), values, (first, last), slack)


def _compare(one: str, other: str, told: dict[str, float], place: tuple[int, int], slack: float) -> Iterator[Sum]:
    a, b = told["a"], told["b"]
    if (other, one) in _TURNS:
        one, other, a, b = other, one, b, a
    turns = _TURNS.get((one, other))
    if turns and _is_off(b, turns[0] * a, turns[1] * a, slack):
        counted = f"{write_amount(a)} a {one} = {write_amount(turns[1] * a)} a {other} at most"
        counted = counted if b > a * turns[1] else f"{write_amount(a)} a {one} = {write_amount(turns[0] * a)} a {other}"
        yield Sum(*place, b, turns[1] * a, counted)


def _is_off(told: float, low: float, high: float, slack: float) -> bool:
    near = low / FURTHEST <= told <= high * FURTHEST
    return near and not low * (1 - slack) <= told <= high * (1 + slack)
