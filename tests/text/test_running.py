"""Whether a sentence says that its figure is counted on."""

import pytest

from secondsource.text.running import find_reached, find_running, is_of_counted


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
        ("Friends close to the mayor have <19> ships.", set()),
        ("In the villas of the town hang <19> pictures.", set()),
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


@pytest.mark.parametrize(
    ("sentence", "way"),
    [
        ("The number of sick hens has gone up to <19>.", "up"),
        ("The list has since grown to <19>.", "up"),
        ("The number has risen again to at least <19>.", "up"),
        ("The number of those still missing has fallen to <19>.", "down"),
        ("The list of the missing had shrunk to <19>.", "down"),
        ("Prices rose to <19> crowns.", None),
        ("He has gone up to the <19> steps.", None),
        ("There are <19>.", None),
    ],
)
def test_reached(sentence: str, way: str | None) -> None:
    assert find_reached(sentence.replace("<", "").replace(">", ""), sentence.index("<")) == way
