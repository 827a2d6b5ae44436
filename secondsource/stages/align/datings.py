"""Datings to be aligned: events that reports place in time, and when two of them are one event."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from secondsource.model.dates import PartialDate
from secondsource.model.statements import Dating
from secondsource.settings import Align
from secondsource.stages.align.candidates import Candidate, Offer
from secondsource.stages.align.matches import Weight
from secondsource.text.aftermaths import find_aftermaths
from secondsource.text.thesaurus import are_near, are_opposite
from secondsource.text.wordings import REMEMBERED, content_words, share_of_matter

_PLAIN = re.compile(r"\b[a-z][\w'’-]*")
TELLING_WORDS = 2
"""Content words that a clause must have for two of them to be compared."""


def find_datings(offer: Offer) -> Iterator[Candidate]:
    """The events in paragraphs, lists, quotes and captions that a calendar day, month or year is given for."""
    for dating in offer.statements.datings:
        if offer.is_told(dating.event) and PartialDate.from_edtf(dating.value):
            bare = offer.to_candidate("dating", dating.event, None)
            statement = replace(bare.statement, value=dating.value)
            yield replace(bare, statement=statement, clause=_told_of(offer.text, dating))


def _told_of(text: str, dating: Dating) -> str:
    """The event's words without those of its date, nor of another event that it is counted from."""
    before = text[dating.event.start : min(dating.event.end, dating.span.start)]
    after = text[max(dating.event.start, dating.span.end) : dating.event.end]
    told = " ".join(f"{before} {after}".split())
    for step in reversed(list(find_aftermaths(told))):
        told = f"{told[: step.start]}{told[step.end :]}"
    return told


def weigh_datings(left: Candidate, right: Candidate, _: float, context: float, settings: Align) -> Weight | None:
    """How surely two datings are of one event: told in like words, the more surely if their dates can be the same."""
    ours = PartialDate.from_edtf(left.statement.value or "")
    theirs = PartialDate.from_edtf(right.statement.value or "")
    if (
        context < settings.dating_context
        or ours is None
        or theirs is None
        or not _can_be_one(left.clause, right.clause)
    ):
        return None
    said = share_of_matter(left.clause, right.clause)
    if ours.overlaps(theirs):
        if said < settings.claim_matter and not (ours == theirs and ours.is_day):
            return None
        return Weight(min(1.0, 0.3 + context), f"the same date and like words ({context:.2f})")
    enough = min(len(content_words(left.clause)), len(content_words(right.clause))) >= TELLING_WORDS
    days = ours.is_day and theirs.is_day and _share_deed(left.clause, right.clause)
    if enough and days and said >= settings.dating_clause:
        return Weight((said + context) / 2, f"{said:.0%} of the words beside it, with another date")
    return None


@lru_cache(maxsize=REMEMBERED)
def _share_deed(left: str, right: str) -> bool:
    """Whether two events have more in common than names: a word without a capital, or one near it."""
    ours, theirs = (content_words(" ".join(_PLAIN.findall(text))) for text in (left, right))
    return any(one == other or are_near(one, other) for one in ours for other in theirs)


@lru_cache(maxsize=REMEMBERED)
def _can_be_one(left: str, right: str) -> bool:
    """Whether no word of the one event is the opposite of one of the other: a beginning is no end."""
    return not any(are_opposite(one, other) for one in content_words(left) for other in content_words(right))
