"""Figures side by side: how each report writes a quantity, and what it amounts to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from secondsource.model.findings import Point, Statement
from secondsource.model.statements import Figure, Statements
from secondsource.surfaces.page.labels import Labels, LineageCitations, by_lineage
from secondsource.surfaces.page.points import ShownPoint, show_statements


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One way to tell a figure, and the reports that tell it so: as written, its bounds, unit, hedge and source."""

    text: str
    amount: str
    unit: str | None
    of: str | None
    bound: str | None
    change: str | None
    speaker: str | None
    via: tuple[str, ...]
    cited: tuple[LineageCitations, ...]


@dataclass(frozen=True, slots=True)
class FigureTable:
    """All ways in which the reports tell one figure."""

    point: ShownPoint
    rows: tuple[FigureRow, ...]

    @property
    def is_told_apart(self) -> bool:
        """Whether any two reports tell it differently."""
        return len(self.rows) > 1


def show_figures(point: Point, shown: ShownPoint, statements: Mapping[str, Statements], labels: Labels) -> FigureTable:
    """Prepare the figures of a point; reports that tell it alike share a row, the commonest row comes first."""
    told: dict[tuple[object, ...], list[Statement]] = {}
    for statement in point.statements:
        told.setdefault(_likeness(statement, statements), []).append(statement)
    rows = [_row(members, statements, labels) for members in told.values()]
    return FigureTable(shown, tuple(sorted(rows, key=lambda row: -len(row.cited))))


def _likeness(statement: Statement, statements: Mapping[str, Statements]) -> tuple[object, ...]:
    figure = _figure_of(statement, statements)
    hedge = (figure.bound, figure.change) if figure else ()
    words = " ".join(statement.text.split()).lower()
    return (words, statement.low, statement.high, statement.unit, statement.speaker, statement.via, hedge)


def _row(members: Sequence[Statement], statements: Mapping[str, Statements], labels: Labels) -> FigureRow:
    first = members[0]
    figure = _figure_of(first, statements)
    shown = show_statements(members, labels)
    return FigureRow(
        text=first.text,
        amount=to_amount(first.low, first.high, figure.bound if figure else None),
        unit=first.unit,
        of=figure.of if figure else None,
        bound=figure.bound if figure else None,
        change=figure.change if figure else None,
        speaker=first.speaker,
        via=first.via,
        cited=by_lineage(statement.citation for statement in shown),
    )


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
