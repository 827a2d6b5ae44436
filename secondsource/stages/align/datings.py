"""Datings to be aligned: events that reports place in time, and when two of them are one event."""

from collections.abc import Iterator

from secondsource.model.dates import PartialDate
from secondsource.settings import Align
from secondsource.stages.align.candidates import Candidate, Offer
from secondsource.stages.align.matches import Weight
from secondsource.text.wordings import share_of_matter


def find_datings(offer: Offer) -> Iterator[Candidate]:
    """The events in paragraphs, lists, quotes and captions that a calendar day, month or year is given for."""
    for dating in offer.statements.datings:
        if offer.is_told(dating.event) and PartialDate.from_edtf(dating.value):
            yield offer.to_candidate("dating", dating.event, None, value=dating.value)


def weigh_datings(left: Candidate, right: Candidate, text: float, _: float, settings: Align) -> Weight | None:
    """How surely two datings are of one event: told in like words, the more surely if their dates can be the same."""
    ours = PartialDate.from_edtf(left.statement.value or "")
    theirs = PartialDate.from_edtf(right.statement.value or "")
    if ours is None or theirs is None:
        return None
    if share_of_matter(left.text, right.text) < settings.claim_matter:
        return None
    if ours.overlaps(theirs) and text >= settings.dating_likeness:
        return Weight(min(1.0, 0.3 + text), f"the same date and like words ({text:.2f})")
    if text >= settings.dating_likeness_apart:
        return Weight(text, f"like words ({text:.2f}) with another date")
    return None
