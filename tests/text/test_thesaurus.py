"""Words near and opposite, in any form."""

import pytest

from secondsource.text.thesaurus import are_near, are_opposite, find_base_forms


@pytest.mark.parametrize(("one", "other"), [("ships", "vessel"), ("inquiry", "investigation"), ("injured", "hurt")])
def test_near(one: str, other: str) -> None:
    assert are_near(one, other)
    assert are_near(other, one)


@pytest.mark.parametrize(("one", "other"), [("accepted", "refuses"), ("won", "lose"), ("north", "south")])
def test_opposite(one: str, other: str) -> None:
    assert are_opposite(one, other)
    assert not are_near(one, other)


@pytest.mark.parametrize(("one", "other"), [("doctor", "bridge"), ("full", "unconditional")])
def test_neither(one: str, other: str) -> None:
    assert not are_near(one, other)
    assert not are_opposite(one, other)


@pytest.mark.parametrize(("word", "base"), [("companies", "company"), ("stopped", "stop"), ("fell", "fall")])
def test_base_forms(word: str, base: str) -> None:
    assert base in find_base_forms(word)
