"""Figures to be aligned: quantities, and when two of them count the same thing."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import combinations, takewhile

from secondsource.model.spans import Span
from secondsource.model.statements import Figure
from secondsource.settings import Align
from secondsource.stages.align.candidates import Candidate, Offer
from secondsource.stages.align.matches import Weight
from secondsource.stages.align.values import (
    NEAR_BOUND,
    SMALL,
    in_one_unit,
    is_near_in_size,
    is_one_telling_value,
    is_rare,
    is_same_value,
    is_whole,
    size_of,
)
from secondsource.text.clauses import clause_after, clause_around, clause_before
from secondsource.text.corrections import find_correction
from secondsource.text.rarity import rarity
from secondsource.text.tallies import find_tally
from secondsource.text.thesaurus import are_near
from secondsource.text.wordings import content_words, fold_spelling, share_of_matter

_WORD = re.compile(r"[^\W\d_]+")
_NUMERAL = re.compile(r"\d")
_PART = re.compile(r"\s(?:[a-z]+\s)?of\s(?:the|those|these|them|whom)\b")
"""After a figure, words by which it counts a part of what was counted before."""
WORDS_BESIDE = 4
"""Words on each side of a figure that stand next to it."""
SAME_NUMBER, OTHER_NUMBER, TAKEN_BACK = 0, 1, 2
"""Turns of drawing together: a number meets its own value first, and last of all one that a correction took back."""
SHORT = 10
"""Words up to which a sentence is one clause, whatever commas it has."""
FIRST_COUNTS = 3
"""Figures of one tally among which the largest is its report's total; later ones may be of other events."""
UNIT_PARTS = {"year": ("month", 12), "month": ("day", 30), "hour": ("minute", 60), "minute": ("second", 60)}
"""Units of time, each with the smaller one that may follow it and how many of that it has."""
MOST_OF_ONE_VALUE = 40
"""Wordings of one value up to which each is compared with each; more stand near enough to one another in words."""

TRIFLE = 2
"""Up to here a number of things is grammar more often than matter: "one harbour", "the two ministers"."""


def find_figures(offer: Offer) -> Iterator[Candidate]:
    """The figures in paragraphs, lists, quotes and captions, and those that a title alone tells.

    A bare one or two counts little.
    """
    figures = [_in_percent(figure) for figure in _join_durations(offer)]
    told = {(figure.low, figure.high) for figure in figures if offer.is_told(figure.span)}
    found: list[Candidate] = []
    for figure in figures:
        candidate = _to_candidate(offer, figure, figures)
        is_told = offer.is_told(figure.span) or (figure.low, figure.high) not in told
        if is_told and not _is_trifle(figure, candidate.tally):
            found.append(candidate)
            told.add((figure.low, figure.high))
    totals = _totals(offer, found)
    yield from (replace(candidate, is_main=index in totals) for index, candidate in enumerate(found))


def _is_taken_back(offer: Offer, figure: Figure) -> bool:
    """Whether a correction says that the figure is wrong."""
    sentence = offer.sentence_of(figure.span)
    correction = find_correction(sentence.of(offer.text))
    if correction is None or correction.value is None:
        return False
    return figure.span.overlaps(Span(sentence.start + correction.start, sentence.start + correction.end))


def _totals(offer: Offer, found: Sequence[Candidate]) -> frozenset[int]:
    """The place of the largest of the first few figures of each tally: "four died overnight, so that 21 are dead"."""
    counts: dict[str, list[tuple[float, int]]] = {}
    for index, told in enumerate(found):
        if told.tally and told.figure and not told.is_past and not _PART.match(offer.text, told.figure.span.end):
            counts.setdefault(told.tally, []).append((size_of(told.figure), -index))
    return frozenset(-max(sizes[:FIRST_COUNTS])[1] for sizes in counts.values())


def _to_candidate(offer: Offer, figure: Figure, figures: Sequence[Figure]) -> Candidate:
    sentence = offer.sentence_of(figure.span)
    others = [other for other in figures if sentence.contains(other.span) and other.span != figure.span]
    alone = all(other.unit != figure.unit for other in others)
    words, at = sentence.of(offer.text), (figure.span.start - sentence.start, figure.span.end - sentence.start)
    bare = offer.to_candidate("figure", figure.span, offer.holder_of(figure.span))
    return replace(
        bare,
        statement=replace(bare.statement, low=figure.low, high=figure.high, unit=figure.unit),
        figure=figure,
        tally=None if figure.unit else find_tally(words, *at, figure.of),
        clause=clause_around(words, *at) if len(words.split()) > SHORT else f"{words[: at[0]]} {words[at[1] :]}",
        beside=_beside(words, *at),
        siblings=frozenset(size_of(other) for other in others if is_rare(other)) if alone else frozenset(),
        is_past=_is_of_the_past(offer, sentence),
        is_taken_back=_is_taken_back(offer, figure),
    )


def _join_durations(offer: Offer) -> Iterator[Figure]:
    """The figures of a report, "seven years and six months" made one of seven and a half years."""
    figures = list(offer.statements.figures)
    while figures:
        figure = figures.pop(0)
        parts = UNIT_PARTS.get(figure.unit or "")
        if parts and figures and figures[0].unit == parts[0] and figure.low == figure.high is not None:
            rest = figures[0]
            between = offer.text[figure.span.end : rest.span.start]
            if between.strip(" ,") in ("", "and") and rest.low is not None and rest.low == rest.high:
                value = (figure.low or 0.0) + rest.low / parts[1]
                span = Span(figure.span.start, rest.span.end)
                figure = replace(figures.pop(0), span=span, low=value, high=value, unit=figure.unit)
        yield figure


def _beside(sentence: str, start: int, end: int) -> str:
    """The few words of its clause next to the figure at sentence[start:end], and the names in front of it.

    What another figure counts, as the seats in "36 of the 75 seats to his 29", is left out.
    """
    before, after = clause_before(sentence, start).split(), clause_after(sentence, end).split()
    numbers = [at for at, word in enumerate(before) if _NUMERAL.search(word)]
    if numbers:
        before = before[numbers[-1] + 2 :]
    after = list(takewhile(lambda word: not _NUMERAL.search(word), after))
    names = [word for word in before[:-WORDS_BESIDE] if word[:1].isupper()]
    return " ".join(names + before[-WORDS_BESIDE:] + after[:WORDS_BESIDE])


def _in_percent(figure: Figure) -> Figure:
    """A share ("seven in ten") and basis points as percentages, by which other reports tell them."""
    bounds = [value for value in (figure.low, figure.high) if value is not None]
    if figure.unit == "basis point":
        factor = 0.01
    elif figure.unit is None and all(0 < value < 1 for value in bounds):
        factor = 100.0
    else:
        return figure
    low, high = (None if value is None else round(value * factor, 6) for value in (figure.low, figure.high))
    return replace(figure, low=low, high=high, unit="percentage")


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
    if one is None or other is None:
        return None
    one, other = in_one_unit(one, other)
    if not _can_be_one(left, right, one, other, settings):
        return None
    if is_one_telling_value(one, other):
        weight: Weight | None = Weight(0.5 + context / 2, f"the same telling number ({context:.2f})", turn=SAME_NUMBER)
    else:
        weight = _weigh_by_words(left, right, one, other, context, settings)
    if weight and (left.is_taken_back or right.is_taken_back):
        return replace(weight, turn=TAKEN_BACK)
    return weight


def _weigh_by_words(
    left: Candidate, right: Candidate, one: Figure, other: Figure, context: float, settings: Align
) -> Weight | None:
    noun = _is_same_noun_counted(one, other) or (left.tally is not None and left.tally == right.tally)
    said = share_of_matter(left.clause, right.clause)
    if noun and left.tally is not None and left.tally == right.tally:
        said = max(said, settings.figure_clause)
    likeness = (context + said) / 2
    if left.is_main and right.is_main and left.tally == right.tally and is_near_in_size(one, other, settings):
        reason = f"what each report says of the {left.tally}"
        turn = SAME_NUMBER if is_same_value(one, other) else OTHER_NUMBER
        return Weight(max(likeness, settings.main_tally), reason, turn)
    if one.unit != other.unit and not noun and (context < settings.figure_context or not said):
        return None
    thing = noun or _is_same_unit_alone(one, other)
    if is_same_value(one, other):
        needed = settings.figure_context_alike if thing or size_of(one) > SMALL else settings.figure_context
        if is_rare(one) and one.unit == other.unit:
            needed = settings.figure_context_rare
        if context >= needed and (thing or said > 0 or context >= settings.figure_context):
            reason = f"the same number in like sentences ({context:.2f})"
            return Weight(min(1.0, 0.5 + likeness / 2), reason, turn=SAME_NUMBER)
    elif _tells_apart(left, right, one, other, said, context, settings) and is_near_in_size(one, other, settings):
        what = one.of or left.tally or one.unit
        return Weight(likeness, f"another number for {what} in like sentences ({context:.2f})")
    return None


def pairs_of_one_value(figures: Sequence[Candidate]) -> Iterator[tuple[int, int]]:
    """The places of figures that share a telling value, however unlike their sentences are."""
    places: dict[str, list[int]] = {}
    for index, told in enumerate(figures):
        if told.figure and size_of(told.figure) > SMALL:
            places.setdefault(f"{size_of(told.figure):.2g}", []).append(index)
    for same in places.values():
        if len(same) <= MOST_OF_ONE_VALUE:
            yield from combinations(same, 2)


def _tells_apart(
    left: Candidate, right: Candidate, one: Figure, other: Figure, said: float, context: float, settings: Align
) -> bool:
    """Whether two different values are so surely of one thing that their difference tells something."""
    named = _share_telling_word(left.clause, right.clause, settings)
    if _is_same_noun_counted(one, other) or (left.tally is not None and left.tally == right.tally):
        return said >= settings.figure_clause and (named or context >= settings.figure_context_apart)
    if _is_alike(one, other) and (left.siblings & right.siblings or _is_rare_thing(one, other, settings)):
        return True
    is_beside = said >= settings.figure_beside and _share_telling_word(left.beside, right.beside, settings)
    if is_beside and _is_alike(one, other):
        return True
    return _is_same_unit_alone(one, other) and named and said >= settings.figure_unit_clause


def _is_rare_thing(one: Figure, other: Figure, settings: Align) -> bool:
    """Whether both count one thing that few reports speak of."""
    nouns = _WORD.findall((one.of or "").lower())
    return bool(nouns) and _is_same_noun_counted(one, other) and rarity(nouns[-1]) >= settings.telling_rarity


def _is_alike(one: Figure, other: Figure) -> bool:
    """Whether two figures are of one size, in one unit, and nothing says that they count other things."""
    if one.unit != other.unit or (one.of and other.of and not _is_same_noun_counted(one, other)):
        return False
    small, large = sorted((size_of(one), size_of(other)))
    is_count = one.unit is None
    return large <= NEAR_BOUND * small and not (is_count and is_whole(one) != is_whole(other))


def _share_telling_word(one: str, other: str, settings: Align) -> bool:
    """Whether two clauses have a word in common that few reports use, such as a name."""
    return any(rarity(word) >= settings.telling_rarity for word in set(content_words(one)) & set(content_words(other)))


def _can_be_one(left: Candidate, right: Candidate, one: Figure, other: Figure, settings: Align) -> bool:
    """Whether neither the tally, nor the unit, nor the time told of rules out that two figures count the same."""
    if left.tally != right.tally and None not in (left.tally, right.tally):
        return False
    if one.change and other.change and one.change != other.change:
        return False
    if left.is_past != right.is_past and not _share_telling_word(left.context, right.context, settings):
        return False
    return one.unit == other.unit or size_of(one) == size_of(other)


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
