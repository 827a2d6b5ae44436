"""Bare numbers: what a number stands for that has neither a unit nor a noun beside it."""

import re
from functools import cache

from secondsource.text.lexicon import load_lexicon
from secondsource.text.number_phrases import Numeral

OLDEST = 122
"""Years of the longest life on record."""

YOUNGEST_TOLD = 10
""" "She is 3" is as often a place in a race as an age; reports give children's ages in full."""

_AGED = re.compile(r"\b(?:aged?|age\sof|ages)\s{1,2}$", re.IGNORECASE)
_AFTER_NAME = re.compile(r"\b(?:[A-Z][\w.'’-]{1,20}|himself|herself),\s$")
_IN_BRACKETS = re.compile(r"\b[A-Z][\w.'’-]{1,20}\s\($")
_PERSON_OF = re.compile(
    r"\b(?:man|woman|boy|girl|lad|youth|pensioner|retiree|widow|widower|father|mother|grandfather|grandmother|bachelor|gentleman|lady"
    r"|teacher|farmer|nurse|driver|worker|student|pupil|(?:dead|died)\sat)\s(?:of\s)?$"
)
"""Before an age, who has it: "a man of 71", "dead at 71"."""
_IS = re.compile(r"\b(?:[Hh]e|[Ss]he|[Ww]ho|I|[A-Z][\w’'-]{1,20})\s(?:is|was|am|turned|turns)\s$")
_OF_A_PERSON = re.compile(
    r",\s(?:who\b|whose\b|(?:a|an|his|her|the)\s(?!(?:largest|smallest|biggest|strongest|second|third|junior|most|only|same|lowest|highest|new|party|group|bloc|list)\b)[a-z]"
    r"|(?:was|is)\s(?:born|the|a|an|his|her|now|said|held|arrested|killed)\b"
    r"|(?:said|says|told|left|died|lives?|lived|works?|worked|called|calls|styles|went|came|strolled|walked|denie[sd]|became|served|ha[sd]\snot)\b)"
)
"""Behind a number between commas, words that tell of a person: "Jane Roe, 52, who"."""
_AGE_ENDS = re.compile(r"\s?[,;.)]|\s(?:and|when|at|or)\b")

_PREDICATE = re.compile(
    r"\s{1,2}(?:of\b|(?:(?:more|others)\s)?(?:were|was|are|is|have|has|had|remain(?:s|ed)?|died|survived|drowned|perished"
    r"|lay|lie|did|could|cannot|will|would|may)\b)",
    re.IGNORECASE,
)
_SHARED_OUT = re.compile(r"\s{1,2}for\s{1,2}(?:the\s{1,2})?[A-Z]")
_DETERMINED = re.compile(
    r"\b(?:the|these|those|other|each|every|no|any|last|another|that|this|which|all)\s{1,2}$", re.IGNORECASE
)


def is_age(text: str, numeral: Numeral) -> bool:
    """Whether a bare number is a person's age: "Jane Roe, 25, said", "Jane Roe (25)", "aged 25", "she is 25"."""
    if not 0 < numeral.low <= OLDEST or numeral.low != numeral.high or numeral.low % 1:
        return False
    before = text[max(0, numeral.start - 28) : numeral.start]
    if _AGED.search(before):
        return True
    if not _AGE_ENDS.match(text, numeral.end):
        return False
    if _IS.search(before):
        return numeral.low >= YOUNGEST_TOLD
    named = _PERSON_OF.search(before) or _AFTER_NAME.search(before) or _IN_BRACKETS.search(before)
    return bool(named) and text[numeral.start].isdigit()


def is_told_of_person(text: str, numeral: Numeral) -> bool:
    """Whether the name before a number between commas, whatever it was taken for, is told of as a person's."""
    return bool(_OF_A_PERSON.match(text, numeral.end)) and bool(
        _AFTER_NAME.search(text[max(0, numeral.start - 28) : numeral.start])
    )


def stands_alone(text: str, numeral: Numeral) -> bool:
    """Whether a number word counts what was named before: "four were missing", "seven of them", "rose to eight"."""
    before = text[max(0, numeral.start - 28) : numeral.start]
    if _level_lead().search(before):
        return True
    if _DETERMINED.search(before):
        return False
    return bool(_PREDICATE.match(text, numeral.end) or (numeral.low > 1 and _SHARED_OUT.match(text, numeral.end)))


@cache
def _level_lead() -> re.Pattern[str]:
    words = [word for table in load_lexicon("units")["changes"].values() for word in table]
    return re.compile(rf"\b(?:{'|'.join(sorted(words, key=len, reverse=True))})\s(?:to|from)\s$", re.IGNORECASE)
