"""Remainders: "Fifty-eight were home again, and the other 46 stayed", of a whole told some sentences before.

What is left of a whole and what was taken from it make it. That no other number stands between the whole and its part,
and that neither names things of its own, shows that they are of it.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from secondsource.model.readings import Reading
from secondsource.model.spans import Span
from secondsource.stages.judge.counts import Count, find_counts
from secondsource.text.bounds import find_bound_before
from secondsource.text.moments import Moment, find_spoken_clocks
from secondsource.text.plain_numbers import find_plain_numbers
from secondsource.text.slips import is_digit_slip
from secondsource.text.totals import Total

FURTHEST = 3
"""Sentences from a whole to the part that was taken from it."""
MOST_OVER = 0.4
"""Share of a whole by which a part and what is left may be more than it."""
LEAST = 10
"""A smaller whole is nearly made by any two numbers."""
_LEFT = re.compile(
    r"\b(?:(?:the|its|his|her|their)\s(?:other|remaining)|(?:the|its|his|her|their)\s(?:rest|remainder),|all\s(?:the\s)?others,)\s$",
    re.IGNORECASE,
)
_LEFT_SOMEWHERE = re.compile(r"\b(?:others?|remaining|rest|remainder)\b", re.IGNORECASE)
_STOP = re.compile(r"[.!?][”\"’]?\s")
_OF_OTHERS = re.compile(r"\b(?:of|among|from)\s(?:the|its|his|her|their)\s(?:[a-z]+\s){0,2}$", re.IGNORECASE)
"""Before a part that is of things named anew: "of the chicks 21"."""
_MORE = re.compile(r"\b(?:another|more|further|besides|also|too|as\swell|each|about|among|including|several)\b", re.I)
"""Words between the whole and what is left by which there are more parts, or other things."""
_LEAD = 24
_PEOPLE = frozenset(["person", "people", "man", "woman", "child"])


def find_wrong_remainders(reading: Reading, block: Span) -> Iterator[Total]:
    """Every whole of a paragraph that a part of it and what is said to be left do not make."""
    text = block.of(reading.report.text)
    if not _LEFT_SOMEWHERE.search(text):
        return
    counts, hours = find_counts(reading, block), list(find_spoken_clocks(text))
    for left in _lefts(text, counts):
        told = [one for one in counts if one.number.end <= left.number.start and one.unit == left.unit]
        told = [one for one in told if not _is_hour(one, hours)]
        near = [one for one in told if not _is_aside(one, told, left)]
        for whole, part in list(pairwise(near))[-1:]:
            if _are_of_one(text, whole, part, left) and _is_wrong(whole, part, left, told):
                parts = (part.number.low, left.number.low)
                yield Total(whole.number.start, left.number.end, whole.number.low, parts)


def _lefts(text: str, counts: Sequence[Count]) -> Iterator[Count]:
    """The numbers that are said to be left, those between commas too: "the rest, 98,"."""
    known = {one.number.start: one for one in counts}
    for number in find_plain_numbers(text):
        before = [one for one in counts if one.number.end <= number.start]
        if before and number.low == number.high and _LEFT.search(text[max(0, number.start - _LEAD) : number.start]):
            sentence = before[-1].sentence + len(_STOP.findall(text[before[-1].number.end : number.start]))
            yield known.get(number.start) or Count(number, None, "", sentence, 0, "", "")


def _is_aside(one: Count, told: Sequence[Count], left: Count) -> bool:
    """Whether a few things of another kind were counted on the way: "Half a dozen tenants came"."""
    return bool(one.noun) and one is not told[0] and one.noun != told[0].noun and one.number.low < left.number.low


def _is_hour(one: Count, hours: Sequence[Moment]) -> bool:
    return any(hour.start <= one.number.start < hour.end for hour in hours)


def _are_of_one(text: str, whole: Count, part: Count, left: Count) -> bool:
    """Whether a part and what is left can be of nothing but the whole before them."""
    is_near = part.sentence - whole.sentence <= FURTHEST and left.sentence - part.sentence <= 1
    names = [one.noun for one in (part, left) if one.noun and one.noun not in _PEOPLE]
    is_named = bool(whole.noun) and all(name == whole.noun for name in names)
    lead = text[max(0, part.number.start - 2 * _LEAD) : part.number.start]
    is_open = any(find_bound_before(text, one.number.start) for one in (whole, part, left))
    between = text[whole.number.end : left.number.start]
    return is_near and is_named and not is_open and not _OF_OTHERS.search(lead) and not _MORE.search(between)


def _is_wrong(whole: Count, part: Count, left: Count, told: Sequence[Count]) -> bool:
    """Whether the two miss the whole by a slip, or are more than it, and no other numbers before make them right."""
    sum_of, size = part.number.low + left.number.low, whole.number.low
    if size < LEAST or max(part.number.low, left.number.low) >= size or sum_of == size:
        return False
    others = [one.number.low for one in told]
    made = {one + other for at, one in enumerate(others) for other in others[at + 1 :]} | set(others)
    if sum_of in made or size - left.number.low in made:
        return False
    return is_digit_slip(sum_of, size) or 0 < sum_of - size <= MOST_OVER * size
