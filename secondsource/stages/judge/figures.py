"""Findings on figures: one quantity with another value, bound or unit, and counts that grew with time."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from secondsource.model.findings import Finding, FindingKind, FindingVerdict, Point, Statement
from secondsource.model.spans import Span
from secondsource.model.statements import Bound, Figure
from secondsource.settings import Judge
from secondsource.stages.judge.cases import Case
from secondsource.text.clauses import clause_around
from secondsource.text.lexicon import load_lexicon
from secondsource.text.modality import find_firmness
from secondsource.text.tallies import find_tally, moving_tallies
from secondsource.text.thesaurus import find_base_forms
from secondsource.text.wordings import content_words

SCOPE_REACH = 45
"""Characters behind a figure within which "in all" or "on Sunday alone" says what it is counted over."""
BESIDE = 30
"""Characters between a figure and the hour that it holds for: "58.4 percent at 5 p.m."."""
BARE: tuple[Bound, ...] = ("exact",)
TIMES = frozenset(["year", "month", "week", "day", "hour", "minute", "year of age", "month of age"])
"""Lengths of time, of which an age is but another form, and whose bounds are loosely said: "nearly six years"."""
ROUNDING = 0.49
"""Of the last decimal: 71 may stand for 71.3, but 19 not for 20."""
EXACT = TIMES | {"percentage"}
"""Units in which nobody rounds a little more than the next one does."""
AMBIGUOUS = ("over ", "under ")
"""Bounds that may be mere prepositions: "over four years" is "for four years" as often as "for more than four"."""


def judge_figures(case: Case, points: Sequence[Point], settings: Judge) -> Iterator[Finding]:
    """At most one finding on the value and one on the unit of each figure."""
    for point in points:
        if point.kind == "figure" and len(point.statements) > 1:
            yield from _judge_figure(case, point, settings)


def _judge_figure(case: Case, point: Point, settings: Judge) -> Iterator[Finding]:
    figures = {s.report: _figure_of(case, s) for s in point.statements}
    if _is_other_unit(list(figures.values())):
        yield _finding(case, point, "unit", "differs", "The same number in another unit", point.statements)
    is_one = _fit(list(figures.values()), settings)
    is_tally = any(_is_moving_tally(case, s, figures[s.report]) for s in point.statements)
    if not is_one and not _is_plan_against_deed(case, point):
        is_share = any(figure.unit == "percentage" for figure in figures.values())
        is_later = _is_later_count(case, point, figures, is_tally=is_tally)
        is_price = is_later and any(figure.change for figure in figures.values())
        other_hour = is_share and not is_price and _is_other_hour(case, point)
        if not is_tally and (other_hour or _is_other_scope(case, point)):
            yield _finding(case, point, "scope", "differs", "Not counted alike", point.statements)
        elif is_later:
            yield _finding(case, point, "update", "changed", "A later count", point.statements)
        else:
            yield _finding(case, point, "figure", "differs", "The figures do not fit", point.statements)
    if (is_one or not is_tally) and _loses_bound(case, point, figures):
        yield _finding(case, point, "figure", "lost", "The bound of a figure is lost", point.statements)


def _is_other_unit(figures: Sequence[Figure]) -> bool:
    """Whether the units differ; where one has none, what is counted stands for it: "340 million crowns"."""
    units = {figure.unit.partition(" per ")[0] if figure.unit else None for figure in figures}
    if units & TIMES:
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
        firmness[bool(find_firmness(clause) & {"sure", "ready", "possible"})].add(statement.low)
    return bool(firmness[True] and firmness[False]) and not firmness[True] & firmness[False]


def _is_later_count(case: Case, point: Point, figures: Mapping[str, Figure], *, is_tally: bool) -> bool:
    moves = is_tally or any(_is_counted_on(case, statement) for statement in point.statements)
    return moves and _is_update(case, point, figures, is_tally=is_tally)


def _is_moving_tally(case: Case, statement: Statement, figure: Figure) -> bool:
    """Whether the dead, the hurt or others are counted whose number goes on changing."""
    sentence = case.sentence_of(statement.report, statement.span)
    words = sentence.of(case.readings[statement.report].report.text)
    at = statement.span.start - sentence.start, statement.span.end - sentence.start
    return figure.unit is None and find_tally(words, *at, figure.of) in moving_tallies()


def _is_counted_on(case: Case, statement: Statement) -> bool:
    """Whether the sentence says that a count is going on: "with 62 percent of ballots counted"."""
    moving = load_lexicon("tallies")["moving"]["words"]
    sentence = case.text_of(statement.report, case.sentence_of(statement.report, statement.span)).lower()
    told = {form for word in content_words(sentence) for form in (word, *find_base_forms(word))}
    return any(word in told or (" " in word and word in sentence) for word in moving)


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
    """Whether words such as "in all" or "alone" stand beside one value of the figure, and never beside another."""
    marked: dict[bool, set[float | None]] = {True: set(), False: set()}
    for statement in point.statements:
        sentence = case.sentence_of(statement.report, statement.span)
        after = Span(statement.span.end, max(statement.span.end, min(sentence.end, statement.span.end + SCOPE_REACH)))
        before = Span(max(sentence.start, statement.span.start - BESIDE), statement.span.start)
        beside = f" {case.text_of(statement.report, before)} | {case.text_of(statement.report, after)} ".lower()
        phrases = load_lexicon("tallies")["scopes"]["phrases"]
        marked[any(_has_phrase(beside, phrase) for phrase in phrases)].add(statement.low)
    return bool(marked[True] and marked[False]) and not marked[True] & marked[False]


def _has_phrase(text: str, phrase: str) -> bool:
    at = text.find(phrase)
    return at > 0 and not text[at - 1].isalnum() and not text[at + len(phrase)].isalnum()


def _figure_of(case: Case, statement: Statement) -> Figure:
    """The figure that the statement was made from, in the unit in which it was compared."""
    for figure in case.statements[statement.report].figures:
        if figure.span == statement.span:
            return replace(figure, low=statement.low, high=statement.high, unit=statement.unit)
    return Figure(statement.span, statement.low, statement.high, statement.unit, None)


def _fit(figures: Sequence[Figure], settings: Judge) -> bool:
    """Whether one value can be what all of them mean, each taken as loosely as it is said."""
    bounds = [_loosely(figure, settings) for figure in figures]
    return max(low for low, _ in bounds) <= min(high for _, high in bounds)


def _loosely(figure: Figure, settings: Judge) -> tuple[float, float]:
    """The values that a figure allows: "some 50" a share on both sides, a round number what rounds to it."""
    low = -float("inf") if figure.low is None else figure.low
    high = float("inf") if figure.high is None else figure.high
    if low != high:
        return low, high
    slack = (
        settings.about_share * low if figure.bound == "about" else min(_round_by(low) / 2, settings.round_share * low)
    )
    return low - slack, high + slack


def _round_by(value: float) -> float:
    """What a number may be rounded to: 100 for 3,100, a million for 48 million; 0 where fewer than two zeros end it."""
    step = 1.0
    while value and value % (step * 10) == 0 and step < value:
        step *= 10
    return step if step >= 100 else 0.0


def _loses_bound(case: Case, point: Point, figures: Mapping[str, Figure]) -> bool:
    """Whether a copy has a number bare that stands with "more than", "some" and the like elsewhere in its lineage."""
    limits: dict[str, set[float]] = {}
    bare: dict[str, set[float]] = {}
    for report, figure in figures.items():
        lineage = case.lineages[report].id
        ambiguous = figure.unit in TIMES or case.text_of(report, figure.span).lower().startswith(AMBIGUOUS)
        if figure.bound in BARE:
            bare.setdefault(lineage, set()).update(v for v in (figure.low,) if v is not None)
        elif not ambiguous:
            values = [value for value in (figure.low, figure.high) if value is not None]
            limits.setdefault(lineage, set()).update((*values, sum(values) / len(values)) if values else ())
    return any(bare.get(lineage, set()) & values for lineage, values in limits.items())


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
    rises = {before < after for (t, before) in steps for (u, after) in steps if _is_earlier(t, u) and before != after}
    return len(rises) == 1 or (is_tally and not rises)


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
    """The figure with the words around it that belong to it: "more than 4,000 vessels"."""
    text = case.readings[statement.report].report.text
    sentence = case.sentence_of(statement.report, statement.span)
    before = text[sentence.start : statement.span.start].split(" ")
    bound = {"than", "least", "most", "about", "some", "around", "nearly", "almost", "over", "roughly", "more", "at"}
    start = statement.span.start
    while len(before) > 1 and (not before[-1] or before[-1].lower() in bound):
        start -= len(before.pop()) + 1
    after = text[statement.span.end : sentence.end].split(" ")
    end = statement.span.end + sum(len(word) + 1 for word in after[:2] if word.strip(".,;:"))
    span = Span(max(sentence.start, start), min(sentence.end, max(end, statement.span.end)))
    return case.text_of(statement.report, span).strip(' ,.;:”“"')
