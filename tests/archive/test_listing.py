"""What is listed of a judged story: who is quoted under which name, and who came out how many hours after the first."""

from dataclasses import replace

import pytest

from secondsource.archive.listing import came_out_at, find_hours
from secondsource.archive.voices import find_full_names
from secondsource.model.reports import Report
from secondsource.model.stories import Story
from tests.nouns import read

PERSON, PLACE = frozenset(["person"]), frozenset(["place"])


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Ilse Corvay", "Corvay"], {"Corvay": "Ilse Corvay"}),
        (["Ilse Corvay", "Corvay", "Foreign Minister Ilse Corvay"],
         {"Corvay": "Foreign Minister Ilse Corvay", "Ilse Corvay": "Foreign Minister Ilse Corvay"}),
        (["Ilse Corvay", "Marko Corvay", "Corvay"], {}),
        (["Norland", "Norland Radio"], {}),
        (["Corvay", "Ida Tamm"], {}),
        (["officials", "Norland officials"], {}),
        (["Ilse Corvay", "Ilse Corvay's staff"], {}),
        (["Ida", "Ida Tamm"], {"Ida": "Ida Tamm"}),
    ],
)  # fmt: skip
def test_a_name_is_a_form_of_the_only_fuller_one(names: list[str], expected: dict[str, str]) -> None:
    kinds = {"Ilse Corvay": PERSON, "Marko Corvay": PERSON, "Corvay": PERSON, "Ida Tamm": PERSON, "Norland": PLACE}
    assert find_full_names(names, kinds) == {name: expected.get(name, name) for name in names}


def story(*told: tuple[str, str | None, str | None]) -> Story:
    readings = []
    for number, (outlet, published_at, fetched_at) in enumerate(told):
        reading = read(f"r{number}", "A weir broke at Lunden.")
        report = replace(reading.report, outlet=outlet, published_at=published_at, fetched_at=fetched_at)
        readings.append(replace(reading, report=report))
    return Story("s", "The weir", None, tuple(readings))


def test_hours_count_from_the_first_outlet_whatever_the_zone() -> None:
    told = story(
        ("Echo", "2031-05-01T10:00:00+02:00", None),
        ("Courier", "2031-05-01T09:30:00+00:00", None),
        ("Gazette", "2031-05-01", "2031-05-01T12:00:00+00:00"),
        ("Herald", "2031-05-01", "2031-05-02T12:00:00+00:00"),
        ("Post", "2031-05-01", None),
    )
    assert find_hours(told) == {"r0": 0.0, "r1": 1.5, "r2": 4.0}


def test_nobody_is_first_of_one_outlet_alone() -> None:
    at = "2031-05-01T10:00:00+00:00"
    assert find_hours(story(("Echo", at, None), ("Echo", at, None), ("Courier", "2031-05-01", None))) == {}
    assert find_hours(story(("Echo", at, None), (None, at, None))) == {}  # type: ignore[arg-type]


@pytest.mark.parametrize("moment", ["2031-05-01", "2031-05-01T10:00", "2031-05-01T99:00:00+00:00", "2031-XX-01 or so"])
def test_a_moment_without_its_hour_or_zone_is_none(moment: str) -> None:
    assert came_out_at(Report("r", "r.txt", "text", published_at=moment)) is None
