import pytest

from secondsource.model.spans import Span
from secondsource.model.statements import Figure


def figure(low: float | None, high: float | None) -> Figure:
    return Figure(Span(0, 1), low, high, unit=None, of=None)


@pytest.mark.parametrize(
    ("one", "other", "contains"),
    [
        ((45, 55), (52, 52), True),
        ((52, 52), (45, 55), False),
        ((10_000, None), (10_500, 10_500), True),
        ((10_000, None), (None, 9_000), False),
        ((None, 20), (10, 20), True),
        ((None, None), (1, 2), True),
    ],
)
def test_a_figure_contains_what_it_allows(
    one: tuple[float | None, float | None], other: tuple[float | None, float | None], contains: bool
) -> None:
    assert figure(*one).contains(figure(*other)) is contains
