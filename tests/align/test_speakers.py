"""One name for one speaker over all reports."""

import pytest

from secondsource.stages.align.speakers import Speakers, may_be_same
from tests.nouns import read, say, silent, tell


def speakers() -> Speakers:
    first = read("a", "Ada Blunt spoke. Minister Ada Blunt left. Ada Blunt Kerr is another.", persons=["Ada Blunt"])
    second = read("b", "Blunt spoke to Rolf-Otto Tamm.", persons=["Rolf-Otto Tamm"])
    third = read("c", "Rolf Otto Tamm spoke.", persons=["Rolf Otto Tamm"])
    statements = silent(first, third) | {"b": tell(second, [say(second, "Blunt", "spoke")])}
    return Speakers([first, second, third], statements)


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Blunt", "Ada Blunt"),
        ("Ada Blunt", "Ada Blunt"),
        ("transport minister Ada Blunt", "Ada Blunt"),
        ("Tamm", "Rolf Otto Tamm"),
        ("Rolf-Otto Tamm", "Rolf Otto Tamm"),
        ("several governments", "several governments"),
        ("she", None),
        (None, None),
    ],
)
def test_names(name: str | None, called: str | None) -> None:
    found = speakers().name_of(name)
    if called and "Tamm" in called:
        assert found in ("Rolf Otto Tamm", "Rolf-Otto Tamm")
        assert found == speakers().name_of("Tamm")
    else:
        assert found == called


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ada Blunt", "Ms Blunt", True),
        ("Ada Blunt", None, True),
        ("Ada Blunt", "Rolf Tamm", False),
        ("the mayor", "the union", False),
    ],
)
def test_may_be_same(one: str, other: str | None, same: bool) -> None:
    assert may_be_same(one, other) == same
