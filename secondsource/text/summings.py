"""Sums told over several sentences: "Osk has 318 inhabitants … Fell has 204 … All in all 522 people live in the two".

Words say that a number is the sum of those before it; which of them are its parts is told by how many there are, or by
their coming near to it.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from math import hypot

from secondsource.text.bounds import find_bound_before
from secondsource.text.measures import find_measure
from secondsource.text.number_phrases import Numeral
from secondsource.text.numerals import to_number
from secondsource.text.plain_numbers import find_plain_numbers
from secondsource.text.slips import is_round_slip
from secondsource.text.totals import Total, half_step, is_no_count

REACH = 420
"""Characters back to the first part of a sum: some four sentences."""
MOST = 8
"""Numbers before a sum that are looked at."""
FEWEST = 3
"""Parts that "with the four independents" completes."""
LEAST = 20
"""A smaller whole is nearly made by any numbers."""
NEAR, NEARLY = 0.15, 0.35
"""Share of the whole by which the parts may miss it, and the same where it is said how many they are."""
ROUNDED = 0.02
"""Share of a number that may have been rounded off."""
_IN_ALL = re.compile(
    r"\b(?:all\sin\sall|in\sall|altogether|together(?:\sthat)?|in\stotal|all\stold|a\s(?:grand\s)?total\sof|combined"
    r"|(?:that|this|which|it)\s(?:makes|made|comes\sto|came\sto|adds\sup\sto|added\sup\sto|brings\sit\sto))"
    r"(?:,|\s(?:is|are|was|were|they|it|there|that|makes?|made|comes?|came|have|has|to|about|some|these|those)\b){0,4}\s$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"(?:\s[a-z][\w'’-]*){0,3},?\s(?:in\sall|in\stotal|altogether|all\stold|combined|together)\b", re.IGNORECASE
)
_RAISES = re.compile(
    r"\b(?:brings?|brought|bringing|raises?|raised|raising|takes?|taking|lifts?|lifting|pushes|pushing)\s(?:the|its|their|his|her)\s"
    r"(?:[a-z]+\s){1,5}(?:to|up\sto)\s$",
    re.IGNORECASE,
)
_WITH_THE = re.compile(r"(?:^|[.,;]\s)(?:together\s)?with\sthe\s$", re.IGNORECASE)
_NAME = re.compile(r"[A-Z][a-z]+\s[A-Z]")
"""A number that is part of a name: "Three Willows"."""
LAST_HOUR = 12
_BY, _SHUT = (
    re.compile(r"\b(?:by|at|until|till|past|before|since|after)\s$", re.IGNORECASE),
    re.compile(r"[.,;]|\sin\sthe\b"),
)
"""Around a number that is an hour: "empty by ten."."""
_HAS = re.compile(r"\b(?:has|have|had|makes?|made|comes?\sto|are|is)\s$")
_COUNTED = re.compile(
    r"\b(?:the|all|these|those|its|their)\s(?P<count>two|three|four|five|six)\s(?P<noun>[a-z]{3,20})\b(?!\s(?:who|that|which)\b)",
    re.IGNORECASE,
)
_MORE = re.compile(r"\s(?:more|others?|further|additional)\b|\s(?:of\s(?:them|these|those|whom))\b", re.IGNORECASE)
_ANOTHER = re.compile(r"\b(?:another|a\sfurther)\s$", re.IGNORECASE)
_NO_COUNT = re.compile(
    r"(?:\s|-)?(?:%|per\s?cent\b|(?:st|nd|rd|th)\b|times\b|points?\b)|[-–]\d|\s(?:to|against)\s\d", re.IGNORECASE
)
_APART = re.compile(
    r"\b(?:from|rose|fell|up|down|compared|instead|than|last\syear|a\syear\sago|earlier|average|each|apiece|every)\b"
)
"""Between the parts, words by which they are no parts of one thing."""
_NOUN = re.compile(r"\s(?:[a-z]{3,20}\s)?(?P<noun>[a-z]{3,20}s?)\b")


def find_wrong_summings(text: str) -> Iterator[Total]:
    """Every sum of `text`, a paragraph, that the numbers before it do not make."""
    numbers = [one for one in find_plain_numbers(text) if one.low == one.high and _is_count(text, one)]
    for index, whole in enumerate(numbers):
        near = [one for one in numbers[max(0, index - MOST) : index] if whole.start - one.end <= REACH]
        near = [one for one in near if _unit(text, one) == _unit(text, whole) and one.low < whole.low]
        if len(near) < 2 or find_bound_before(text, whole.start) or _makes_any(text, whole, near):
            continue
        parts = _parts(text, whole, near)
        if parts and not _APART.search(text[parts[0].start : whole.end]):
            yield Total(parts[0].start, whole.end, whole.low, tuple(one.low for one in parts))


def _parts(text: str, whole: Numeral, near: Sequence[Numeral]) -> Sequence[Numeral]:
    """The parts that are meant to make the whole and miss it, or none."""
    before, behind = text[max(0, whole.start - 60) : whole.start], text[whole.end : whole.end + 60]
    is_summed = bool(_IN_ALL.search(before) or _BEHIND.match(behind))
    sentence = re.split(r"[.!?]\s", behind)[0]
    counted = _COUNTED.search(sentence)
    if counted and len(near) >= (count := int(to_number(counted["count"].lower()) or 0)):
        parts = near[-count:]
        is_all = is_summed or len(near) == count
        if is_all and _misses(text, whole, parts, NEARLY) and whole.low >= LEAST:
            return parts
    if _RAISES.search(before) and _is_added(text, near[-2:]):
        return near[-2:] if _misses(text, whole, near[-2:], NEARLY) else ()
    is_joined = len(near) >= FEWEST and _WITH_THE.search(text[max(0, near[-1].start - 20) : near[-1].start])
    if is_joined and _HAS.search(before):
        return near[-FEWEST:] if _misses(text, whole, near[-FEWEST:], NEAR) else ()
    if is_summed and whole.low >= LEAST:
        runs = [near[at:] for at in range(len(near) - 1)]
        close = [run for run in runs if _misses(text, whole, run, NEARLY if len(run) == len(near) else NEAR)]
        close = [run for run in close if is_round_slip(_sum(run), whole.low)]
        same = [run for run in close if len(run) == len(near) or _are_alike(text, whole, run)]
        return same[0] if same else ()
    return ()


def _is_added(text: str, pair: Sequence[Numeral]) -> bool:
    """Whether the second number adds to the first: "another nine", "four more"."""
    last = pair[-1]
    return bool(_MORE.match(text, last.end) or _ANOTHER.search(text[max(0, last.start - 12) : last.start]))


def _is_count(text: str, number: Numeral) -> bool:
    is_hour = number.low <= LAST_HOUR and _BY.search(text[max(0, number.start - 8) : number.start])
    if _NAME.match(text, number.start):
        return False
    return not (is_hour and _SHUT.match(text, number.end)) and not (
        is_no_count(text, number) or _NO_COUNT.match(text, number.end)
    )


def _unit(text: str, number: Numeral) -> str | None:
    return find_measure(text, number.start, number.end, number.low).unit


def _are_alike(text: str, whole: Numeral, run: Sequence[Numeral]) -> bool:
    """Whether the whole and some part are told of the same noun, or of money."""
    if _unit(text, whole):
        return True
    nouns = [found["noun"] if (found := _NOUN.match(text, one.end)) else "" for one in (whole, *run)]
    return bool(nouns[0]) and nouns[0] in nouns[1:]


def _sum(parts: Sequence[Numeral]) -> float:
    return sum(one.low for one in parts)


def _makes_any(text: str, whole: Numeral, near: Sequence[Numeral]) -> bool:
    """Whether some of the numbers make the whole, added, multiplied or as a difference."""
    choices = (choice for size in range(2, len(near) + 1) for choice in combinations(near, size))
    if any(abs(_sum(choice) - whole.low) <= _slack(text, whole, choice) for choice in choices):
        return True
    return any(one.low * other.low == whole.low for one, other in combinations(near, 2))


def _misses(text: str, whole: Numeral, parts: Sequence[Numeral], near: float) -> bool:
    off = abs(_sum(parts) - whole.low)
    is_ended = all(len(text[one.end : other.start]) < REACH / 2 for one, other in pairwise(parts))
    return is_ended and _slack(text, whole, parts) < off <= max(2.0, near * whole.low)


def _slack(text: str, whole: Numeral, parts: Sequence[Numeral]) -> float:
    return hypot(*(min(half_step(text[n.start : n.end], n), ROUNDED * n.low) for n in (whole, *parts)))
