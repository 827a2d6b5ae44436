"""Ages and births in text, of people and of things: "Jane Doe, 54", "born in 1970", "the 99-year-old firm"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from secondsource.text.lexicon import load_lexicon
from secondsource.text.numerals import to_number

_FUTURE = re.compile(
    r"\bwill\s(?:turn|be)\s(?P<years>\d{2})\s(?:next\s(?:week|month)|this\s(?:week|month|year)|in\s[A-Z][a-z]+\b(?!\s\d)|tomorrow|on\s)"
)
"""An age that somebody will reach within the year, being a year younger now."""
_NAMES = re.compile(
    r"(?<![.!?]\s)(?<=\s)[A-Z][a-z][\w'’-]+|^(?:(?:Mr|Mrs|Ms|Dr)\.?\s)?[A-Z][a-z][\w'’-]+\s[A-Z][a-z][\w'’-]+|^[A-Z][a-z][\w'’-]+(?=,\s\d)"
)
_OF_PLACE = re.compile(r"\b(?:in|at|from|near|of|on|to)\s(?:the\s)?(?:[A-Z][\w'’-]+\s)?$")
_NAME_BEHIND = re.compile(r"(?:[\s-]years?[\s-]old)?(?:\s[a-z]+){0,2}\s((?:[A-Z][a-z][\w'’-]+\s?){1,3})")
OLDEST = 120
"""Nobody is known to have grown much older."""


@dataclass(frozen=True, slots=True)
class Age:
    """Somebody's age in full years."""

    start: int
    end: int
    years: int


@dataclass(frozen=True, slots=True)
class BodyAge:
    """How many years old a thing or body is said to be; `body` names what it is, in lower case."""

    start: int
    end: int
    years: int
    body: str


@dataclass(frozen=True, slots=True)
class Founding:
    """The year in which a thing or body is said to have begun."""

    start: int
    end: int
    year: int


@dataclass(frozen=True, slots=True)
class Birth:
    """When somebody was born: a year, and the month and day where they are written.

    Where it follows from an age in some year, it may lie up to `leeway` years before `year`.
    """

    start: int
    end: int
    year: int
    month: int | None = None
    day: int | None = None
    leeway: int = 0


@dataclass(frozen=True, slots=True)
class AgeAgo:
    """Somebody's age in full years, so many years `ago`."""

    start: int
    end: int
    years: int
    ago: int


_TENS = r"(?:[Tt]wenty|[Tt]hirty|[Ff]orty|[Ff]ifty|[Ss]ixty|[Ss]eventy|[Ee]ighty|[Nn]inety)"
_ONES = r"(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine)"
_WORDS = (
    rf"{_TENS}(?:[- ]{_ONES})?|{_ONES}|[Tt]en|[Ee]leven|[Tt]welve|[Tt]hirteen|[Ff]ourteen|[Ff]ifteen|[Ss]ixteen"
    r"|[Ss]eventeen|[Ee]ighteen|[Nn]ineteen"
)
_AGE = re.compile(
    r"\b(?P<a>\d{1,3})[- ]years?[- ](?:old|of age)\b"
    r"|\b[Aa]ged?\s(?P<b>\d{1,3})\b"
    r"|\bdied\s[^.;:\d]{0,60}?\bat\s(?:the\sage\sof\s|age\s)?(?P<j>\d{2,3})\b(?!\sin\s(?:18|19|20)\d\d)"
    r"|\b(?:[Ss]?[Hh]e\sis|[Nn]ow(?:\saged)?|[Tt]oday(?:\saged)?|[Tt]oday\ss?he\sis)\s(?:now\s|today\s|already\s)?(?P<k>\d{2})"
    r"(?=[.,;](?!\d)|\sand\s(?:has|is|was|had|lives|its|his|her|the)\b|\syears\sold\b)"
    r"|\bwho\s(?:is|turned|turns)\s(?P<c>\d{1,3})(?=\s(?:and|on|in)\b|[,.;])"
    r"|\b(?:[A-Z][\w'’-]+|Mr|Mrs|Ms|Dr)\.?\s[A-Z][\w'’-]+,?\s(?:is|turned|turns)\s(?P<e>\d{1,3})(?=\sand\s[a-z]|[,.;](?!\d))"
    r"|(?<![\w'’] )\b[A-Z][\w'’-]+\sis\s(?P<o>\d{2})(?=\sand\s(?:has|lives|lived|works|worked|still|grew|knows|runs)\b)"
    rf"|\b[A-Z][\w'’-]+\s[A-Z][\w'’-]+,?\swas\s(?P<n>\d{{1,3}}|(?!one\b){_WORDS})(?=[.;](?!\d)|,\s)"
    r"|\bborn\s(?:[\w'’-]+\s){1,6}?and\sis\s(?:now\s)?(?P<m>\d{2,3})(?=[.,;](?!\d)|\s(?:years\sold|and)\b)"
    r"|\bat\s(?P<l>\d{2}),?\s(?=s?he\sis\b|is\s(?:the|its|his|her|now|still)\b)"
    r"|(?<=[a-z]),\s(?P<d>\d{1,3})(?=,\s|\.(?:\s|$)|;)"
    rf"|\b(?P<f>{_WORDS})[- ]years?[- ](?:old|of age)\b"
    rf"|\baged?\s(?P<g>{_WORDS})\b(?!\s(?:months?|weeks?|days?|and|to|or)\b)"
    r"|\b[a-z]{3,20}\sof\s(?P<i>\d{2})(?=,\s(?:who\swas\s)?born\b)"
    r"|(?:^|(?<=[.“\"]\s))At\s(?P<h>\d{2}),\s(?=[A-Z]\w+|s?he\b)",
)


_N = r"(?P<years>\d{1,2})"
_IN = r"(?P<year>(?:19|20)\d\d)"
_CLAUSE = r"(?:[\w'’-]+\s){1,9}?"
_FORMER_AGES = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b(?:who|he|she|the\s[a-z]{{3,20}}|(?-i:[A-Z][\w'’-]+))\swas\s(?:only\s|just\s)?{_N}\s(?:years\sold\s)?(?:when|in)\s(?:{_CLAUSE})?(?:in\s)?{_IN}\b",
        rf"\b(?:in|since)\s(?:[A-Z][a-z]+\s)?{_IN},?\s(?:when\s(?:he|she)\swas|aged|at\sthe\sage\sof|at)\s{_N}\b(?!\spercent|%)",
        rf"\b(?:(?<!,\s)at(?:\sthe\sage\sof)?|aged)\s{_N}\sin\s{_IN}\b",
        rf"\bat\s{_N},\sin\s{_IN}\b",
        rf"\bdied\s(?:in|on)\s(?:[\w,]+\s){{0,3}}?{_IN},?\s(?:at|aged)\s(?:the\sage\sof\s)?{_N}\b",
        rf"\bwas\s{_N}\sat\s(?:his|her)\sdeath\sin\s(?:[A-Z][a-z]+\s)?{_IN}\b",
    )
)
"""An age that somebody had in some year: "who was 32 when he first drove a tram in 1989"."""


_AGO = rf"(?P<ago>\d{{1,2}}|{_WORDS})\syears\sago\b"
_THEN = rf"(?P<years>\d{{1,2}}|{_WORDS})\b"
_AGES_AGO = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\bwas\s(?:only\s|just\s)?{_THEN}(?:\syears\sold)?\s(?:when|as)\s[^.;:?!]{{1,120}}?,\s(?:and\s)?(?:that|this|which)\s(?:was|is)\s(?:now\s)?{_AGO}",
        rf"\bwas\s(?:only\s|just\s)?{_THEN}(?:\syears\sold)?\swhen\s(?:[\w'’-]+\s){{2,9}}?{_AGO}",
        rf"\b{_AGO},?\s(?:when\s(?:he|she)\swas|aged|at\sthe\sage\sof|at)\s(?:only\s|just\s)?{_THEN}(?!\s(?:percent|per\scent)|%|[.:]\d)",
        rf"\b(?:at|at\sthe\sage\sof|aged)\s{_THEN},?\s{_AGO}",
    )
)
"""An age that somebody had a number of years ago."""


_BODY_AGE = re.compile(
    r"\b(?P<years>\d{1,3})-year-old\s(?:[\w'’-]+\s){0,2}?(?P<body>firm|company|club|school|university|college|bank|brewery"
    r"|newspaper|factory|plant|bridge|dam|mine|quarry|theatre|theater|museum|hospital|church|cathedral|castle|station"
    r"|railway|line|ship|ferry|union|party|institute|society|charity|shipyard|yard|mill|hotel|tower|stadium|festival"
    r"|orchestra|business|family\sbusiness|group|brand|bakery|library|prison|lighthouse|tunnel|tramway|agency)\b"
)
_FOUNDING = re.compile(
    r"\b(?:founded|established|set\sup|built|completed|inaugurated|launched|opened|incorporated|formed|created"
    r"|dates\sfrom|dating\sfrom|goes\sback\sto)\s(?:in\s|back\sto\s)?(?:[A-Z][a-z]+\s)?(?P<year>(?:1[5-9]|20)\d\d)\b"
)


_NO_PLACE = (
    r"and|or|but|to|who|whose|which|that|where|when|while|before|after|until|since|as|has|have|had|was|were|is|are|came|left"
    r"|went|died|fell|won|built|bought|became|began|grew|stood|he|she|they|his|their|in|\w{1,20}ed"
)
"""Words that are no part of where somebody was born, told before the year: "in a house above the pier"."""


@cache
def _birth() -> re.Pattern[str]:
    month = "|".join(form for row in load_lexicon("calendar")["months"].values() for form in row["forms"])
    far = r"[a-z]{2,8}\s(?:streets?|doors?|miles?|kilometres?)\sfrom"
    where = rf"(?:{far}|in|at|near|on|within|above|over|behind|beside|below|aboard)"
    place = rf"(?:{where}\s(?:(?!(?:{_NO_PLACE}|{month})\b)[A-Za-z][\w'’-]{{0,25}}\s){{1,8}})"
    return re.compile(
        rf"(?:\b(?:[Bb]orn|date\sof\sbirth\s(?:as|is|was))\s{place}{{0,2}}(?:(?:in|on)\s)?"
        rf"(?:Christmas(?:\s(?:Day|Eve))?,?\s)?(?:the\s(?:spring|summer|autumn|fall|winter)\sof\s)?|\(b\.\s)(?:(?:the\s)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s)?(?:(?P<month>{month})\.?\s)?"
        rf"(?:(?P<day2>\d{{1,2}}),?\s)?(?P<year>(?:18|19|20)\d\d)\b"
    )


def find_ages(text: str) -> Iterator[Age]:
    """Every age in `text`, in order; a bare number counts only between commas, as after a name."""
    for found in _AGE.finditer(text):
        told = found[found.lastgroup or "a"]
        years = int(told) if told.isdigit() else int(to_number(told.lower()) or OLDEST + 1)
        if years <= OLDEST:
            yield Age(found.start(found.lastgroup or 0), found.end(), years)


def find_coming_ages(text: str) -> Iterator[Age]:
    """The age that follows for now from every "will turn 65 next month"."""
    for found in _FUTURE.finditer(text):
        yield Age(*found.span(), int(found["years"]) - 1)


def find_births(text: str) -> Iterator[Birth]:
    """Every "born in" or "born on" with a year, in order."""
    numbers = {form: row["number"] for row in load_lexicon("calendar")["months"].values() for form in row["forms"]}
    for found in _birth().finditer(text):
        day = found["day"] or found["day2"]
        month = numbers[found["month"]] if found["month"] else None
        yield Birth(found.start(), found.end(), int(found["year"]), month, int(day) if day and month else None)


def find_former_ages(text: str) -> Iterator[Birth]:
    """The birth that follows from every age told with the year in which somebody had it."""
    for form in _FORMER_AGES:
        for found in form.finditer(text):
            yield Birth(found.start(), found.end(), int(found["year"]) - int(found["years"]), leeway=1)


def find_ages_ago(text: str) -> Iterator[AgeAgo]:
    """Every age that somebody had so many years ago: "was 17 when she joined, and that was 27 years ago"."""
    for form in _AGES_AGO:
        for found in form.finditer(text):
            years, ago = to_number(found["years"].lower()), to_number(found["ago"].lower())
            if years and ago:
                yield AgeAgo(*found.span(), int(years), int(ago))


def find_body_ages(text: str) -> Iterator[BodyAge]:
    """Every "99-year-old firm" in `text`, in order."""
    for found in _BODY_AGE.finditer(text):
        yield BodyAge(*found.span(), int(found["years"]), found["body"].lower())


def find_foundings(text: str) -> Iterator[Founding]:
    """Every "founded in 1926", "built in 1962" and the like, in order."""
    for found in _FOUNDING.finditer(text):
        yield Founding(*found.span(), int(found["year"]))


def find_who(sentence: str, start: int, end: int) -> str:
    """The last name, of no place, before the age at sentence[start:end], or that right behind it; empty if none."""
    names = [name for name in _NAMES.finditer(sentence, 0, start) if not _OF_PLACE.search(sentence[: name.start()])]
    if names:
        return names[-1][0].split()[-1].removesuffix("’s").removesuffix("'s")
    behind = _NAME_BEHIND.match(sentence, end)
    return behind[1].split()[-1] if behind else ""
