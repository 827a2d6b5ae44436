"""Measures: the unit or currency that stands beside a number, under one name for all its spellings."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from secondsource.text.lexicon import load_lexicon

REACH = 40
"""Characters after a number in which its unit is looked for: the longest is "New Zealand dollars per square metre"."""

MONEY_POUNDS = 1e5
"""From so many "pounds" on, money is meant: nothing in the news weighs that in pounds."""


_PAID = re.compile(
    r"\b(?:cost(?:s|ing)?|pa(?:y|ys|id|ying)|pric(?:e|es|ed)|fees?|fine[ds]?|worth|charg(?:e|es|ed|ing)|sold\sfor|sells?\sfor|go(?:es)?\sfor"
    r"|went\sfor|wages?|salar(?:y|ies)|earn(?:s|ed|ing)?|ow(?:e|es|ed|ing)|spen(?:d|ds|t|ding)|bought|refund(?:s|ed)?|rents?|bills?|debts?"
    r"|loans?|lent|borrowed|donat(?:e|es|ed)|bail|rewards?|compensation|damages|stole|cash|bet)\s(?:[\w'’-]{1,20}\s){0,5}$",
    re.IGNORECASE,
)
"""Words before a number of pounds by which they are money."""
_OF_GOODS = re.compile(r"\sof\s")
PAID_REACH = 70
"""Characters before a number in which they stand."""


LAST_CONSOLE = 20
"""Up to this, "PS" before a number is a games console; in texts put into ASCII it is how a pound sign comes out."""


STRONGEST = 10
"""No earthquake reaches it; a larger number counts orders of magnitude, or something else."""
_MAGNITUDE_BEFORE = re.compile(
    r"\b(?:magnitude[-\s]{1,2}(?:of\s)?|strength\sof\s|\w{0,8}(?:shock|quake)s?\s(?:of|measuring|reaching|can\sreach)\s)(?:about\s|around\s|at\sleast\s|a\spreliminary\s|up\sto\s)?$",
    re.IGNORECASE,
)
_MAGNITUDE_AFTER = re.compile(r"[-‐\s]magnitude\b|\son\sthe\s(?:open[-\s]ended\s)?Richter\b", re.IGNORECASE)

_IN_BRACKETS = re.compile(r"\s{0,2}\((?:about\s|some\s|nearly\s|around\s)?\d[^()\n]{1,25}\)|\)")
"""Between a unit and what it is told by, the same in another unit, or the end of the brackets that hold it."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A number with its unit at text[start:end]; without one, the number's own place and no unit."""

    start: int
    end: int
    unit: str | None
    is_money: bool = False
    sign: int = 1


def _choice(forms: Iterable[str]) -> str:
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    return "|".join(re.escape(form).replace(r"\ ", r"(?:\s{1,2}|-)") for form in ordered)


@cache
def _names() -> dict[str, str]:
    """Every spelling, in small letters and single-spaced, with the name of its unit."""
    table: dict[str, Any] = load_lexicon("units")
    names = {form.lower(): unit for unit, entry in table["units"].items() for form in entry["forms"]}
    return names | {form.lower(): unit for unit, entry in table["currencies"].items() for form in entry["forms"]}


@cache
def _symbols() -> dict[str, str]:
    return {form: unit for unit, entry in load_lexicon("units")["units"].items() for form in entry.get("symbols", ())}


@cache
def _currency_signs() -> dict[str, str]:
    return {form: unit for unit, entry in load_lexicon("units")["currencies"].items() for form in entry["before"]}


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    symbols = _symbols()
    long = [form for form in symbols if len(form) > 1 or not form.isalpha()]
    words = _choice(_names())
    return {
        "before": re.compile(rf"(?<![A-Za-z$])({_choice(_currency_signs())})\s?$"),
        "sign": re.compile(r"(?:(?<=[\s,($£€])|^)(minus[\s-]{1,2}|[-−])$", re.IGNORECASE),
        "symbol": re.compile(
            rf"(?:[\s-]?({_choice(long)})|({_choice(form for form in symbols if form not in long)}))(?![\w])"
        ),
        "word": re.compile(rf"(?:[\s-]{{1,2}}|(?<=\d))({words})(?![\w])", re.IGNORECASE),
        "per": re.compile(
            rf"(?:\s{{1,2}}U\.?S\.?)?(?:\s{{1,2}}(?:an?|each|every)\s{{1,2}}({words}|share|piece|head|person|night)(?!\w|\s{{1,2}}(?:ago|earlier|later|before))"
            rf"|(?:\s{{1,2}}|-)per[\s-]((?:{words}|sq\sm|sq\sft)(?!\w)|(?:square\s|cubic\s)?[a-z]{{2,20}})|-an?-({words})(?!\w))",
            re.IGNORECASE,
        ),
        "deep": re.compile(r"(?:[\s-]{1,2}|\))(?:tall|high|long|wide|deep|thick|away|across)\b", re.IGNORECASE),
    }


def find_measure(text: str, start: int, end: int, value: float) -> Measure:
    """The number at text[start:end], whose value is `value`, with its currency sign, sign and unit."""
    sign, begin = _find_sign(text, start)
    money = _patterns()["before"].search(text, max(0, begin - 5), begin)
    if money and not (money[1] == "PS" and value <= LAST_CONSOLE):
        begin = money.start(1)
        if sign > 0:
            sign, begin = _find_sign(text, begin)
        return _with_per(text, Measure(begin, end, _currency_signs()[money[1]], True, sign))
    found = _find_unit(text, begin, end, value)
    if found is None:
        return Measure(begin, end, None, False, sign)
    unit, finish, is_money = found
    return _with_per(text, Measure(begin, finish, unit, is_money, sign))


def is_magnitude(text: str, start: int, end: int, value: float) -> bool:
    """Whether the bare number at text[start:end] is the strength of an earthquake: "magnitude 6.4", "6.4-magnitude"."""
    if not 0 < value < STRONGEST:
        return False
    lead = text[max(0, start - REACH) : start]
    return bool(_MAGNITUDE_BEFORE.search(lead) or _MAGNITUDE_AFTER.match(text, end))


def find_unit_name(word: str) -> str | None:
    """The unit that a word is a spelling of, if it is one: "yards" and "yard" are "yard"."""
    return _names().get(word.lower()) if word else None


def _find_name(words: str) -> str:
    """The unit that a match of the lexicon's spellings means, however it is spaced or hyphenated."""
    spelled = " ".join(words.lower().split())
    return _names().get(spelled) or _names()[spelled.replace("-", " ")]


def _find_sign(text: str, start: int) -> tuple[int, int]:
    found = _patterns()["sign"].search(text, max(0, start - 8), start)
    return (-1, found.start(1)) if found else (1, start)


def _find_unit(text: str, start: int, end: int, value: float) -> tuple[str, int, bool] | None:
    word = _patterns()["word"].match(text, end, end + REACH)
    symbol = _patterns()["symbol"].match(text, end, end + REACH)
    if symbol and (not word or symbol.end() >= word.end()):
        return _symbols()[symbol[1] or symbol[2]], symbol.end(), False
    if not word:
        return None
    unit = _find_name(word[1])
    if unit == "pound-mass" and (value >= MONEY_POUNDS or _is_paid(text, start, word.end(1))):
        unit = "pound sterling"
    return unit, word.end(1), unit in load_lexicon("units")["currencies"]


def _is_paid(text: str, start: int, end: int) -> bool:
    """Whether the pounds at text[start:end] are what something costs, and not the weight of some goods."""
    return bool(_PAID.search(text[max(0, start - PAID_REACH) : start])) and not _OF_GOODS.match(text, end)


def _with_per(text: str, measure: Measure) -> Measure:
    """The measure with what it is told by: "$80 per square metre", "52,000 barrels a day", "8 km (5 miles) an hour"."""
    beside = _IN_BRACKETS.match(text, measure.end)
    found = _patterns()["per"].match(text, beside.end() if beside else measure.end, measure.end + REACH + REACH)
    if not found or measure.unit is None:
        return measure
    whole = " ".join((found[1] or found[2] or found[3]).lower().split())
    unit = f"{measure.unit} per {_names().get(whole) or _symbols().get(whole) or whole}"
    return Measure(measure.start, measure.end if beside else found.end(), unit, measure.is_money, measure.sign)
