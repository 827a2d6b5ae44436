"""Factors: "doubled from three to six", "up by a third, from 90 to 120": two numbers and a word that relates them."""

import re
from collections.abc import Iterator
from functools import cache

from secondsource.text.amounts import Sum, write_amount
from secondsource.text.plain_numbers import NUMBER, abstract_numbers, find_plain_numbers
from secondsource.text.totals import is_no_count

SLACK = 0.06
"""Share by which a factor told as a plain word may be missed: "doubled" from 49 to 100."""
LARGEST = 20.0
"""Times beyond which two numbers are not of one thing."""
_TIMES = {
    "doubled": 2.0, "doubling": 2.0, "double": 2.0, "twice": 2.0, "tripled": 3.0, "trebled": 3.0, "tripling": 3.0,
    "quadrupled": 4.0, "quintupled": 5.0, "twofold": 2.0, "threefold": 3.0, "fourfold": 4.0, "fivefold": 5.0,
    "sixfold": 6.0, "tenfold": 10.0, "halved": 0.5, "halving": 0.5,
}  # fmt: skip
_PARTS = {
    "half": 0.5, "a half": 0.5, "a third": 1 / 3, "a quarter": 0.25, "a fifth": 0.2, "a tenth": 0.1,
    "two thirds": 2 / 3, "three quarters": 0.75, "two fifths": 0.4, "three fifths": 0.6, "four fifths": 0.8,
}  # fmt: skip
_UP = r"(?:rose|rises?|risen|rising|up|grew|grows?|grown|increased?|climbed|jumped|higher|rise|growth|increase)"
_DOWN = (
    r"(?:fell|falls?|fallen|down|dropped|shrank|shrunk|declined?|decreased?|cut|lower|reduced|sank|slumped|fall|drop|decrease"
    r"|reduction)"
)
_OF_PARTS = re.compile(r"[\s-](?:thirds|quarters|fifths|tenths)\b", re.IGNORECASE)
_IN = rf"[^{NUMBER}.;:?!]"


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    unit = r"(?:\s[a-z][a-z-]{1,14}){0,3}?(?:\s(?:[A-Z][a-z]{2,8}\s)?(?:19|20)\d\d)?"
    ends = rf"from\s[$€£]?(?P<old>{NUMBER}){unit}\sto\s[$€£]?(?P<new>{NUMBER})"
    more = r"(?P<more>more\sthan\s|almost\s|nearly\s|about\s|roughly\s|over\s)?"
    times, part = "|".join(_TIMES), "|".join(name.replace(" ", r"[\s-]") for name in _PARTS)
    forms = (
        rf"\b{more}(?P<times>{times})\b{_IN}{{0,50}}?\b{ends}",
        rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\s{_IN}{{0,30}}?by\s{more}(?P<part>{part})\b{_IN}{{0,30}}?\b{ends}",
        rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\s{_IN}{{0,30}}?by\s[$€£]?(?P<step>{NUMBER}){unit},\s{ends}",
        rf"{ends}{unit},\s(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\s(?:by|of)\s{more}(?P<part>{part})\b",
        rf"(?P<new>{NUMBER})\s{_IN}{{2,40}},\s{more}(?P<times>twice|double)\s(?:as\smany\sas\s|as\smuch\sas\s)?the\s(?P<old>{NUMBER})\b",
    )
    return tuple(re.compile(form.replace(rf"{NUMBER})\b", f"{NUMBER})"), re.IGNORECASE) for form in forms)


def find_wrong_factors(text: str) -> Iterator[Sum]:
    """Every rise or fall of a sentence told as a word or a plain number that its two ends do not make."""
    numbers = [
        n
        for n in find_plain_numbers(text)
        if n.low == n.high and not is_no_count(text, n) and not _OF_PARTS.match(text, n.end)
    ]
    if len(numbers) < 2:
        return
    signs, places = abstract_numbers(text, numbers)
    for form in _forms():
        for found in form.finditer(signs):
            old, new = places[found.start("old")], places[found.start("new")]
            groups = found.groupdict()
            if not old.low or not new.low or max(old.low, new.low) > LARGEST * min(old.low, new.low):
                continue
            start, end = (min(old.start, new.start), max(old.end, new.end))
            if groups.get("step"):
                step = places[found.start("step")]
                true = abs(new.low - old.low)
                if abs(true - step.low) > SLACK * true and step.scale == new.scale:
                    counted = f"{write_amount(new.low)} − {write_amount(old.low)} = {write_amount(new.low - old.low)}"
                    yield Sum(min(start, step.start), end, step.low, true, counted)
                continue
            told, true = _told(groups), new.low / old.low
            if not _fits(told, true, (groups.get("more") or "").strip().lower()):
                counted = f"{write_amount(new.low)} / {write_amount(old.low)} = {true:.3g}"
                yield Sum(start, end, round(told, 3), true, counted)


def _told(groups: dict[str, str | None]) -> float:
    if groups.get("times"):
        return _TIMES[(groups["times"] or "").lower()]
    part = _PARTS[" ".join((groups["part"] or "").lower().replace("-", " ").split())]
    return 1 + part if groups.get("up") else 1 - part


def _fits(told: float, true: float, bound: str) -> bool:
    if bound in ("more than", "over"):
        return true >= told if told > 1 else true <= told
    slack = SLACK * (3 if bound else 1) * told
    return abs(true - told) <= slack
