"""Reports dated before what they tell, jubilees and hours against dates, through the real stages."""

import pytest

from secondsource.model.findings import Finding
from tests.judge.whole import findings_of_texts

LATE = "Ferry sinks\nThe ferry Lady Anne sank off Brek on Monday at noon with sheep aboard, the coastguard said."


def impossible(*told: tuple[str | None, str]) -> list[Finding]:
    return [finding for finding in findings_of_texts(*told) if finding.verdict == "impossible"]


@pytest.mark.parametrize(
    ("stamp", "wrong"),
    [
        ("2025-05-10T08:00:00+00:00", True),
        ("2025-05-10", True),
        ("2025-05-12T14:00:00+00:00", False),
        ("2025-05-11T23:00:00+00:00", False),
        ("2025-05-05T14:00:00+00:00", False),
    ],
)
def test_a_copy_stamped_before_the_day_of_its_original(stamp: str, wrong: bool) -> None:
    found = impossible(("2025-05-12T15:00:00+00:00", LATE), (stamp, LATE))
    assert [finding.kind for finding in found] == ["date"] * wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Fair in Brek\nThousands went to the fair in Brek on 13 May 2025, the mayor said.", True),
        ("Fair in Brek\nThe fair in Brek will open on 13 May 2025, the mayor said.", False),
        ("Fair in Brek\nThe fair in Brek was planned for 13 May 2025, the mayor said.", False),
        ("Fair in Brek\nThousands went to the fair in Brek on 9 May 2025, the mayor said.", False),
    ],
)
def test_a_report_stamped_before_a_day_that_it_writes_out(text: str, wrong: bool) -> None:
    assert bool(impossible(("2025-05-10T08:00:00+00:00", text))) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The mill burned down on 3 March 1995, exactly 25 years ago.", True),
        ("The mill burned down on 3 March 1995, exactly 30 years ago.", False),
        ("The mill burned down on 9 April 1995, exactly 30 years ago.", True),
        ("The fire of 1995, which this one followed by 35 years to the day, is not forgotten.", True),
        ("The fire of 1995, which this one followed by 30 years to the day, is not forgotten.", False),
        ("Exactly ten years after the flood the dam, which was built in 1962, is full.", False),
        ("The town keeps the 40th anniversary of the fire of 1995.", True),
        ("The town keeps the 30th anniversary of the fire of 1995.", False),
        ("The town will keep the 40th anniversary of the fire of 1995.", False),
    ],
)
def test_jubilees_beside_a_date(text: str, wrong: bool) -> None:
    told = ("2025-03-03T12:00:00+00:00", f"Fire in Brek\nA fire broke out in Brek on Monday. {text}")
    assert bool(impossible(told)) == wrong


def test_two_reports_with_other_years_of_one_event() -> None:
    first = "Brek recalls mill fire\nIt is 30 years to the day since the mill fire in Brek of 3 March 1995."
    second = "Fire recalled\nPeople in Brek met in the rain, 25 years to the day since the mill fire."
    (found,) = impossible(("2025-03-03T12:00:00+00:00", first), ("2025-03-03T14:00:00+00:00", second))
    assert {evidence.report for evidence in found.evidence} == {"r0", "r1"}
    assert any("which fits" in reason for reason in found.reasons)


def test_hours_that_no_hour_told_allows() -> None:
    texts = (
        "Landslide in Brek\nThe slope came down at 4.10 on Sunday and buried a barn.",
        "Boy rescued\nThe boy was found at 7.10 on Monday, 27 hours after the slope came down in Brek.",
        "Boy found in Brek\nThe boy was found at 7.10 on Monday, 37 hours after the slope came down in Brek.",
    )
    (found,) = impossible(*(("2025-05-12T20:00:00+00:00", text) for text in texts))
    assert found.reasons[0] == "from 4.10 to 7.10: 27 hours, not 37"
    assert {evidence.report for evidence in found.evidence} == {"r0", "r1", "r2"}


def test_reports_that_only_name_the_right_weekday_stand_beside_the_wrong_one() -> None:
    texts = (
        "Ferry sinks off Brek\nThe ferry Lady Anne sank off Brek on Monday, 11 May 2025.",
        "Ferry sinks\nThe ferry Lady Anne sank off Brek on Sunday, and all sheep were saved.",
    )
    (found,) = impossible(*(("2025-05-12T20:00:00+00:00", text) for text in texts))
    assert [evidence.report for evidence in found.evidence] == ["r0", "r1"]


@pytest.mark.parametrize(
    ("stamp", "text", "wrong"),
    [
        ("2025-05-10", "On Sunday, 11 May, the mayor appeared before a committee of the council.", True),
        ("2025-05-10", "On Sunday 11 May the bank wrote that a payment, due on 30 April, had never come.", True),
        ("2025-05-10", "Members on Sunday, May 11, chose a new head of the guild.", True),
        ("2025-05-10", "At noon on Sunday, 11 May, a clerk read the names out.", True),
        ("2025-05-10", "By the light of torches they had buried him on 12 May, and nobody spoke.", True),
        ("2025-05-10", "Early on Sunday, 11 May, local time, a quake shook the islands.", False),
        ("2025-05-10T20:00:00+00:00", "On Sunday, 11 May, the mayor appeared before a committee.", False),
        ("2025-05-10", "Seats for the memorial on 12 May were gone within an hour.", False),
        ("2025-05-10", "The judges agreed to sit on 12 May, and the court was closed.", False),
        ("2025-05-10", "The hearing was planned for 12 May, but the judge fell ill.", False),
        ("2025-05-10", "They were given until 12 May, and the clock was running.", False),
        ("2025-05-10", "She would have been 90 on 12 May, her son said.", False),
        ("2025-05-10", "On 12 May he lost his farm. That was in 1931.", False),
        ("2025-05-10", "The concert on 12 May was sold out at once.", False),
    ],
)
def test_a_day_after_the_stamp_is_told_as_past_or_not(stamp: str, text: str, wrong: bool) -> None:
    assert bool(impossible((stamp, f"News of the day\n\n{text}"))) == wrong
