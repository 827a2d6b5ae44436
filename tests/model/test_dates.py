from datetime import date

import pytest

from secondsource.model.dates import PartialDate


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024-06-19", date(2024, 6, 19), date(2024, 6, 19)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("194X", date(1940, 1, 1), date(1949, 12, 31)),
    ],
)
def test_edtf_is_read_as_the_days_it_allows(value: str, first: date, last: date) -> None:
    assert PartialDate.from_edtf(value) == PartialDate(first, last)


@pytest.mark.parametrize("value", ["P24Y", "XXXX-WXX-3", "2024-13", "2024-02-30", "0000", "194X-05", "", "soon"])
def test_what_is_not_a_date_is_none(value: str) -> None:
    assert PartialDate.from_edtf(value) is None


@pytest.mark.parametrize(
    ("wide", "narrow", "contains"),
    [("2024-06", "2024-06-19", True), ("2024-06-19", "2024-06", False), ("2024", "2023-12-31", False)],
)
def test_a_month_contains_its_days(wide: str, narrow: str, contains: bool) -> None:
    outer, inner = PartialDate.from_edtf(wide), PartialDate.from_edtf(narrow)
    assert outer is not None
    assert inner is not None
    assert outer.contains(inner) is contains
