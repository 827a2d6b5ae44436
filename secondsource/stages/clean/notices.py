"""Notices around a report, told by how they are built: lists of choices, codes, rights, offers to the reader."""

import re
from functools import cache

from secondsource.stages.clean.lines import Line
from secondsource.text.lexicon import load_lexicon

LONGEST_NOTICE = 30
"""Words. Longer ones are paragraphs of a licence, which the list of furniture knows by their words."""

LONGEST_OFFER = 14
"""Words of a question to the reader and what is asked of him."""

_LIST_MARKS = r"[-+−–—±★☆●○✓✗<>◄►▲▼|/]|\d|[A-Za-z][+-]?"
_CHOICES = re.compile(rf"(?:[^\W\d_][\w'’]*\s){{0,4}}[^\W\d_][\w'’]*\s?:?(?:\s(?:{_LIST_MARKS})){{2,12}}$")
_CODE = re.compile(r"/?(?=[A-Z\d./:-]*\d)[A-Z\d][A-Z\d./:-]*$|[A-Z]{1,4}$")
_WORD = re.compile(r"[a-z']+")
_NUMBER_AT_END = re.compile(r"(?:\d[\d\s().-]{2,20}|\S@\S{1,60})$")


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load_lexicon("furniture")["notices"][key])


@cache
def _asks() -> frozenset[str]:
    return frozenset(load_lexicon("furniture")["appeals"]["asks"])


def find_notice(line: Line, *, is_tail: bool) -> str | None:
    """What a line outside the report is, as a reason for cutting it; None when it may be the report's.

    Licences, offers and what the next issue brings are only known behind a report: before it they may be its headline.
    """
    if line.count > LONGEST_NOTICE or line.text[0] in "“\"'‘":
        return None
    if _CHOICES.match(line.text):
        return "reading aid"
    if _is_code(line):
        return "agency's code line"
    folded = line.text.replace("’", "'").lower()
    words = _WORD.findall(folded)
    if not is_tail or any(word in _words("tells") for word in words):
        return None
    if any(word in _words("copying") for word in words) and any(word in _words("terms") for word in words):
        return "copyright notice"
    if folded.startswith(tuple(_words("ahead"))):
        return "related report"
    return "appeal to the reader" if _is_offer(line, words) else None


def _is_code(line: Line) -> bool:
    """Whether a line is made of an agency's numbers and letters: "SNS0412 4 RE 0388"."""
    words = line.text.split()
    figured = [word for word in words if any(mark.isdigit() for mark in word)]
    mixed = any(any(mark.isalpha() for mark in word) for word in figured)
    return len(words) >= 2 and len(figured) >= 2 and mixed and all(_CODE.match(word) for word in words)


def _is_offer(line: Line, words: list[str]) -> bool:
    """Whether a line asks and then bids ("Liked this? Send it on"), or says whom to ring for what the outlet sells."""
    if line.count > LONGEST_OFFER:
        return False
    _, mark, rest = line.text.partition("? ")
    bidden = _WORD.findall(rest.lower())
    if mark and bidden and bidden[0] in _asks() and not re.search(r"[“\"]", line.text):
        return True
    sells = words[:1] == ["to"] and any(word in _words("sells") for word in words[1:3])
    return sells and (bool(_NUMBER_AT_END.search(line.text.rstrip("."))) or any(word in _asks() for word in words[2:]))
