"""Lengths of years beside the year that they are counted from."""

import pytest

from secondsource.text.spans_of_years import find_spans_of_years


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("It was founded in 2009, 16 years ago.", [True]),
        ("It was founded in 2009, 26 years ago.", [False]),
        ("It was founded in 2009, nearly 17 years ago.", [True]),
        ("She began it 16 years ago, on 12 October 2009.", [True]),
        ("She began it 26 years ago, on October 12, 2009.", [False]),
        ("It was set up on 3 May 2009, 26 years ago.", [False]),
        ("They toiled for more than a quarter of a century, since 2009.", [False]),
        ("They toiled for more than a decade, since 2009.", [True]),
        ("They have toiled for three decades, since 2009.", [False]),
        ("The team started in 2009 with no money and kept at it for 26 years.", [False]),
        ("The team started in 2009 with no money and kept at it for six years.", [True]),
        ("The team started in 2009 and later ran a shop for 26 years.", []),
    ],
)
def test_lengths_counted_to_2025(text: str, fits: list[bool]) -> None:
    assert [found.can_last(2025) for found in find_spans_of_years(text)] == fits
