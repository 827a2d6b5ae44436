"""Courses: a sentence with one length, one beginning and one end, in whatever order, that do not go together.

"He spent nine years in exile, leaving in 1998 and coming home in 2003"; "the 90-minute hearing started at 10am and was
over by 10.40am". Which words begin and end something is in lexicon/courses.toml.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from secondsource.text.intervals import Interval, is_wrong_length, to_interval
from secondsource.text.lengths import ToldLength, find_told_lengths
from secondsource.text.lexicon import load_lexicon
from secondsource.text.moments import Moment, find_moments

CLAUSE = 70
"""Characters before a moment in which it is said what began or ended then."""
NEXT = 25
"""Characters behind a moment in which it may be said too: "at 10am they set out"."""
_SENTENCE = re.compile(r"[.!?][”\"’)]?\s+(?=[A-Z“\"‘])|\n")
_CUT = re.compile(r"[;:]|,\s(?!on\b|at\b|in\b)|\sand\s|\sbut\s|\bafter\s(?!(?:the|an?)\s[a-z]+\s(?:of|on|in)\s$)")
_AFTER_EVENT = re.compile(r"\b(?:after|since|following)\s(?:the|an?)\s[a-z]{3,20}\s(?:of|on|in)\s$", re.IGNORECASE)
_LASTED = re.compile(
    r"\b(?:after|for|lasting|lasted|lasts|took|taking|taken|spent|spending|ran|running|in\sall|a\stotal\sof|so\sthat|stayed|kept)\s(?:only\s|just\s|some\s"
    r"|about\s|almost\s|nearly\s|(?:an?|the)\s[a-z]{3,20}\sof\s)?$",
    re.IGNORECASE,
)
_MERE = re.compile(r"\b(?:after|for)\s(?:only\s|just\s|some\s|about\s|almost\s|nearly\s)?$", re.IGNORECASE)
IS_ALL = re.compile(r"^(?:[.,;:)]|\s(?:and|or|but|instead|on|in\sall|altogether|with)\b|$)")
"""Behind "after three years": nothing says of what other matter they were, as "in the red"."""
_COURSE_OF = re.compile(r"\b(?:an?|the|his|her|its|their)\s(?:[a-z]{3,20}\s)?[a-z]{3,20}\sof\s$", re.IGNORECASE)
_THOSE = re.compile(r"\b(?:in|during|over|for|within)\s(?:those|these|the|that|this)\s$", re.IGNORECASE)
_BETWEEN = re.compile(r"^\s(?:between|that\s(?:lay|passed)\sbetween)\s")
OTHER_END = re.compile(
    r"^,?\s(?:before|after|ago|earlier|from|since|old|of\sage|late|early|ahead|each|every|per|(?:an?|the)\s(?:day|week|month|year)\b|in\s(?:prison|jail))\b",
    re.IGNORECASE,
)
OTHER_MATTER = re.compile(
    r"\b(?:than|every|each|another|last|past|next|first|further|other|previous|instead\sof|not|planned|within|up\sto|at\sleast)\s(?:the\s)?$",
    re.IGNORECASE,
)


def find_wrong_courses(text: str, year: int | None = None) -> Iterator[Interval]:
    """Every length of a sentence of `text` that lies between its only two moments, and does not fit them."""
    for at, sentence in find_sentences(text):
        for since, until, length in _find_courses(sentence, year):
            if is_wrong_length(since, until, length, year):
                found = to_interval(sentence, since, until, length, year)
                yield replace(found, start=at + found.start, end=at + found.end)


def find_sentences(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of a paragraph, by their stops, each with where it begins."""
    at = 0
    for border in (*_SENTENCE.finditer(text), None):
        yield at, text[at : border.start() if border else len(text)]
        at = border.end() if border else len(text)


def _find_courses(sentence: str, year: int | None) -> Iterator[tuple[Moment, Moment, ToldLength]]:
    moments, lengths = list(find_moments(sentence)), list(find_told_lengths(sentence))
    for scale in ("minutes", "days"):
        ends = [moment for moment in moments if moment.scale == scale]
        told = [length for length in lengths if length.scale == scale and length.size < float("inf")]
        if len(ends) != 2 or len(told) != 1 or ends[0].precision != ends[1].precision:  # a beginning and an end
            continue
        length = told[0]
        since, until = in_order(ends, year)
        behind, before = sentence[length.end : length.end + CLAUSE], sentence[: length.start]
        if OTHER_END.match(behind) or OTHER_MATTER.search(before[-CLAUSE:]):
            continue
        if _is_between(before, behind, ends, length) or (
            _is_tied(sentence, length, until) and _begins(sentence, since) and _ends(sentence, until)
        ):
            yield since, until, length


def in_order(ends: Sequence[Moment], year: int | None) -> tuple[Moment, Moment]:
    """The two moments as they follow one another, where their dates say so, or else as they are told."""
    one, other = ends
    if one.precision in ("day", "month", "year"):
        days = one.days(year or 0) if one.year or year else None, other.days(year or 0) if other.year or year else None
        if days[0] and days[1] and days[0][0] > days[1][0]:
            return other, one
    return one, other


def _is_between(before: str, behind: str, ends: Sequence[Moment], length: ToldLength) -> bool:
    """Whether the length is told as that between the two, or as "those two weeks" behind both."""
    is_first = length.start < min(moment.start for moment in ends)
    if is_first and _BETWEEN.match(behind):
        return True
    is_last = length.start > max(moment.end for moment in ends)
    return is_last and bool(_THOSE.search(before[-CLAUSE:])) and before[-CLAUSE:].rstrip().endswith(("those", "these"))


def _is_tied(sentence: str, length: ToldLength, until: Moment) -> bool:
    before = sentence[max(0, length.start - CLAUSE) : length.start]
    behind = sentence[length.end : length.end + CLAUSE]
    is_later = bool(re.match(r"\slater\b", behind)) and 0 <= length.start - until.end <= len(", just ")
    is_lasting = bool(_LASTED.search(before)) and (not _MERE.search(before) or bool(IS_ALL.match(behind)))
    is_noun = bool(_courses().match(behind)) and not re.search(r"\d", sentence[length.end : length.end + 1])
    return is_lasting or bool(_COURSE_OF.search(before)) or is_later or is_noun


@cache
def _courses() -> re.Pattern[str]:
    return re.compile(r"\s(?:[a-z]{3,20}\s)?(?:" + "|".join(load_lexicon("courses")["course"]["nouns"]) + r")\b")


@cache
def _verbs(table: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(load_lexicon("courses")[table]["verbs"]) + r")\b", re.IGNORECASE)


def _begins(sentence: str, moment: Moment) -> bool:
    clause = _clause(sentence, moment)
    return bool(_verbs("begin").search(clause)) or bool(_AFTER_EVENT.search(sentence[: moment.start]))


def _ends(sentence: str, moment: Moment) -> bool:
    return bool(_verbs("end").search(_clause(sentence, moment)))


def _clause(sentence: str, moment: Moment) -> str:
    """The clause before a moment, up to the last comma or "and" that begins it."""
    before = sentence[max(0, moment.start - CLAUSE) : moment.start]
    cuts = [found.end() for found in _CUT.finditer(before[:-4])]
    return before[cuts[-1] if cuts else 0 :]
