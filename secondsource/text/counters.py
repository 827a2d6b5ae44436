"""Counters: who is said to have counted a figure, "the police counted 1,800", "3,500, going by the organisers"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from secondsource.text.lexicon import load_lexicon
from secondsource.text.wordings import fold_spelling

BEFORE, BEHIND = 150, 150
"""Characters before a figure, and behind it, in which its counter stands."""
_NO_NOUN = r"(?!(?:now|later|only|also|itself|themselves|ha[ds]|have)\b)"
_WORDS = rf"(?:[\w’'-]{{2,24}}\s){{0,2}}(?P<who>{_NO_NOUN}[\w-]{{3,24}}?)(?:['’]s?)?"
_NAME = rf"(?:(?:the|an?|its|his|her|their|our|one)\s)?{_WORDS}"
_OPENS = (
    r"(?:^|[,;:.–—(“\"]\s?|\b(?:and|but|while|whereas|where|when|that|the|an?|its|his|her|their|our)\s)"
    r"(?:(?:by|on|in|at)\s(?:[\w-]{2,16}\s){0,2}(?:morning|afternoon|evening|night|noon|midnight|\w{2,7}day)\s)?"
)
_COUNTS = (
    r"(?:counts?|counted|estimates?|estimated|reckons?|reckoned|registered|recorded|tallied|calculates?|calculated)"
)
_VERB = (
    rf"(?:{_COUNTS}|puts?|speaks?\sof|spoke\sof|talks?\sof|talked\sof"
    r"|stays?\sat|stayed\sat|sticks?\sto|stuck\sto|comes?\sup\swith|came\sup\swith|names?|named|arrives?\sat|arrived\sat|claims?|claimed|says?|said|ha[ds]\scounted)"
)
_SOME = (
    r"(?:as\smany\sas\s|up\sto\s|about\s|some\s|around\s|only\s|just\s|nearly\s|almost\s|at\sleast\s|more\sthan\s){0,2}"
)
_SUBJECT = re.compile(
    rf"{_OPENS}{_NAME},?\s(?:themselves\s|itself\s|later\s|only\s|now\s|have\s|had\s|has\s)?"
    rf"{_VERB}\s(?:it\s|them\s|that\s|there\s|were\s|the\snumber\s|the\scrowd\s|at\s){{0,4}}{_SOME}$",
    re.IGNORECASE,
)
_PUT = re.compile(
    rf"{_OPENS}{_NAME}\s(?:now\s|later\s|has\s|have\s|had\s)?puts?\s[^.;:]{{3,110}}?\sat\s{_SOME}$", re.IGNORECASE
)
_ELIDED = re.compile(
    rf"\b(?:at|of|to)\s{_SOME}\d[^.;:]{{0,50}}(?:,|\band|\bwhile|\bbut)\s{_NAME}\s(?:at|of)\s{_SOME}$", re.IGNORECASE
)
"""Behind another number, whoever counted this one, with no verb of his own: "… at 12,000 and the union at 60,000"."""
_BY_COUNT = re.compile(
    rf"\bby\s{_NAME}\s(?:own\s)?(?:count|reckoning|estimate|tally|list)\b[\s,]{{0,2}}(?:[\w’'-]{{1,16}}\s){{0,4}}$",
    re.IGNORECASE,
)
_SOURCE = r"\b(?:according\sto|going\sby|in\sthe\swords\sof|so\ssay|says?|said)\s"
_SOURCE_BEFORE = re.compile(rf"{_SOURCE}{_NAME}[\s,]{{1,2}}(?:[\w’'-]{{1,16}}\s){{0,4}}$", re.IGNORECASE)
_SOURCE_BEHIND = re.compile(rf"^[^,;.–—]{{0,110}},\s{_SOURCE}{_NAME}(?=[\s,.;]|$)", re.IGNORECASE)
_AS_BEHIND = re.compile(
    rf"^[^;.–—]{{0,60}}?,?\s(?:as|by\swhat|so)\s{_NAME}\s(?:had\s|have\s|has\s)?{_COUNTS}(?:\s(?:them|it|him|her))?(?=[\s,.;]|$)",
    re.IGNORECASE,
)
_SAID_BEHIND = re.compile(
    rf"^[^,;.–—]{{0,110}},\s{_NAME}\s(?:themselves\s|itself\s|later\s|now\s)?(?:{_COUNTS}|says?|said|claims?|claimed)(?=[\s,.;]|$)",
    re.IGNORECASE,
)
_NOBODY = frozenset(
    ["they", "she", "who", "which", "that", "this", "what", "there", "nobody", "you", "his", "her", "its"]
)
"""Words in the place of a counter that name none."""


_BODY = re.compile(
    r"^(?:(?:the|an?|its|his|her|their|our)\s)?(?:[\w’'-]{1,24}\s){0,3}?(?P<who>[\w-]{3,24})(?:['’]s?)?"
    r"(?=$|,|\s(?:of|in|at|for|on|from|to|and|near|there|here)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Body:
    """Whoever counts: the noun, in lower case and its spelling folded."""

    noun: str

    @property
    def is_party(self) -> bool:
        """Whether it is a side in what it counts, as rebels and an army are, and no office that counts for all."""
        return self.noun in _parties()


@dataclass(frozen=True, slots=True)
class Counter:
    """Whoever counted a figure, and where the sentence says so."""

    body: Body
    start: int
    end: int


@cache
def _parties() -> frozenset[str]:
    return frozenset(fold_spelling(word) for word in load_lexicon("tallies")["parties"]["words"])


def find_counter(sentence: str, start: int, end: int) -> Counter | None:
    """Whoever counted the figure at sentence[start:end]."""
    return next(_counters(sentence, start, end), None)


def find_body(speaker: str) -> Body | None:
    """The body that a speaker is, by its noun: "the hospital in Sarn", "Shipwrights' Union"; None if it is a person."""
    found = _BODY.match(speaker)
    if found is None:
        return None
    body = _to_body(found["who"])
    return body if found["who"].islower() or body.is_party else None


def _to_body(noun: str) -> Body:
    return Body(fold_spelling(noun.lower()))


def _counters(sentence: str, start: int, end: int) -> Iterator[Counter]:
    first = max(0, start - BEFORE)
    before, behind = sentence[first:start], sentence[end : end + BEHIND]
    for pattern, text, at in (
        (_SUBJECT, before, first),
        (_ELIDED, before, first),
        (_PUT, before, first),
        (_BY_COUNT, before, first),
        (_AS_BEHIND, behind, end),
        (_SOURCE_BEHIND, behind, end),
        (_SOURCE_BEFORE, before, first),
        (_SAID_BEHIND, behind, end),
    ):
        found = pattern.search(text)
        if found and found["who"][0].isalpha() and found["who"].lower() not in _NOBODY:
            yield Counter(_to_body(found["who"]), at + found.start(), at + found.end())
