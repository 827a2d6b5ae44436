"""Figures to be aligned: quantities, and when two of them count the same thing."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import combinations

from secondsource.model.spans import Span
from secondsource.model.statements import Figure
from secondsource.settings import Align
from secondsource.stages.align.candidates import Candidate, Offer
from secondsource.stages.align.matches import Weight
from secondsource.text.clauses import clause_around
from secondsource.text.rarity import rarity
from secondsource.text.tallies import find_tally
from secondsource.text.thesaurus import are_near
from secondsource.text.wordings import content_words, fold_spelling, share_of_matter

_WORD = re.compile(r"[^\W\d_]+")
_PART = re.compile(r"\s(?:[a-z]+\s)?of\s(?:the|those|these|them|whom)\b")
"""After a figure, words by which it counts a part of what was counted before."""
DIGITS_ALONE = 3
"""Digits of a value, noughts at its end aside, that two figures do not share by chance."""
DIGITS_WITH_UNIT = 2
"""The same where the unit is a rarer one, such as millimetres or euros."""
COMMON_UNITS = frozenset(["percentage", "year", "month", "week", "day", "hour", "minute", "year of age"])
MOST_OF_ONE_VALUE = 40
"""Wordings of one value up to which each is compared with each; more stand near enough to one another in words."""
SMALL = 12
"""Up to here numbers are common, and the same number alone says little."""

TRIFLE = 2
"""Up to here a number of things is grammar more often than matter: "one harbour", "the two ministers"."""
NEAR_BOUND = 1.5
""""More than 40" can be 47; nobody would say it of 400."""


def find_figures(offer: Offer) -> Iterator[Candidate]:
    """The figures in paragraphs, lists, quotes and captions; a bare one or two counts little."""
    tallied: set[str] = set()
    for figure in offer.statements.figures:
        sentence = offer.sentence_of(figure.span)
        words, at = sentence.of(offer.text), (figure.span.start - sentence.start, figure.span.end - sentence.start)
        tally = None if figure.unit else find_tally(words, *at, figure.of)
        if offer.is_told(figure.span) and not _is_trifle(figure, tally):
            bare = offer.to_candidate("figure", figure.span, offer.holder_of(figure.span))
            statement = replace(bare.statement, low=figure.low, high=figure.high, unit=figure.unit)
            clause = clause_around(words, *at)
            is_past = _is_of_the_past(offer, sentence)
            is_part = _PART.match(offer.text, figure.span.end) is not None
            is_main = tally is not None and tally not in tallied and not is_past and not is_part
            tallied |= {tally} if is_main and tally else set()
            told = replace(bare, statement=statement, figure=figure, tally=tally, clause=clause)
            yield replace(told, is_main=is_main, is_past=is_past)


def _is_of_the_past(offer: Offer, sentence: Span) -> bool:
    """Whether the sentence tells of an earlier year, as in "in 2005 the ferry sank with 62 people"."""
    day = offer.reading.anchored_on or ""
    years = {d.value[:4] for d in offer.statements.datings if sentence.overlaps(d.span) and d.value[:4].isdigit()}
    return bool(years) and (min(years) < day[:4] if day else True)


def _is_trifle(figure: Figure, tally: str | None) -> bool:
    return figure.low == figure.high and (figure.low or 0) <= TRIFLE and figure.unit is None and tally is None


def weigh_figures(left: Candidate, right: Candidate, _: float, context: float, settings: Align) -> Weight | None:
    """How surely two figures count the same: by value, by the thing counted, and by what is said around them."""
    one, other = left.figure, right.figure
    if one is None or other is None or not _can_be_one(left, right, settings):
        return None
    if _is_one_telling_value(one, other):
        return Weight(0.5 + context / 2, f"the same telling number ({context:.2f})")
    return _weigh_by_words(left, right, one, other, context, settings) if context >= settings.likeness_floor else None


def _weigh_by_words(
    left: Candidate, right: Candidate, one: Figure, other: Figure, context: float, settings: Align
) -> Weight | None:
    noun = _is_same_noun_counted(one, other) or (left.tally is not None and left.tally == right.tally)
    said = share_of_matter(left.clause, right.clause)
    if noun and left.tally is not None and left.tally == right.tally:
        said = max(said, settings.figure_clause)
    likeness = (context + said) / 2
    if left.is_main and right.is_main and left.tally == right.tally and noun:
        return Weight(max(likeness, settings.main_tally), f"what each report first says of the {left.tally}")
    if one.unit != other.unit and not noun and (context < settings.figure_context or not said):
        return None
    thing = noun or _is_same_unit_alone(one, other)
    if _is_same_value(one, other):
        needed = settings.figure_context_alike if thing or _size(one) > SMALL else settings.figure_context
        if context >= needed and (thing or said > 0 or context >= settings.figure_context):
            return Weight(min(1.0, 0.5 + likeness / 2), f"the same number in like sentences ({context:.2f})")
    elif _tells_apart(left, right, said, context, settings) and _is_near_in_size(one, other, settings):
        what = one.of or left.tally or one.unit
        return Weight(likeness, f"another number for {what} in like sentences ({context:.2f})")
    return None


def pairs_of_one_value(figures: Sequence[Candidate]) -> Iterator[tuple[int, int]]:
    """The places of figures that share a telling value, however unlike their sentences are."""
    places: dict[tuple[float | None, float | None], list[int]] = {}
    for index, told in enumerate(figures):
        if told.figure and _digits(told.figure) >= DIGITS_WITH_UNIT:
            places.setdefault((told.figure.low, told.figure.high), []).append(index)
    for same in places.values():
        if len(same) <= MOST_OF_ONE_VALUE:
            yield from combinations(same, 2)


def _is_one_telling_value(one: Figure, other: Figure) -> bool:
    """Whether the value is one that two figures hardly share by chance: 46.8 percent, 94 millimetres, 18.40."""
    if (one.low, one.high) != (other.low, other.high) or _digits(one) < DIGITS_WITH_UNIT:
        return False
    ours, theirs = ((figure.unit or "").partition(" per ")[0] for figure in (one, other))
    if ours and theirs:
        return ours == theirs and (_digits(one) >= DIGITS_ALONE or ours not in COMMON_UNITS)
    return bool(ours or theirs) and _digits(one) >= DIGITS_ALONE


def _digits(figure: Figure) -> int:
    """Digits of the value without the noughts at its end: two of 94 and of 640 million, three of 18.40."""
    value = figure.low if figure.low is not None else figure.high
    return len(f"{abs(value or 0.0):.6f}".replace(".", "").strip("0"))


def _tells_apart(left: Candidate, right: Candidate, said: float, context: float, settings: Align) -> bool:
    """Whether two different values are so surely of one thing that their difference tells something."""
    one, other = left.figure, right.figure
    if one is None or other is None:
        return False
    named = _share_telling_word(left.clause, right.clause, settings)
    if _is_same_noun_counted(one, other) or (left.tally is not None and left.tally == right.tally):
        return said >= settings.figure_clause and (named or context >= settings.figure_context_apart)
    return _is_same_unit_alone(one, other) and named and said >= settings.figure_unit_clause


def _is_near_in_size(one: Figure, other: Figure, settings: Align) -> bool:
    """Whether the larger is no great multiple of the smaller, but for a mistaken scale (3 million, 3 billion)."""
    small, large = sorted((_size(one), _size(other)))
    return bool(small) and (large <= settings.figure_ratio * small or large / small in (1e3, 1e6))


def _share_telling_word(one: str, other: str, settings: Align) -> bool:
    """Whether two clauses have a word in common that few reports use, such as a name."""
    return any(rarity(word) >= settings.telling_rarity for word in set(content_words(one)) & set(content_words(other)))


def _can_be_one(left: Candidate, right: Candidate, settings: Align) -> bool:
    """Whether neither the tally, nor the unit, nor the time told of rules out that two figures count the same."""
    one, other = left.figure, right.figure
    if one is None or other is None or (left.tally != right.tally and None not in (left.tally, right.tally)):
        return False
    if one.change and other.change and one.change != other.change:
        return False
    if left.is_past != right.is_past and not _share_telling_word(left.context, right.context, settings):
        return False
    return one.unit == other.unit or (one.low, one.high) == (other.low, other.high)


def _is_same_value(one: Figure, other: Figure) -> bool:
    """Whether the values are equal, or one is a bound that the other keeps and is near to."""
    if (one.low, one.high) == (other.low, other.high):
        return True
    sizes = sorted((_size(one), _size(other)))
    return (one.contains(other) or other.contains(one)) and sizes[1] <= NEAR_BOUND * sizes[0]


@cache
def _is_same_noun(one: str, other: str) -> bool:
    return fold_spelling(one) == fold_spelling(other) or are_near(one, other)


def _is_same_noun_counted(one: Figure, other: Figure) -> bool:
    """Whether the nouns of what is counted are the same or near."""
    if one.of is None or other.of is None:
        return False
    ours, theirs = _WORD.findall(one.of.lower()), _WORD.findall(other.of.lower())
    return bool(ours and theirs) and _is_same_noun(ours[-1], theirs[-1])


def _is_same_unit_alone(one: Figure, other: Figure) -> bool:
    """Whether the units are the same and no nouns tell more."""
    return (one.of is None or other.of is None) and one.unit is not None and one.unit == other.unit


def _size(figure: Figure) -> float:
    return max(abs(figure.low or 0.0), abs(figure.high or 0.0))
