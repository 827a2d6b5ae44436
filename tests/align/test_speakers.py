"""One name for one speaker over all reports."""

from dataclasses import replace

import pytest

from secondsource.model.readings import Reading
from secondsource.model.statements import Role, Speaker, Statements
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


Told = dict[str, list[tuple[str, str]]]
"""What a report says that somebody is: an office, and its details in one string."""


def called(name: str, *reports: tuple[list[str], Told]) -> str | None:
    """The story's name for `name`, given each report's persons and what it says that somebody is."""
    readings: list[Reading] = []
    statements: dict[str, Statements] = {}
    for number, (persons, told) in enumerate(reports):
        reading = read(str(number), " ".join([*persons, *told]) + ".", persons=persons)
        readings.append(reading)
        speakers = tuple(
            Speaker(who, tuple(Role(office, tuple(details.split())) for office, details in roles))
            for who, roles in told.items()
        )
        statements[str(number)] = replace(tell(reading), speakers=speakers)
    return Speakers(readings, statements).name_of(name)


HOLM: tuple[list[str], Told] = (["Ana Holm"], {"Ana Holm": [("president", "norland"), ("minister", "foreign")]})
MARITIME: tuple[list[str], Told] = ([], {"the maritime ministry": [("ministry", "maritime")]})
PETREL: tuple[list[str], Told] = (["Jan Petrel"], {"Jan Petrel": [("minister", "defence sudland")]})


@pytest.mark.parametrize(
    ("name", "roles", "others", "wanted"),
    [
        ("the minister", [("minister", "")], [HOLM], "Ana Holm"),
        ("the foreign minister", [("minister", "foreign")], [HOLM, PETREL], "Ana Holm"),
        ("the minister", [("minister", "")], [HOLM, PETREL], "the minister"),
        ("the Norlandic leader", [("leader", "norlandic")], [HOLM, PETREL], "Ana Holm"),
        ("the mayor", [("mayor", "")], [HOLM, PETREL], "the mayor"),
        ("Ellith's leader", [("leader", "ellith")], [HOLM, ([], {"Ellith": [("capital", "norland")]})], "Ana Holm"),
        ("Ellith's leader", [("leader", "ellith")], [HOLM], "Ellith's leader"),
        ("the ministry", [("ministry", "")], [MARITIME], "the maritime ministry"),
    ],
)  # fmt: skip
def test_an_office_means_the_one_of_the_story_who_holds_it(
    name: str,
    roles: list[tuple[str, str]],
    others: list[tuple[list[str], dict[str, list[tuple[str, str]]]]],
    wanted: str,
) -> None:
    assert called(name, ([], {name: roles}), *others) == wanted


@pytest.mark.parametrize(
    ("name", "reports", "wanted"),
    [
        ("Alexej Marchenka", [["Alexei Marchenko"], ["Alexei Marchenko"], ["Alexej Marchenka"]], "Alexei Marchenko"),
        ("Marchenka", [["Alexei Marchenko"], ["Alexei Marchenko"], ["Aliaksei Marchenka"]], "Alexei Marchenko"),
        ("Marchenka", [["Alexei Marchenko"], []], "Alexei Marchenko"),
        ("Han Jong-il", [["Han Jong Il"], ["Han Jong Il"], ["Han Jong-il"]], "Han Jong Il"),
        ("Adelyn Corvai", [["Adelin Corvay", "Adelyn Corvai"], ["Adelin Corvay"]], "Adelyn Corvai"),
        ("Jan Petrel", [["Jana Petrel"], ["Jana Petrel"], ["Jan Petrel"]], "Jan Petrel"),
        ("NHA", [["National Harbour Authority"], ["NHA"]], "National Harbour Authority"),
        ("the Harbour Guild", [["Harbour Guild"], ["Harbour Guild"], ["the Harbour Guild"]], "Harbour Guild"),
    ],
)  # fmt: skip
def test_spellings_of_one_name_become_the_commonest(name: str, reports: list[list[str]], wanted: str) -> None:
    assert called(name, *[(persons, {}) for persons in reports]) == wanted
