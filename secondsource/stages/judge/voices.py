"""Voices: whether the speaker that a report gives can be relied on, or a "she" beside the words may be another's."""

import re
from functools import lru_cache
from typing import Literal

from secondsource.model.findings import Statement
from secondsource.stages.judge.cases import Case
from secondsource.text.lexicon import load_lexicon
from secondsource.text.naming import name_words

Gender = Literal["he", "she"]
PRONOUN_REACH = 4
"""Sentences back to which a pronoun may reach."""
REMEMBERED = 4096
"""Surnames whose titles are kept in mind."""
STORIES_REMEMBERED = 8
"""Stories whose titled names are kept in mind."""
_TITLES: tuple[tuple[Gender, str], ...] = (("he", r"(?:Mr|Sir|Lord|Herr)"), ("she", r"(?:Ms|Mrs|Miss|Dame|Lady|Frau)"))
_Titled = tuple[tuple[Gender, tuple[str, ...]], ...]
"""For each gender, the words behind the titles of each report, run together."""


def pronoun_of(case: Case, statement: Statement) -> Gender | None:
    """The "he" or "she" that stands for the speaker beside the words."""
    attribution = case.attribution_of(statement)
    for span in attribution.source if attribution else ():
        word = case.text_of(statement.report, span).lower()
        if word in ("he", "she"):
            return "he" if word == "he" else "she"
    return None


def gender_of(case: Case, name: str) -> Gender | None:
    """Whether somebody is a he or a she, by the titles that the story's reports give and by the first name."""
    words = name.split()
    if not words:
        return None
    titled = _title_of(_find_titled(tuple(reading.report.text for reading in case.story.readings)), words[-1])
    if titled or len(words) < 2:
        return titled
    given = load_lexicon("roles")["given"]
    return "he" if words[0].lower() in given["male"] else "she" if words[0].lower() in given["female"] else None


@lru_cache(maxsize=STORIES_REMEMBERED)
def _find_titled(texts: tuple[str, ...]) -> _Titled:
    """What stands behind each title, up to three words, on lines of their own."""
    found: list[tuple[Gender, tuple[str, ...]]] = []
    for gender, titles in _TITLES:
        pattern = re.compile(rf"\b{titles}\.?\s(?=((?:[A-Z][\w'’-]{{0,40}}\s){{0,2}}[\w'’-]{{1,40}}))")
        found.append((gender, tuple("\n".join(" ".join(name.split()) for name in pattern.findall(t)) for t in texts)))
    return tuple(found)


@lru_cache(maxsize=REMEMBERED)
def _title_of(titled: _Titled, surname: str) -> Gender | None:
    pattern = re.compile(rf"^(?:[A-Z][\w'’-]* ){{0,2}}{re.escape(surname)}\b", re.MULTILINE)
    counts = {gender: sum(1 for names in told if pattern.search(names)) for gender, told in titled}
    best = max(counts, key=lambda gender: counts[gender])
    return best if counts[best] > sum(counts.values()) / 2 else None


def is_misread(case: Case, statement: Statement) -> bool:
    """Whether the "she" that was read as this speaker is one whom the story calls "he", or the other way round."""
    pronoun = pronoun_of(case, statement)
    gender = gender_of(case, statement.speaker or "") if pronoun else None
    return gender is not None and pronoun != gender


def is_near(case: Case, statement: Statement, name: str) -> bool:
    """Whether the report names that speaker so near to the words that a "he" or "she" beside them could be meant."""
    pronoun, gender = pronoun_of(case, statement), gender_of(case, name)
    if pronoun and gender and pronoun != gender:
        return False
    here = case.index_of(statement.report, statement.span)
    sentences = case.readings[statement.report].sentences[max(0, here - PRONOUN_REACH) : here + 2]
    words = {word for sentence in sentences for word in name_words(case.text_of(statement.report, sentence))}
    return bool(words & proper_words(name))


def proper_words(name: str) -> set[str]:
    """The words of a name that begin with a capital, and its last one ("the coastguard")."""
    proper = {w for part in name.split() if part[:1].isupper() for w in name_words(part)} - {"the"}
    return proper | set(name_words(name)[-1:])
