"""Figures to be aligned: quantities, what they count, and when two of them count the same thing."""

import re
from collections.abc import Iterator
from functools import cache

from secondsource.model.spans import Span
from secondsource.model.statements import Figure
from secondsource.settings import Align
from secondsource.stages.align.candidates import Candidate, Offer
from secondsource.stages.align.matches import Weight
from secondsource.text.lexicon import load_lexicon
from secondsource.text.thesaurus import are_near, find_base_forms

_WORD = re.compile(r"[^\W\d_]+")
_CLAUSE = re.compile(r"[,;:–—.]\s|\s(?:and|but|while|of which|including)\s")
SMALL = 12
"""Up to here numbers are common, and the same number alone says nothing."""
YEARS = ("year", "month", "week", "day", "hour", "minute")


def find_figures(offer: Offer) -> Iterator[Candidate]:
    """The figures in paragraphs, lists, quotes and captions."""
    for figure in offer.statements.figures:
        if offer.is_told(figure.span):
            tally = find_tally(offer.text, offer.sentence_of(figure.span), figure.span)
            yield offer.to_candidate("figure", figure.span, offer.holder_of(figure.span), figure, tally=tally)


@cache
def _tallies() -> dict[str, str]:
    return {word: row["name"] for row in load_lexicon("tallies")["tallies"] for word in row["words"]}


def find_tally(text: str, sentence: Span, figure: Span) -> str | None:
    """What is tallied: the class of the counting word nearest to the figure in its clause, words after it first."""
    after = _clause(text[figure.start : sentence.end], from_end=False)
    before = _clause(text[sentence.start : figure.start], from_end=True)
    for words in (_WORD.findall(after.lower()), _WORD.findall(before.lower())[::-1]):
        for word in words:
            for form in find_base_forms(word):
                if form in _tallies():
                    return _tallies()[form]
    return None


def _clause(text: str, *, from_end: bool) -> str:
    borders = list(_CLAUSE.finditer(text))
    if not borders:
        return text
    return text[borders[-1].end() :] if from_end else text[: borders[0].start()]


def weigh_figures(left: Candidate, right: Candidate, _: float, context: float, settings: Align) -> Weight | None:
    """How surely two figures count the same: the same value, or the same thing counted, in like sentences."""
    one, other = left.figure, right.figure
    if one is None or other is None or not _is_same_tally(left, right):
        return None
    thing = _is_same_thing(one, other)
    alike = (one.low, one.high) == (other.low, other.high) or one.contains(other) or other.contains(one)
    if alike and (thing or (_size(one) > SMALL and context >= settings.figure_context)):
        if context >= settings.figure_context_alike:
            return Weight(min(1.0, 0.5 + context / 2), f"the same number in like sentences ({context:.2f})")
    elif thing and _is_same_unit(one, other) and context >= settings.figure_context:
        return Weight(context, f"another number for {one.of or left.tally} in like sentences ({context:.2f})")
    return None


def _is_same_tally(left: Candidate, right: Candidate) -> bool:
    return left.tally is None or right.tally is None or left.tally == right.tally


def _is_same_thing(one: Figure, other: Figure) -> bool:
    if one.of is None or other.of is None:
        return one.of is other.of and one.unit is not None and one.unit == other.unit
    ours, theirs = _WORD.findall(one.of.lower()), _WORD.findall(other.of.lower())
    return any(are_near(word, match) for word in ours for match in theirs)


def _is_same_unit(one: Figure, other: Figure) -> bool:
    return one.unit is None or other.unit is None or one.unit == other.unit


def _size(figure: Figure) -> float:
    return max(abs(figure.low or 0.0), abs(figure.high or 0.0))
