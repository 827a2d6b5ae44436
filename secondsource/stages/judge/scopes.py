"""Findings on scope: a count of a part that stands in some reports, and that of the whole in others."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secondsource.model.findings import Finding, Point, Statement
from secondsource.model.statements import Figure
from secondsource.settings import Judge
from secondsource.stages.judge.cases import Case
from secondsource.text.lexicon import load_lexicon
from secondsource.text.rarity import rarity
from secondsource.text.scopes import Extent, find_extent
from secondsource.text.tallies import find_tally
from secondsource.text.thesaurus import are_near
from secondsource.text.units import are_one_unit
from secondsource.text.wordings import fold_spelling

HIT = "hurt"
"""The tally of which some are hit worse than others."""


@dataclass(frozen=True, slots=True)
class Count:
    """A figure that reports have in common: what it counts, over what, and from which to which value."""

    point: Point
    extents: frozenset[Extent]
    nouns: frozenset[str]
    tallies: frozenset[str]
    unit: str | None
    low: float
    high: float

    @property
    def reports(self) -> frozenset[str]:
        return frozenset(statement.report for statement in self.point.statements)


def judge_scopes(case: Case, points: Sequence[Point], settings: Judge) -> Iterator[Finding]:
    """One finding for each part that is told beside a larger whole which some report tells without it."""
    counts = [count for point in points if point.kind == "figure" and (count := _to_count(case, point))]
    for part in counts:
        if part.extents & {"part", "degree"} and "whole" not in part.extents:
            wholes = [whole for whole in counts if _is_whole_of(whole, part, settings)]
            if wholes:
                yield _finding(
                    case, part, max(wholes, key=lambda whole: ("whole" in whole.extents, len(whole.reports)))
                )


def _to_count(case: Case, point: Point) -> Count | None:
    extents, nouns, tallies, values, units = set[Extent](), set[str](), set[str](), list[float](), set[str | None]()
    for statement in point.statements:
        figure = next((f for f in case.statements[statement.report].figures if f.span == statement.span), None)
        value = statement.low if statement.low is not None else statement.high
        if figure is None or value is None or value <= 0:
            continue
        extent, tally = _read(case, statement, figure)
        extents |= {extent} if extent else set()
        tallies |= {tally} if tally else set()
        nouns |= {fold_spelling(figure.of.split()[-1])} if figure.of else set()
        values.append(value)
        units.add(figure.unit)
    if len(units) != 1:
        return None
    kinds = frozenset(extents), frozenset(nouns), frozenset(tallies)
    return Count(point, *kinds, units.pop(), min(values), max(values))


def _read(case: Case, statement: Statement, figure: Figure) -> tuple[Extent | None, str | None]:
    sentence = case.sentence_of(statement.report, statement.span)
    words = sentence.of(case.readings[statement.report].report.text)
    at = statement.span.start - sentence.start, statement.span.end - sentence.start
    return find_extent(words, *at), None if figure.unit else find_tally(words, *at, figure.of)


def _is_whole_of(whole: Count, part: Count, settings: Judge) -> bool:
    """Whether the one counts more of what the other counts a part of, in a report that has not both."""
    if whole.low <= part.high or not whole.reports - part.reports or not are_one_unit(whole.unit, part.unit):
        return False
    if whole.extents & {"part", "degree"}:
        return False
    if "degree" in part.extents:
        return part.unit is None and HIT in whole.tallies and part.tallies <= {HIT}
    same = {noun for noun in part.nouns if any(noun == other or are_near(noun, other) for other in whole.nouns)}
    people = load_lexicon("tallies")["people"]["words"]
    telling = [noun for noun in same if noun not in people and rarity(noun) >= settings.counted_rarity]
    return bool(telling) or bool(same and part.tallies and part.tallies == whole.tallies)


def _finding(case: Case, part: Count, whole: Count) -> Finding:
    both = (part.point, whole.point)
    said = [" / ".join(dict.fromkeys(statement.text for statement in point.statements)) for point in both]
    reasons = (
        f"{case.names_of(part.reports)}: “{said[0]}”, of a part",
        f"{case.names_of(whole.reports)}: “{said[1]}”, of the whole",
    )
    shown = tuple(dict.fromkeys(case.show_sentence(s) for point in both for s in point.statements))
    return Finding("scope", "differs", f"Not counted alike: {said[0]} / {said[1]}", reasons, shown, part.point.id)
