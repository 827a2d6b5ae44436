"""Shares in words: "almost half of them", "every fourth", "more than a third of the 612", against the two counts.

Counts and shares are found first and put as one sign each; the patterns then say how they belong together.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from secondsource.text.number_phrases import Numeral
from secondsource.text.numerals import find_numerals
from secondsource.text.plain_numbers import NUMBER, find_plain_numbers
from secondsource.text.shares import Share
from secondsource.text.totals import is_no_count

SHARE = "\ue004"
"""A sign of no script that stands for a share."""
PLAIN, ROUGH = 3.0, 6.0
"""Percentage points that a fraction in words leaves open, by itself and with "about" or "nearly"."""
HALF_POINT = 0.6
"""By how many percentage points a percentage may be rounded."""
WIDE = 4.0
"""Percentage points that "about" or "nearly" leaves open before a percentage."""
_PARTS = {
    "half": 2, "second": 2, "third": 3, "fourth": 4, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "twelfth": 12, "twentieth": 20,
}  # fmt: skip
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7, "nine": 9}
_WORDS = "half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth"
_BOUND = (
    r"(?:(?P<under>almost|nearly|close\sto|just\s(?:under|short\sof)|not\squite)|(?P<about>about|some|around|roughly|approximately)"
    r"|(?P<more>(?:well\s|just\s|slightly\s|far\s|a\slittle\s)?(?:more\sthan|over|above)|at\sleast|upwards\sof)"
    r"|(?P<less>(?:well\s|slightly\s|far\s|a\slittle\s)?(?:less\sthan|fewer\sthan|under|below)|not\seven|barely|at\smost))\s"
)
_SHARE = re.compile(
    rf"(?<![\w-])(?:{_BOUND})?(?:(?P<percent>\d{{1,2}}(?:\.\d{{1,2}})?)(?:\s|-)?(?:%|per\s?cent\b)(?!\s?(?:age\s)?points?\b)"
    rf"|(?P<every>every|each)\s(?P<nth>{'|'.join(_PARTS)})\b(?!\s(?:day|week|month|year|hour|time))"
    rf"|(?P<count>an?|one|two|three|four|five|seven|nine)[\s-](?P<part>{_WORDS})s?\b(?!\s(?:time|day|week|month|year|place|term|hour)\b)"
    r"|(?P<in>one|two|three|four|five|six|seven|eight|nine|\d)\s(?:[a-z]{3,16}\s)?(?:in\s(?:every\s)?|out\sof\s(?:every\s)?|of\severy\s)(?P<of>two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|\d{1,2})\b(?!,\d)"
    r"|(?P<half>half)\b(?!\s(?:an?|past|hour|time|million|a-)|-)|(?P<most>(?:the\s|a\s|the\sgreat\s|the\slarge\s)?majority|(?:^|(?<=[.“\"]\s))most|(?<=,\s)most)(?=\sof\s(?:the|its|their|them|these|those|his|her)\b))",
    re.IGNORECASE,
)
_UNITS = re.compile(
    r"\s?(?:million|billion|crowns|euros|dollars|pounds|marks|metres|meters|km|kilo\w*|miles|tons|tonnes|hours|minutes|days|weeks|months|years|degrees)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class RoughShare:
    """At text[start:end], words for a share from `least` to `most` percent; `middle` is what they name."""

    start: int
    end: int
    middle: float
    least: float
    most: float


def find_rough_shares(text: str) -> Iterator[RoughShare]:
    """Every share that `text` tells, as a percentage or in words, in order."""
    for found in _SHARE.finditer(text):
        middle = _middle(found)
        if 0 < middle < 100:
            yield RoughShare(*found.span(), middle, *_bounds(found, middle))


def _middle(found: re.Match[str]) -> float:
    if found["percent"]:
        return float(found["percent"])
    if found["every"]:
        return 100 / _PARTS[found["nth"].lower()]
    if found["part"]:
        return 100 * _COUNTS[found["count"].lower()] / _PARTS[found["part"].lower()]
    if found["in"]:
        over, under = (find_numerals(found[side])[0].low for side in ("in", "of"))
        return 100 * over / under
    return 50.0


def _bounds(found: re.Match[str], middle: float) -> tuple[float, float]:
    wide = WIDE if found["percent"] else ROUGH
    edge = HALF_POINT if found["percent"] else 1.0
    if found["most"]:
        return middle, 100.0
    if found["under"]:
        return middle - wide, middle + edge
    if found["about"]:
        return middle - wide, middle + wide
    if found["more"]:
        return middle - edge, 100.0
    if found["less"]:
        return 0.0, middle + edge
    slack = HALF_POINT if found["percent"] else PLAIN
    return middle - slack, middle + slack


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    a, w, s = rf"(?P<a>{NUMBER})", rf"(?P<w>{NUMBER})", rf"(?P<s>{SHARE})"
    word, clause = r"\s[a-z][\w'’-]{0,20}", rf"[^{NUMBER}{SHARE}.;:?!“”\"]"
    the = r"(?:(?:the|its|their|his|her|our|these|those|all|all\sthe)\s)?"
    of = rf"(?:{word}){{0,4}}?\s(?:of|out\sof|among|from\samong)\s{the}(?:[a-z]+\s)?"
    tie = (
        r"(?:or\s|that\sis,?\s|that\swas\s|which\s(?:is|was|makes|means|are)\s|i\.e\.,?\s|and\sthus\s|thus\s|so\s|only\s|just\s"
        r"|exactly\s){0,2}"
    )
    shut = (
        r"(?=(?:\sof\s(?:them|these|those|all|the\s(?:total|whole|town|village|lot|members|people)|everyone|everybody))?[.,;:)]"
        r"|\s[–—]|$)"
    )
    is_ = r"(?:were|was|are|is|make\sup|made\sup|makes\sup|represents?|amounts?\sto|account(?:s|ed)?\sfor)\s"
    forms = (
        rf"{a}{of}{w}(?:{word}){{0,5}}?(?:,\s|\s\(|\s[–—]\s){tie}{s}{shut}",
        rf"{s}\sof\s{the}(?:[a-z]+\s)?{w}(?:{word}){{0,4}}(?:,\s|\s\(|\s[–—]\s)(?:or\s|namely\s|that\sis,?\s)?{a}(?:\sof\sthem|\sin\sall)?(?=,\s(?!{NUMBER}|and\s{NUMBER})|\)|\s[–—])",
        rf"{s}(?:\sof)?(?:{word}){{1,5}}(?:,\s|\s\(|\s[–—]\s)(?:or\s|namely\s|that\sis,?\s)?{a}{of}{w}(?=[.,;)]|\s[–—]|\swho\b|$)",
        rf"{s}{clause}{{2,70}}:\s(?:it\swas\s|only\s)?{a}{of}{w}(?=[.,;)]|\s[–—]|(?:{word}){{1,6}}[.,;)]|$)",
        rf"{a}(?:{word}){{1,5}}\s{is_}(?:thus\s|only\s|just\s)?{s}\sof\s{the}{w}",
        rf"{a}(?:{word}){{1,7}}(?:,\s|\s\(|\s[–—]\s){tie}{s}\sof\s(?:the|its|their|all)\s(?:[a-z]+\s)?{w}",
        rf"{w}(?:{word}){{1,3}}(?:{clause}{{0,50}})?\.\s(?:Only\s|Just\s)?{a}\s(?:of\s(?:them|these|those)|were|was|are|have|had)\b{clause}{{1,50}}(?:,{clause}{{3,30}})?"
        rf"(?:,\sor|\.\s(?:That|This)\s(?:is|was|makes|means)|,\s(?:which|that)\s(?:is|makes))\s(?:only\s|just\s)?{s}{shut}",
    )
    return tuple(re.compile(form) for form in forms)


def find_wrong_rough_shares(text: str) -> Iterator[Share]:
    """Every share of `text`, a paragraph, that the two counts it is told of do not give."""
    shares = list(find_rough_shares(text))
    if not shares:
        return
    counts = [one for one in find_plain_numbers(text) if _is_count(text, one, shares)]
    signs, places = _abstract(text, counts, shares)
    seen: set[int] = set()
    for form in _forms():
        for found in form.finditer(signs):
            part, whole, share = places[found.start("a")], places[found.start("w")], places[found.start("s")]
            if not (isinstance(part, Numeral) and isinstance(whole, Numeral) and isinstance(share, RoughShare)):
                continue
            is_new = share.start not in seen
            seen.add(share.start)
            if is_new and 0 < part.low < whole.low and not fits_share(share, 100 * part.low / whole.low):
                start = min(part.start, whole.start, share.start)
                end = max(part.end, whole.end, share.end)
                yield Share(start, end, part.low, whole.low, share.middle, share.most - share.middle)


def fits_share(share: RoughShare, true: float) -> bool:
    """Whether the share is told right, of the part or of what is left of the whole."""
    is_plain = share.most - share.middle == share.middle - share.least
    return share.least <= true <= share.most or (is_plain and share.least <= 100 - true <= share.most)


def _is_count(text: str, number: Numeral, shares: Sequence[RoughShare]) -> bool:
    is_apart = not any(share.start < number.end and number.start < share.end for share in shares)
    is_plain = number.low == number.high and not is_no_count(text, number)
    return is_apart and is_plain and not _UNITS.match(text, number.end)


def _abstract(
    text: str, counts: Sequence[Numeral], shares: Sequence[RoughShare]
) -> tuple[str, dict[int, Numeral | RoughShare]]:
    """The text with one sign for each count and share, and which one stands where."""
    places: dict[int, Numeral | RoughShare] = {}
    parts: list[str] = []
    size = at = 0
    found: list[Numeral | RoughShare] = [*counts, *shares]
    for one in sorted(found, key=lambda one: one.start):
        between = text[at : one.start].replace(NUMBER, " ").replace(SHARE, " ").replace("\n", " ")
        parts += [between, SHARE if isinstance(one, RoughShare) else NUMBER]
        size += len(between)
        places[size] = one
        size, at = size + 1, one.end
    return "".join(parts) + text[at:].replace("\n", " "), places


def tells_rough_share(sentence: str, share: Share) -> bool:
    """Whether a sentence has the part or the whole of a share, and says in words rightly how much of it the part is."""
    numbers = {number.low for number in find_numerals(sentence) if number.low == number.high}
    told = numbers & {share.part, share.whole}
    return bool(told) and any(one.least <= share.true <= one.most for one in find_rough_shares(sentence))
