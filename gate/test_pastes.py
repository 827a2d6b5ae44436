"""What telling furniture from a pasted report's own words reached; a floor may only rise."""

import pytest

from gate.score_pastes import PASTES, load_pastes, total


@pytest.mark.parametrize(("name", "precision", "recall"), [("seen", 0.988, 0.965), ("unseen", 0.985, 0.95)])
def test_furniture_of_pastes_does_not_sink(name: str, precision: float, recall: float) -> None:
    path = PASTES / f"{name}.txt"
    reached = total(path)
    assert len(load_pastes(path)) == 32
    assert reached.furniture >= 338
    errors = "\n".join(reached.errors) if name == "seen" else "the errors of unseen.txt are not shown"
    assert reached.precision >= precision, errors
    assert reached.recall >= recall, errors
