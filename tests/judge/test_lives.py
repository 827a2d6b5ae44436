"""Lives that an age does not allow, days that no calendar has, and reports stamped before what they tell."""

import pytest

from secondsource.model.findings import Finding
from tests.judge.whole import findings_of_texts

STAMP = "2028-03-06T08:00:00+00:00"


def impossible(*told: tuple[str | None, str]) -> list[Finding]:
    return [finding for finding in findings_of_texts(*told) if finding.verdict == "impossible"]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Viktor Holm, 38, runs the yard. He was appointed captain in 1992.", True),
        ("Viktor Holm, 68, runs the yard. He was appointed captain in 1992.", False),
        ("Viktor Holm, 38, runs the yard. His father joined the company in 1981.", False),
        ("Marta Solan, 52, mends nets. She has fished here for 60 years.", True),
        ("Marta Solan, 72, mends nets. She has fished here for 60 years.", False),
        ("Marta Solan, 52, mends nets. Her family has fished here for 150 years.", False),
        ("Ruth Amberley, 50, steers the boat. She was 22 when she bought it, and that was 35 years ago.", True),
        ("Ruth Amberley, 57, steers the boat. She was 22 when she bought it, and that was 35 years ago.", False),
    ],
)
def test_lives(text: str, wrong: bool) -> None:
    assert bool(impossible((STAMP, f"Fire at the yard\nA fire broke out in Brek on Monday. {text}"))) is wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The firm has until 31 April to hand in a plan.", True),
        ("The firm has until April 31 to hand in a plan.", True),
        ("The books were closed on 29 February 2027.", True),
        ("The books were closed on 29 February 2028.", False),
        ("The firm has until 30 April to hand in a plan.", False),
        ("The form says 31 April, a day that does not exist.", False),
    ],
)
def test_days_that_no_calendar_has(text: str, wrong: bool) -> None:
    found = impossible((STAMP, f"Oil in the river\nOil ran into the river on Monday. {text}"))
    assert [finding.kind for finding in found] == ["date"] * wrong


@pytest.mark.parametrize(
    ("stamp", "wrong"),
    [("2028-03-01T11:05:00", True), ("2028-03-01T18:05:00", False), ("2028-03-02T11:05:00", False)],
)
def test_a_stamp_without_a_zone_is_of_the_outlets_own_clock(stamp: str, wrong: bool) -> None:
    told = stamp, "Minister in boots\nThe minister stood on the bridge of Brek on Thursday, 2 March, and looked down."
    assert bool(impossible(told)) is wrong
