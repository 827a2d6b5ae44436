"""Tenures: how long somebody held an office, "mayor for twelve years", "after six years in power"."""

import re
from functools import cache

from secondsource.text.lexicon import load_lexicon

REACH = 90
"""Characters beside a length in which the office stands."""
_PHRASE = r"(?P<office>[a-z][\w'’-]{1,20}(?:\s[a-z][\w'’-]{1,20}){0,4})"
_AND_MONTHS = r"(?:\sand\s(?:[\w-]{1,12}\s)?(?:months?|weeks?|days?|a\shalf))?"
_BEHIND = re.compile(
    rf"{_AND_MONTHS},?\s(?:as|at\sthe\shead\sof|in|of|at)\s(?:the\s|a\s|an\s|its\s|his\s|her\s)?{_PHRASE}"
)
_BEFORE = re.compile(
    r"\b(?:who\s|he\s|she\s)?(?:was|is|ha[sd]\sbeen|been|served\sas|worked\sas|,|[a-z])\s?(?:the\s|its\s|a\s|an\s|their\s)?"
    rf"{_PHRASE}(?:\s(?:at|of|in)\s(?:the\s)?(?:[\w'’-]{{1,20}}\s){{0,3}}[\w'’-]{{1,20}})?\sfor\s(?:the\s(?:past|last)\s)?$"
)
_RULED = re.compile(
    r"\b(?:governed|ruled|held\s(?:power|office)|in\s(?:power|office))\s(?:[\w'’-]{1,20}\s){0,2}?for\s(?:the\s(?:past|last)\s)?$"
)
_IN_POWER = re.compile(rf"{_AND_MONTHS}\s(?:in\s(?:power|office|government)|at\sthe\shelm|of\s(?:power|rule))\b")
POWER = "power"
"""What is held by whoever governs, where no office is named."""
GOVERNING = frozenset(
    ["president", "premier", "prime minister", "chancellor", "king", "queen", "governor", "mayor", "leader", "ruler"]
)
"""Offices whose holders are in power."""


@cache
def _offices() -> frozenset[str]:
    roles = load_lexicon("roles")
    named = {word for group in roles["alike"] for word in group["words"]}
    return frozenset(named | set(roles["offices"]["words"]) | GOVERNING)


def find_office(sentence: str, start: int, end: int) -> str | None:
    """The office that somebody held for the length at sentence[start:end], or that he was in power; None if neither."""
    behind, before = sentence[end : end + REACH], sentence[max(0, start - REACH) : start]
    if _IN_POWER.match(behind) or _RULED.search(before):
        return POWER
    for found in (_BEHIND.match(behind), _BEFORE.search(before)):
        office = _office_in(found["office"]) if found else None
        if office:
            return office
    return None


def _office_in(phrase: str) -> str | None:
    """The longest office among the words of the phrase."""
    words = phrase.lower().split()
    ranges = [(i, j) for i in range(len(words)) for j in range(i + 1, min(len(words), i + 3) + 1)]
    named = [" ".join(words[i:j]) for i, j in ranges]
    return max((name for name in named if name in _offices()), key=len, default=None)


def are_one_office(one: str, other: str) -> bool:
    """Whether two tenures may be of one office: the same, or power and an office of those who govern."""
    return one == other or (POWER in (one, other) and bool({one, other} & GOVERNING))
