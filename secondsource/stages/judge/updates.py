"""Updates: whether a count that differs between reports is a later one; all that speaks for and against it, weighed."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from secondsource.model.findings import Point, Statement
from secondsource.model.statements import Figure
from secondsource.stages.judge.bounds import TIMES
from secondsource.stages.judge.cases import Case
from secondsource.stages.judge.days import (
    are_of_one_day,
    are_of_other_days,
    by_hour,
    find_told_days,
    find_turns,
    gather_days,
)
from secondsource.text.corrections import is_refused
from secondsource.text.counters import Body, find_body, find_counter
from secondsource.text.running import Running, find_reached, find_running, is_of_counted
from secondsource.text.slips import is_misread

SHARED = 2
"""Numbers that two sentences have in common by more than chance."""
TRIFLE = 2
"""Up to here a number is in many sentences."""
SMALL = 12
"""Up to here one is in many, if it counts something else."""


@dataclass(frozen=True, slots=True)
class Course:
    """What is told of the values of a point in which they differ.

    A count `is_tally` if it is one that goes on by its nature (the dead); it `is_running` where the sentences say that
    it goes on, `is_gathering` if they only say that more was added, and `is_reached` where one says that it has come to
    its own value from below all others, or from above. It is `by_others` where each value has another
    counter, `by_parties` where one of these is a side in it, and `of_one_side` where a side has some of the values and
    no side has all. It `is_slip` where the sentences have their other numbers in common, `is_copied` where copies of
    one day differ, and `is_dated` where it is known when each value was published. `told` are the turns that the values
    take with the days that they are told of, where these are others, `published` those with the moments of the reports;
    `of_one_day` are values told of one day alone.
    """

    is_tally: bool
    is_running: bool
    is_gathering: bool
    is_reached: bool
    by_others: bool
    by_parties: bool
    of_one_side: bool
    is_slip: bool
    is_copied: bool
    is_dated: bool
    of_one_day: bool
    told: frozenset[bool] | None
    published: frozenset[bool]

    @property
    def is_later(self) -> bool:
        """Whether one value is told after another and nothing says that one of them is wrong."""
        if self.is_slip:
            return False
        if self.told is not None:
            return len(self.told) == 1
        if self.by_parties or (self.by_others and not self.is_tally) or self.is_copied:
            return False
        if self.is_reached:
            return True
        if self.is_tally:
            return len(self.published) == 1 or not (self.published or (self.by_others and not self.is_running))
        if not self.is_running or not self.is_dated or self.of_one_day:
            return False
        if self.is_gathering and (self.of_one_side or True not in self.published):
            return False
        return len(self.published) == 1


def is_later_count(case: Case, point: Point, figures: Mapping[str, Figure], *, is_tally: bool) -> bool:
    """Whether the values are told of days or hours that follow one another, or of a count that goes on, and no slip."""
    if any(figure.unit in TIMES for figure in figures.values()) or _is_refused(case, point, figures):
        return False
    return _to_course(case, point, figures, is_tally=is_tally).is_later


def is_counted_out(case: Case, point: Point) -> bool:
    """Whether every value is told of so many votes counted, so that what sets them apart is how far the count is."""
    return all(is_of_counted(_place(case, statement)[0]) for statement in point.statements)


def _to_course(case: Case, point: Point, figures: Mapping[str, Figure], *, is_tally: bool) -> Course:
    days = find_told_days(case, point)
    running: dict[float | None, set[Running]] = {}
    for statement in point.statements:
        running.setdefault(statement.low, set()).update(_running(case, statement))
    is_share = any(figure.unit == "percentage" for figure in figures.values())
    counters = _counters(case, point)
    told = [((day, ""), value) for value, own in days.items() for day in own] if are_of_other_days(days) else None
    return Course(
        is_tally=is_tally,
        is_running=all(running.values()) if is_share else any(running.values()),
        is_gathering=not any("moving" in how for how in running.values()),
        is_reached=is_reached(case, point, figures),
        by_others=_are_others(counters),
        by_parties=_are_others(counters) and any(who.is_party for own in counters.values() for who in own),
        of_one_side=_is_of_one_side(counters),
        is_slip=_is_slip(case, point, figures),
        is_copied=_within_one_lineage(case, point, figures, is_tally=is_tally),
        is_dated=_is_dated(case, point),
        of_one_day=are_of_one_day(days),
        told=None if told is None else find_turns(told),
        published=find_turns(_steps(case, point)),
    )


def _is_slip(case: Case, point: Point, figures: Mapping[str, Figure]) -> bool:
    """Whether two sentences have other numbers in common and differ in this: had it been counted on, so had they.

    One such number is enough where this may be miswritten in one of them.
    """
    beside = [(figures[s.report].low, _others_beside(case, s, figures[s.report])) for s in point.statements]
    return any(
        one != other and len(ours & theirs) >= (1 if is_misread(one, other) else SHARED)
        for (one, ours), (other, theirs) in combinations(beside, 2)
        if one is not None and other is not None
    )


def _others_beside(case: Case, statement: Statement, figure: Figure) -> frozenset[float]:
    """The other numbers of the sentence that are no trifles, or no small ones where they count something else."""
    sentence = case.sentence_of(statement.report, statement.span)
    return frozenset(
        other.low
        for other in case.statements[statement.report].figures
        if sentence.contains(other.span) and other.span != statement.span and other.low is not None
        if other.low > (TRIFLE if _is_of_one_kind(figure, other) else SMALL)
    )


def _is_of_one_kind(figure: Figure, other: Figure) -> bool:
    return other.unit == figure.unit and (other.of is None or figure.of is None or other.of == figure.of)


def _is_refused(case: Case, point: Point, figures: Mapping[str, Figure]) -> bool:
    """Whether a sentence with one value says that another is wrong: "650,000, and not the 200,000 of the director"."""
    values = {figure.low for figure in figures.values()}
    for statement in point.statements:
        own = figures[statement.report].low
        sentence = case.sentence_of(statement.report, statement.span)
        words = sentence.of(case.readings[statement.report].report.text)
        for other in case.statements[statement.report].figures:
            is_rival = sentence.contains(other.span) and other.low in values - {own}
            if is_rival and is_refused(words, other.span.start - sentence.start):
                return True
    return False


def _running(case: Case, statement: Statement) -> frozenset[Running]:
    """How the sentence says that a count goes on; that somebody "counted" it is no sign."""
    words, start, end = _place(case, statement)
    counter = find_counter(words, start, end)
    if counter:
        words = words[: counter.start] + " " * (counter.end - counter.start) + words[counter.end :]
    return find_running(words, start, end)


def is_reached(case: Case, point: Point, figures: Mapping[str, Figure]) -> bool:
    """Whether one value alone, the most or the least of a count, is said to have been come to: "has gone up to 19"."""
    if any(figure.unit for figure in figures.values()):
        return False
    ways: dict[float, set[str | None]] = {}
    for statement in point.statements:
        value = statement.low if statement.low is not None else statement.high
        words, start, _ = _place(case, statement)
        ways.setdefault(value or 0.0, set()).add(find_reached(words, start))
    come = [value for value, own in ways.items() if own != {None}]
    return len(come) == 1 and ("up" in ways[come[0]]) == (come[0] == max(ways)) and come[0] in (min(ways), max(ways))


def _place(case: Case, statement: Statement) -> tuple[str, int, int]:
    """The sentence of a statement, and where in it the statement stands."""
    sentence = case.sentence_of(statement.report, statement.span)
    words = sentence.of(case.readings[statement.report].report.text)
    return words, statement.span.start - sentence.start, statement.span.end - sentence.start


def _counters(case: Case, point: Point) -> dict[float | None, set[Body]]:
    """Who counted each value, as far as it is said: 3,500 the organisers, 1,800 the police."""
    counters: dict[float | None, set[Body]] = {}
    for statement in point.statements:
        counter = find_counter(*_place(case, statement))
        body = counter.body if counter else find_body(statement.speaker or "")
        counters.setdefault(statement.low, set()).update([body] if body else [])
    return counters


def _are_others(counters: Mapping[float | None, set[Body]]) -> bool:
    """Whether each value was counted, and none by whoever counted another."""
    return all(counters.values()) and all(a.isdisjoint(b) for a, b in combinations(counters.values(), 2))


def _is_of_one_side(counters: Mapping[float | None, set[Body]]) -> bool:
    """Whether a side in the matter counted one of the values, and none that is a side counted all of them."""
    parties = [{who for who in own if who.is_party} for own in counters.values()]
    return any(parties) and not frozenset.intersection(*map(frozenset, parties))


def _is_dated(case: Case, point: Point) -> bool:
    """Whether each value stands in a report of which it is known when it was published."""
    values = {s.low if s.low is not None else s.high for s in point.statements}
    dated = {s.low if s.low is not None else s.high for s in point.statements if case.moment_of(s.report)}
    return len(dated) > 1 and values == dated


def _steps(case: Case, point: Point) -> list[tuple[tuple[str, str], float]]:
    """The moment at which each lineage first told each value."""
    first: dict[tuple[str, float], str] = {}
    for statement in point.statements:
        value = statement.low if statement.low is not None else statement.high
        moment = case.moment_of(statement.report)
        if moment is not None and value is not None:
            key = case.lineages[statement.report].id, value
            first[key] = min(moment, first.get(key, moment))
    return [(by_hour(moment), value) for (_, value), moment in first.items()]


def _within_one_lineage(case: Case, point: Point, figures: Mapping[str, Figure], *, is_tally: bool) -> bool:
    """Whether reports of one lineage that were published on the same day disagree: a slip of copying, not news.

    News is what they tell of other days or hours, and a count that goes on by its nature, published at other hours,
    if one value is not the other miswritten.
    """
    days = gather_days(case, point)
    seen: dict[tuple[str, str], dict[float, set[str]]] = {}
    for statement in point.statements:
        day, hour = by_hour(case.moment_of(statement.report) or "")
        told = seen.setdefault((case.lineages[statement.report].id, day), {})
        told.setdefault(figures[statement.report].low or 0.0, set()).add(hour)
    for told in seen.values():
        for one, other in combinations(told, 2):
            hours = told[one] | told[other]
            is_hourly = "" not in hours and told[one].isdisjoint(told[other]) and not is_misread(one, other)
            is_news = are_of_other_days({value: days.get(value, set()) for value in (one, other)})
            if not is_news and not (is_tally and is_hourly):
                return True
    return False
