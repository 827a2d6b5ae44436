"""Words that claim a distance of whole years between two events."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.text.anniversaries import find_anniversaries


@pytest.mark.parametrize(
    ("text", "words", "years", "exact", "event"),
    [
        (
            "She docked on Friday, 12 years to the day since her last call at Orrel.",
            "12 years to the day since",
            12,
            True,
            "her last call at Orrel",
        ),
        ("It comes exactly 40 years after the flood, she said.", "exactly 40 years after", 40, True, "the flood"),
        ("Precisely twenty-five years after it sank", "Precisely twenty-five years after", 25, True, "it sank"),
        ("ten years after the flood", "ten years after", 10, False, "the flood"),
        ("A year to the day after the flood", "A year to the day after", 1, True, "the flood"),
        ("on the 30th anniversary of the flood.", "30th anniversary of", 30, True, "the flood"),
    ],
)
def test_anniversaries(text, words, years, exact, event):
    (found,) = find_anniversaries(text)
    assert (text[found.start : found.end], found.years, found.is_exact) == (words, years, exact)
    assert text[found.event_start : found.event_end] == event
    assert not found.is_before


def test_an_event_may_come_later():
    (found,) = find_anniversaries("two years before the strike")
    assert found.is_before


@pytest.mark.parametrize(
    "text",
    [
        "about 12 years after the flood",
        "more than ten years since then",
        "12 years old",
        "for 12 years",
        "99999 years after",
    ],
)
def test_what_claims_no_whole_years(text):
    assert find_anniversaries(text) == ()


@given(
    st.lists(st.sampled_from(["exactly ", "10 ", "years ", "to the day ", "since ", "x", ". ", "10th anniversary of "]))
)
def test_spans_lie_inside(pieces):
    text = "".join(pieces)
    for found in find_anniversaries(text):
        assert 0 <= found.start < found.end <= found.event_start <= found.event_end <= len(text)


def test_hostile_repetition_takes_linear_time():
    started = time.process_time()
    find_anniversaries("exactly 10 years " * 10_000)
    assert time.process_time() - started < 10
