"""Wholes: numbers that a sentence tells to be of a part of what another counts, "210, of them 94 at the airport"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from secondsource.text.number_phrases import Numeral
from secondsource.text.numerals import find_numerals
from secondsource.text.wordings import fold_spelling

REACH = 110
"""Characters between a whole and its part, and beside a number in which it is said where it was counted."""
_NO_PLACE = (
    r"(?:hospital|clinic|intensive|custody|prison|jail|morgue|morning|afternoon|evening|night|day|week|month|year|past|last"
    r"|first|process|end|hope|crash|blast|fire|attack)\b"
)
_NO_NAME = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October"
    r"|November|December|I)\b"
)
_AT = (
    r"\s(?:(?:at|in|on|near|outside|along|from|around)"
    rf"\s(?:the\s(?!{_NO_PLACE})[a-z]|(?!{_NO_NAME})[A-Z])|(?:here|there)\b)"
)
"""Where: "at the airport", "in Osk", "here"; no day, and no hospital that people are taken to from anywhere."""
_OF_THEM = re.compile(rf"\sof\s(?:them|these|those|whom|which)(?:\salone)?{_AT}")
_AMONG = re.compile(r"\b(?:including|among\sthem|of\sthem|of\swhom|of\swhich|of\sthese)\s$")
_SOME_AT = re.compile(rf"(?:\s[a-z-]{{2,20}}){{0,2}}?{_AT}")
_WITH = re.compile(r"\b(?:with|adding|plus|counting)\s(?:(?:the|those|these|its|our)\s)?$", re.IGNORECASE)
_MAKES = re.compile(
    rf"(?:\s[a-z-]{{2,20}}){{0,2}}?{_AT}[^;.:]{{0,60}}?,?\s(?:that|this|it|which)\s(?:now\s|already\s)?"
    r"(?:makes?|made|(?:brings?|brought)\s(?:it|them|the\s\w{4,8})\sto|comes?\sto|adds?\sup\sto)\s"
    r"(?:(?:a\stotal\sof|altogether|together|it)\s){0,2}$"
)


@dataclass(frozen=True, slots=True)
class ToldPart:
    """A number that is told to be of a part, and that of the whole: where both stand in the sentence."""

    part: Numeral
    whole: Numeral


def find_told_parts(sentence: str) -> Iterator[ToldPart]:
    """Every number of the sentence that is told to be of one place of those that another number counts."""
    for one, other in pairwise(find_numerals(sentence)):
        between, after = sentence[one.end : other.start], sentence[other.end : other.end + REACH]
        if one.low != one.high or other.low != other.high or len(between) > REACH:
            continue
        if other.low < one.low:
            is_part = _OF_THEM.match(after) or (_AMONG.search(between) and _SOME_AT.match(after))
            if is_part:
                yield ToldPart(other, one)
        elif one.low < other.low and _WITH.search(sentence[: one.start]) and _MAKES.match(between):
            yield ToldPart(one, other)


_SIDE = (
    r"(?:north|south|east|west|northern|southern|eastern|western|upper|lower|inner|outer|first|second|third|left|right|new|old|older|newer"
    r"|front|rear|back|main|larger|smaller|near|far|left-hand|right-hand)"
)
_NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten)"
_MANY = rf"(?:both|(?:the\s)?{_NUMBER}|all(?:\s(?:of\s)?(?:the|its|their))?(?:\s{_NUMBER})?)"
_TIMES = r"(?:seconds|minutes|hours|days|nights|weeks|months|years|decades|times|cases|ways|stages|rounds)\b"
_FROM_NUMBER = r"(?:\sof\s(?:them|these|those|which))?(?:\s[a-z-]{2,20}){0,3}?\s(?:in|on|at|along|across|of)\s"


@dataclass(frozen=True, slots=True)
class Share:
    """What a number is counted over: one of several things of a kind, such as wings, or all of them."""

    noun: str
    is_whole: bool


@cache
def _shares() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    return (
        re.compile(rf"{_FROM_NUMBER}{_MANY}\s(?:such\s)?(?!{_TIMES})(?P<noun>[a-z]{{3,20}}s)\b"),
        re.compile(rf"{_FROM_NUMBER}(?:the|its)\s{_SIDE}\s(?P<noun>[a-z]{{3,20}})\b"),
        re.compile(
            rf"\b(?:in|on|at|along|of)\sthe\s{_SIDE}\s(?P<noun>[a-z]{{3,20}}),?\s(?:[a-z-]{{2,20}}\s){{0,3}}$",
            re.IGNORECASE,
        ),
    )


def find_share(sentence: str, start: int, end: int) -> Share | None:
    """Over what the number at sentence[start:end] is counted: "60 in the northern wing", "120 in the two wings"."""
    after, before = sentence[end : end + REACH], sentence[max(0, start - REACH) : start]
    whole, part, part_before = _shares()
    found = whole.match(after)
    if found:
        return Share(_single(found["noun"]), is_whole=True)
    found = part.match(after) or part_before.search(before)
    return Share(_single(found["noun"]), is_whole=False) if found else None


def _single(noun: str) -> str:
    return fold_spelling(noun.lower()).removesuffix("s")
