"""Lengths that reach up to now: "since May 2015, for ten years", "half a century ago, in 1975"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

from secondsource.text.intervals import LENGTH, MOMENT, abstract
from secondsource.text.lengths import ToldLength, find_told_lengths
from secondsource.text.moments import Moment, find_moments, gaps

AROUND = 3
"""Days around its own of which a report tells."""


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    a, of, clause = rf"(?P<a>{MOMENT})", rf"(?P<l>{LENGTH})", rf"[^{MOMENT}{LENGTH}.;:?!“”\"]"
    still, has = r"(?:is|are|will|has|have|can|may|still|now)", r"\b(?:has|have|is|are)\s"
    since = rf"since\s(?:{clause}{{0,30}}\sin\s)?{a}"
    forms = (
        rf"{of}\sago(?:\stoday|\sthis\s\w+|,?\sto\sthe\sday)?,?\s(?:in\s|on\s){a}",
        rf"\b(?:in\s|on\s|of\s|from\s|since\s){a},?\s(?:only\s|just\s|some\s)?{of}\sago\b",
        rf"{of}\sto\sthe\s(?:very\s)?day\s(?:after|since)\s{clause}{{1,70}}\s(?:in|on|of)\s{a}",
        rf"{has}{clause}{{1,60}}\b{since},\s(?:for\s|now\s){of}",
        rf"{has}{clause}{{1,60}}\b{since},\s{of}(?=[.,;)]|$)",
        rf"{has}{clause}{{1,60}}\bfor\s{of},\s(?:ever\s)?{since}",
        rf"(?:^|[.!?]\s){of}\s(?:on\s)?(?:after|from|since)\s{clause}{{1,60}}\s(?:in|on|of)\s{a},\s{clause}{{1,40}}\b{still}\b",
        rf"\bit\s(?:is|has\sbeen)\s(?:now\s|only\s|just\s)?{of}\ssince\s{clause}{{1,60}}\s(?:in|on|of)\s{a}",
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


def find_until_now(text: str) -> Iterator[tuple[Moment, ToldLength]]:
    """Every length of `text` that is counted from a moment told beside it to the day of the report.

    Where two days are told, a length "to the day" may lie between them.
    """
    moments, lengths = list(find_moments(text)), list(find_told_lengths(text))
    if not lengths or not moments:
        return
    signs, places = abstract(text, moments, lengths)
    is_dated = sum(moment.precision in ("day", "month", "year") for moment in moments) > 1
    for form in _forms():
        for found in form.finditer(signs):
            since, length = places[found.start("a")], places[found.start("l")]
            if isinstance(since, Moment) and isinstance(length, ToldLength) and length.scale == since.scale == "days":
                yield from () if is_dated and length.is_exact else [(since, length)]


def reaches(since: Moment, length: ToldLength, today: date) -> bool:
    """Whether the length can lead from the moment to some day around `today`."""
    now = Moment(0, 0, today.year, today.month, today.day)
    is_past = (since.month or 0, since.day or 0) <= (today.month, today.day)
    begun = since if since.year else replace(since, year=today.year - (not is_past))
    days = begun.days(today.year)
    if days is None or days[0] > today:
        return True
    low, high = gaps(begun, now)[0]
    return length.fits(low - AROUND, high + AROUND, as_step=False)
