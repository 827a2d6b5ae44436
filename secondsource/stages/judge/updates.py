"""Updates: whether a count that differs between reports is a later one, and no slip."""

import re
from collections.abc import Mapping, Sequence
from datetime import timedelta
from itertools import combinations

from secondsource.model.dates import PartialDate
from secondsource.model.findings import Point, Statement
from secondsource.model.spans import Span
from secondsource.model.statements import Figure
from secondsource.stages.judge.bounds import TIMES
from secondsource.stages.judge.cases import Case
from secondsource.text.corrections import is_refused
from secondsource.text.counters import find_counter
from secondsource.text.lexicon import load_lexicon
from secondsource.text.thesaurus import find_base_forms
from secondsource.text.wordings import content_words

SHARED = 2
"""Numbers that two sentences have in common by more than chance."""
YEAR, DAY, HOUR = len("2025"), len("2025-05-14"), len("2025-05-14T12")
WEEK = 7
"""Days; a weekday told without a date may be the day before the story's own, or one of the next six."""
_WEEKDAY = re.compile(r"XXXX-WXX-[1-7]")
_DATELINE = re.compile(r"[^\n]{0,60}?\)?\s[—–-]\s")
_SAID = re.compile(
    r"\b(?:said|says|told\s[\w\s]{2,30}|wrote|reported|announced|stated)\s(?:in\s[\w\s]{2,30}\s)?(?:late\s|early\s)?(?:on\s)?$"
)
"""Before a day, words by which it is the day on which something was said, and not that of the count."""
TRIFLE = 2
"""Up to here a number is in many sentences."""


def is_later_count(case: Case, point: Point, figures: Mapping[str, Figure], *, is_tally: bool) -> bool:
    """Whether the values are told of days or hours that follow one another, or of a count that goes on, and no slip."""
    if any(figure.unit in TIMES for figure in figures.values()) or _is_refused(case, point, figures):
        return False
    days = _told_days(case, point)
    if days and _are_of_other_days(days):
        return not _is_slip(case, point, figures) and _only_rises_or_falls(
            [((day, ""), value) for value, own in days.items() for day in own]
        )
    moving = {s.low for s in point.statements if _is_counted_on(case, s)}
    is_share = any(figure.unit == "percentage" for figure in figures.values())
    goes_on = moving.issuperset(s.low for s in point.statements) if is_share else bool(moving)
    moves = is_tally or (goes_on and not _have_two_counters(case, point))
    return moves and not _is_slip(case, point, figures) and _is_update(case, point, figures, is_tally=is_tally)


def _is_slip(case: Case, point: Point, figures: Mapping[str, Figure]) -> bool:
    """Whether two sentences have other numbers in common and differ in this: had it been counted on, so had they."""
    beside = [(figures[s.report].low, _others_beside(case, s, figures[s.report])) for s in point.statements]
    return any(
        one != other and len(ours & theirs) >= SHARED
        for (one, ours), (other, theirs) in combinations(beside, 2)
        if one is not None and other is not None
    )


def _others_beside(case: Case, statement: Statement, figure: Figure) -> frozenset[float]:
    """The other numbers of the sentence that count the same or nothing that is named, ones and twos aside."""
    sentence = case.sentence_of(statement.report, statement.span)
    return frozenset(
        other.low
        for other in case.statements[statement.report].figures
        if sentence.contains(other.span) and other.span != statement.span and other.unit == figure.unit
        if other.of is None or figure.of is None or other.of == figure.of
        if other.low is not None and other.low > TRIFLE
    )


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


def _is_counted_on(case: Case, statement: Statement) -> bool:
    """Whether the sentence says that a count is going on: "with 62 percent of ballots counted"."""
    moving = load_lexicon("tallies")["moving"]["words"]
    sentence = case.text_of(statement.report, case.sentence_of(statement.report, statement.span)).lower()
    words = content_words(sentence)
    told = {form for word in words for form in (word, *(() if word.endswith("ing") else find_base_forms(word)))}
    return any(word in told or (" " in word and word in sentence) for word in moving)


def _told_days(case: Case, point: Point) -> dict[float, set[str]]:
    """The days or hours that each value is told of: "eleven on Monday, 14 by Tuesday noon"; nothing if one has none."""
    days: dict[float, set[str]] = {}
    for statement in point.statements:
        sentence = case.sentence_of(statement.report, statement.span)
        dateline = _DATELINE.match(case.text_of(statement.report, sentence))
        start = sentence.start + (dateline.end() if dateline else 0)
        told = {
            day
            for time in case.readings[statement.report].times
            if time.type in ("date", "time") and start <= time.span.start < sentence.end
            if not _SAID.search(case.text_of(statement.report, Span(start, max(start, time.span.start))) + " ")
            if (day := _to_day(time.value, case.story.happened_on))
        }
        value = statement.low if statement.low is not None else statement.high
        if not told or value is None:
            return {}
        days.setdefault(value, set()).update(told)
    return days


def _to_day(value: str, happened_on: str | None) -> str | None:
    """The day and hour that a time tells; a weekday is that next to the story's own day, a day without a year of it."""
    if value[:YEAR].isdigit():
        return value[:HOUR] if len(value) >= DAY else None
    story = PartialDate.from_edtf((happened_on or "")[:DAY])
    if story is None or not story.is_day:
        return None
    hour = value[DAY:HOUR]
    if _WEEKDAY.match(value):
        ahead = (int(value[len("XXXX-WXX-")]) - story.first.isoweekday() + 1) % WEEK - 1
        return f"{story.first + timedelta(days=ahead)}{hour}"
    return f"{story.first.year}{value[YEAR:DAY]}{hour}" if value[YEAR:DAY].replace("-", "").isdigit() else None


def _are_of_other_days(days: Mapping[float, set[str]]) -> bool:
    return len(days) > 1 and all(_are_apart(one, other) for one, other in combinations(days.values(), 2))


def _are_apart(one: set[str], other: set[str]) -> bool:
    """Whether no day or hour of the one is, or lies in, one of the other."""
    return not any(a.startswith(b) or b.startswith(a) for a in one for b in other)


def _are_rivals(case: Case, point: Point) -> bool:
    """Whether each value has one speaker of its own: the police say 23, the ambulance service says 40."""
    speakers: dict[float | None, set[str | None]] = {}
    for statement in point.statements:
        speakers.setdefault(statement.low, set()).add(statement.speaker)
    return all(len(own) == 1 and None not in own for own in speakers.values()) and all(
        one.isdisjoint(other) for one, other in combinations(speakers.values(), 2)
    )


def _have_two_counters(case: Case, point: Point) -> bool:
    """Whether each value was counted by others: 3,500 by the organisers, 1,800 by the police."""
    counters: dict[float | None, set[str]] = {}
    for statement in point.statements:
        sentence = case.sentence_of(statement.report, statement.span)
        words = sentence.of(case.readings[statement.report].report.text)
        at = statement.span.start - sentence.start, statement.span.end - sentence.start
        counter = find_counter(words, *at)
        counters.setdefault(statement.low, set()).update([counter] if counter else [])
    return all(counters.values()) and all(a.isdisjoint(b) for a, b in combinations(counters.values(), 2))


def _is_update(case: Case, point: Point, figures: Mapping[str, Figure], *, is_tally: bool) -> bool:
    """Whether the figure only grows, or only falls, with the time at which each lineage first told it.

    A tally that moves is one even where the order of the reports is not known, as long as no known order speaks
    against it.
    """
    told: dict[tuple[str, float], str] = {}
    undated: set[float] = set()
    for statement in point.statements:
        figure = figures[statement.report]
        value = figure.low if figure.low is not None else figure.high
        moment = case.moment_of(statement.report)
        if value is None:
            return False
        if moment is None:
            undated.add(value)
            continue
        key = case.lineages[statement.report].id, value
        told[key] = min(moment, told.get(key, moment))
    values = {value for _, value in told}
    if _within_one_lineage(case, point, figures) or (not is_tally and (len(values) < 2 or undated - values)):
        return False
    steps = [(_by_hour(moment), value) for (_, value), moment in told.items()]
    return _only_rises_or_falls(steps) or (is_tally and not _rises(steps) and not _are_rivals(case, point))


def _only_rises_or_falls(steps: Sequence[tuple[tuple[str, str], float]]) -> bool:
    return len(_rises(steps)) == 1


def _rises(steps: Sequence[tuple[tuple[str, str], float]]) -> set[bool]:
    """Whether values rise, fall or do both from each moment to each later one."""
    return {before < after for (t, before) in steps for (u, after) in steps if _is_earlier(t, u) and before != after}


def _by_hour(moment: str) -> tuple[str, str]:
    """The day and the time of day; midnight to the second is no time but a day."""
    day, _, hour = moment.partition("T")
    return day, "" if hour.startswith("00:00:00") else hour


def _is_earlier(one: tuple[str, str], other: tuple[str, str]) -> bool:
    return one[0] < other[0] or (one[0] == other[0] and bool(one[1] and other[1]) and one[1] < other[1])


def _within_one_lineage(case: Case, point: Point, figures: Mapping[str, Figure]) -> bool:
    """Whether reports of one lineage that were published on the same day disagree: a slip of copying, not news."""
    seen: dict[tuple[str, str], set[float | None]] = {}
    for statement in point.statements:
        day = (case.moment_of(statement.report) or "")[:10]
        seen.setdefault((case.lineages[statement.report].id, day), set()).add(figures[statement.report].low)
    return any(len(values) > 1 for values in seen.values())
