"""Findings on rival counts: two bodies count one thing differently, and a report sets the one beside the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from secondsource.model.findings import Finding, Point, Statement
from secondsource.stages.judge.cases import Case
from secondsource.text.counters import Body, find_counter
from secondsource.text.tallies import find_numbered
from secondsource.text.wordings import fold_spelling

LEAST = 20
"""Smaller counts stand beside one another for many reasons."""
APART, MOST = 1.25, 10.0
"""Times one count must be, and may be, the other: less is rounding, more is another thing."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A count in a report, whoever is said to have made it, what is counted, and the place of its sentence."""

    point: Point
    statement: Statement
    value: float
    counter: Body
    noun: str
    index: int


def judge_rivals(case: Case, points: Sequence[Point]) -> Iterator[Finding]:
    """One finding for each two points that a report tells side by side as counts of one thing by two bodies."""
    told = [one for point in points if point.kind == "figure" for one in _counts_of(case, point)]
    shown: set[frozenset[str]] = set()
    for one, other in combinations(told, 2):
        pair = frozenset((one.point.id, other.point.id))
        if len(pair) > 1 and pair not in shown and _are_rivals(one, other):
            shown.add(pair)
            yield _finding(case, one, other)


def _counts_of(case: Case, point: Point) -> Iterator[_Told]:
    for statement in point.statements:
        report = statement.report
        value = statement.low if statement.low is not None else statement.high
        if statement.unit is not None or value is None or value < LEAST:
            continue
        sentence = case.sentence_of(report, statement.span)
        words = sentence.of(case.readings[report].report.text)
        at = statement.span.start - sentence.start, statement.span.end - sentence.start
        counter = find_counter(words, *at)
        figure = next((f for f in case.statements[report].figures if f.span == statement.span), None)
        noun = (figure.of if figure else None) or find_numbered(words, at[0]) or ""
        if counter:
            folded = fold_spelling(noun.split()[-1]) if noun else ""
            yield _Told(point, statement, value, counter.body, folded, case.index_of(report, sentence))


def _are_rivals(one: _Told, other: _Told) -> bool:
    """Whether one report has both, of one thing, in one sentence or in two of which the second names no thing."""
    if one.statement.report != other.statement.report or one.counter == other.counter:
        return False
    first, second = sorted((one, other), key=lambda told: told.statement.span.start)
    gap = second.index - first.index
    is_one_thing = second.noun in ("", first.noun) and (gap == 0 or (gap == 1 and bool(first.noun)))
    small, large = sorted((one.value, other.value))
    return is_one_thing and APART * small <= large <= MOST * small


def _finding(case: Case, one: _Told, other: _Told) -> Finding:
    statements = (*one.point.statements, *other.point.statements)
    said = tuple(dict.fromkeys(statement.text for statement in statements))
    reasons = tuple(
        f"{case.names_of(s.report for s in told.point.statements)}: “{told.statement.text}” ({told.counter.noun})"
        for told in (one, other)
    )
    shown = tuple(dict.fromkeys(case.show_sentence(statement) for statement in statements))
    title = f"The figures do not fit: {' / '.join(said)}"
    return Finding("figure", "differs", title, reasons, shown, one.point.id)
