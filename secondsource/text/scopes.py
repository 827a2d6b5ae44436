"""What a figure is counted over: a month, a group, a plan, the whole or a part (lexicon/scopes.toml)."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import pairwise
from typing import Literal

from secondsource.text.lexicon import load_lexicon

Extent = Literal["whole", "part", "degree"]
Facets = frozenset[tuple[str, str]]
"""What a text says a figure is of, each with the question that it answers: ("set 0", "april"), ("year", "2024")."""

FLAGS = ("wished", "before", "rate", "degree", "pause", "left")
"""Sets of words of which two figures of one thing both have one, or neither."""
BEFORE_LENGTHS = ("in", "there")
MORE_BEFORE_LENGTHS = ("over", "within", "for", "after", "during", "inside")
"""Words before "a year" by which it is a length of time, and nothing that comes again every year."""
REMEMBERED = 50_000
"""Texts whose facets are kept in mind."""
_WORD = re.compile(r"[^\W\d_]+")
_DAY = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+|\b[A-Z][a-z]+ \d{1,2}\b(?!,?\d)")
"""A day with its month, which says when something was told or done and not over what it was counted."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_AGES = re.compile(r"\b(under|over|above|below) (?:the age of )?(\d{1,2})\b(?![.,]?\d| ?%| percent| per cent)")
_PLACE = re.compile(
    r"\b(?:in|In|at|At|near|Near|around|outside) (?!(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December)\b)([A-Z][^\W\d_]{1,30})"
)
_PEOPLE = re.compile(r"\s([A-Z][a-z]{2,20})\s[a-z]{3,20}")
_BEFORE = re.compile(
    r"\s(?:[\w’'-]{1,16}\s){0,2}?(?:(?:at|to|in|of)\swhich\b|of\sthe\s(?:time|day|week|month)s?\b|where\b|that\b|(?:it|they)\b)[^;.,]{0,24}\bbefore\b"
)
"""Words behind a figure by which it is an earlier one."""
_NOTHING_IN = re.compile(
    r"\b(?:no|not|never|nobody|none|neither|first\stime|last\stime|longest)\b[^;.]{0,90}\b(?:in|for|since|over)\b"
    r"|\bfor\b[^;.]{0,30}\b(?:no|nobody|none|neither)\b",
    re.IGNORECASE,
)
"""Words by which nothing happened in a length of time that stands beside "in" or "for"."""
_DIFFERENCE = re.compile(
    r"(?:\s(?!or\b|and\b)[\w%'’-]{1,20}){0,2}\s"
    r"(?:more|fewer|less|higher|lower|longer|shorter|warmer|cooler|colder|richer|poorer|faster|slower)\b(?!\sor\b)",
    re.IGNORECASE,
)
_WAY = re.compile(
    r"(?:\s\([^)]{1,24}\))?\s(?:(?:to\sthe\s)?(?:north|south|east|west)(?:-?east|-?west)?|from|away|off|offshore|inside|into|outside|inland"
    r"|upstream|downstream|beyond|behind|ahead|short|down|up)\b",
    re.IGNORECASE,
)
_SIZE = re.compile(
    r"(?:\s\([^)]{1,24}\))?[\s-](?:long|wide|high|tall|deep|thick|across|in\s(?:length|width|height|diameter))\b"
)
_ATTRIBUTIVE = re.compile(r"\d-(?:kilometre|kilometer|km|metre|meter|mile|foot|yard|inch)$", re.IGNORECASE)
"""A measure that tells how large the thing behind it is: "a 21-mile tunnel"."""
_RECALLED = re.compile(
    r"\b(?:(?:[a-z]{3,12}est|worst|first|only)\b[^;]{0,60}\ssince|unlike|as\sin|recall(?:s|ed|ing)?|remembers?|after\sthe\sone|like\sth(?:at|e\sone))\s[^;]{0,100}"
    r"(?:,\s|\s)(?:when|in\swhich|in\swhom|that\s(?:killed|cost|left|injured)|which\s(?:killed|cost|left|injured))\b[^.;]{0,60}$",
    re.IGNORECASE,
)
RECALLED_REACH = 240
"""Characters before a figure in which an event is named that it is of."""
_NOT_DONE = (
    r"(?!\s(?:on|in|at|with|part|there)\b|\s(?:[a-z]{2,12}ly\s)?[a-z]{1,14}"
    r"(?:ed|en|urt|old|ound|ought|eft|ost|ut|ent|id|own|orn|uck)\b)"
)
"""Behind "had been" no participle, with which it tells what was done and not how much it was before."""
_CUT = re.compile(r"\d|[,;:–—()]")


def are_counted_apart(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two figures, each with its clause and its sentence, are said to be of two months, groups, turns or times.

    What the clause says counts; where it answers a question with nothing, its sentence does.
    """
    ours, theirs = _facets_of(*one), _facets_of(*other)
    asked = {question for question, _ in ours} & {question for question, _ in theirs}
    if any(_answers(ours, question).isdisjoint(_answers(theirs, question)) for question in asked):
        return True
    return any(_has(one[0], name) != _has(other[0], name) for name in FLAGS)


def are_of_two_places(one: str, other: str) -> bool:
    """Whether two clauses each say where, and name no place in common: "in Osk", "in Vell"."""
    ours, theirs = frozenset(_PLACE.findall(one)), frozenset(_PLACE.findall(other))
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def are_of_two_peoples(one: str, other: str) -> bool:
    """Whether the words behind two figures each name whose they are, in other names: "Five Marnish", "Two Teskish"."""
    ours, theirs = _PEOPLE.match(one), _PEOPLE.match(other)
    return ours is not None and theirs is not None and ours[1] != theirs[1]


def is_of_before(behind: str) -> bool:
    """Whether the words behind a figure say that it is of a time before what is told: "at which they stood before"."""
    return _BEFORE.match(behind) is not None


def is_difference(behind: str) -> bool:
    """Whether the words behind a figure make it how much more or less there is, and no count: "27 seats fewer than"."""
    return _DIFFERENCE.match(behind) is not None


def are_way_and_size(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether of two measures, each with the words behind it, one is how far off a thing is and one how large it is."""
    return {_way_or_size(*one), _way_or_size(*other)} == {"way", "size"}


def _way_or_size(measure: str, behind: str) -> Literal["way", "size"] | None:
    if _WAY.match(behind):
        return "way"
    return "size" if _SIZE.match(behind) or _ATTRIBUTIVE.search(measure) else None


def is_gap(clause: str) -> bool:
    """Whether a length of time in the clause is one in which a thing did not happen: "nobody called in 24 years"."""
    return _NOTHING_IN.search(clause) is not None


def is_recalled(sentence: str, start: int) -> bool:
    """Whether the figure at `start` is of an event that this one is only held against: "the worst since 2011, when"."""
    return _RECALLED.search(sentence[max(0, start - RECALLED_REACH) : start]) is not None


def find_extent(sentence: str, start: int, end: int) -> Extent | None:
    """Whether the figure at sentence[start:end] is said to be of the whole, of a part, or of those hit worse."""
    cut = _CUT.search(sentence, end)
    after = sentence[end : cut.start() if cut else len(sentence)]
    cuts = [found.end() for found in _CUT.finditer(sentence, 0, start)]
    beside = f"{sentence[cuts[-1] if cuts else 0 : start]} | {after}"
    for extent in ("degree", "part", "whole"):
        if _has(beside, extent):
            return extent
    return None


def _answers(facets: Facets, question: str) -> frozenset[str]:
    return frozenset(answer for asked, answer in facets if asked == question)


@lru_cache(maxsize=REMEMBERED)
def _facets_of(clause: str, sentence: str) -> Facets:
    near = _facets(clause)
    answered = {question for question, _ in near}
    return near | {facet for facet in _facets(sentence) if facet[0] not in answered}


@lru_cache(maxsize=REMEMBERED)
def _facets(text: str) -> Facets:
    bare = _DAY.sub(" ", text)
    words = [word.lower() for word in _WORD.findall(bare)]
    told = {("year", year) for year in _YEAR.findall(bare)}
    told |= {("ages", f"{side} {age}") for side, age in _AGES.findall(text)}
    told |= {facet for word in words for facet in _rivals().get(word, ())}
    turns = load_lexicon("scopes")["turns"]
    told |= {(noun, order) for order, noun in pairwise(words) if noun in turns["nouns"] and order in turns["orders"]}
    return frozenset(told)


@cache
def _rivals() -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for number, rivals in enumerate(load_lexicon("scopes")["rivals"]["sets"]):
        for words in rivals:
            for word in words:
                found.setdefault(word, []).append((f"set {number}", words[0]))
    return found


@cache
def _phrases(name: str) -> re.Pattern[str]:
    phrases: Iterable[str] = load_lexicon("scopes")[name]["phrases"]
    not_behind = "".join(
        rf"(?<!\b{word} )" for word in (*BEFORE_LENGTHS, *(MORE_BEFORE_LENGTHS if name == "rate" else ()))
    )
    not_behind += r"(?<!\bthat )(?<!\bwho )(?<!\bwhich )" * (name == "wished")
    return re.compile(
        rf"{not_behind}\b(?:{'|'.join(map(re.escape, phrases))})\b(?:(?<!had been)|{_NOT_DONE})", re.IGNORECASE
    )


@lru_cache(maxsize=REMEMBERED)
def _has(text: str, name: str) -> bool:
    return bool(_phrases(name).search(text))
