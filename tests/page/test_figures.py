import pytest

from secondsource.surfaces.page.figures import FigureTable, show_figures, to_amount
from secondsource.surfaces.page.labels import label_story
from secondsource.surfaces.page.points import show_points
from tests.page.samples import dam_story


@pytest.mark.parametrize(
    ("low", "high", "bound", "amount"),
    [
        (52.0, 52.0, "exact", "52"),
        (260000.0, 260000.0, "exact", "260,000"),
        (45.0, 55.0, "about", "45 to 55"),
        (10000.0, None, "more than", "more than 10,000"),
        (10000.0, None, "at least", "at least 10,000"),
        (None, 7.5, "less than", "less than 7.5"),
        (None, 7.5, None, "at most 7.5"),
        (None, None, None, "not given"),
        (1e18, 1e18, "exact", "1e+18"),
        (0.00001, 0.00001, "exact", "1e-05"),
        (-3.0, -3.0, "exact", "-3"),
        (float("inf"), float("inf"), "exact", "inf"),
    ],
)
def test_bounds_are_written_for_readers(low: float | None, high: float | None, bound: str | None, amount: str) -> None:
    assert to_amount(low, high, bound) == amount


def dam_table() -> FigureTable:
    story = dam_story()
    labels = label_story(story, 1, 1)
    shown = next(point for point in show_points(story, labels).all if point.number == 2)
    return show_figures(story.points[1], shown, {told.report: told for told in story.statements}, labels)


def test_reports_that_tell_a_figure_alike_share_a_row() -> None:
    rows = {row.text: row for row in dam_table().rows}
    assert set(rows) == {"some 40 tons", "40 metric tons", "More than 30 tons"}
    assert rows["some 40 tons"].bound == "about"
    assert rows["More than 30 tons"].amount == "more than 30"
    assert rows["More than 30 tons"].speaker == "Ida Voss"
    assert rows["40 metric tons"].unit == "metric ton"
