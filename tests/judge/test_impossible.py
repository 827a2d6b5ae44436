"""What judging makes of small stories whose dates and sums cannot be, and of others like them (impossible.toml)."""

import tomllib
from pathlib import Path

import pytest

from tests.judge.whole import findings_of_texts

PUBLISHED_AT = "2027-03-10T12:00:00Z"
TOLD: dict[str, list[list[str]]] = tomllib.loads(
    Path(__file__).with_name("impossible.toml").read_text(encoding="utf-8")
)


def impossible(texts: list[str]) -> list[str]:
    """The arithmetic of what cannot be in reports of one day."""
    found = findings_of_texts(*((PUBLISHED_AT, f"A report\n\n{text}") for text in texts))
    return [one.title for one in found if one.verdict == "impossible" and one.kind in ("date", "arithmetic")]


@pytest.mark.parametrize("texts", TOLD["wrong"], ids=" / ".join)
def test_what_cannot_be_is_told_once(texts: list[str]) -> None:
    assert len(impossible(texts)) == 1


@pytest.mark.parametrize("texts", TOLD["right"], ids=" / ".join)
def test_what_can_be_is_not_told(texts: list[str]) -> None:
    assert impossible(texts) == []


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize("texts", TOLD["unreached"], ids=" / ".join)
def test_what_cannot_be_and_is_missed_still(texts: list[str]) -> None:
    assert impossible(texts)
