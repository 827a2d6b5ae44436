"""Likelihoods: whether words that could name a time do so where they stand ("2,000 troops", "may", "the fall of")."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from secondsource.model.spans import Span
from secondsource.stages.annotate.expressions import Expression

LEADS = (
    "in on since until till by before after during from through throughout to of between early late mid last next this "
    "late- mid- early- and for fiscal the"
)
_LEAD = re.compile(rf"(?:^|\b)(?:{'|'.join(LEADS.split())})[\s-]{{1,3}}$", re.IGNORECASE)
_YEAR_LEAD = re.compile(
    r"\b(?:in|since|by|from|until|till|before|after|during|early|late|circa|of|between|and|to|year|anno)[\s-]{1,3}$",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"\s{1,3}[a-z]{2,20}s\b")
_VERB_LEAD = re.compile(r"\b[a-z]{2,20}(?:ed|ing|es|ave|ad|as|uilt|old|ent|ook|ost|ought)\s{1,3}$")
_SEASON_LEAD = re.compile(r"\b(?:in|during|over|by|since|until|through|for)\s{1,3}(?:the\s{1,3})?$", re.IGNORECASE)
_QUANTITY_LEAD = re.compile(
    r"(?:[$£€#]|\b(?:about|around|some|nearly|almost|over|than|least|most|roughly|approximately|only|just|"
    r"no\.|number|room|flight|route|page|chapter|section|channel|psalm))\s{0,2}$",
    re.IGNORECASE,
)
_QUANTITY_TAIL = re.compile(
    r"[\s-]{1,2}(?:people|troops|soldiers|men|women|children|workers|employees|jobs|dollars|euros|pounds|percent|per"
    r"|points?|miles?|kilomet\w{2,3}|km|met\w{2,3}|feet|tons?|tonnes?|barrels|times|votes|shares|acres|rpm|calories"
    r"|kg|sq|square|cubic|homes|houses|students|members|others|more|years?|days?|hours?|minutes?|weeks?|months?)\b",
    re.IGNORECASE,
)
_LENGTH_LEAD = re.compile(
    r"\b(?:for|in|within|after|over|than|least|nearly|almost|under|about|only|just|to|of|half|take[sn]?|took|lasts?"
    r"|lasted|spent|spend|every|once|wait|waited|before|by|is|was|be|each)\s{1,3}$",
    re.IGNORECASE,
)
_LENGTH_TAIL = re.compile(r"\s{1,3}(?:after|before|of|to|in|since|from)\b|[-\s]long\b", re.IGNORECASE)
_DEFINITE_LEAD = re.compile(
    r"\b(?:in|for|during|over|throughout|within|by|from|until|through|since|before|after"
    r"|(?:months|weeks|days|half|quarters?|rest|remainder|part|course|end|close|most|much){S}of)\s{1,3}$".replace(
        "{S}", r"\s"
    ),
    re.IGNORECASE,
)
_DEFINED = re.compile(r"\s{1,3}(?:of|that|when|which|since|after|before|to|in\s(?!which)\w)\b", re.IGNORECASE)
LONGEST_BARE = 3
"""Words of "the entire quarter"; longer ones say what part of it is meant, as "the end of the year" does."""
_PRONOUN = re.compile(r"\s{1,3}(?:I|he|she|they|it|we|you)\b", re.IGNORECASE)
_FEAST_LEAD = re.compile(
    r"\b(?:on|at|by|before|after|since|until|till|over|during|for|around|from|to|between|and)\s{1,3}$", re.IGNORECASE
)
_COUNTS_ELSE = re.compile(r"\s{1,3}(?:old|of\sage)\b", re.IGNORECASE)
TITLES = frozenset(["period", "duration", "today", "vague", "clock"])
"""Kinds whose words are written small: with a capital in the middle of a sentence they are a programme's name."""
NAMES_WITHIN = 3
"""Names that could begin within the few words of one expression."""
_AMBIGUOUS_MONTHS = frozenset(["march", "may"])
_GIVEN_NAMES = frozenset(["april", "june", "august"])
_CAPITALIZED = re.compile(r"\s[A-Z]")
_LEADING_SEASONS = frozenset(["spring", "fall"])


def is_time(text: str, expression: Expression, persons: Sequence[Span]) -> bool:
    """Whether the expression names a time, judged by the words beside it and the persons named there."""
    before, after = text[max(0, expression.span.start - 24) : expression.span.start], text[expression.span.end :][:24]
    if expression.kind in ("month", "season", "weekday") and _is_in_a_name(expression.span, persons):
        return False
    if expression.kind == "month":
        return _is_month(expression, before, after)
    if expression.kind == "season":
        return _is_season(expression, before, after)
    if expression.kind == "year" and "year" in expression.parts:
        return _is_year(int(expression.parts["year"]), len(expression.span) == 4, before, after)
    if expression.kind in TITLES and _is_title(text, expression.span):
        return False
    if expression.kind == "holiday":
        return len(expression.parts) > 1 or " " in expression.parts["holiday"] or bool(_FEAST_LEAD.search(before))
    if expression.kind == "definite":
        return _is_definite(text, expression, before, after)
    if expression.kind == "duration" and (_COUNTS_ELSE.match(after) or _is_fraction(expression, after)):
        return False
    if expression.kind == "duration" and "one" in expression.parts and len(expression.parts) == 2:
        return bool(_LENGTH_LEAD.search(before) or _LENGTH_TAIL.match(after))
    return True


def _is_in_a_name(span: Span, persons: Sequence[Span]) -> bool:
    """Whether a person's name goes over the edge of the words: "June" in "June Harrow"."""
    at = bisect_right(persons, span)
    return any(
        person.overlaps(span) and not span.contains(person) for person in persons[max(0, at - 1) : at + NAMES_WITHIN]
    )


def _is_month(expression: Expression, before: str, after: str) -> bool:
    """Whether a bare month is one: "may" is a verb, and "June Harrow" a person."""
    month = expression.parts["month"]
    if len(expression.span) > len(month) or _LEAD.search(before):
        return True
    return month not in _AMBIGUOUS_MONTHS and not (month in _GIVEN_NAMES and _CAPITALIZED.match(after))


def _is_season(expression: Expression, before: str, after: str) -> bool:
    if expression.parts.keys() & {"which", "year", "whichyear"}:
        return True
    if expression.parts["season"] in _LEADING_SEASONS and after.startswith(" of"):
        return False
    return bool(_SEASON_LEAD.search(before)) or (
        len(expression.span) > len(expression.parts["season"]) and expression.parts["season"] not in _LEADING_SEASONS
    )


def _is_year(year: int, bare: bool, before: str, after: str) -> bool:
    """Bare numbers from 1900 to 2099 are years unless counted; earlier ones need "in", "since" or the like."""
    if _QUANTITY_LEAD.search(before) or _QUANTITY_TAIL.match(after):
        return False
    if bare and _PLURAL.match(after) and _VERB_LEAD.search(before):
        return False
    if 1900 <= year < 2100 or not bare or _YEAR_LEAD.search(before):
        return True
    return 1500 <= year < 2100 and before.lower().endswith("the ") and not _PLURAL.match(after)


def _is_fraction(expression: Expression, after: str) -> bool:
    """Whether it is "three-quarters of its food"."""
    return expression.parts["unit"] == "quarters" and "number" in expression.parts and after.startswith(" of ")


def _is_title(text: str, span: Span) -> bool:
    """Whether the words are a name, as in 'told "This Week"': capitals in a text that goes on in small letters."""
    words = span.of(text).split()
    if not (len(words) > 1 and all(word[0].isupper() or word[0].isdigit() for word in words) and words[-1].istitle()):
        return False
    line = text[max(0, span.start - 60) : span.start] + text[span.end : span.end + 60]
    around = [word for word in line.split() if word.isalpha() and len(word) > 3]
    return sum(word.islower() for word in around) > len(around) / 2


def _is_definite(text: str, expression: Expression, before: str, after: str) -> bool:
    """Whether "the year" is a year of the calendar: not the week of something, nor the man of the year."""
    unit = expression.parts["unit"]
    if unit != "quarter" and _PRONOUN.match(after):
        return False
    if unit == "weekend" or "ended" in expression.parts:
        return not _DEFINED.match(after)
    is_led = len(expression.span.of(text).split()) > LONGEST_BARE or _DEFINITE_LEAD.search(before)
    return bool(is_led) and not _DEFINED.match(after)
