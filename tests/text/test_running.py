"""Whether a sentence says that its figure is counted on."""

import pytest

from secondsource.text.running import find_running, is_of_counted


@pytest.mark.parametrize(
    ("sentence", "how"),
    [
        ("There are now <71> cases of parrot fever in the town.", {"moving"}),
        ("So far <12> boats have been found.", {"moving"}),
        ("The port <19> ships are still waiting for has no crane.", {"moving"}),
        ("By early Friday <19> ships had sailed.", {"gathering"}),
        ("By 6 p.m. <19> ships had sailed.", {"gathering"}),
        ("<910> sailors are on strike, since the night crews have joined them.", {"gathering"}),
        ("<910> sailors walked out on Friday.", set()),
        ("By the harbour lie <19> ships.", set()),
        ("He is poor now, and in his time he had <19> ships.", set()),
    ],
)
def test_running(sentence: str, how: set[str]) -> None:
    start, end = sentence.index("<"), sentence.index(">") - 1
    assert find_running(sentence.replace("<", "").replace(">", ""), start, end) == how


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("With a third of the ballots counted the mayor led.", True),
        ("When all boxes had been counted, she had 48 percent.", True),
        ("Turnout at noon was 31 percent.", False),
        ("He counted the sheep.", False),
    ],
)
def test_of_counted(sentence: str, expected: bool) -> None:
    assert is_of_counted(sentence) == expected
