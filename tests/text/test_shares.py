"""Shares beside the part and the whole that they are of."""

import pytest

from secondsource.text.shares import find_lost_majorities, find_shares, tells_share


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
        ("Nine of the 36 dogs tested, or a third, were ill.", [False]),
        ("Twelve of the 36 dogs tested, or a third, were ill.", [True]),
        ("Just 18 of the 120 wells, one in four, were fit for use.", [False]),
        ("Just 30 of the 120 wells, one in four, were fit for use.", [True]),
        ("More than 90 percent of the 1,500 sheep, about 900 animals, died.", [False]),
        ("More than 60 percent of the 1,500 sheep, about 950 animals, died.", [True]),
        ("Of its 210 members 168, two thirds, will agree.", [False]),
        ("Of its 210 members 168, four in five, will agree.", [True]),
        ("Of the 45 fitters on the list, 36, or 80 percent, came.", [True]),
        ("Of 45 fitters on the list, 36 (60 percent) came.", [False]),
        ("Of those 210 members, 168 — two thirds — will agree.", [False]),
        ("There were 41 children among the 164, a third of everyone aboard.", [False]),
        ("There were 41 children among the 164, a quarter of all.", [True]),
        ("There were 41 children out of the 164 guests, a third of the total.", [False]),
        ("60 of its 80 boats went down in the storm, or 65 percent.", [False]),
        ("60 of its 80 boats went down in the storm, or 75 percent.", [True]),
        ("60 of its 80 boats went down in the storm, or 65 percent more.", []),
        ("60 of its 80 boats went down in the storm, or 5 percent of the fleet of the coast.", []),
        ("Of its 210 members 168, two thirds of them new, will agree.", []),
        ("Of the 210 members and 168 guests, half, came.", []),
        ("There were 41 children among the 164, a third of them under five.", []),
        ("There were 41 children among the 164, a third of all the young in town.", []),
        ("More than half of the 60 boats, 40 of them new, sank.", []),
    ],
)
def test_shares(text: str, fits: list[bool]) -> None:
    assert [abs(share.true - share.told) <= share.slack for share in find_shares(text, 0.6)] == fits


@pytest.mark.parametrize(
    ("sentence", "tells"),
    [
        ("Forty-one of those on board, a quarter of the total, were children.", True),
        ("Twenty-five percent, 41 in all, were children.", True),
        ("Forty-one of those on board, a third of the total, were children.", False),
        ("A quarter of those on board were children.", False),
    ],
)
def test_the_same_part_with_the_right_share(sentence: str, tells: bool) -> None:
    (share,) = find_shares("There were 41 children among the 164, a third of the total.", 0.6)
    assert tells_share(sentence, share, 0.6) == tells


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
