"""Claims to be aligned: what a sentence tells, by the report itself or by a source."""

from collections.abc import Iterator
from dataclasses import replace

from secondsource.model.spans import Span
from secondsource.model.statements import Attribution
from secondsource.stages.align.candidates import Candidate, Offer, trim
from secondsource.stages.align.kinds import kind_of

FEWEST_WORDS = 5
"""A sentence of fewer words tells too little to be looked for in other reports."""
MOSTLY_QUOTED = 0.6
"""Share of a sentence in quotation marks from which its quotes stand for it."""


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
