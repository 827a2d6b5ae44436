"""Claims to be aligned: what a sentence tells, by the report itself or by a source."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from secondsource.model.spans import Span
from secondsource.model.statements import Attribution
from secondsource.stages.align.candidates import Candidate, Offer, trim
from secondsource.stages.align.clauses import find_clauses
from secondsource.stages.align.kinds import kind_of
from secondsource.text.quotation import find_quotations

FEWEST_WORDS = 5
"""A sentence of fewer words tells too little to be looked for in other reports."""
MOSTLY_QUOTED = 0.6
"""Share of a sentence in quotation marks from which its quotes stand for it."""

HALF = 0.5
"""The same of a clause, which has few words besides."""


def find_claims(offer: Offer, quotes: tuple[Span, ...]) -> Iterator[Candidate]:
    """One claim a sentence: the content of its indirect speech where that is most of it, or else the whole."""
    is_lead = True
    for sentence in offer.reading.sentences:
        span = trim(offer.text, sentence)
        if not offer.is_told(span) or _quoted_share(span, quotes) > MOSTLY_QUOTED:
            continue
        if len(span.of(offer.text).split()) >= FEWEST_WORDS:
            holder = offer.holder_of(span)
            candidate = offer.to_candidate("claim", _content_in(offer, span, holder), holder)
            told_as = kind_of(offer, span, holder)
            yield replace(candidate, denies=_denies(offer, sentence), telling=told_as, is_lead=is_lead)
            is_lead = False


def _quoted_share(span: Span, quotes: Iterable[Span]) -> float:
    quoted = sum(min(quote.end, span.end) - max(quote.start, span.start) for quote in quotes if quote.overlaps(span))
    return quoted / max(1, len(span))


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


def find_parts(offer: Offer, claims: Iterable[Candidate]) -> Iterator[Candidate]:
    """The clauses of claims that tell several matters, each a claim of its own; the source of the whole is theirs."""
    marks = [Span(quotation.start, quotation.end) for quotation in find_quotations(offer.text)]
    for claim in claims:
        for clause in find_clauses(offer.reading.tokens, claim.statement.span, marks):
            if not _is_frame(offer, clause.span) and _quoted_share(clause.span, marks) < HALF:
                words = " ".join(stretch.of(offer.text) for stretch in clause.told)
                statement = replace(claim.statement, span=clause.span, text=clause.span.of(offer.text))
                yield replace(claim, statement=statement, clause=" ".join(words.split()))


def _is_frame(offer: Offer, clause: Span) -> bool:
    """Whether a clause says that somebody says something, and what stands outside of it."""
    return any(
        any(clause.contains(cue) for cue in attribution.cue)
        and not any(clause.overlaps(c) for c in attribution.content)
        for attribution in offer.statements.attributions
    )
