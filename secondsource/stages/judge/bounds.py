"""Bounds: which values a figure allows, whether one value fits all, and whether "more than" got lost."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from secondsource.model.findings import Point, Statement
from secondsource.model.spans import Span
from secondsource.model.statements import Bound, Figure
from secondsource.settings import Judge
from secondsource.stages.judge.cases import Case
from secondsource.text.bounds import is_average, is_extreme
from secondsource.text.wordings import share_of_matter

BARE: tuple[Bound, ...] = ("exact",)
OPEN: tuple[Bound, ...] = ("at least", "more than")
CLOSED: tuple[Bound, ...] = ("at most", "less than")
TIMES = frozenset(["year", "month", "week", "day", "hour", "minute", "year of age", "month of age"])
"""Lengths of time, of which an age is but another form, and whose bounds are loosely said: "nearly six years"."""
AMBIGUOUS = ("over ", "under ")
"""Bounds that may be mere prepositions: "over four years" is "for four years" as often as "for more than four"."""
LOOSE = ("nearly ", "almost ", "barely ", "close to ", "just ", "well ")
"""Bounds that are not missed where a length of time is told without them."""
NEARLY = ("nearly ", "almost ", "close to ")
"""Bounds of what is a little less, so that it rounds to the figure: almost 8 is no 7.4."""
EXACT_SHARES = ("percent", "per cent", "pct", "%", *"0123456789")
FRACTION_SLACK = 2.5
"""Percentage points by which a share in words may miss the truth: "three in five" for 61 percent."""
HALF = 0.5
"""What a length of time is rounded to that is told in halves: "nearly eleven and a half hours"."""
SCALES = (1e9, 1e6)
"""What large numbers are told in, with decimals of their own: 4.82 billion."""
MOST_DECIMALS = 4
"""Decimals that are looked at; what lies beyond is the machine's rounding."""
ROUND = 100.0
"""From here on what a number is rounded to is more than its last digit."""
COMMON = 2
"""Lineages in which a limit stands by more than one writer's choice."""
OF_WHICH = ("told", "warned", "knew", "know", "known", "informed", "asked", "heard", "talked", "spoke", "complained")
"""Words behind which "about" says of what: "told about a 12-metre crack"."""
_NEGATED = re.compile(r"\b(?:not|no|nobody|none|never|cannot|without|forbidden|banned)\b|n['’]t\b", re.IGNORECASE)
"""Words by which "more than 2,000" is what there is not: "more than 2,000 a day is not to be had"."""
FORBIDDING = ("may not", "must not", "cannot", "can not", "not allowed", "forbid", "never")
"""Words before "more than" that tell of a limit, which is the number itself."""
EXCEEDED = 1.1
"""Times a least number from which a count is more than its rounding: 61 are "more than 60", and 58 a later "43"."""


def is_exceeded(figures: Collection[Figure]) -> bool:
    """Whether a count is so far above what another says is the least that it is a later one: at least 43, and 58."""
    least = [figure.low for figure in figures if figure.bound in OPEN and figure.low is not None]
    exact = [figure.low for figure in figures if figure.bound == "exact" and figure.low is not None]
    return bool(least and exact) and max(exact) >= EXCEEDED * min(least)


def fit(figures: Sequence[tuple[Figure, str]], settings: Judge) -> bool:
    """Whether one value can be what all of them mean, each with its words and taken as loosely as it is said.

    What one of them says is "about 120" is round where another has it bare.
    """
    rounded = {
        figure.low for figure, _ in figures if figure.bound == "about" and figure.low and _round_by(figure.low) > 1
    }
    finest = max((_decimals_of(figure) for figure, _ in figures), default=0)
    bounds = [
        _loosely(replace(figure, bound="about") if figure.low in rounded else figure, words, finest, settings)
        for figure, words in figures
    ]
    return max(low for low, _ in bounds) <= min(high for _, high in bounds)


def _decimals_of(figure: Figure) -> int:
    """Decimals of a value in its own scale: one of 66.3, two of 4.82 billion."""
    value = abs(figure.low or figure.high or 0.0)
    return len(f"{value / _scale_of(value):.{MOST_DECIMALS}f}".rstrip("0").partition(".")[2]) if figure.unit else 0


def _scale_of(value: float) -> float:
    return next((scale for scale in SCALES if value >= scale), 1.0)


def _loosely(figure: Figure, words: str, finest: int, settings: Judge) -> tuple[float, float]:
    """The values that a figure allows: "some 50" a share on both sides, a round number what rounds to it; a measure
    with fewer decimals than the `finest` beside it, what rounds to these.
    """
    low = -float("inf") if figure.low is None else figure.low
    high = float("inf") if figure.high is None else figure.high
    if low != high:
        return low, high
    slack = min(_round_by(low) / 2, settings.round_share * low) if _round_by(low) >= ROUND else 0.0
    if figure.unit not in {None, *TIMES} and _decimals_of(figure) < finest:
        slack = max(slack, _scale_of(low) * 10.0 ** -_decimals_of(figure) / 2)
    if figure.bound == "about":
        slack = settings.about_share * low
        if words.startswith(NEARLY):
            slack = min(slack, HALF / 2 if figure.unit in TIMES and low % 1 == HALF else _round_by(low) / 2)
    if figure.unit == "percentage" and not any(mark in words for mark in EXACT_SHARES):
        slack = max(slack, FRACTION_SLACK)
    return low - slack, high + slack


def _round_by(value: float) -> float:
    """What a number may be rounded to: 100 for 3,100, a million for 48 million, 1 for 7, a tenth for 7.4."""
    step = 1.0 if value % 1 == 0 else 0.1
    while value and value % (step * 10) == 0 and step < value:
        step *= 10
    return step


def is_turned(case: Case, point: Point, figures: Mapping[str, Figure]) -> bool:
    """Whether one value is the least, the most or the average in one report, and another of them in a copy."""
    told: dict[tuple[str, float], set[str]] = {}
    for statement in point.statements:
        figure = figures[statement.report]
        value = figure.low if figure.low is not None else figure.high
        sentence = case.sentence_of(statement.report, statement.span)
        words = sentence.of(case.readings[statement.report].report.text)
        at = statement.span.start - sentence.start, statement.span.end - sentence.start
        way = "least" if figure.bound in OPEN else "most" if figure.bound in CLOSED else "average"
        if value is None or (way == "average" and not (figure.bound in BARE and is_average(words, *at))):
            continue
        is_limit = way == "least" and _NEGATED.search(f"{words[: at[0]]} {words[at[1] :]}")
        if not is_limit and not _is_ambiguous(case, statement.report, figure):
            told.setdefault((case.lineages[statement.report].id, value), set()).add(way)
    return any(len(ways) > 1 for ways in told.values())


def loses_bound(case: Case, point: Point, figures: Mapping[str, Figure], settings: Judge, *, moves: bool) -> bool:
    """Whether a number stands bare that has "more than", "some" and the like elsewhere.

    Elsewhere is in its lineage, and of a count that moves, in the same words; or in two lineages that both have it as
    a limit, where one alone has it bare.
    """
    bounds = {figure.bound for figure in figures.values()}
    limits: dict[str, list[tuple[str, frozenset[float]]]] = {}
    bare: dict[str, list[tuple[str, float]]] = {}
    open_in: dict[float, set[str]] = {}
    for statement in point.statements:
        report, figure = statement.report, figures[statement.report]
        lineage, sentence = case.lineages[report].id, case.show_sentence(statement).text
        if figure.bound in BARE and any(is_extreme(*_before(case, statement), bound) for bound in bounds):
            continue
        if figure.bound in BARE:
            bare.setdefault(lineage, []).extend((sentence, value) for value in (figure.low,) if value is not None)
        elif not _is_ambiguous(case, report, figure):
            values = [value for value in (figure.low, figure.high) if value is not None]
            held = frozenset((*values, sum(values) / len(values))) if values else frozenset[float]()
            limits.setdefault(lineage, []).append((sentence, held))
            for value in held if None in (figure.low, figure.high) else ():
                open_in.setdefault(value, set()).add(lineage)
    return any(
        value in held and (not moves or share_of_matter(words, sentence) >= settings.bound_matter)
        for lineage, told in limits.items()
        for sentence, held in told
        for words, value in bare.get(lineage, ())
    ) or any(_stands_alone(value, lineages, bare) for value, lineages in open_in.items())


def _before(case: Case, statement: Statement) -> tuple[str, int]:
    """The sentence of a statement, and where in it the statement begins."""
    sentence = case.sentence_of(statement.report, statement.span)
    return sentence.of(case.readings[statement.report].report.text), statement.span.start - sentence.start


def _stands_alone(value: float, lineages: Collection[str], bare: Mapping[str, Sequence[tuple[str, float]]]) -> bool:
    """Whether one lineage has the value bare that two others have as a limit."""
    having = {lineage for lineage, told in bare.items() if any(value == other for _, other in told)}
    return len(lineages) >= COMMON and len(having - set(lineages)) == 1 and len(having) == 1


def _is_ambiguous(case: Case, report: str, figure: Figure) -> bool:
    """Whether the word that seems to be a bound may be a mere preposition, or is what is allowed at most."""
    words = case.text_of(report, figure.span).lower()
    if words.startswith(AMBIGUOUS + (LOOSE if figure.unit in TIMES else ())):
        return True
    sentence = case.sentence_of(report, figure.span)
    before = case.text_of(report, Span(sentence.start, figure.span.start)).lower()
    if words.startswith("about ") and before.endswith(OF_WHICH):
        return True
    return any(phrase in before for phrase in FORBIDDING)
