"""Bounds: which values a figure allows, whether one value fits all, and whether "more than" got lost."""

from collections.abc import Collection, Mapping, Sequence

from secondsource.model.findings import Point
from secondsource.model.statements import Bound, Figure
from secondsource.settings import Judge
from secondsource.stages.judge.cases import Case

BARE: tuple[Bound, ...] = ("exact",)
OPEN: tuple[Bound, ...] = ("at least", "more than")
TIMES = frozenset(["year", "month", "week", "day", "hour", "minute", "year of age", "month of age"])
"""Lengths of time, of which an age is but another form, and whose bounds are loosely said: "nearly six years"."""
AMBIGUOUS = ("over ", "under ")
"""Bounds that may be mere prepositions: "over four years" is "for four years" as often as "for more than four"."""
LOOSE = ("nearly ", "almost ", "barely ", "close to ", "just ", "well ")
"""Bounds that are not missed where a length of time is told without them."""
NEARLY = ("nearly ", "almost ", "close to ")
"""Bounds of what is a little less, so that it rounds to the figure: almost 8 is no 7.4."""
ROUND = 100.0
"""From here on what a number is rounded to is more than its last digit."""
EXCEEDED = 1.1
"""Times a least number from which a count is more than its rounding: 61 are "more than 60", and 58 a later "43"."""


def is_exceeded(figures: Collection[Figure]) -> bool:
    """Whether a count is so far above what another says is the least that it is a later one: at least 43, and 58."""
    least = [figure.low for figure in figures if figure.bound in OPEN and figure.low is not None]
    exact = [figure.low for figure in figures if figure.bound == "exact" and figure.low is not None]
    return bool(least and exact) and max(exact) >= EXCEEDED * min(least)


def fit(figures: Sequence[tuple[Figure, str]], settings: Judge) -> bool:
    """Whether one value can be what all of them mean, each with its words and taken as loosely as it is said."""
    bounds = [_loosely(figure, words, settings) for figure, words in figures]
    return max(low for low, _ in bounds) <= min(high for _, high in bounds)


def _loosely(figure: Figure, words: str, settings: Judge) -> tuple[float, float]:
    """The values that a figure allows: "some 50" a share on both sides, a round number what rounds to it."""
    low = -float("inf") if figure.low is None else figure.low
    high = float("inf") if figure.high is None else figure.high
    if low != high:
        return low, high
    slack = min(_round_by(low) / 2, settings.round_share * low) if _round_by(low) >= ROUND else 0.0
    if figure.bound == "about":
        slack = settings.about_share * low
        if words.startswith(NEARLY):
            slack = min(slack, _round_by(low) / 2)
    return low - slack, high + slack


def _round_by(value: float) -> float:
    """What a number may be rounded to: 100 for 3,100, a million for 48 million, 1 for 7, a tenth for 7.4."""
    step = 1.0 if value % 1 == 0 else 0.1
    while value and value % (step * 10) == 0 and step < value:
        step *= 10
    return step


def loses_bound(case: Case, point: Point, figures: Mapping[str, Figure]) -> bool:
    """Whether a copy has a number bare that stands with "more than", "some" and the like elsewhere in its lineage."""
    limits: dict[str, set[float]] = {}
    bare: dict[str, set[float]] = {}
    for report, figure in figures.items():
        lineage = case.lineages[report].id
        words = case.text_of(report, figure.span).lower()
        ambiguous = words.startswith(AMBIGUOUS + (LOOSE if figure.unit in TIMES else ()))
        if figure.bound in BARE:
            bare.setdefault(lineage, set()).update(v for v in (figure.low,) if v is not None)
        elif not ambiguous:
            values = [value for value in (figure.low, figure.high) if value is not None]
            limits.setdefault(lineage, set()).update((*values, sum(values) / len(values)) if values else ())
    return any(bare.get(lineage, set()) & values for lineage, values in limits.items())
