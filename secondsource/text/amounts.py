"""Sums that a sentence does with money and percentages: growth, a premium over a price, a price times its shares."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secondsource.text.numerals import find_numerals

_PERCENT = re.compile(r"(?:\s|-)?(?:%|per\s?cent\b|percent\b)", re.IGNORECASE)
_NUMBER = r"(?P<{}>[^\s\d]?\d[\d.,]{{0,30}}\d|[^\s\d]?\d)"
_SCALE = r"(?:\s?(?P<{}>thousand|million|billion|trillion|mn|bn|m|k)\b)?"
SCALES = {"thousand": 1e3, "k": 1e3, "million": 1e6, "mn": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12}
_UNIT = r"(?:\s(?!to\b|from\b)[a-z$€£%]{2,14}){0,3}?"
_WHEN = r"(?:\s(?:in\s)?(?:[A-Z][a-z]{2,8}\s)?(?:19|20)\d\d(?!\d))?"
"""Behind the first of two amounts, when it was so much: "from 40 million in 2019 to 60 million"."""
_FROM_TO = re.compile(
    rf"\bfrom\s{_NUMBER.format('old')}{_SCALE.format('so')}{_UNIT}{_WHEN}\s(?:to|a\syear\s(?:ago|earlier)\sto)\s"
    rf"{_NUMBER.format('new')}{_SCALE.format('sn')}",
    re.IGNORECASE,
)
_TO_FROM = re.compile(
    rf"\bto\s{_NUMBER.format('new')}{_SCALE.format('sn')}{_UNIT},?\sfrom\s{_NUMBER.format('old')}{_SCALE.format('so')}",
    re.IGNORECASE,
)
_DOWN = re.compile(
    r"\b(?:fell|fall|fallen|falls|down|dropped|drop|lost|shrank|shrunk|declined|decline|cut|decrease|decreased|lower|slid|slumped"
    r"|reduced|reduction|loss|less|fewer)\b",
    re.IGNORECASE,
)
_UP = re.compile(
    r"\b(?:rose|rise|risen|rises|up|grew|grow|grown|gained|gain|climbed|climb|jumped|jump|increase|increased|higher|more"
    r"|growth|soared|added)\b",
    re.IGNORECASE,
)
_TO_OWN = re.compile(r"(?:\s|-)?(?:%|per\s?cent|percent)\s(?:[a-z]+\s){0,2}to\s[^\s\d]?\d", re.IGNORECASE)
"""A percentage with what it leads to right behind it: "6.4 per cent to 4.8 billion"."""
_LEVEL = re.compile(r"\b(?:to|at)\s$")
"""Before a percentage, words by which it is where something stands, and no growth: "improved to 86.3 per cent"."""
_GOES_ON = re.compile(
    r"(?:That|This|It|Which)(?:\s(?:is|was|means|makes|equals|amounts\sto|comes\sto|would\sbe)|['’]s)\s(?:[a-z]+\s){0,2}"
    r"(?:reduction|fall|drop|decline|decrease|cut|loss|rise|increase|growth|jump|gain|plus|minus)\s(?:of\s)?"
    r"(?:(?:about|some|almost|nearly|around|roughly)\s)?[\d.]{1,6}(?:%|\sper\s?cent)",
)
_EACH = re.compile(
    rf"{_NUMBER.format('each')}{_UNIT}\s(?:for\seach\sof|for\severy\sone\sof|apiece\sfor|each\sfor|(?:a|per)\s(?:share|piece|head|ticket|tonne|ton)"
    rf"\sfor)\s(?:the\s|its\s|their\s|all\s)?{_NUMBER.format('count')}{_SCALE.format('sc')}",
    re.IGNORECASE,
)


_AT_EACH = re.compile(
    rf"{_NUMBER.format('count')}{_SCALE.format('sc')}(?:\s[a-z]{{2,14}}){{1,3}}\s(?:at|for)\s{_NUMBER.format('each')}"
    r"(?:\s[a-z]{3,12})?\s(?:each|apiece|a\spiece)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum at text[start:end] that comes out as `true` where `told` is written; `counted` writes it out."""

    start: int
    end: int
    told: float
    true: float
    counted: str


def find_growths(sentence: str) -> Iterator[Sum]:
    """The percentage beside "from 480 to 560 million"; nothing where several stand in the sentence."""
    shares = [n for n in find_numerals(sentence) if _PERCENT.match(sentence, n.end) and n.low == n.high]
    if len(shares) != 1:
        return
    told = shares[0].low or 0.0
    for found in (*_FROM_TO.finditer(sentence), *_TO_FROM.finditer(sentence)):
        old, new = _value(found["old"], found["so"] or found["sn"]), _value(found["new"], found["sn"])
        if (shares[0].start >= found.start() and shares[0].end <= found.end()) or not old or not new or old == new:
            continue
        if _PERCENT.match(sentence, found.end()) or not (_UP if new > old else _DOWN).search(sentence):
            continue
        own = _TO_OWN.match(sentence, shares[0].end)
        is_level = own is None and _LEVEL.search(sentence, 0, shares[0].start)
        if is_level or (own and not found.start() < own.end() <= found.end()):
            continue
        true = 100 * abs(new - old) / old
        if told > 0 and not _is_year(found["old"]) and max(old, new) / min(old, new) < 100:
            start, end = min(found.start(), shares[0].start), max(found.end(), shares[0].end)
            counted = f"from {write_amount(old)} to {write_amount(new)} is {true:.3g} percent"
            yield Sum(start, end, told, true, counted)


def find_next_growths(before: str, sentence: str) -> Iterator[Sum]:
    """The percentage of a sentence on the change told before it: "That is a reduction of 37 per cent"."""
    if _GOES_ON.match(sentence):
        yield from find_growths(f"{before} {sentence}")


def find_products(sentence: str, totals: Sequence[tuple[int, int, float]]) -> Iterator[Sum]:
    """A price for each times their number, against the one of `totals` (start, end, value) that stands beside it."""
    for found in (*_EACH.finditer(sentence), *_AT_EACH.finditer(sentence)):
        each, count = _value(found["each"], None), _value(found["count"], found["sc"])
        others = [t for t in totals if not (t[0] < found.end() and found.start() < t[1])]
        likely = [t for t in others if each and count and 0.2 <= t[2] / (each * count) <= 5]
        if len(likely) == 1:
            start, end, told = likely[0]
            true = each * count
            counted = f"{write_amount(each)} × {write_amount(count)} = {write_amount(true)}"
            yield Sum(min(start, found.start()), max(end, found.end()), told, true, counted)


def _is_year(number: str) -> bool:
    return bool(re.fullmatch(r"(?:1[5-9]|20)\d\d", number))


def _value(number: str, scale: str | None) -> float:
    plain = re.sub(r"[^\d.,]", "", number).strip(".,").replace(",", "")
    return float(plain) * SCALES.get((scale or "").lower(), 1.0) if plain.count(".") <= 1 and plain else 0.0


def write_amount(value: float) -> str:
    """An amount as a person would write it: "640.32 million"."""
    for size, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if value >= size:
            return f"{value / size:.6g} {name}"
    return f"{value:,.6g}" if value < 1e6 else f"{value:,.0f}"
