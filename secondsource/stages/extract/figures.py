"""Figures: the quantities of a report, with their units, what is counted, and how they are bounded."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from secondsource.model.readings import Reading
from secondsource.model.spans import Span
from secondsource.model.statements import Bound, Figure
from secondsource.stages.extract.bare import is_age, is_told_of_person
from secondsource.stages.extract.counted import Words
from secondsource.stages.extract.listed import find_vote_end
from secondsource.stages.extract.numbers import is_figure
from secondsource.text.bounds import find_bound_after, find_bound_before
from secondsource.text.changes import find_change, is_changed_by, is_moved_from
from secondsource.text.measures import Measure, find_measure, find_unit_name, is_magnitude
from secondsource.text.number_phrases import Numeral
from secondsource.text.numerals import find_numerals, join

_TO = re.compile(r"\s{0,2}(?:to|or|through|[-–—])[\s-]{0,2}$", re.IGNORECASE)
_AND = re.compile(r"\s{1,2}(?:and|to)\s{1,2}$", re.IGNORECASE)
_BARE = re.compile(r"\s{0,2}(?:[.,;:)]|$)|\s(?:in|by|for|on|at|after|since|from|last|this|over|and|but|a|per|during)\b")
"""What follows a number that counts nothing of its own."""
_ARTICLE = re.compile(r"\s(?:of\s)?an?(?=\s)")
_LENGTH_AFTER = re.compile(
    r"\s(?:an?|\d{1,3}|[a-z]{3,9})\s(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)\s(?:later|earlier|after|before|ago)\b"
)
"""After a figure, a length of time that is no noun which it counts: "back to 6.4 two hours later"."""
_OTHER_LEAD = re.compile(r"\b(?:to|at|from|of|than|with)\s$")
_BETWEEN = re.compile(r"\b(?:between|from)\s{1,2}$", re.IGNORECASE)


HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Draft:
    """A number of a sentence with its unit; offsets are the report's. Of votes, `numeral` is those in favour."""

    numeral: Numeral
    measure: Measure
    is_vote: bool = False

    @property
    def span(self) -> Span:
        return Span(self.measure.start, self.measure.end)


def find_figures(reading: Reading) -> tuple[Figure, ...]:
    """The quantities of the report in text order.

    A figure's span holds its bounding words, currency sign, number and unit: "more than $5 million", "260,000 metric
    tons". `low` and `high` are equal unless it is a range or open ("more than": no high). `unit` is a name from
    lexicon/units.toml, with "per …" where there is one; `of` is the counted noun with the words before it, the noun in
    the singular ("shipping container"). Ages have the unit "year of age". Dates, clock times, ordinals, scores,
    numbers in names and phone numbers are no figures.
    """
    words = Words(reading)
    return tuple(
        _to_figure(reading.report.text, draft, words)
        for sentence in reading.sentences
        for draft in _share_units(
            reading.report.text, list(_join_drafts(reading.report.text, list(_drafts_of(reading, sentence, words))))
        )
    )


def _drafts_of(reading: Reading, sentence: Span, words: Words) -> Iterator[Draft]:
    text = reading.report.text
    taken = sentence.start
    for found in find_numerals(sentence.of(text)):
        numeral = replace(found, start=found.start + sentence.start, end=found.end + sentence.start)
        measure = _measure(text, numeral)
        if numeral.start >= taken and is_figure(reading, sentence, numeral, measure, words):
            vote = find_vote_end(text, numeral)
            is_spelled = bool(vote) and not text[(vote or 1) - 1].isdigit()
            taken = vote if vote and is_spelled else numeral.end
            end = taken if vote else measure.end
            yield Draft(numeral, replace(measure, end=end, unit=None if vote else measure.unit), is_vote=bool(vote))


def _measure(text: str, numeral: Numeral) -> Measure:
    """The number with its unit, which stands behind an article where it is a part: "half a percentage point"."""
    measure = find_measure(text, numeral.start, numeral.end, numeral.high)
    if measure.unit is None and is_magnitude(text, numeral.start, numeral.end, numeral.high):
        return replace(measure, unit="magnitude")
    article = _ARTICLE.match(text, numeral.end) if numeral.kind == "fraction" and measure.unit is None else None
    if article is None:
        return measure
    whole = find_measure(text, numeral.start, article.end(), numeral.high)
    return measure if whole.unit is None else whole


def _join_drafts(text: str, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Ranges whose ends carry units of their own: "$3 billion to $5 billion", "between 5% and 6%"."""
    held: Draft | None = None
    for draft in drafts:
        joined = _join_two(text, held, draft) if held else None
        if held and joined is None:
            yield held
        held = joined or draft
    if held:
        yield held


def _join_two(text: str, first: Draft, second: Draft) -> Draft | None:
    between = text[first.measure.end : second.measure.start]
    if not _same_unit(first.measure.unit, second.measure.unit) or "range" in (first.numeral.kind, second.numeral.kind):
        return None
    if is_moved_from(text, first.measure.start):
        return None
    if is_changed_by(text, first.measure.start, first.numeral.low, second.numeral.low):
        return None
    paired = _AND.match(between) and _BETWEEN.search(text[max(0, first.measure.start - 9) : first.measure.start])
    if not paired and (not _TO.match(between) or find_change(text, first.measure.start, first.measure.end)):
        return None
    numeral = join(first.numeral, second.numeral)
    if numeral.low >= numeral.high:
        return None
    unit = second.measure.unit or first.measure.unit
    return Draft(numeral, replace(second.measure, start=first.measure.start, unit=unit))


def _share_units(text: str, drafts: Sequence[Draft]) -> Sequence[Draft]:
    """The drafts; in "from 4.8 to 4.7 percent" and "from 208 pounds to 193" both have the unit that one of them has."""
    shared = list(drafts)
    for at, (first, second) in enumerate(pairwise(drafts)):
        units = {first.measure.unit, second.measure.unit}
        bare = second if second.measure.unit is None else first
        is_bare = _BARE.match(text, bare.measure.end) or bare is first
        if len(units) == 2 and None in units and is_bare and _is_move(text, first, second):
            unit = first.measure.unit or second.measure.unit
            shared[at + (bare is second)] = replace(bare, measure=replace(bare.measure, unit=unit))
    return _share_percent(text, shared)


def _share_percent(text: str, drafts: Sequence[Draft]) -> Sequence[Draft]:
    """The drafts; bare decimals after a percentage are percentages too: "38.6 percent, the List 33.9 and Left 18.2"."""
    shared: list[Draft] = []
    unit = None
    for draft in drafts:
        unit = draft.measure.unit or unit
        span = draft.span
        is_share = draft.numeral.low % 1 != 0 and draft.numeral.high < HUNDRED and draft.measure.unit is None
        is_bare = _BARE.match(text, span.end) and not _OTHER_LEAD.search(text[max(0, span.start - 6) : span.start])
        is_one_more = unit == "percentage" and is_share and is_bare
        shared.append(replace(draft, measure=replace(draft.measure, unit=unit)) if is_one_more else draft)
    return shared


def _is_move(text: str, first: Draft, second: Draft) -> bool:
    """Whether the two are where something went from and to."""
    lead = text[max(0, first.measure.start - 6) : first.measure.start]
    return lead.lower().endswith("from ") and text[first.measure.end : second.measure.start].strip().lower() == "to"


def _same_unit(first: str | None, second: str | None) -> bool:
    """Whether two ends of a range can share a unit: the same, or one left out, or "$62 and $68 per share"."""
    return first is None or second is None or first == second or second.startswith(f"{first} per ")


def _to_figure(text: str, draft: Draft, words: Words) -> Figure:
    numeral, measure = draft.numeral, draft.measure
    before = find_bound_before(text, measure.start)
    after = None if before else find_bound_after(text, measure.end)
    bound = before.bound if before else after.bound if after else None
    measure_span = Span(measure.start, measure.end)
    span = Span(before.start if before else measure.start, after.end if after else measure.end)
    low, high, kind = _limits(numeral, measure.sign, bound)
    unit, of = measure.unit, words.counted_by(measure_span)
    if of and numeral.kind == "cardinal" and _LENGTH_AFTER.match(text, measure.end):
        of = None
    if draft.is_vote:
        of = "vote"
    elif unit == "magnitude":
        of = None
    elif unit is None:
        is_body = words.is_after_body(numeral.start) and not is_told_of_person(text, numeral)
        is_years = of is None and is_age(text, numeral) and not is_body
        unit = "year of age" if is_years else find_unit_name((of or "").rpartition(" ")[2])
        of = of if unit is None or unit == "year of age" else None
    change = find_change(text, span.start, span.end) if unit else None
    return Figure(span, low, high, unit, of, kind, change)


def _limits(numeral: Numeral, sign: int, bound: str | None) -> tuple[float | None, float | None, Bound]:
    low, high = sorted((numeral.low * sign, numeral.high * sign))
    if low != high:
        return low, high, "between"
    if bound in ("more than", "at least"):
        return low, None, "more than" if bound == "more than" else "at least"
    if bound in ("less than", "at most"):
        return None, high, "less than" if bound == "less than" else "at most"
    return low, high, "about" if bound == "about" else "exact"
