"""Lives: how long somebody is said to have done a thing, and in what year he began one, to hold against his age."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.text.numerals import to_number

FEWEST = 10
"""Shorter lengths than these years rule out nobody's age."""
SCHOOL_AGE = 10
"""Nobody is taken on, married or elected before that age."""

_COUNT = r"(?P<years>\d{2,3}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]{3,5})?)"
_MORE = r"(?:more\sthan\s|over\s|almost\s|nearly\s|some\s|about\s|all\sof\s|the\slast\s|the\spast\s|these\s)?"
_FOR = rf"(?:for|over|in)\s(?:the\s(?:last|past)\s)?{_MORE}{_COUNT}\syears\b"
_WHO = r"(?:(?<![\w’'])(?:[Hh]e|[Ss]he|who)(?:\s(?:has|had|have)|['’]s)|(?<=\d)(?:,|\syears\sold)?\sand\s(?:has|had))"
_NOT_OWN = r"(?:that|which|whose|where|old|family|father|mother|husband|wife|firm|company|ancestors|forefathers)"
_CLAUSE = rf"(?:(?!{_NOT_OWN}\b)[\w'’-]+\s){{1,9}}?"
_SPELLS = tuple(
    re.compile(form)
    for form in (
        rf"{_WHO}\s{_CLAUSE}{_FOR}",
        rf"(?:^|[.,;:–—“\"]\s?|\band\s|\bthat\s)[Ff]or\s{_MORE}{_COUNT}\syears,?\s(?:now\s)?(?:he|she)\b",
        rf"(?<=\d,\sand\s)for\s{_MORE}{_COUNT}\syears\s(?:that\s|this\s)?{_CLAUSE}(?:has|have)\s{_CLAUSE}(?:he|she)\b",
    )
)
_DEED = (
    r"(?:joined|entered|started|began|came|went|moved|took|married|graduated|won|wrote|opened|founded|bought|left|settled|emigrated|arrived|sang"
    r"|played|sailed|served|studied|trained|qualified|fought|ran|was\s(?:first\s)?(?:elected|appointed|hired|ordained|married|taken\son|promoted"
    r"|apprenticed|arrested|jailed|sentenced|convicted|named|made|called\sup|drafted|widowed))"
)
_YEAR = r"(?P<year>(?:19|20)\d\d)\b"
_MONTH = r"(?:\d{1,2}\s)?(?:[A-Z][a-z]{2,8}\s)?"
_BEGINNINGS = tuple(
    re.compile(form)
    for form in (
        rf"(?:^|[.;,–—]\s|\band\s)(?:[Hh]e|[Ss]he|who)\s(?:had\s|first\s)?{_DEED}\b[^.;:“”\"]{{0,60}}?\b(?:in|since|on)\s{_MONTH}{_YEAR}",
        rf"(?:^|[.;]\s)(?:In|Back\sin|As\searly\sas)\s{_MONTH}{_YEAR},?\s(?:he|she)\s(?:had\s|first\s)?{_DEED}\b",
        rf"(?<=\d)(?:,|\syears\sold,?)\s(?:and\s)?(?:has\s|had\s)?{_DEED}\b[^.;:,“”\"]{{0,60}}?\bin\s{_MONTH}{_YEAR}",
        rf"(?:[Hh]e|[Ss]he|who|(?<=\d),)\shas\s[^.;:,“”\"]{{3,50}}?\bsince\s{_MONTH}{_YEAR}",
    )
)
_OTHERS = re.compile(
    r"\b(?:that|which|whose|family|father|mother|parents|husband|wife|brother|sister|son|daughter|ancestors)\b"
)
_GROWN = re.compile(
    r"\b(?:appointed|elected|hired|ordained|married|promoted|apprentice\w*|graduated|company|firm|police|army|navy|parliament|judge|mayor"
    r"|minister|professor|doctor|teacher|lawyer|manager|director|pilot|captain|engineer|founded|widowed|drafted|university|civil\sservice)\b"
)
"""What is told of grown people only."""


@dataclass(frozen=True, slots=True)
class Spell:
    """At text[start:end], so many `years` that somebody himself has been at something."""

    start: int
    end: int
    years: int


@dataclass(frozen=True, slots=True)
class Beginning:
    """At text[start:end], somebody himself does a thing in `year`, of which he must be so old: `least` years."""

    start: int
    end: int
    year: int
    least: int


def find_spells(sentence: str) -> Iterator[Spell]:
    """Every "has lived here for 74 years" of a sentence, its subject being he, she or who."""
    for form in _SPELLS:
        for found in form.finditer(sentence):
            years = to_number(found["years"].lower())
            if years and years >= FEWEST:
                yield Spell(*found.span(), int(years))


def find_beginnings(sentence: str) -> Iterator[Beginning]:
    """Every "He joined the company in 1981" of a sentence."""
    for form in _BEGINNINGS:
        for found in form.finditer(sentence):
            if not _OTHERS.search(found[0]):
                yield Beginning(*found.span(), int(found["year"]), SCHOOL_AGE if _GROWN.search(found[0]) else 0)
