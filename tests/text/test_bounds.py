"""Numbers that are told as an average, or as the most or the least there is."""

import pytest

from secondsource.text.bounds import is_average, is_extreme


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("A repair takes <nine weeks> on average.", True),
        ("Tenants wait for a repair <nine weeks>, on average.", True),
        ("The average wait for a repair is <nine weeks>.", True),
        ("A repair typically takes <nine weeks>.", True),
        ("A repair takes <nine weeks>.", False),
        ("On average it rains here, and a repair takes <nine weeks>.", False),
    ],
)
def test_average(sentence: str, expected: bool) -> None:
    start, end = sentence.index("<"), sentence.index(">") - 1
    assert is_average(sentence.replace("<", "").replace(">", ""), start, end) == expected


@pytest.mark.parametrize(
    ("sentence", "bound", "expected"),
    [
        ("The strongest gust reached 140 kilometres an hour.", "at most", True),
        ("The worst of the wells had 30 times the limit.", "at most", True),
        ("A maximum of 140 was measured at the pier.", "at most", True),
        ("The lowest bid was 140 crowns.", "at least", True),
        ("The lowest bid was 140 crowns.", "at most", False),
        ("The gust reached 140 kilometres an hour.", "at most", False),
        ("The highest tower of Osk, shut for years, burned, and 140 fled.", "at most", False),
        ("The strongest gust reached 140 kilometres an hour.", "about", False),
    ],
)
def test_extreme(sentence: str, bound: str, expected: bool) -> None:
    number = "30" if "30" in sentence else "140"
    assert is_extreme(sentence, sentence.index(number), bound) == expected
