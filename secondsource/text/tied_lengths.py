"""Lengths tied to what they last or lead to, without a moment beside them: "lasted two hours", "a week after the fire".

What they are tied to is told in words; the moments stand in other sentences.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from secondsource.text.lengths import ToldLength, find_told_lengths

Tie = Literal["course", "later", "after", "before", "until", "term"]
LONGEST_EVENT = 120
"""Characters of the event that are kept: a clause, not a paragraph."""
BESIDE = 60
"""Characters before a length in which the words stand that tie it."""
_LASTED = re.compile(
    r"\b(?:lasted|lasts|(?:took|needed|required)(?:\s[a-z][\w'’-]{0,20}){0,4}|held|held\sout|went\son\sfor|was\s(?:over|put\sdown|broken|ended)\safter|(?:came\sto\san\send|ended|collapsed|closed|broke\sup)\safter|held\sfor"
    r"|was\sonly|survived(?:\sfor)?|continued\sfor|dragged\son\sfor|ran\sfor|burned\sfor|spent|all\s(?:over|done)\s(?:in|after))\s(?:all\sof\s|just\s|only\s|no\smore\sthan\s)?$",
    re.IGNORECASE,
)
_HOURS_OLD = re.compile(r"\b(minutes?|hours?|days?|weeks?)\sold\b")
_OLD = re.compile(r"\snew\b")
_SAT = re.compile(
    r"^\s(?:it\stook\b|(?:(?:the|an?|his|her)\s[a-z]+|he|she|they|it)\s(?:had\s)?(?:needed|spent|sat|lain|lay|waited|been|stood|hung)\b)"
)
_WAS = re.compile(r"\b(?:was|were|had\sbeen)\s(?:just\s|only\s|all\sof\s|not\seven\s|barely\s)?$")
_PASSED = re.compile(r"^\s(?:passed|went\sby|were\sto\spass|elapsed)\s(?:before|until|till)\s")
_WAIT = re.compile(
    r"\b(?:it\s(?:was|took|would\sbe)|they\swaited|waited|had\sto\swait)\s(?:another\s)?$", re.IGNORECASE
)
_BEFORE = re.compile(r"^\s(?:before|until|till)\s")
_FOR = re.compile(r"\b(?:for|within|and\sso\swithin|so\swithin)\s$", re.IGNORECASE)
_BY_THE_TIME = re.compile(r"^(?:\s[\w'’-]{1,20}){0,8}?,?\s(?:by\sthe\stime|when|until|till|before)\s", re.IGNORECASE)
_LATER = re.compile(r"^\s(?:later|on|afterwards)\b(?:,|(?=\s[a-z]))")
_AT_THE_TOP = re.compile(
    r"^(?:\s(?:at\sthe\s(?:top|helm|head|wheel)|in\s(?:the\s)?[a-z]{3,12}|as\s(?:[a-z]+\s){0,2}[a-z]+))?(?=,\s|\s(?:he|she|they|it|\d[\d.,]*)\b)"
)
_ENDED_AFTER = re.compile(
    r"^\s(?:the|a|an|his|her|its|their|both)\s[^.;:!?]{3,50}?\b(?:(?:was|were)\s(?:over|called\soff|put\sout|freed|released|ended|broken\soff|stopped)"
    r"|ended|broke\sup|gave\s(?:it\s)?up|collapsed|surrendered)\b"
)
_FOR_SO_LONG = re.compile(r"(?:^|[.“\"]\s)For\s(?:just\s|only\s)?$")
_AFTER_LENGTH = re.compile(r"(?:^|[.“\"]\s|,\s|\band\s|\bbut\s)after\s(?:just\s|only\s)?$", re.IGNORECASE)
_WAY = re.compile(r"^(?:,?\sto\sthe\s(?:very\s)?day,?)?\s(?P<way>after|since|before)\s", re.IGNORECASE)
_TERM = re.compile(
    r"\b(?:contract|deal|lease|licence|license|mandate|term|agreement|concession|loan|sponsorship)\b", re.IGNORECASE
)
_UNTIL = re.compile(r"\b(?:until|till)\s(?:the\send\sof\s)?")
_ENDS = re.compile(r"[.;:!?,()\n“”\"]|\s[-–—]\s")
_ROUGH = re.compile(
    r"\b(?:every|each|than|another|last|past|next|first|further|other|previous|up\sto|at\sleast)\s$", re.I
)


@dataclass(frozen=True, slots=True)
class TiedLength:
    """A length of a text and how it is tied; `event` is the clause it leads to or from, or empty."""

    length: ToldLength
    tie: Tie
    event: str

    @property
    def is_step(self) -> bool:
        return self.tie in ("after", "before", "later")


def find_tied_lengths(sentence: str) -> Iterator[TiedLength]:
    """Every such length of a sentence, with the first tie that fits."""
    sentence = _HOURS_OLD.sub(r"\1 new", sentence)  # an age in hours is a length as any other
    for length in find_told_lengths(sentence):
        before, behind = sentence[max(0, length.start - BESIDE) : length.start], sentence[length.end :]
        if _ROUGH.search(before):
            continue
        told, way = _until(before, behind), _WAY.match(behind)
        if told:
            yield TiedLength(length, "until", told)
        elif way:
            tie: Tie = "before" if way["way"].lower() == "before" else "after"
            yield TiedLength(length, tie, _clause(behind, way.end()))
        elif _LASTED.search(before) or _SAT.match(behind) or (_OLD.match(behind) and _WAS.search(before)):
            when = _BY_THE_TIME.match(behind)
            yield TiedLength(length, "course", _clause(behind, when.end()) if when else "")
        elif _AFTER_LENGTH.search(before) and _ENDED_AFTER.match(behind):
            yield TiedLength(length, "course", "")
        elif _LATER.match(behind) or (
            (_AFTER_LENGTH.search(before) or _FOR_SO_LONG.search(before)) and _AT_THE_TOP.match(behind)
        ):
            yield TiedLength(length, "later", "")


def _until(before: str, behind: str) -> str:
    """The clause up to which a length lasts: "for more than five hours by the time the valve was shut"."""
    passed = _PASSED.match(behind) or (_BEFORE.match(behind) if _WAIT.search(before) else None)
    when = passed or (_BY_THE_TIME.match(behind) if _FOR.search(before) else None)
    return _clause(behind, when.end()) if when else ""


def _clause(text: str, start: int) -> str:
    stop = _ENDS.search(text, start, start + LONGEST_EVENT)
    return text[start : stop.start() if stop else start + LONGEST_EVENT]


def find_terms(sentence: str) -> Iterator[tuple[ToldLength, int]]:
    """Every length that a contract or the like runs for from now on, and where the moment begins at which it ends."""
    for length in find_told_lengths(sentence):
        near = sentence[max(0, length.start - BESIDE) : length.end + BESIDE]
        until = _UNTIL.search(sentence, length.end, length.end + BESIDE)
        if _TERM.search(near) and until and "from " not in near.replace("from now", ""):
            yield length, until.end()
