"""Counters: who is said to have counted a figure, "the police counted 1,800", "3,500, going by the organisers"."""

import re

from secondsource.text.wordings import fold_spelling

BEFORE, BEHIND = 60, 60
"""Characters before a figure, and behind it, in which its counter stands."""
_WORDS = r"(?:[\w’'-]{2,24}\s){0,2}(?P<who>[\w-]{3,24}?)(?:['’]s?)?"
_NAME = rf"(?:(?:the|an?|its|his|her|their|our|one)\s)?{_WORDS}"
_VERB = (
    r"(?:counts?|counted|estimates?|estimated|reckons?|reckoned|puts?|speaks?\sof|spoke\sof|talks?\sof|talked\sof"
    r"|names?|named|arrives?\sat|arrived\sat|registered|recorded|claims?|claimed|says?|said|ha[ds]\scounted)"
)
_SUBJECT = re.compile(
    rf"(?:^|[,;:.–—(“\"]\s?|\b(?:and|but|while|whereas|where|when|the|an?|its|his|her|their|our)\s){_NAME}\s(?:themselves\s|itself\s|later\s|only\s)?"
    rf"{_VERB}\s(?:it\s|them\s|that\s|there\s|were\s|the\snumber\s|the\scrowd\s|at\s|only\s|just\s|some\s|about\s){{0,4}}$",
    re.IGNORECASE,
)
_BY_COUNT = re.compile(
    rf"\bby\s{_NAME}\s(?:own\s)?(?:count|reckoning|estimate|tally|list)\b[\s,]{{0,2}}(?:[\w’'-]{{1,16}}\s){{0,4}}$",
    re.IGNORECASE,
)
_SOURCE = r"\b(?:according\sto|going\sby|in\sthe\swords\sof|so\ssay|says?|said)\s"
_SOURCE_BEFORE = re.compile(rf"{_SOURCE}{_NAME}[\s,]{{1,2}}(?:[\w’'-]{{1,16}}\s){{0,4}}$", re.IGNORECASE)
_SOURCE_BEHIND = re.compile(rf"^[^,;.–—]{{0,40}},\s{_SOURCE}{_NAME}(?=[\s,.;]|$)", re.IGNORECASE)


def find_counter(sentence: str, start: int, end: int) -> str | None:
    """The noun, in lower case and its spelling folded, of whoever counted the figure at sentence[start:end]."""
    before, behind = sentence[max(0, start - BEFORE) : start], sentence[end : end + BEHIND]
    for pattern, text in (
        (_SUBJECT, before),
        (_BY_COUNT, before),
        (_SOURCE_BEHIND, behind),
        (_SOURCE_BEFORE, before),
    ):
        found = pattern.search(text)
        if found:
            return fold_spelling(found["who"].lower())
    return None
