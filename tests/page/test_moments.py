import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.surfaces.page.moments import to_moment, to_shown_instant


@pytest.mark.parametrize(
    ("value", "shown", "precision"),
    [
        ("2024-06-19", "19 June 2024", "day"),
        ("2024-06-19T11:00", "19 June 2024", "day"),
        ("2024-06", "June 2024", "month"),
        ("2023", "2023", "year"),
        ("194X", "1940s", "decade"),
        ("2023-09/..", "from September 2023", "period"),
        ("2023-09/", "from September 2023", "period"),
        ("../2001", "until 2001", "period"),
        ("2001/2003-05-02", "2001 to 2 May 2003", "period"),
        ("XXXX-WXX-3", "a Wednesday", "unplaced"),
        ("XXXX-10-01", "1 October", "unplaced"),
        ("XXXX-03", "March", "unplaced"),
        ("XXXX-13", "XXXX-13", "unplaced"),
        ("2024-WI", "winter 2024", "unplaced"),
        ("2024-Q2", "second quarter of 2024", "unplaced"),
        ("2025-W20", "week of 12 May 2025", "period"),
        ("2025-W20-WE", "weekend of 17 May 2025", "period"),
        ("XXXX-SP", "spring", "unplaced"),
        ("0000-W20", "0000-W20", "unplaced"),
        ("P24Y", "P24Y", "unplaced"),
        ("/", "/", "unplaced"),
    ],
)
def test_partly_known_dates_are_written_as_far_as_they_are_known(value: str, shown: str, precision: str) -> None:
    moment = to_moment(value)
    assert (moment.shown, moment.precision) == (shown, precision)


def test_moments_sort_by_time_and_the_unplaced_come_last() -> None:
    values = ["P24Y", "2024-06-19", "2024", "../1999", "194X", "2024-06", "2001/.."]
    ordered = sorted(values, key=lambda value: to_moment(value).place_in_time)
    assert ordered == ["../1999", "194X", "2001/..", "2024", "2024-06", "2024-06-19", "P24Y"]


@pytest.mark.parametrize(
    ("instant", "shown"),
    [
        ("2024-06-19T11:00:00+00:00", "19 June 2024, 11:00 UTC"),
        ("2024-06-19T11:00:00Z", "19 June 2024, 11:00 UTC"),
        ("2024-06-19T11:00:00", "19 June 2024, 11:00"),
        ("2024-06-19", "19 June 2024"),
        ("2024-06-19Tnoon", "2024-06-19Tnoon"),
        ("yesterday", "yesterday"),
    ],
)
def test_instants_are_written_for_readers(instant: str, shown: str) -> None:
    assert to_shown_instant(instant) == shown


@given(st.text())
def test_any_value_is_shown_somehow(value: str) -> None:
    assert to_moment(value).value == value
    assert isinstance(to_shown_instant(value), str)
