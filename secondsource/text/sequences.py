"""Sequences: two moments that "after", "before" or "had" puts in an order in which they do not stand.

"The tower, completed in 1931 after work began in 1935"; "it was found on 4 May; it had been stolen on 6 May". What
comes first by its own meaning, whatever the words between, is looked at in orders.py.
"""

import re
from collections.abc import Iterator
from functools import cache

from secondsource.text.intervals import LENGTH, MOMENT, abstract
from secondsource.text.lengths import find_told_lengths
from secondsource.text.moments import Moment, find_moments
from secondsource.text.orders import Disorder

CLOSE = 120
"""Days up to which two days without a year are of one: beyond, the turn of a year may lie between them."""
SOON = 180
"""Minutes up to which two hours are of one night."""
_CLAUSE = rf"[^{MOMENT}{LENGTH}.;:?!“”\"]"
_TO_COME = re.compile(
    r"\b(?:due|planned|expected|scheduled|set|supposed|hoped|meant|intended|promised|agreed|vowed|booked|invited|summoned|asked|wanted|called|ordered"
    r"|told|said|warned|announced|offered|until|till|by|would|will|could|should|plans?|forecast|predicted|for|next|if|not|never|to\s(?!an?\b|the\b|hospital\b|[A-Z]))\b"
)
"""Words by which a moment is one that was to come, or none of what the clause tells."""


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    """The patterns, `a` being what comes first and `b` what comes after it."""
    on = r"(?:on|in|at|of)\s"
    a, b = rf"(?P<first>{_CLAUSE}{{3,70}})\s{on}(?P<a>{MOMENT})", rf"\s{on}(?P<b>{MOMENT})"
    had = r"(?:it|he|she|they|(?:the|his|her|its|their)\s[a-z]{3,20})\shad\s(?:already\s|first\s|only\s)?"
    until = rf"(?P<first>)\s{on}(?P<a>{MOMENT})"
    forms = (
        rf"{b},?\safter\s(?!all\b){a}",
        rf"(?:^|[.;:!?]\s)after\s{a},\s{_CLAUSE}{{3,60}}{b}",
        rf"{b},\shaving\s{a}",
        rf"{b}{_CLAUSE}{{0,30}}[.;]\s{had}{a}",
        rf"{until},?\sbefore\s{_CLAUSE}{{3,60}}{b}",
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


_STEP = re.compile(
    rf"(?P<one>{MOMENT})(?P<between>[^{MOMENT}]{{3,160}}?)\b(?:the|an?|some|few|[a-z]{{3,9}})\s(?:very\s|same\s)?"
    rf"(?:minutes?|hours?|days?|nights?|evening|morning|weeks?|months?|years?)\s(?P<way>before|earlier|after|later|afterwards)"
    rf"(?:\s(?:that|this|it|then))?,\s(?:on\s|at\s|in\s)?(?P<other>{MOMENT})",
    re.IGNORECASE,
)
"""A moment and one that is told to be some time before or after it: "on @. … in the week before that, on @"."""
_SENTENCE = re.compile(r"[.!?][”\"’]?\s")


def _find_wrong_steps(text: str, year: int) -> Iterator[Disorder]:
    """Every moment that is told to be some time after another, or before it, and lies on its other side."""
    moments = list(find_moments(text))
    signs, places = abstract(text, moments, ())
    for found in _STEP.finditer(signs):
        one, other = places[found.start("one")], places[found.start("other")]
        if len(_SENTENCE.findall(found["between"])) > 1 or not (isinstance(one, Moment) and isinstance(other, Moment)):
            continue
        is_before = found["way"].lower() in ("before", "earlier")
        first, then = (other, one) if is_before else (one, other)
        is_past = not _TO_COME.search(_SENTENCE.split(found["between"])[-1])
        if is_past and _is_later(first, then, year):
            yield Disorder(one.start, other.end, text[first.start : first.end], text[then.start : then.end])


def find_wrong_sequences(text: str, year: int) -> Iterator[Disorder]:
    """Every such pair of moments in `text`, a paragraph; days without a year are taken to be of one, `year`."""
    moments, lengths = list(find_moments(text)), list(find_told_lengths(text))
    if len(moments) < 2:  # an earlier and a later one
        return
    yield from _find_wrong_steps(text, year)
    signs, places = abstract(text, moments, lengths)
    for form in _forms():
        for found in form.finditer(signs):
            first, then = places[found.start("a")], places[found.start("b")]
            if not isinstance(first, Moment) or not isinstance(then, Moment) or _TO_COME.search(found["first"]):
                continue
            if _is_later(first, then, year):
                one, other = sorted((first, then), key=lambda moment: moment.start)
                yield Disorder(one.start, other.end, text[first.start : first.end], text[then.start : then.end])


def _is_later(one: Moment, other: Moment, year: int) -> bool:
    """Whether one moment surely lies after the other."""
    if one.precision != other.precision or (one.year is None) != (other.year is None):
        return False
    if one.minute is not None and other.minute is not None:
        is_sure = one.is_sure and other.is_sure and one.weekday is None and other.weekday is None
        return is_sure and 0 < one.minute - other.minute <= SOON
    days = one.days(year), other.days(year)
    if not days[0] or not days[1]:
        return False
    gap = (days[0][0] - days[1][1]).days
    return 0 < gap <= CLOSE if one.year is None else gap > 0
