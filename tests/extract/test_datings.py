"""Datings: which event a date places in time, and the dates that anniversaries claim."""

import pytest

from secondsource.stages.extract.datings import find_datings
from tests.annotate.reports import read


def datings_of(text: str, on: str | None = "2031-05-14") -> list[tuple[str, str, str]]:
    return [(dating.span.of(text), dating.value, dating.event.of(text)) for dating in find_datings(read(text, on))]


@pytest.mark.parametrize(
    ("text", "dating"),
    [
        ("In March, the town closed the pier.", ("March", "2031-03", "In March, the town closed the pier")),
        (
            "The town closed the pier on Monday night.",
            ("Monday night", "2031-05-12", "The town closed the pier on Monday night"),
        ),
        ("Ida Roe praised the 1961 treaty.", ("1961", "1961", "the 1961 treaty")),
        (
            "The pier has stood since the late 1940s.",
            ("the late 1940s", "194X", "The pier has stood since the late 1940s"),
        ),
    ],
)
def test_a_date_places_its_clause(text, dating):
    assert datings_of(text) == [dating]


def test_a_day_that_is_not_known_stays_partial():
    assert [value for _, value, _ in datings_of("The town closed the pier on Monday.", on=None)] == ["XXXX-WXX-1"]


@pytest.mark.parametrize("text", ["They talked for two hours.", "The pier is now closed.", "They meet every day."])
def test_what_places_nothing(text):
    assert datings_of(text) == []


def test_an_exact_anniversary_claims_a_day():
    told = datings_of("Ida Roe came on Wednesday, 24 years to the day since her last visit to Orrel.")
    assert ("24 years to the day since", "2007-05-14", "her last visit to Orrel") in told


def test_a_loose_anniversary_claims_a_year():
    told = datings_of("Ida Roe came 24 years after her last visit to Orrel.")
    assert told == [("24 years after", "2007", "her last visit to Orrel")]


def test_an_anniversary_counts_from_the_day_told_in_its_sentence():
    told = datings_of("On 1 June 2030, exactly ten years after the flood, the pier opened.")
    assert ("exactly ten years after", "2020-06-01", "the flood") in told


def test_a_leap_day_falls_back_to_the_28th():
    assert ("exactly one year after", "2027-02-28", "the flood") in datings_of(
        "On 29 February 2028, exactly one year after the flood, the pier opened."
    )


def test_an_anniversary_without_a_day_claims_nothing():
    assert datings_of("Ida Roe came exactly ten years after the flood.", on=None) == []
