"""Running counts: whether a sentence says that the count it tells of goes on, "by now", "so far", "by Friday noon"."""

import re
from typing import Literal

from secondsource.text.changes import ChangeWord
from secondsource.text.clauses import clause_around
from secondsource.text.lexicon import load_lexicon
from secondsource.text.thesaurus import find_base_forms
from secondsource.text.wordings import content_words

_BY = re.compile(
    r"\b(?:by|until|as\sof)\s(?:(?:early|late|then|this|that|yesterday)\s){0,2}(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|noon|midday|midnight|dawn|nightfall|(?:mid)?morning|afternoon|evening|night|\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?m\b)",
    re.IGNORECASE,
)
"""A moment up to which something has been counted."""
_NOW = re.compile(r"\b(?:now|meanwhile|since\sthen|ha(?:s|ve)\ssince|in\sthe\smeantime)\b", re.IGNORECASE)
_JOINED = re.compile(
    r"\b(?:after|since|as|for)\s[^.;]{2,50}\s(?:ha[ds]|have)\s(?:also\s)?(?:joined|come|been\sadded)\b", re.IGNORECASE
)


_COUNTED = re.compile(
    r"\b(?:ballots?|votes?|papers|districts?|precincts?|stations?|boxes|wards?)\s(?:[a-z]{2,12}\s){0,3}?(?:counted|tallied|declared)\b",
    re.IGNORECASE,
)
_CLOSE_TO = re.compile(r"\bclose\s(?:to|by|friends?|ties|links|allies)\b")
"""Nearness, which closes nothing."""
_REACHED = re.compile(
    r"\b(?:ha(?:s|ve)|had|['’]s|['’]ve)\s(?:now\s|since\s|already\s|meanwhile\s|again\s|by\snow\s){0,2}"
    r"(?:(?P<up>gone\sup|risen|climbed|grown|increased|jumped|crept\sup|swollen|mounted|passed|reached)"
    r"|(?P<down>gone\sdown|come\sdown|fallen|dropped|shrunk|sunk|dwindled|decreased))"
    r"\s(?:(?:further|again|overnight|since|slightly|sharply|from\s[\w,.]{1,12})\s){0,3}(?:to\s)?"
    r"(?:at\sleast\s|about\s|some\s|more\sthan\s|around\s|nearly\s|almost\s|only\s|just\s){0,2}$",
    re.IGNORECASE,
)
"""Words before a figure by which a count has come to it: "has gone up to 19"."""
REACHED_REACH = 90
"""Characters before a figure in which they stand."""
Running = Literal["moving", "gathering"]
"""How a count goes on: up or down, or with more and more that is added to it."""


def find_running(sentence: str, start: int, end: int) -> frozenset[Running]:
    """How the sentence says that the figure at sentence[start:end] is counted on; nothing if it does not."""
    found: set[Running] = set()
    if _NOW.search(clause_around(sentence, start, end)) or has_running_word(sentence):
        found.add("moving")
    if _BY.search(sentence) or _JOINED.search(sentence):
        found.add("gathering")
    return frozenset(found)


def find_reached(sentence: str, start: int) -> ChangeWord | None:
    """Whether a count is said to have risen or fallen to the figure at `start`; None if neither."""
    found = _REACHED.search(sentence[max(0, start - REACHED_REACH) : start])
    return None if found is None else "up" if found["up"] else "down"


def is_of_counted(sentence: str) -> bool:
    """Whether the sentence tells how many votes were counted: "with half of the ballots counted"."""
    return _COUNTED.search(sentence) is not None


def has_running_word(text: str) -> bool:
    """Whether one of its words says that a count goes on: "with 62 percent of ballots counted"."""
    moving = load_lexicon("tallies")["moving"]["words"]
    lower = _CLOSE_TO.sub(" ", text.lower())
    words = content_words(lower)
    told = {form for word in words for form in (word, *(() if word.endswith("ing") else find_base_forms(word)))}
    return any(word in told or (" " in word and re.search(rf"\b{word}\b", lower)) for word in moving)
