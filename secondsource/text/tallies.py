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


def find_tally(sentence: str, start: int, end: int, counted: str | None) -> str | None:
    """The tally of the figure at sentence[start:end]: by the thing `counted`, or, of people, by what befell them.

    What befell them is told by the nearest word in the figure's clause, those after it first.
    """
    nouns = _WORD.findall((counted or "").lower())
    if nouns and nouns[-1] not in _people():
        return _tally_of(nouns[-1:])
    own = _tally_of(nouns)
    if own:
        return own
    before = _WORD.findall(clause_before(sentence, start).lower())
    who = _WHO.match(sentence, end)
    told = clause_after(sentence, who.end() if who else end).lower()
    after = _WORD.findall(_UNACCOUNTED.sub("unaccounted", told))
    heading = before[-2:-1] if before[-1:] == ["of"] else []
    return _tally_of(heading) or _tally_of(after) or _tally_of(reversed(before))


def _tally_of(words: Iterable[str]) -> str | None:
    """The tally of the first word that has one."""
    for word in words:
        for form in (word, *find_base_forms(word)):
            if form in _tallies():
                return _tallies()[form]
    return None
