"""Weekdays beside dates, ages and births, lengths of years."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.text.ages import find_ages, find_births
from secondsource.text.spans_of_years import find_spans_of_years
from secondsource.text.weekdays import find_dated_weekdays

NEAR = date(2025, 5, 15)


@pytest.mark.parametrize(
    ("text", "weekday", "day"),
    [
        ("on Tuesday, 14 May", 2, date(2025, 5, 14)),
        ("on Thursday, May 14, 2020", 4, date(2020, 5, 14)),
        ("Wed 1st of January 2025", 3, date(2025, 1, 1)),
        ("Sunday the 3rd of Nov", 7, date(2025, 11, 3)),
    ],
)
def test_weekdays_beside_dates(text: str, weekday: int, day: date) -> None:
    (found,) = find_dated_weekdays(text)
    assert (found.weekday, found.date_near(NEAR)) == (weekday, day)


@pytest.mark.parametrize("text", ["on Tuesday", "14 May", "Tuesday 14 people came", "Monday 31 February 2024"])
def test_no_day_without_both(text: str) -> None:
    assert [found for found in find_dated_weekdays(text) if found.date_near(NEAR)] == []


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Ada Blunt, 54, said", [54]),
        ("the 61-year-old", [61]),
        ("a boy aged 7", [7]),
        ("The treasurer, who is 61 and lives here", [61]),
        ("On May 14, 2025, it rained", []),
        ("a 300-year-old oak", []),
    ],
)
def test_ages(text: str, years: list[int]) -> None:
    assert [age.years for age in find_ages(text)] == years


@pytest.mark.parametrize(
    ("text", "birth"),
    [
        ("she was born in 1970", (1970, None, None)),
        ("born on 3 March 1970", (1970, 3, 3)),
        ("born on March 3, 1970", (1970, 3, 3)),
        ("born in May 1970", (1970, 5, None)),
    ],
)
def test_births(text: str, birth: tuple[int, int | None, int | None]) -> None:
    (found,) = find_births(text)
    assert (found.year, found.month, found.day) == birth


@pytest.mark.parametrize(
    ("text", "year", "years"),
    [
        ("the worst flood since 2001, 15 years ago", 2001, 15),
        ("the dam broke 15 years ago, in 2001", 2001, 15),
        ("Since its opening in 1962, for 74 years, it has burned", 1962, 74),
        ("sixty years ago, in 1962", 1962, 60),
    ],
)
def test_lengths_of_years(text: str, year: int, years: int) -> None:
    (found,) = find_spans_of_years(text)
    assert (found.year, found.years) == (year, years)


@given(st.text(alphabet="MondayTuesMay 0123456789,.-yearsagoin'born", max_size=80))
def test_places_lie_inside_the_text(text: str) -> None:
    for found in (*find_dated_weekdays(text), *find_ages(text), *find_births(text), *find_spans_of_years(text)):
        assert 0 <= found.start < found.end <= len(text)
