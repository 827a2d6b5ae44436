"""Claims to be aligned: what a sentence tells, by the report itself or by a source, and when two tell the same."""

import re
from collections.abc import Iterator
from dataclasses import replace

from secondsource.model.spans import Span
from secondsource.model.statements import Attribution
from secondsource.settings import Align
from secondsource.stages.align.candidates import Candidate, Offer, trim
from secondsource.stages.align.kinds import kind_of
from secondsource.stages.align.matches import Weight
from secondsource.text.wordings import share_of_matter

FEWEST_WORDS = 5
"""A sentence of fewer words tells too little to be looked for in other reports."""
MOSTLY_QUOTED = 0.6
"""Share of a sentence in quotation marks from which its quotes stand for it."""
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")


def find_claims(offer: Offer, quotes: tuple[Span, ...]) -> Iterator[Candidate]:
    """One claim a sentence: the content of its indirect speech where that is most of it, or else the whole."""
    is_lead = True
    for sentence in offer.reading.sentences:
        span = trim(offer.text, sentence)
        quoted = sum(
            min(quote.end, span.end) - max(quote.start, span.start) for quote in quotes if quote.overlaps(span)
        )
        if not offer.is_told(span) or quoted > MOSTLY_QUOTED * len(span):
            continue
        if len(span.of(offer.text).split()) >= FEWEST_WORDS:
            holder = offer.holder_of(span)
            candidate = offer.to_candidate("claim", _content_in(offer, span, holder), holder)
            told_as = kind_of(offer, span, holder)
            yield replace(candidate, denies=_denies(offer, sentence), telling=told_as, is_lead=is_lead)
            is_lead = False


def _denies(offer: Offer, sentence: Span) -> bool:
    """Whether the sentence denies something and says nothing else: it has a denial's cue and no other."""
    forces = {a.force for a in offer.statements.attributions if any(sentence.contains(cue) for cue in a.cue)}
    return forces == {"denies"}


def _content_in(offer: Offer, sentence: Span, holder: Attribution | None) -> Span:
    if holder is None or holder.manner != "indirect":
        return sentence
    inside = [content for content in holder.content if sentence.contains(content)]
    if not inside:
        return sentence
    return trim(offer.text, Span(inside[0].start, inside[-1].end))


def weigh_claims(left: Candidate, right: Candidate, text: float, context: float, settings: Align) -> Weight | None:
    """How surely two sentences tell the same: alike in words, and sharing what is rare in them."""
    likeness = max(text, context) + _head_start(left, right, settings)
    if left.denies != right.denies:
        return None
    if likeness < settings.claim_likeness:
        return None
    shared = share_of_matter(left.text, right.text)
    if likeness < settings.claim_alone and shared < settings.claim_matter:
        return None
    if _numbers(left.text) and _numbers(right.text) and not _numbers(left.text) & _numbers(right.text):
        likeness -= settings.claim_other_numbers
        if likeness < settings.claim_likeness:
            return None
    return Weight(likeness, f"told in like words ({likeness:.2f}), {shared:.0%} of the matter shared")


def _head_start(left: Candidate, right: Candidate, settings: Align) -> float:
    """What speaks for two sentences before their words: both begin their reports, or one named speaker says both."""
    if left.is_lead and right.is_lead:
        return settings.claim_leads
    speaker = left.statement.speaker
    return settings.claim_one_speaker if speaker is not None and speaker == right.statement.speaker else 0.0


def _numbers(text: str) -> frozenset[str]:
    return frozenset(_NUMBER.findall(text))
