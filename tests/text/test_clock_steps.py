"""Steps between two hours of the clock in one sentence."""

import pytest

from secondsource.text.clock_steps import find_clock_steps, repeats_before


@pytest.mark.parametrize(
    ("sentence", "possible"),
    [
        ("It stopped at 7.20pm, half an hour before the lights went out at 6.42pm.", [False]),
        ("It stopped at 7.20pm, half an hour after the lights went out at 6.42pm.", [True]),
        ("It stopped at 7.20 p.m., 38 minutes after the lights went out at 6.42 p.m.", [True]),
        ("It stopped at 7.20 p.m., 28 minutes after the lights went out at 6.42 p.m.", [False]),
        ("The call came at 6.12pm, a few minutes before she sank at 6.05pm.", [False]),
        ("The call came at 6.02pm, a few minutes before she sank at 6.05pm.", [True]),
        ("The call came at 6.02pm, shortly after she sank at 6.05pm.", [False]),
        ("It ended at 1.12am, six and a half hours after the lights had gone at 6.42pm.", [True]),
        ("It ended at 1.12am, four and a half hours after the lights had gone at 6.42pm.", [False]),
        ("It ended at 1.10, two hours after the start at 23.05.", [True]),
        ("It ended at 1.10, two hours after the start at 11.05.", [True]),
        ("It ended at 1.10, four hours after the start at 11.05.", [False]),
        ("It came at 8am, about two hours after the start at 5.40am.", [True]),
        ("It came at 8am, an hour before the train at 9am.", [True]),
        ("It came at 8am, an hour before the train left, and at 11am all was over.", []),
        ("It came at 8am, an hour before the train; the next left at 11am.", []),
        ("At 8.15 percent, an hour before closing, it fell.", []),
        ("It came at 8.00, ten minutes before the gate was due to open at 8.15.", [True]),
        ("It came at 8.00, ten minutes before the gate was due to open at 8.30.", [False]),
    ],
)
def test_clock_steps(sentence: str, possible: list[bool]) -> None:
    assert [found.is_possible for found in find_clock_steps(sentence)] == possible


@pytest.mark.parametrize(
    ("other", "repeats"),
    [
        ("The distress call went out at 5.51pm.", True),
        ("Her call went out at 5pm, the captain said.", True),
        ("The call went out in the evening.", False),
        ("The lights went out at 5.51pm.", False),
    ],
)
def test_the_same_thing_at_another_hour(other: str, repeats: bool) -> None:
    sentence = "A call went out at 6.12pm, a few minutes before she sank at 6.05pm."
    (step,) = find_clock_steps(sentence)
    assert repeats_before(sentence, step, other) == repeats


def test_hostile_text_is_read_in_linear_time() -> None:
    assert list(find_clock_steps("at 6.12pm, a few minutes before " * 3000)) == []
