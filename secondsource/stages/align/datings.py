"""Datings to be aligned: events that reports place in time, and when two of them are one event."""

from collections.abc import Iterator
from dataclasses import replace

from secondsource.model.dates import PartialDate
from secondsource.settings import Align
from secondsource.stages.align.candidates import Candidate, Offer
from secondsource.stages.align.clauses import clause_around
from secondsource.stages.align.matches import Weight
from secondsource.text.thesaurus import are_opposite
from secondsource.text.wordings import content_words, share_of_matter

TELLING_WORDS = 2
"""Content words that a clause must have for two of them to be compared."""


def find_datings(offer: Offer) -> Iterator[Candidate]:
    """The events in paragraphs, lists, quotes and captions that a calendar day, month or year is given for."""
    for dating in offer.statements.datings:
        if offer.is_told(dating.event) and PartialDate.from_edtf(dating.value):
            bare = offer.to_candidate("dating", dating.event, None)
            clause = clause_around(offer.text, offer.sentence_of(dating.span), dating.span)
            yield replace(bare, statement=replace(bare.statement, value=dating.value), clause=clause)


def weigh_datings(left: Candidate, right: Candidate, _: float, context: float, settings: Align) -> Weight | None:
    """How surely two datings are of one event: told in like words, the more surely if their dates can be the same."""
    ours = PartialDate.from_edtf(left.statement.value or "")
    theirs = PartialDate.from_edtf(right.statement.value or "")
    if ours is None or theirs is None:
        return None
    whole = share_of_matter(left.text, right.text)
    if ours.overlaps(theirs):
        if whole < settings.claim_matter or context < settings.dating_context:
            return None
        return Weight(min(1.0, 0.3 + context), f"the same date and like words ({context:.2f})")
    words = content_words(left.clause), content_words(right.clause)
    enough = min(map(len, words)) >= TELLING_WORDS and not any(are_opposite(a, b) for a in words[0] for b in words[1])
    said = share_of_matter(left.clause, right.clause)
    if enough and said >= settings.dating_clause and context >= settings.dating_context_apart:
        return Weight((said + context) / 2, f"{said:.0%} of the words beside it, with another date")
    return None
