"""Findings on figures: one quantity with another value, bound or unit, and counts that grew with time."""

from collections.abc import Iterator, Mapping, Sequence

from secondsource.model.findings import Finding, FindingKind, FindingVerdict, Point, Statement
from secondsource.model.spans import Span
from secondsource.model.statements import Bound, Figure
from secondsource.settings import Judge
from secondsource.stages.judge.cases import Case

BARE: tuple[Bound, ...] = ("exact",)


def judge_figures(case: Case, points: Sequence[Point], settings: Judge) -> Iterator[Finding]:
    """At most one finding on the value and one on the unit of each figure."""
    for point in points:
        if point.kind == "figure" and len(point.statements) > 1:
            yield from _judge_figure(case, point, settings)


def _judge_figure(case: Case, point: Point, settings: Judge) -> Iterator[Finding]:
    figures = {s.report: _figure_of(case, s) for s in point.statements}
    units = {figure.unit for figure in figures.values()}
    if len(units) > 1 and None not in units:
        yield _finding(case, point, "unit", "differs", "The same number in another unit", point.statements)
    if not _fit(list(figures.values()), settings):
        if _is_update(case, point, figures):
            yield _finding(case, point, "update", "changed", "A later count", point.statements)
        else:
            yield _finding(case, point, "figure", "differs", "The figures do not fit", point.statements)
    elif _loses_bound(figures):
        yield _finding(case, point, "figure", "lost", "The bound of a figure is lost", point.statements)


def _figure_of(case: Case, statement: Statement) -> Figure:
    """The figure that the statement was made from."""
    for figure in case.statements[statement.report].figures:
        if figure.span == statement.span:
            return figure
    return Figure(statement.span, statement.low, statement.high, statement.unit, None)


def _fit(figures: Sequence[Figure], settings: Judge) -> bool:
    """Whether one value can be what all of them mean, each taken as loosely as it is said."""
    bounds = [_loosely(figure, settings.about_share) for figure in figures]
    return max(low for low, _ in bounds) <= min(high for _, high in bounds)


def _loosely(figure: Figure, about_share: float) -> tuple[float, float]:
    low = -float("inf") if figure.low is None else figure.low
    high = float("inf") if figure.high is None else figure.high
    if figure.bound == "about" and low == high:
        return low * (1 - about_share), high * (1 + about_share)
    return low, high


def _loses_bound(figures: Mapping[str, Figure]) -> bool:
    """Whether a number stands bare in one report and with "more than", "some" and the like in another."""
    bare = {figure.low for figure in figures.values() if figure.bound in BARE}
    bound = {v for f in figures.values() if f.bound not in BARE for v in (f.low, f.high) if v is not None}
    middle = {((f.low or 0) + (f.high or 0)) / 2 for f in figures.values() if f.bound == "about"}
    return bool(bare & (bound | middle))


def _is_update(case: Case, point: Point, figures: Mapping[str, Figure]) -> bool:
    """Whether the figure only grows, or only falls, with the time at which each lineage first told it."""
    told: dict[tuple[str, float], str] = {}
    for statement in point.statements:
        figure = figures[statement.report]
        value = figure.low if figure.low is not None else figure.high
        moment = case.moment_of(statement.report)
        if moment is None or value is None:
            return False
        key = case.lineages[statement.report].id, value
        told[key] = min(moment, told.get(key, moment))
    if len({value for _, value in told}) < 2 or _within_one_lineage(case, point, figures):
        return False
    in_time = [value for moment, value in sorted((moment, value) for (_, value), moment in told.items())]
    return in_time in (sorted(in_time), sorted(in_time, reverse=True)) and in_time[0] != in_time[-1]


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
