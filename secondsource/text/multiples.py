"""Multiples: so much for each, how many there are, and what is said that it makes, over several sentences."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from secondsource.text.amounts import Sum, write_amount
from secondsource.text.bounds import find_bound_before
from secondsource.text.number_phrases import Numeral
from secondsource.text.plain_numbers import NUMBER, abstract_numbers, find_plain_numbers
from secondsource.text.slips import is_round_slip
from secondsource.text.totals import is_no_count

REACH = 240
"""Characters from how many there are to what they make."""
FURTHEST = 2.5
"""Times by which what they make may be told too large or too small."""
LEAST = 20
"""Smaller products are made by any two numbers."""
SLACK = 0.03
"""Share by which a product may be rounded."""
_TIMES = frozenset(
    ["second", "minute", "hour", "day", "week", "month", "year", "night", "kilometre", "metre", "mile", "time"]
)
_EACH = r"(?:each|apiece|a\spiece)\b"
_GETS = (
    r"(?:gets?|got|holds?|held|contain(?:s|ed)?|costs?|is\sto\sget|are\sto\sget|receives?|received|carr(?:ies|ied)|has|had"
    r"|was\sworth|paid|pays)"
)


MANY = 3
"""Things from which on one load left out or counted twice is a slip; of two it is half of all."""
BEFORE = 200
"""Characters from how many there are to how much is on each of them."""
_WORD = r"[a-z]{3,20}"
_NARROWED = re.compile(
    r"(?:\s[a-z]{2,20}){0,4}\s(?:of\s(?:the|its|his|her|their|an?)\s|(?:of|from|in|for)\s(?:the\s|a\s)?(?:days?|weeks?|months?|year|night|other|second|previous|last|next)|that|which|who|whom|whose|ordered|promised|expected|needed|planned|missing)\b"
)
"""Behind a whole, words by which it is of things of its own: "the 60 tonnes of sand that never came"."""


@dataclass(frozen=True, slots=True)
class Load:
    """So many things with so much of something on each, at text[start:end], and what is said to be all of it.

    `whole_start` and `whole_end` are the place of that, which may be some paragraphs on.
    """

    start: int
    end: int
    whole_start: int
    whole_end: int
    count: float
    value: float
    told: float

    @property
    def counted(self) -> str:
        """The multiplication, written out."""
        return f"{write_amount(self.count)} × {write_amount(self.value)} = {write_amount(self.count * self.value)}"


@dataclass(frozen=True, slots=True)
class Each:
    """At text[start:end], that each thing called `noun` has, holds or costs so much."""

    start: int
    end: int
    noun: str
    value: float


@cache
def _each_forms() -> tuple[re.Pattern[str], ...]:
    x, noun = rf"[$€£]?(?P<x>{NUMBER})(?!\s?%|\s(?:percent|per\scent)\b)", r"(?P<noun>[a-z]{3,20})"
    forms = (
        rf"\b{noun}\s(?:with|of|at|for|worth|containing|holding|carrying)\s(?:some\s)?{x}(?:\s[a-z]{{3,20}}){{0,2}}?\s{_EACH}",
        rf"{x}(?:\s[a-z]{{3,20}}){{0,2}}?\s(?:(?:in|for|to|on|from)\s(?:each|every)(?:\sof\sthe)?|per)\s{noun}\b",
        rf"\b[Ee](?:ach|very)\s(?:one\s)?(?:of\s(?:the|these|those)\s)?(?:{NUMBER}\s)?{noun}\s{_GETS}\s{x}",
    )
    return tuple(re.compile(form) for form in forms)


@cache
def _total_forms() -> tuple[re.Pattern[str], ...]:
    t = rf"[$€£]?(?P<t>{NUMBER})(?!\s?%|\s(?:percent|per\scent)\b)"
    forms = (
        rf"(?:^|[.;]\s|,\s(?:and\s)?)(?:that|this|which|it|together\sthey|all\sin\sall|in\sall,?|altogether,?|together,?)\s(?:it\s)?"
        rf"(?:(?:makes|made|comes\sto|came\sto|is|was|adds\sup\sto|amounts\sto|are|were|that\sis|that\smakes)\s)?{t}",
        rf"{t}(?:\s[a-z]{{3,20}}){{0,2}}\s(?:in\sall|in\stotal|altogether|all\stold)\b",
        rf"\b(?:took|takes|paid|pays|earned|made|costs?|collected|brought\sin|spent)\s{t}(?:\s[a-z]{{3,20}}){{0,2}}\s(?:for|from|with|on)\s(?:them|these|those|it)\b",
        rf"\ba\s(?:grand\s)?total\sof\s{t}",
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


def find_each(text: str) -> Iterator[Each]:
    """Every "envelopes with 2,000 crowns each", "40 seats in every bus", "each family gets 300 crowns"."""
    signs, places = abstract_numbers(text, _numbers(text))
    for form in _each_forms():
        for found in form.finditer(signs):
            number, noun = places[found.start("x")], _stem(found["noun"])
            if noun not in _TIMES and not find_bound_before(text, number.start):
                yield Each(number.start, number.end, noun, number.low)


def find_wrong_multiples(text: str, elsewhere: Mapping[str, float]) -> Iterator[Sum]:
    """Every total of `text`, a paragraph, that so many times so much for each does not make.

    `elsewhere` has what each thing, by its noun, has in other paragraphs and reports.
    """
    numbers = _numbers(text)
    signs, places = abstract_numbers(text, numbers)
    each = dict(elsewhere) | {one.noun: one.value for one in find_each(text)}
    totals = {
        places[found.start("t")].start: places[found.start("t")]
        for form in _total_forms()
        for found in form.finditer(signs)
    }
    for total in totals.values():
        near = [one for one in numbers if 0 < total.start - one.end <= REACH]
        counts = [(one, each[noun]) for one in near if (noun := _noun(text, one)) in each and each[noun] != one.low]
        if find_bound_before(text, total.start) or not counts or _is_made(total, near):
            continue
        count, value = counts[-1]
        true = count.low * value
        if true >= LEAST and _is_meant(total.low, true):
            counted = f"{write_amount(count.low)} × {write_amount(value)} = {write_amount(true)}"
            yield Sum(count.start, total.end, total.low, true, counted)


def _numbers(text: str) -> list[Numeral]:
    return [one for one in find_plain_numbers(text) if one.low == one.high and one.low and not is_no_count(text, one)]


def _stem(noun: str) -> str:
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if noun.endswith(("ses", "xes", "ches", "shes")):
        return noun[:-2]
    return noun if noun.endswith(("ss", "us", "is")) else noun.removesuffix("s")


def _noun(text: str, number: Numeral) -> str:
    found = re.compile(r"(?:\sof\sthe)?(?:\s[a-z]{3,20})?\s([a-z]{3,20}s)\b").match(text, number.end)
    plain = re.compile(r"\s([a-z]{3,20})\b").match(text, number.end)
    return _stem(plain[1]) if plain and plain[1].endswith("s") else _stem(found[1]) if found else ""


def _is_made(total: Numeral, near: list[Numeral]) -> bool:
    """Whether the numbers before a total make it in some other way."""
    values = [one.low for one in near]
    pairs = [(one, other) for at, one in enumerate(values) for other in values[at + 1 :]]
    return any(abs(made - total.low) <= SLACK * total.low for a, b in pairs for made in (a * b, a + b)) or (
        len(values) > 2 and abs(sum(values) - total.low) <= SLACK * total.low
    )


def _is_meant(told: float, true: float) -> bool:
    """Whether a total is wrong, and near enough to have been meant: one digit off, or by a few noughts."""
    if abs(told - true) <= SLACK * true:
        return False
    return (is_round_slip(told, true) and max(told, true) <= FURTHEST * min(told, true)) or told in (
        10 * true,
        true / 10,
    )


@cache
def _load_forms() -> tuple[re.Pattern[str], ...]:
    """So much of a thing on each of those that were counted just before: "26 tonnes on each of them"."""
    x, thing = rf"(?P<x>{NUMBER})", rf"(?P<thing>{_WORD})"
    one, of = rf"(?:each|every\s(?:single\s)?(?:one|{NUMBER}))", r"(?:\sof\s(?:them|these|those))?"
    on = r"(?:on|in|aboard|for|from|to)"
    forms = (
        rf"{x}\s{thing}(?:\sof\s{_WORD})?\s{on}\s{one}{of}(?=[,.;]|\s[–—]|\s(?:and|but)\b)",
        rf"\b{on}\s{one}{of}\s(?:there\s)?(?:were|was|are|lay|stood|sat)\s{x}\s{thing}\b",
        rf"(?:^|[.;]\s|,\s(?:and\s)?){one}{of}\s(?:{_GETS}|seats|seated|took|takes|brought|brings|loaded)\s{x}\s{thing}\b",
        rf"{x}\s(?:of\s)?{thing}\s(?:each|every)\stime\b",
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


def find_wrong_loads(text: str) -> Iterator[Load]:
    """Every whole of a report that so many things with so much on each do not make, and that is meant for it."""
    numbers = _numbers(text)
    signs, places = abstract_numbers(text, numbers)
    for found in (found for form in _load_forms() for found in form.finditer(signs)):
        value, thing = places[found.start("x")], found["thing"].lower()
        near = [one for one in numbers if 0 < value.start - one.end <= BEFORE and _noun(text, one)]
        if not near or thing in _TIMES or any(find_bound_before(text, one.start) for one in (value, near[-1])):
            continue
        whole = _whole_of(text, signs, places, value, thing)
        true = near[-1].low * value.low
        if whole is None or true < LEAST or find_bound_before(text, whole.start):
            continue
        is_one_off = abs(whole.low - true) == value.low and near[-1].low >= MANY
        is_near = max(whole.low, true) <= FURTHEST * min(whole.low, true)
        if is_near and (_is_meant(whole.low, true) or is_one_off):
            yield Load(near[-1].start, value.end, whole.start, whole.end, near[-1].low, value.low, whole.low)


def _whole_of(text: str, signs: str, places: Mapping[int, Numeral], value: Numeral, thing: str) -> Numeral | None:
    """The first "the 208 tonnes" behind a load, if nothing else is counted in such things before it."""
    told = re.compile(
        rf"(?:(?P<the>\b(?:the|all|these|those)\s(?:of\sthe\s|the\s)?))?(?P<n>{NUMBER})\s(?:{_WORD}\s)?{thing}\b",
        re.IGNORECASE,
    )
    for found in told.finditer(signs):
        number = places.get(found.start("n"))
        if number is not None and number.start > value.end:
            return number if found["the"] and not _NARROWED.match(signs, found.end()) else None
    return None
