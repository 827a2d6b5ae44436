"""Hours of the clock, and what they lie behind."""

import pytest

from secondsource.text.elapsed import find_elapsed


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("She was rescued at 7.40 on Monday morning, 29 hours after the landslide.", [1740]),
        ("She was, at 7.40 on Monday morning, after 39 hours, rescued.", [2340]),
        ("It was found at 11:40 p.m. on Friday, 14 hours after it sank.", [840]),
        ("On Monday at 7.40, 29 hours later, she was out.", [1740]),
        ("At 7:15am Tuesday, six hours into the blaze, the roof fell.", [360]),
        ("At 3.12 they came, and at 3.18, six minutes later, left.", [6]),
        ("Divers came at 1.20am, nine and a half hours after it struck.", [570]),
        ("At 1.20am on Wednesday, after six and a half hours, it was over.", [390]),
        ("It cost 7.40 million, after 29 hours of talks.", []),
        ("At 7.40 she called after two friends.", []),
    ],
)
def test_elapsed(text: str, minutes: list[float]) -> None:
    assert [found.minutes for found in find_elapsed(text)] == minutes
