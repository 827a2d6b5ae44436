"""Figures side by side: how each report writes a quantity, and what it amounts to."""

from collections.abc import Mapping
from dataclasses import dataclass

from secondsource.model.findings import Point, Statement
from secondsource.model.statements import Figure, Statements
from secondsource.surfaces.page.labels import Labels
from secondsource.surfaces.page.points import ShownPoint, ShownStatement, show_statements


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A report's figure: its bounds as numbers, the unit, and how it is hedged."""

    statement: ShownStatement
    amount: str
    unit: str | None
    bound: str | None
    change: str | None


@dataclass(frozen=True, slots=True)
class FigureTable:
    """All reports' figures of one point."""

    point: ShownPoint
    rows: tuple[FigureRow, ...]


def show_figures(point: Point, shown: ShownPoint, statements: Mapping[str, Statements], labels: Labels) -> FigureTable:
    """Prepare the figures of a point, report by report in the order of its statements."""
    rows = []
    for statement in point.statements:
        figure = _figure_of(statement, statements)
        rows.append(
            FigureRow(
                show_statements([statement], labels)[0],
                to_amount(statement.low, statement.high, figure.bound if figure else None),
                statement.unit,
                figure.bound if figure else None,
                figure.change if figure else None,
            )
        )
    order = {stated.citation: place for place, stated in enumerate(shown.statements)}
    return FigureTable(shown, tuple(sorted(rows, key=lambda row: order[row.statement.citation])))


def to_amount(low: float | None, high: float | None, bound: str | None) -> str:
    """The bounds as a reader writes them: "52", "45 to 55", "more than 10,000"."""
    if low is None and high is None:
        return "not given"
    if low is not None and high is not None:
        return _written(low) if low == high else f"{_written(low)} to {_written(high)}"
    if low is not None:
        return f"{'more than' if bound == 'more than' else 'at least'} {_written(low)}"
    return f"{'less than' if bound == 'less than' else 'at most'} {_written(high or 0)}"


def _written(amount: float) -> str:
    """Thousands apart, no needless decimals; very large and very small amounts as powers of ten."""
    if amount != amount or abs(amount) >= 1e15 or 0 < abs(amount) < 1e-4:
        return f"{amount:g}"
    return f"{amount:,.4f}".rstrip("0").rstrip(".")


def _figure_of(statement: Statement, statements: Mapping[str, Statements]) -> Figure | None:
    """The figure that the statement was made from: the one at its span, or the first inside it with its bounds."""
    if statement.report not in statements:
        return None
    inside = [figure for figure in statements[statement.report].figures if figure.span.overlaps(statement.span)]
    same = [figure for figure in inside if (figure.low, figure.high) == (statement.low, statement.high)]
    return next(iter(same or inside), None)
