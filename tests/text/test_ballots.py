"""Votes told beside the number of those who can vote."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.text.ballots import find_wrong_ballots


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The nine-member harbour board voted 6-4 to sell the crane.", [(6, 4)]),
        ("The nine-member harbour board voted 5-4 to sell the crane.", []),
        ("The motion was carried by 24 votes to 17, with six abstentions. All 45 members were there.", [(24, 17, 6)]),
        ("The motion was carried by 22 votes to 17, with six abstentions. All 45 members were there.", []),
        ("By nine votes to seven its 15 members decided to hear the pilot.", [(9, 7)]),
        ("Rovers beat the 11-member reserve side 84-71.", []),
        ("Three members of the board of nine stayed away when it voted 4-2.", []),
        ("The 12-seat council and the 30-seat assembly both voted, the latter 20-9.", []),
    ],
)
def test_more_votes_than_voters(text: str, parts: list[tuple[float, ...]]) -> None:
    assert [total.parts for total in find_wrong_ballots(text)] == parts


@given(st.text(alphabet="the nine-member 15 voted6-4 all members by seven to . votes", max_size=120))
def test_what_is_found_stands_in_its_text(text: str) -> None:
    for total in find_wrong_ballots(text):
        assert 0 <= total.start < total.end <= len(text)
        assert sum(total.parts) > total.whole
