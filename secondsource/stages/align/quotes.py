"""Quotes to be aligned: words in quotation marks, and when two of them are one utterance."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from secondsource.model.spans import Span
from secondsource.settings import Align
from secondsource.stages.align.candidates import Candidate, Offer, trim
from secondsource.stages.align.matches import Weight
from secondsource.stages.align.speakers import may_be_same
from secondsource.text.quotation import find_quotations
from secondsource.text.wordings import content_words, share_of_matter

WORDS_OF_PIECE = 4
"""Words from which one sentence of a quote can be looked for alone."""
_SENTENCE_END = re.compile(r"(?<![A-Z])[.!?…]\s+(?=[A-Z“‘])")


def find_quotes(offer: Offer) -> Iterator[Candidate]:
    """The quotations of a report; one or two words in quotation marks count when somebody is named for them."""
    for quotation in find_quotations(offer.text):
        span = trim(offer.text, Span(quotation.inner_start, quotation.inner_end))
        if quotation.depth or len(span) < 3 or not offer.is_told(span):
            continue
        holder = offer.holder_of(span)
        if holder is not None or len(span.of(offer.text).split()) >= 3:
            yield offer.to_candidate("quote", span, holder)
            for piece in _sentences_of(offer.text, span):
                yield replace(offer.to_candidate("quote", piece, holder), is_piece=True)


def _sentences_of(text: str, quote: Span) -> Iterator[Span]:
    """The sentences of a quote that has several: reports run quotes together and take them apart."""
    ends = [quote.start + found.end() for found in _SENTENCE_END.finditer(quote.of(text))]
    if ends:
        for start, end in pairwise((quote.start, *ends, quote.end)):
            piece = trim(text, Span(start, end))
            if len(piece.of(text).split()) >= WORDS_OF_PIECE:
                yield piece


def weigh_quotes(left: Candidate, right: Candidate, text: float, context: float, settings: Align) -> Weight | None:
    """How surely two quotes are one utterance, by `text` and `context`: the likeness of the words and the sentences."""
    same_mouth = may_be_same(left.statement.speaker, right.statement.speaker)
    few, many = sorted((content_words(left.text), content_words(right.text)), key=len)
    if few == many and (len(few) >= 3 or (same_mouth and context >= settings.short_quote_context)):
        return Weight(1.0, "the same words")
    if len(few) >= 3 and _is_part(few, many):
        return Weight(0.9, "one is a part of the other")
    if not same_mouth and _may_be_swapped(left.text, right.text, text, context, settings):
        return Weight(text, f"worded alike ({text:.2f}), though said by two ({context:.2f})")
    if len(few) < 2 and context < settings.rendering_context:
        return None
    known = left.statement.speaker is not None and left.statement.speaker == right.statement.speaker
    if text >= settings.quote_alone and (known or share_of_matter(left.text, right.text) >= settings.quote_matter):
        return Weight(text, f"worded alike ({text:.2f})")
    firm = 0.0 if known else settings.quote_unknown
    if same_mouth and text >= settings.quote_likeness + firm and context >= settings.quote_context + firm / 2:
        return Weight(text, f"worded alike ({text:.2f}) in like sentences ({context:.2f})")
    if (
        known
        and text >= settings.rendering_likeness
        and context >= settings.rendering_context
        and share_of_matter(left.text, right.text) >= settings.rendering_matter
    ):
        both = (text + context) / 2
        return Weight(both, f"{left.statement.speaker} in like sentences ({context:.2f}), worded alike ({text:.2f})")
    return None


def _may_be_swapped(left: str, right: str, text: float, context: float, settings: Align) -> bool:
    """Whether the words of two speakers are so alike, and so nearly as many, that one report gives them to another."""
    few, many = sorted((len(content_words(left)), len(content_words(right))))
    return (
        text >= settings.other_mouth
        and context >= settings.other_mouth_context
        and few >= settings.other_mouth_length * many
        and share_of_matter(left, right) >= settings.other_mouth_matter
    )


def _is_part(few: tuple[str, ...], many: tuple[str, ...]) -> bool:
    return any(many[at : at + len(few)] == few for at in range(len(many) - len(few) + 1))
