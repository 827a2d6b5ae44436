"""Findings on figures: one quantity with another value, bound or unit, and counts that grew with time."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from secondsource.model.findings import Finding, FindingKind, FindingVerdict, Point, Statement
from secondsource.model.spans import Span
from secondsource.model.statements import Figure
from secondsource.settings import Judge
from secondsource.stages.judge.bounds import TIMES, fit, is_exceeded, is_turned, loses_bound
from secondsource.stages.judge.cases import Case
from secondsource.stages.judge.updates import is_counted_out, is_later_count, is_reached
from secondsource.stages.judge.wholes import is_part_told
from secondsource.text.clauses import clause_around
from secondsource.text.lengths import are_one_length
from secondsource.text.lexicon import load_lexicon
from secondsource.text.modality import find_firmness
from secondsource.text.scopes import find_extent
from secondsource.text.slips import is_misread
from secondsource.text.tallies import find_tally, moving_tallies
from secondsource.text.units import PER, are_one_amount, are_one_unit
from secondsource.text.wordings import content_words

SCOPE_REACH = 45
"""Characters behind a figure within which "in all" or "on Sunday alone" says what it is counted over."""
BESIDE = 30
"""Characters between a figure and the hour that it holds for: "58.4 percent at 5 p.m."."""


_BEHIND = re.compile(r"(?:[ -]\w[\w'’-]{0,40}){0,2}")
"""After a figure, up to two words that no mark parts from it."""
_WORD_BEHIND = re.compile(r"\w[\w'’-]*")
_ESTIMATE = re.compile(
    r"\b(?:put|puts|estimates?|estimated|reckons?|reckoned|expects?|expected|calculates?|calculated)\b"
)
"""Words of what is reckoned, which is neither plan nor deed."""
_TURNOUT = re.compile(r"\b(?:turn-?out|(?:had|have)\svoted|went\sto\sthe\spolls)\b", re.IGNORECASE)
_BARE_AT = re.compile(r"^at (?!least\b|most\b)", re.IGNORECASE)


def judge_figures(case: Case, points: Sequence[Point], settings: Judge) -> Iterator[Finding]:
    """At most one finding on the value and one on the unit of each figure."""
    for point in points:
        if point.kind == "figure" and len(point.statements) > 1:
            yield from _judge_figure(case, point, settings)


def _judge_figure(case: Case, point: Point, settings: Judge) -> Iterator[Finding]:
    figures = _in_one_unit({s.report: _figure_of(case, s) for s in point.statements})
    if _is_other_unit(list(figures.values())):
        yield _finding(case, point, "unit", "differs", "The same number in another unit", point.statements)
    if is_turned(case, point, figures):
        yield _finding(case, point, "figure", "differs", "The bound of a figure is another", point.statements)
        return
    is_one = fit([(figures[s.report], case.text_of(s.report, s.span).lower()) for s in point.statements], settings)
    is_tally = any(_is_moving_tally(case, s, figures[s.report]) for s in point.statements)
    is_counted = _count_one_thing(figures.values()) or is_reached(case, point, figures)
    goes_on = is_one and (is_tally or is_counted) and is_exceeded(figures.values())
    is_later = (goes_on or not is_one) and is_later_count(case, point, figures, is_tally=is_tally)
    if goes_on and is_later:
        yield _finding(case, point, "update", "changed", "A later count", point.statements)
    is_settled = is_later or _may_be_misread(figures.values()) or not _is_plan_against_deed(case, point)
    if not is_one and is_settled:
        is_share = any(figure.unit == "percentage" for figure in figures.values())
        is_over_day = not is_later or _is_of_turnout(case, point)
        other_hour = is_share and is_over_day and _is_other_hour(case, point) and not is_counted_out(case, point)
        is_length = all(figure.unit in TIMES for figure in figures.values())
        is_scope = not (is_tally or is_length) and (other_hour or _is_other_scope(case, point))
        is_scope = is_scope and not _may_be_misread(figures.values())
        if is_scope or is_part_told(case, point):
            yield _finding(case, point, "scope", "differs", "Not counted alike", point.statements)
        elif is_later:
            yield _finding(case, point, "update", "changed", "A later count", point.statements)
        else:
            yield _finding(case, point, "figure", "differs", "The figures do not fit", point.statements)
    if loses_bound(case, point, figures, settings, moves=is_tally and not is_one):
        yield _finding(case, point, "figure", "lost", "The bound of a figure is lost", point.statements)


def _count_one_thing(figures: Collection[Figure]) -> bool:
    """Whether they are in one unit, or under one noun."""
    units = {figure.unit for figure in figures}
    return len(units) == 1 and (None not in units or len({figure.of for figure in figures}) == 1)


def _may_be_misread(figures: Collection[Figure]) -> bool:
    """Whether there are but two values, of which one may be miswritten for the other."""
    values = sorted({figure.low for figure in figures if figure.low is not None and figure.low == figure.high})
    return len(values) == len("ab") and is_misread(*values)


def _in_one_unit(figures: Mapping[str, Figure]) -> dict[str, Figure]:
    """The figures by report; one that tells the amount of an earlier one in another unit is put as that one."""
    told: dict[str, Figure] = {}
    for report, figure in figures.items():
        told[report] = next((other for other in told.values() if _is_one_amount(figure, other)), figure)
    return told


def _is_one_amount(one: Figure, other: Figure) -> bool:
    """Whether two figures are one amount in two units; of "up to 104 mph" the end that is told counts."""
    ends = [[value for value in (figure.low, figure.high) if value is not None] for figure in (one, other)]
    pairs = list(zip(*(told if len(told) > 1 else told * 2 for told in ends), strict=True)) if all(ends) else []
    return bool(pairs) and all(
        are_one_amount(value, one.unit, rival, other.unit) or are_one_length(value, one.unit, rival, other.unit)
        for value, rival in pairs
    )


def _is_other_unit(figures: Sequence[Figure]) -> bool:
    """Whether the units differ; where one has none, what is counted stands for it: "340 million crowns"."""
    each = {figure.unit.partition(PER)[2] for figure in figures if figure.unit and PER in figure.unit}
    if len(each) > 1 and len({figure.low for figure in figures}) == 1:
        return True
    units = {figure.unit.partition(PER)[0] if figure.unit else None for figure in figures}
    if units & TIMES or all(are_one_unit(one, other) for one, other in combinations(sorted(units, key=str), 2)):
        return False
    nouns = {figure.of for figure in figures if figure.unit is None}
    if None not in units:
        return len(units) > 1
    return len(units) > 1 and None not in nouns and not any(f.of for f in figures if f.unit is not None)


def _is_plan_against_deed(case: Case, point: Point) -> bool:
    """Whether what will or may be has other figures than what is: no value is told both ways."""
    firmness: dict[bool, set[float | None]] = {True: set(), False: set()}
    for statement in point.statements:
        sentence = case.sentence_of(statement.report, statement.span)
        words = sentence.of(case.readings[statement.report].report.text)
        clause = clause_around(words, statement.span.start - sentence.start, statement.span.end - sentence.start)
        if _ESTIMATE.search(words):
            continue
        firmness[bool(find_firmness(clause) & {"sure", "ready", "possible"})].add(statement.low)
    return bool(firmness[True] and firmness[False]) and not firmness[True] & firmness[False]


def _is_moving_tally(case: Case, statement: Statement, figure: Figure) -> bool:
    """Whether the dead, the hurt or others are counted whose number goes on changing."""
    sentence = case.sentence_of(statement.report, statement.span)
    words = sentence.of(case.readings[statement.report].report.text)
    at = statement.span.start - sentence.start, statement.span.end - sentence.start
    return figure.unit is None and find_tally(words, *at, figure.of) in moving_tallies()


def _is_of_turnout(case: Case, point: Point) -> bool:
    """Whether a share is of those who voted, so that what it was by some hour is a part of what it was by night."""
    return any(_TURNOUT.search(case.show_sentence(statement).text) for statement in point.statements)


def _is_other_hour(case: Case, point: Point) -> bool:
    """Whether a clock time stands right beside one of the figures and none, or another hour, beside the others."""
    hours = set()
    for statement in point.statements:
        sentence = case.sentence_of(statement.report, statement.span)
        beside = [
            time.value.partition("T")[2]
            for time in case.readings[statement.report].times
            if time.type == "time"
            and sentence.contains(time.span)
            and max(time.span.start - statement.span.end, statement.span.start - time.span.end) <= BESIDE
        ]
        hours.add(beside[0] if beside else "")
    return len(hours) > 1


def _is_other_scope(case: Case, point: Point) -> bool:
    """Whether words such as "in all" or "alone" stand beside one value of the figure, others or none beside another.

    What is said to be all and is less than another has it is no whole of that.
    """
    marked: dict[str, set[float | None]] = {}
    for statement in point.statements:
        sentence = case.sentence_of(statement.report, statement.span)
        after = Span(statement.span.end, max(statement.span.end, min(sentence.end, statement.span.end + SCOPE_REACH)))
        before = Span(max(sentence.start, statement.span.start - BESIDE), statement.span.start)
        beside = f" {case.text_of(statement.report, before)} | {case.text_of(statement.report, after)} ".lower()
        phrases = load_lexicon("tallies")["scopes"]["phrases"]
        words = sentence.of(case.readings[statement.report].report.text)
        at = statement.span.start - sentence.start, statement.span.end - sentence.start
        extent = find_extent(words, *at)
        mark = (
            extent if extent in ("part", "whole") else "other" * any(_has_phrase(beside, phrase) for phrase in phrases)
        )
        marked.setdefault(mark, set()).add(statement.low)
    wholes, bare = ([value or 0.0 for value in marked.get(mark, ())] for mark in ("whole", ""))
    if wholes and max(wholes) < max(bare, default=0.0):
        return False
    return len(marked) > 1 and all(one.isdisjoint(other) for one, other in combinations(marked.values(), 2))


def _has_phrase(text: str, phrase: str) -> bool:
    """Whether the words stand there and are no length of time: "80 a month", not "80 in a month"."""
    at = text.find(phrase)
    is_length = text[:at].endswith(" in ")
    return at > 0 and not is_length and not text[at - 1].isalnum() and not text[at + len(phrase)].isalnum()


def _figure_of(case: Case, statement: Statement) -> Figure:
    """The figure that the statement was made from, in the unit in which it was compared."""
    for figure in case.statements[statement.report].figures:
        if figure.span == statement.span:
            return replace(figure, low=statement.low, high=statement.high, unit=statement.unit)
    return Figure(statement.span, statement.low, statement.high, statement.unit, None)


def _finding(
    case: Case, point: Point, kind: FindingKind, verdict: FindingVerdict, title: str, statements: Sequence[Statement]
) -> Finding:
    words: dict[str, list[str]] = {}
    for statement in statements:
        words.setdefault(_words_of(case, statement), []).append(statement.report)
    reasons = tuple(f"{case.names_of(reports)}: “{text}”" for text, reports in words.items())
    shown = tuple(case.show_sentence(statement) for statement in statements)
    return Finding(kind, verdict, f"{title}: {' / '.join(words)}", reasons, shown, point.id)


def _words_of(case: Case, statement: Statement) -> str:
    """The figure with the whole words around it that belong to it: "more than 4,000 vessels"."""
    text = case.readings[statement.report].report.text
    sentence = case.sentence_of(statement.report, statement.span)
    before = text[sentence.start : statement.span.start].split(" ")
    bound = {"than", "least", "most", "about", "some", "around", "nearly", "almost", "over", "roughly", "more", "at"}
    start = statement.span.start
    while len(before) > 1 and (not before[-1] or before[-1].lower() in bound):
        start -= len(before.pop()) + 1
    after = _BEHIND.match(text, statement.span.end, sentence.end)
    end = statement.span.end
    for word in _WORD_BEHIND.finditer(after[0]) if after else ():
        if content_words(word[0]):
            end = statement.span.end + word.end()
    span = Span(max(sentence.start, start), min(sentence.end, max(end, statement.span.end)))
    return _BARE_AT.sub("", case.text_of(statement.report, span)).strip(' ,.;:”“"')
