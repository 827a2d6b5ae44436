"""Lengths that reach up to now: "since May 2015, for ten years", "half a century ago, in 1975"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

from secondsource.text.calendars import number_forms
from secondsource.text.intervals import LENGTH, MOMENT, abstract
from secondsource.text.lengths import YEAR, ToldLength, find_told_lengths
from secondsource.text.moments import Moment, find_moments, gaps

AROUND = 3
"""Days around its own of which a report tells."""
_OR = r"(?:or|that\sis,?|which\sis|i\.e\.,?|meaning|in\sother\swords,?)\s(?:for\s|now\s|some\s|already\s)?"
_ENDS = r"(?=[.,;:)]|\s(?:now|already|in\sall|so\sfar|ago)\b|$)"
_PASSED = r"(?:has|have|had|will\shave)\s(?:now\s|then\s|already\s)?(?:passed|gone(?:\sby)?|elapsed)"
_BEGUN = r"\b(?:launched|sent|started|begun|opened|elected|appointed|hired|shut|closed)"
_HAD = re.compile(r"\bhad\b", re.IGNORECASE)


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
        rf"{since},?\s{_OR}{of}{_ENDS}",
        rf"{of}\s{_PASSED}\s(?:then\s|now\s)?since\s{clause}{{1,70}}?,?\s(?:in|on|of)\s{a}",
        rf"{_BEGUN}\s(?:on|in)\s{a},\s(?:has|have|had)\s(?:now\s|already\s)?been\s{clause}{{0,40}}\bfor\s{of}",
        rf"\b{a}\s(?:is|lies)\s(?:now\s|already\s|just\s)?{of}\s(?:ago|back|past|away|behind)\b",
        rf"\b{since},\s(?:and\s)?(?:which|that)\s(?:is|makes|means)\s(?:it\s|for\s|a\s[a-z]{{3,12}}\sof\s)?(?:now\s)?{of}(?=[.,;)]|\s(?:and|now|ago)\b|$)",
        rf"\b{since}(?:,|\s[–—])\s(?:making\sit|so|now|meaning|or)\s(?:for\s)?(?:now\s)?{of}(?=[.,;)]|\s(?:and|now)\b|$)",
        rf"{has}not\s{clause}{{2,60}}\b(?:in|for)\s{of}[,.]\s(?:ever\s|not\s)?{since}",
        rf"\bfor\sthe\sfirst\stime\sin\s{of}[,;–—.]\s{clause}{{0,40}}\b(?:last|previous|former)\s{clause}{{0,40}}\bin\s{a}",
        rf"{since},?\sand\s(?:has|have|is|are)\s(?:thus|now|so|therefore|hence)\s{clause}{{1,60}}\bfor\s{of}",
        rf"\b(?:comes|follows|arrives|falls)\s(?:only\s|just\s)?{of}\safter\s{clause}{{1,60}}\s(?:in|on|of)\s{a}",
        rf"\bof\s{a},\s(?:which|that|who)\s(?:is|are)\s{clause}{{1,40}}\s{of}\safter\s(?:it|they)\s",
        rf"\bfor\sthe\sfirst\stime\s{since},\s(?:so\s|thus\s|and\sso\s)?(?:for\sthe\sfirst\stime\sin|after)\s{of}",
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


@cache
def _last_month() -> re.Pattern[str]:
    months = "|".join(sorted((form.capitalize() for form in number_forms("months")), key=len, reverse=True))
    return re.compile(rf"(?<![Tt]he\s)\b(?:[Ll]ast|[Tt]his\spast)\s(?P<month>{months})\b(?!\.?\s\d)")


def find_last_months(text: str, today: date) -> Iterator[Moment]:
    """Every "last October" of a text that tells from `today`: the month of that name that was over last."""
    for found in _last_month().finditer(text):
        month = number_forms("months")[found["month"].lower()]
        yield Moment(*found.span(), year=today.year - (month >= today.month), month=month)


def find_until_now(text: str, today: date) -> Iterator[tuple[Moment, ToldLength]]:
    """Every length of `text` that is counted from a moment told beside it to `today`, the day of the report.

    Where two days are told, a length "to the day" may lie between them, and one that "had passed" as well.
    """
    moments, lengths = [*find_moments(text), *find_last_months(text, today)], list(find_told_lengths(text))
    if not lengths or not moments:
        return
    signs, places = abstract(text, moments, lengths)
    is_dated = sum(moment.precision in ("day", "month", "year") for moment in moments) > 1
    for form in _forms():
        for found in form.finditer(signs):
            since, length = places[found.start("a")], places[found.start("l")]
            if isinstance(since, Moment) and isinstance(length, ToldLength) and length.scale == since.scale == "days":
                may_be_between = is_dated and (length.is_exact or _HAD.search(found[0]))
                is_of_other_year = since.year is None and length.size >= YEAR  # "9 October, ten years ago"
                yield from () if may_be_between or is_of_other_year else [(since, length)]


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
