"""Sentences that tell of what has been."""

import pytest

from secondsource.text.tenses import tells_past


@pytest.mark.parametrize(
    ("text", "past"),
    [
        ("The ferry sank on Sunday.", True),
        ("On Wednesday evening, when the embargo ended, her paper was read in more laboratories.", True),
        ("At noon on Monday the office put its figures on a noticeboard.", True),
        ("The court will rule on Friday.", False),
        ("The vote was due on Sunday.", False),
        ("The strike, planned for Monday, was called off.", False),
        ("Talks begin on Wednesday.", False),
        ("The hearing was adjourned until Tuesday.", False),
        ("Thousands marched through Arlen on Saturday.", True),
        ("The shop opens on 3 May.", False),
        ("Two boats collided off Brek on 3 May.", True),
        ("She resigned on 3 May.", True),
        ("They agreed to meet on Monday.", False),
        ("The bridge may open on 3 May.", False),
        ("Voters elect a council on Sunday.", False),
    ],
)
def test_tenses(text: str, past: bool) -> None:
    assert tells_past(text) == past
