"""Counts told by the last that was added to them."""

import pytest

from secondsource.text.one_more import find_one_more


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The town has a fifth death to mourn.", 5),
        ("The bus accident has claimed a third life.", 3),
        ("A seventh person died in hospital on Friday.", 7),
        ("Police made a 12th arrest in the case.", 12),
        ("A second survivor was pulled from the mud.", 2),
        ("He came to the door a second time.", None),
        ("A third ship sailed.", None),
        ("The first death was on Monday.", None),
        ("A third of the passengers died.", None),
        ("The second victim died.", None),
    ],
)
def test_one_more(sentence: str, value: float | None) -> None:
    assert [found.value for found in find_one_more(sentence)] == ([value] if value else [])
