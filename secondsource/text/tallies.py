"""What a figure tallies: the dead, the hurt, the missing … (lexicon/tallies.toml)."""

import re
from collections.abc import Iterable
from functools import cache

from secondsource.text.clauses import clause_after, clause_before
from secondsource.text.lexicon import load_lexicon
from secondsource.text.thesaurus import find_base_forms

_WORD = re.compile(r"[^\W\d_]+")
_WHO = re.compile(r"(?:\s[a-z]+)?\swho\b")
"""After a figure, the beginning of a clause that says what befell those who were counted: "the 62 who died"."""
_UNACCOUNTED = re.compile(r"\bnot (?:yet )?(?:been )?accounted\b")
_UNHURT = re.compile(r"\b(?:not|un|without|escaped) ?(?:been )?(?:hurt|injur|wound|harm)")
_UNFOUND = re.compile(r"\b(?:not|never) (?:yet )?(?:been )?(?:be )?found\b(?! guilty)|\b(?:looked|searched) for\b")
_PARTED = re.compile(r"\bof (?:the|its|his|her|their|those|these) $")
"""Before a figure, words by which it is the whole of which another counted a part: "three of the 47"."""
_MORE = re.compile(r"\s(?:more|others)\s([a-z]+)")
"""After a figure, people with no noun and a verb that may be taken for one: "four more lie in hospital"."""
_NUMBER_OF = re.compile(
    r"\bthe number of ((?:[a-z-]{2,20} ){0,2}?[a-z-]{3,20}) (?:(?:who|that|which) (?:[\w’'-]{2,16} ){1,5}?)?"
    r"(?:(?:has|had|have|now|risen|fallen|rose|fell|grew|grown|stood|stands|climbed|dropped|gone|went"
    r"|increased|up|down) ){0,4}"
    r"(?:at|to|is|was|reached) (?:some |about )?$",
    re.IGNORECASE,
)
_PUT_AT = re.compile(
    r"\bputs?\s(?:the|its|their|his|her)\s(?:number\sof\s(?:the\s)?)?(?:[a-z-]{2,20}\s){0,2}?"
    r"(?!(?:number|figure|total|toll|price|cost)\b)([a-z-]{3,20})\s(?:(?:on|in|at|of|along|for|to|who|that|behind|outside|inside|around|near|before)\s[^.;:]{1,60}?\s)?at\s"
    r"(?:about\s|some\s|around\s|nearly\s|only\s|just\s|more\sthan\s|at\sleast\s){0,2}$",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r" of (?:them|these|those|whom)\b")
_PLURAL = re.compile(r"\b([a-z]{3,20}(?:s|people|children|men|women)|people|men)\b(?! (?:ago|later|earlier))")
_NO_THING = frozenset(
    [
        "was",
        "has",
        "his",
        "its",
        "this",
        "does",
        "says",
        "also",
        "across",
        "years",
        "days",
        "months",
        "weeks",
        "hours",
        "minutes",
        "times",
        "always",
    ]
)
"""Words with the ending of a plural that are none, or that are counted in lengths of time."""
REACH = 90
"""Characters before a figure in which "the number of …" stands."""
_EVERYBODY = re.compile(r"\ball\s(?:of\s)?(?:the\s|its\s)?$", re.IGNORECASE)
"""Before those aboard, words by which those who were saved are the whole of them: "all 188 passengers"."""
_THOSE_ABOARD = re.compile(r"\s(?:people |persons |souls |men and women )?aboard\b")
_ON_BOARD = re.compile(r"\bon (?:its |her )?board\b")
_DOER = re.compile(r"ers?$")
"""Endings of those who do it and not of those whom it befalls: rescuers, killers."""
_ABOARD = frozenset(["aboard", "crew"])
_SAVED = frozenset(["unhurt", "rescued"])


_THERE_ARE = re.compile(
    r"(?:By\snow|Now|So\sfar|Meanwhile)?,?\s?(?:there|they|these|that|it)\s(?:are|were|is|makes|made)\s(?:now\s|already\s|about\s|some\s|at\sleast\s|more\sthan\s){0,2}"
    r"[\w,.-]{1,20}(?:\s(?:people|persons|patients|of\sthem|in\sall|altogether|so\sfar|by\snow|now|already)){0,3}\s?(?:[.:;–—]|,\s(?:and|of|among|among|including)\b)",
    re.IGNORECASE,
)
"""A sentence, up to its first mark, that tells how many there are and not of what."""


@cache
def _tallies() -> dict[str, str]:
    return {word: row["name"] for row in load_lexicon("tallies")["tallies"] for word in row["words"]}


@cache
def moving_tallies() -> frozenset[str]:
    """The tallies that go on while reports are written, so that a later count contradicts no earlier one."""
    return frozenset(row["name"] for row in load_lexicon("tallies")["tallies"] if row.get("moves"))


@cache
def _people() -> frozenset[str]:
    return frozenset(load_lexicon("tallies")["people"]["words"])


def find_numbered(sentence: str, start: int) -> str | None:
    """The noun of which the figure at `start` is said to be the number: "the number of accidents rose to 40".

    So is what somebody puts at a figure: "the police put the crowd on the quay at 60,000".
    """
    before = sentence[max(0, start - REACH) : start]
    found = _NUMBER_OF.search(before) or _PUT_AT.search(before)
    return found[1] if found else None


def find_meant(sentence: str, start: int, end: int) -> str | None:
    """The noun, in the singular, of which the figure at sentence[start:end] counts "of them"."""
    if not _OF_THEM.match(sentence, end):
        return None
    told = [word for word in _PLURAL.findall(sentence[max(0, start - REACH) : start]) if word not in _NO_THING]
    forms = find_base_forms(told[-1]) if told else ()
    return next(iter(forms), told[-1]) if told else None


def find_tally(sentence: str, start: int, end: int, counted: str | None) -> str | None:
    """The tally of the figure at sentence[start:end]: by the thing `counted`, or, of people, by what befell them.

    What befell them is told by the nearest word in the figure's clause, those after it first. "Four of her crew are
    dead" and "47 passengers died" count the dead.
    """
    nouns = _WORD.findall((counted or "").lower())
    more = _MORE.match(sentence, end)
    if more and more[1] in nouns:
        nouns = []
    own = _tally_of(nouns)
    if nouns and nouns[-1] not in _people() and own not in _ABOARD:
        return _tally_of(nouns[-1:])
    if own and own not in _ABOARD:
        return own
    before = clause_before(sentence, start).lower()
    who = _WHO.match(sentence, end)
    told = clause_after(sentence, who.end() if who else end).lower()
    told = told if told.startswith(" of ") else _ON_BOARD.sub("aboard", told)
    words = _WORD.findall(before)
    if _PARTED.search(before) and not who:
        return own
    heading = words[-2:-1] if words[-1:] == ["of"] else []
    fate = _tally_of(heading) or _fate_of(_UNFOUND.sub("missing", _UNACCOUNTED.sub("unaccounted", told)))
    if fate in _SAVED and _EVERYBODY.search(sentence[:start]) and (own in _ABOARD or _THOSE_ABOARD.match(told)):
        return own or "aboard"
    return fate or own or _tally_of(_WORD.findall(told)) or _tally_of(reversed(words))


def find_tally_before(sentence: str, before: str) -> str | None:
    """The tally of a count with nothing but "there are" about it, by the sentence before: "There are 31 by now"."""
    return _tally_of(_WORD.findall(before.lower())) if _THERE_ARE.match(sentence) else None


def _fate_of(told: str) -> str | None:
    """What befell people of whom the words after the figure tell; "not hurt" is unhurt."""
    tally = _tally_of(word for word in _WORD.findall(told) if _tally_of([word]) not in _ABOARD)
    return "unhurt" if tally == "hurt" and _UNHURT.search(told) else tally


def _tally_of(words: Iterable[str]) -> str | None:
    """The tally of the first word that has one."""
    for word in words:
        for form in (word, *(() if _DOER.search(word) else find_base_forms(word))):
            if form in _tallies():
                return _tallies()[form]
    return None
