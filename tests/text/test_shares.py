"""Shares beside the part and the whole that they are of."""

import pytest

from secondsource.text.shares import find_lost_majorities, find_shares


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("It will cut 1,200 jobs, or 20 percent of its 8,000 jobs.", [False]),
        ("It will cut 1,200 jobs, or 15 percent of its 8,000 jobs.", [True]),
        ("It will cut 15 percent of its 8,000 jobs, or 1,500.", [False]),
        ("Two thirds of the 90 members, or 70, voted.", [False]),
        ("Two thirds of the 90 members, or 60, voted.", [True]),
        ("Nearly two thirds of the 90 members, or 57, voted.", [True]),
        ("One in five of the 400 workers, or 120, left.", [False]),
        ("62 of the 101 members (51 percent) voted.", [False]),
        ("62 of the 101 members, or 61 percent, voted.", [True]),
        ("It was sent 640 complaints since 1996, 320 of them, or 60 percent, by Norland.", [False]),
        ("It was sent 640 complaints since 1996, 320 of them, or 50 percent, by Norland.", [True]),
        ("A fifth of the file, 31 pages of 248, has vanished.", [False]),
        ("It cut 1,200 jobs while 20 percent of the 8,000 voters stayed away.", []),
        ("More than half of the 60 boats, 40 of them new, sank.", []),
    ],
)
def test_shares(text: str, fits: list[bool]) -> None:
    assert [abs(share.true - share.told) <= share.slack for share in find_shares(text, 0.6)] == fits


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The bill passed with a majority: 50 of the 101 deputies voted for it.", True),
        ("The bill passed with a majority: 51 of the 101 deputies voted for it.", False),
        ("It won the two-thirds majority, 60 of 101.", True),
        ("It won the two-thirds majority, 68 of 101.", False),
        ("It failed to win a majority: 50 of the 101 deputies voted for it.", False),
        ("The majority leader spoke to 20 of the 101 deputies.", False),
    ],
)
def test_majorities_that_are_none(sentence: str, found: bool) -> None:
    assert bool(list(find_lost_majorities(sentence))) == found
