"""Negations and how firmly a thing is said."""

import pytest

from secondsource.text.modality import count_negations, find_firmness, is_negator


@pytest.mark.parametrize(
    ("text", "negations"),
    [("It is closed.", 0), ("It is not closed.", 1), ("Nobody didn’t see it.", 2), ("None of it burned.", 1)],
)
def test_negations_are_counted(text: str, negations: int) -> None:
    assert count_negations(text) == negations


@pytest.mark.parametrize(("word", "negates"), [("not", True), ("can't", True), ("won’t", True), ("notice", False)])
def test_negators(word: str, negates: bool) -> None:
    assert is_negator(word) == negates


@pytest.mark.parametrize(
    ("text", "firmness"),
    [
        ("The plant closed.", set()),
        ("The plant may close.", {"possible"}),
        ("The plant will close.", {"sure"}),
        ("The plant closed in May.", set()),
        ("It was 12 May 1987, and the plant closed.", set()),
        ("In May the plant may close.", {"possible"}),
        ("We stand ready to close the plant.", {"ready"}),
        ("They must close it.", {"owed"}),
    ],
)
def test_firmness(text: str, firmness: set[str]) -> None:
    assert find_firmness(text) == firmness
