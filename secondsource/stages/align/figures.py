"""Figures to be aligned: quantities, and when two of them count the same thing."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from secondsource.model.spans import Span
from secondsource.model.statements import Figure
from secondsource.stages.align.candidates import AGE, Candidate, Offer
from secondsource.stages.align.things import is_same_noun_counted
from secondsource.stages.align.values import is_rare, size_of
from secondsource.text.ages import find_who
from secondsource.text.clauses import clause_after, clause_around, clause_before
from secondsource.text.corrections import find_correction, is_refused
from secondsource.text.moments import name_moments
from secondsource.text.scopes import find_extent, is_recalled
from secondsource.text.tallies import find_meant, find_numbered, find_tally, find_tally_before, moving_tallies
from secondsource.text.tenures import find_office
from secondsource.text.units import are_one_unit

_WORD = re.compile(r"[^\W\d_]+")
_NUMERAL = re.compile(r"\d")
_PART = re.compile(r"\s(?:[a-z]+\s)?of\s(?:the|those|these|them|whom)\b")
"""After a figure, words by which it counts a part of what was counted before."""
_PART_BEHIND = re.compile(r"\sand\s(?:a|an|three)[\s-](?P<part>half|quarter|quarters)\b", re.IGNORECASE)
_ONE_BEFORE = re.compile(r"\b(?:an?|one)\s(?P<unit>year|month|hour|minute)(?:,?\sand)?\s$", re.IGNORECASE)
"""Before a length, one of a larger unit that it adds to."""
ONE_REACH = 16
"""Characters that it takes."""
PARTS_BEHIND = {"half": 0.5, "quarter": 0.25, "quarters": 0.75}
"""What words behind a length add to it, of its own unit."""
WORDS_BESIDE = 4
"""Words on each side of a figure that stand next to it."""
SHORT = 10
"""Words up to which a sentence is one clause, whatever commas it has."""
FIRST_COUNTS = 3
"""Figures of one tally among which the largest is its report's total; later ones may be of other events."""
UNIT_PARTS = {"year": ("month", 12), "month": ("day", 30), "hour": ("minute", 60), "minute": ("second", 60)}
"""Units of time, each with the smaller one that may follow it and how many of that it has."""

BEHIND = 45
"""Characters behind a figure that hold whose it is and what it counts: "Marnish sailors"."""
LENGTHS = frozenset(["minute", "hour", "day", "week", "month", "year"])
DAY, MONTH = len("2025-05-14"), len("2025-05")
LONG_AGO = 2
"""Months back from which what is told is another matter than what the report is of."""
TRIFLE = 2
"""Up to here a number of things is grammar more often than matter: "one harbour", "the two ministers"."""


def find_figures(offer: Offer) -> Iterator[Candidate]:
    """The figures in paragraphs, lists, quotes and captions, and those that a title alone tells.

    A bare one or two counts little.
    """
    figures = [_in_percent(figure) for figure in _join_durations(offer)]
    told = {(size_of(figure), figure.unit) for figure in figures if offer.is_told(figure.span)}
    found: list[Candidate] = []
    for figure in figures:
        candidate = _to_candidate(offer, figure, figures)
        is_told = offer.is_told(figure.span) or (size_of(figure), figure.unit) not in told
        if is_told and not _is_trifle(figure, candidate.tally):
            found.append(candidate)
            told.add((size_of(figure), figure.unit))
    totals, values = _totals(offer, found), frozenset(size_of(figure) for figure in figures)
    yield from (replace(candidate, is_main=index in totals, told=values) for index, candidate in enumerate(found))


def _is_taken_back(offer: Offer, figure: Figure) -> bool:
    """Whether a correction, or "not" before it and the right one beside it, says that the figure is wrong."""
    sentence = offer.sentence_of(figure.span)
    words = sentence.of(offer.text)
    if is_refused(words, figure.span.start - sentence.start):
        return any(
            sentence.contains(other.span) and other.span != figure.span and are_one_unit(other.unit, figure.unit)
            for other in offer.statements.figures
        )
    correction = find_correction(words)
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
    if figure.of is None and figure.unit is None:
        figure = replace(figure, of=find_numbered(words, at[0]) or find_meant(words, *at))
    tally = None if figure.unit else _tally(offer, sentence, at, figure)
    office = find_office(words, *at) if figure.unit in LENGTHS else None
    return replace(
        bare,
        statement=replace(bare.statement, low=figure.low, high=figure.high, unit=figure.unit),
        figure=figure,
        tally=tally,
        clause=clause_around(words, *at) if len(words.split()) > SHORT else f"{words[: at[0]]} {words[at[1] :]}",
        beside=_beside(words, *at),
        siblings=frozenset(size_of(other) for other in others if is_rare(other)) if alone else frozenset(),
        others=frozenset(size_of(other) for other in others),
        extent=find_extent(words, *at),
        is_sole=all(other.low == figure.low or not _is_of_one_kind(other, figure) for other in figures),
        rivals=frozenset(size_of(other) for other in others if are_one_unit(other.unit, figure.unit)),
        is_past=_is_of_the_past(offer, sentence) or (tally in moving_tallies() and _is_months_ago(offer, sentence)),
        is_taken_back=_is_taken_back(offer, figure),
        is_recalled=is_recalled(words, at[0]),
        behind=words[at[1] : at[1] + BEHIND],
        ends=_ends_beside(offer, sentence) if figure.unit in LENGTHS else frozenset(),
        who=find_who(words, *at) if figure.unit == AGE or office else "",
        office=office,
    )


def _tally(offer: Offer, sentence: Span, at: tuple[int, int], figure: Figure) -> str | None:
    """What a figure tallies by its sentence, or, where that says nothing of it, by the one before."""
    before = offer.sentence_before(sentence)
    told = find_tally(sentence.of(offer.text), *at, figure.of)
    return told or (find_tally_before(sentence.of(offer.text), before.of(offer.text)) if before else None)


def _ends_beside(offer: Offer, sentence: Span) -> frozenset[str]:
    """The moments in a sentence; where it has none, those of the sentence before."""
    before = offer.sentence_before(sentence)
    return name_moments(sentence.of(offer.text)) or (name_moments(before.of(offer.text)) if before else frozenset())


def _is_of_one_kind(one: Figure, other: Figure) -> bool:
    """Whether two figures of a report are in one unit or count the same noun."""
    return one.unit == other.unit if one.unit or other.unit else is_same_noun_counted(one, other)


def _join_durations(offer: Offer) -> Iterator[Figure]:
    """The figures of a report, "seven years and six months" made one of seven and a half years."""
    figures = list(offer.statements.figures)
    while figures:
        figure = _with_one(offer.text, _with_part(offer.text, figures.pop(0)))
        figures = [rest for rest in figures if not rest.span.overlaps(figure.span)]
        parts = UNIT_PARTS.get(figure.unit or "")
        if parts and figures and figures[0].unit == parts[0] and figure.low == figure.high is not None:
            rest = figures[0]
            between = offer.text[figure.span.end : rest.span.start]
            if between.strip(" ,") in ("", "and") and rest.low is not None and rest.low == rest.high:
                value = (figure.low or 0.0) + rest.low / parts[1]
                span = Span(figure.span.start, rest.span.end)
                figure = replace(figures.pop(0), span=span, low=value, high=value, unit=figure.unit)
        yield figure


def _with_one(text: str, figure: Figure) -> Figure:
    """The figure; a length with the one larger unit before it: "an hour and 35 minutes"."""
    found = _ONE_BEFORE.search(text[max(0, figure.span.start - ONE_REACH) : figure.span.start])
    part, number = UNIT_PARTS.get(found["unit"].lower() if found else "", ("", 1))
    if found is None or part != figure.unit or figure.low is None or figure.low != figure.high:
        return figure
    span = Span(figure.span.start - len(found[0]), figure.span.end)
    value = 1 + figure.low / number
    return replace(figure, span=span, low=value, high=value, unit=found["unit"].lower())


def _with_part(text: str, figure: Figure) -> Figure:
    """The figure; a length with the part of its unit that follows it: "ten hours and three-quarters"."""
    found = _PART_BEHIND.match(text, figure.span.end) if figure.unit in LENGTHS and figure.low == figure.high else None
    if found is None or figure.low is None:
        return figure
    value = figure.low + PARTS_BEHIND[found["part"].lower()]
    return replace(figure, span=Span(figure.span.start, found.end()), low=value, high=value)


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


def _is_months_ago(offer: Offer, sentence: Span) -> bool:
    """Whether all that the sentence dates lies months back, as in "in February 14 people died in a like fire"."""
    day = offer.reading.anchored_on or ""
    told = [t.value[:DAY] for t in offer.reading.times if t.type in ("date", "time") and sentence.contains(t.span)]
    months = [value for value in told if len(value) >= MONTH and value[:4].isdigit() and value[5:7].isdigit()]
    return bool(months) and bool(day) and all(_months_of(value) + LONG_AGO <= _months_of(day) for value in months)


def _months_of(value: str) -> int:
    """Months since the year nought."""
    return 12 * int(value[:4]) + int(value[5:7])


def _is_trifle(figure: Figure, tally: str | None) -> bool:
    return figure.low == figure.high and (figure.low or 0) <= TRIFLE and figure.unit is None and tally is None
