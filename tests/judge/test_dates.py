"""Dates that cannot be, and events that reports date differently."""

import pytest

from tests.judge.cases import Told, findings, judged
from tests.nouns import date, read, tell


def plain(name: str, text: str, day: str | None = "2025-05-15", persons: tuple[str, ...] = ()) -> Told:
    reading = read(name, text, day=day, persons=persons)
    return reading, tell(reading)


@pytest.mark.parametrize(
    ("text", "day", "wrong"),
    [
        ("It was signed on Tuesday, 14 May.", "2025-05-15", True),
        ("It was signed on Wednesday, 14 May.", "2025-05-15", False),
        ("It was signed on Tuesday, 14 May 2024.", None, False),
        ("It was signed on Monday, 14 May 2024.", None, True),
        ("The trial began on Monday 3 March.", "2025-11-20", False),
        ("It was signed on Tuesday, 14 May.", None, False),
    ],
)
def test_weekdays(text: str, day: str | None, wrong: bool) -> None:
    assert [finding.verdict for finding in findings(judged(plain("a", text, day)), "date")] == ["impossible"] * wrong


def test_reports_with_the_right_weekday_stand_beside_the_wrong_one() -> None:
    told = plain("a", "It was signed on Tuesday, 14 May."), plain("b", "They signed on Wednesday, 14 May.")
    (found,) = findings(judged(*told), "date")
    assert found.title == "14 May 2025 is a Wednesday, not a Tuesday"
    assert [evidence.report for evidence in found.evidence] == ["a", "b"]


def with_day(name: str, text: str, words: str, value: str, event: str) -> Told:
    reading = read(name, text, day="2025-05-15")
    return reading, tell(reading, datings=[date(reading, words, value, event)])


CLAIM = plain("a", "It came 20 years to the day after the Lady Merrow sank.", "2025-05-14")


def test_an_anniversary_is_held_against_the_dates_of_other_reports_with_the_subtraction() -> None:
    event = "The Lady Merrow was lost on 14 April 2005"
    (found,) = findings(judged(CLAIM, with_day("b", f"{event}.", "14 April 2005", "2005-04-14", event)), "date")
    assert found.verdict == "impossible"
    assert any(
        "14 May 2025 − 20 years = 14 May 2005" in reason and "14 April 2005" in reason for reason in found.reasons
    )
    assert {evidence.report for evidence in found.evidence} == {"a", "b"}


@pytest.mark.parametrize(
    ("event", "words", "value"),
    [
        ("The Lady Merrow was lost on 14 May 2005", "14 May 2005", "2005-05-14"),
        ("The Lady Merrow was lost on 13 May 2005", "13 May 2005", "2005-05-13"),
        ("The Lady Merrow was built on 14 April 1990", "14 April 1990", "1990-04-14"),
        ("The school was opened on 14 April 2005", "14 April 2005", "2005-04-14"),
        ("The Lady Merrow was lost in 2005", "2005", "2005"),
    ],
)
def test_what_no_anniversary_is_refuted_by(event: str, words: str, value: str) -> None:
    assert findings(judged(CLAIM, with_day("b", f"{event}.", words, value, event)), "date") == []


def test_an_anniversary_without_to_the_day_is_not_held_to_the_day() -> None:
    event = "The Lady Merrow was lost on 14 April 2005"
    loose = plain("a", "It came 20 years after the Lady Merrow sank.", "2025-05-14")
    assert findings(judged(loose, with_day("b", f"{event}.", "14 April 2005", "2005-04-14", event)), "date") == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Ada Blunt, 61, who was born in 1970, spoke.", True),
        ("Ada Blunt, 54, who was born in 1970, spoke.", False),
        ("Ada Blunt, 55, who was born in 1970, spoke.", False),
        ("Ada Blunt, 54, who was born on 3 March 1970, spoke.", True),
        ("Ada Blunt, 61, spoke. Rolf Tamm was born in 1970.", False),
        ("Ada Blunt, 54, baker, who was born in a mill in 1970 and stayed; and Rolf Tamm, 37, spoke.", False),
        ("Ada Blunt, 61, baker, who was born in a mill in 1970 and stayed; and Rolf Tamm, 37, spoke.", True),
    ],
)
def test_ages(text: str, wrong: bool) -> None:
    told = plain("a", text, "2025-05-15", ("Ada Blunt", "Rolf Tamm"))
    assert [finding.verdict for finding in findings(judged(told), "date")] == ["impossible"] * wrong


def test_an_age_in_one_report_and_a_birth_in_another() -> None:
    told = (
        plain("a", "Ada Blunt, 61, spoke.", persons=("Ada Blunt",)),
        plain("b", "Ada Blunt was born in 1970.", persons=("Ada Blunt",)),
    )
    (found,) = findings(judged(*told), "date")
    assert any("2025 − 1970 = 55" in reason for reason in found.reasons)


@pytest.mark.parametrize(("years", "wrong"), [(15, True), (24, False), (23, False)])
def test_lengths_of_years(years: int, wrong: bool) -> None:
    told = plain("a", f"It was the worst flood since 2001, {years} years ago.")
    assert [finding.verdict for finding in findings(judged(told), "date")] == ["impossible"] * wrong


@pytest.mark.parametrize(("years", "wrong"), [(13, True), (12, False), (11, False), (10, False), (9, True)])
def test_lengths_between_two_years(years: int, wrong: bool) -> None:
    told = plain("a", f"She was mayor for {years} years, from 2011 to 2022.")
    assert [finding.verdict for finding in findings(judged(told), "date")] == ["impossible"] * wrong


@pytest.mark.parametrize(("years", "wrong"), [(109, True), (99, False), (98, False), (100, True)])
def test_the_age_of_a_firm_against_its_founding(years: int, wrong: bool) -> None:
    told = plain("a", f"It is the second sale in the history of the {years}-year-old firm, founded in 1926.")
    assert [finding.verdict for finding in findings(judged(told), "date")] == ["impossible"] * wrong


def test_the_age_of_somebody_named_in_the_sentence_before() -> None:
    told = (
        plain("a", "Ms Ada Blunt is 46 and has never held office.", persons=("Ada Blunt",)),
        plain("b", "Ada Blunt won. The 41-year-old was born in Dromme.", persons=("Ada Blunt",)),
    )
    assert [f.title for f in findings(judged(*told), "figure")] == ["Ada Blunt is 41 and 46 years old"]


@pytest.mark.parametrize(("length", "wrong"), [("fourteen days", True), ("three weeks", False)])
def test_lengths_against_their_ends(length: str, wrong: bool) -> None:
    told = plain("a", f"The strike of 4–25 March lasted {length}.")
    assert [finding.verdict for finding in findings(judged(told), "date")] == ["impossible"] * wrong


def test_a_person_of_two_ages() -> None:
    told = (
        plain("a", "Ada Blunt, 46, spoke.", persons=("Ada Blunt",)),
        plain("b", "Ada Blunt, 41, left.", persons=("Ada Blunt",)),
        plain("c", "Ada Blunt, 47, sang.", persons=("Ada Blunt",)),
    )
    (found,) = [f for f in findings(judged(*told), "figure") if "years old" in f.title]
    assert [evidence.report for evidence in found.evidence] == ["a", "b", "c"]


def test_the_birth_decides_between_two_ages_and_the_right_one_stands_beside_the_wrong() -> None:
    told = (
        plain("a", "Ada Blunt, 49, was born in Arlen in 1967.", day="2026-10-17", persons=("Ada Blunt",)),
        plain("b", "Ada Blunt, 59, was born in Arlen in 1967.", day="2026-10-17", persons=("Ada Blunt",)),
    )
    judgement = judged(*told)
    (found,) = findings(judgement, "date")
    assert [evidence.report for evidence in found.evidence] == ["a", "b"]
    assert findings(judgement, "figure") == []


def test_somebody_without_a_name_is_shown_beside_the_only_one_born_in_that_year() -> None:
    told = (
        plain("a", "What does a woman of 51, who was born in 1964, say?", day="2026-03-06"),
        plain("b", "Ada Blunt, 61, who was born in Arlen in 1964, spoke.", day="2026-03-06", persons=("Ada Blunt",)),
    )
    (found,) = findings(judged(*told), "date")
    assert [evidence.report for evidence in found.evidence] == ["a", "b"]


def test_one_event_on_two_dates() -> None:
    first = "The treaty takes effect on 1 September 2025"
    second = "The treaty takes effect on 1 October 2025"
    told = (
        with_day("a", f"{first}.", "1 September 2025", "2025-09-01", first),
        with_day("b", f"{second}.", "1 October 2025", "2025-10-01", second),
    )
    (found,) = findings(judged(*told), "date")
    assert found.verdict == "differs"
    assert [evidence.report for evidence in found.evidence] == ["a", "b"]


def test_a_day_and_its_month_are_no_two_dates() -> None:
    first, second = "The treaty takes effect on 1 September 2025", "The treaty takes effect in September 2025"
    told = (
        with_day("a", f"{first}.", "1 September 2025", "2025-09-01", first),
        with_day("b", f"{second}.", "September 2025", "2025-09", second),
    )
    assert findings(judged(*told), "date") == []


def test_an_age_against_an_earlier_age_with_its_year_and_the_reports_that_have_it_right() -> None:
    wrong = read("a", "Osk Brandt, 58, who was 32 when he built it in 1989, is proud.", day="2025-05-14")
    right = read("b", "Osk Brandt, 58, has built boats since 1989, when he was 22.", day="2025-05-14")
    (found,) = findings(judged(*((one, tell(one)) for one in (wrong, right))), "date")
    assert "2025 − 1957 = 68: 67 to 69 years old" in found.reasons
    assert {evidence.report for evidence in found.evidence} == {"a", "b"}


def test_a_step_that_the_moment_before_does_not_allow() -> None:
    reports = [read(name, "They came at 3.12am and left at 3.18, nine minutes later.") for name in "ab"]
    (found,) = findings(judged(*((one, tell(one)) for one in reports)), "date")
    assert found.reasons[0] == "from 3.12am to 3.18: 6 minutes, not nine minutes later"
    assert len(found.evidence) == 2


def test_reports_with_the_right_length_of_years_stand_beside_the_wrong_one() -> None:
    told = [plain("a", "It opened 26 years ago, in 2009."), plain("b", "It opened in 2009, 16 years ago.")]
    (found,) = findings(judged(*told), "date")
    assert [evidence.report for evidence in found.evidence] == ["a", "b"]


def test_a_step_between_two_hours_beside_the_report_that_has_another_hour_for_it() -> None:
    told = (
        plain("a", "Her call went out at 6.12pm, a few minutes before she sank at 6.05pm."),
        plain("b", "The distress call went out at 5.51pm."),
        plain("c", "Nobody was there at 5.51pm."),
    )
    (found,) = findings(judged(*told), "date")
    assert [evidence.report for evidence in found.evidence] == ["a", "b"]
    assert found.reasons[0] == "6.12pm is not a few minutes before 6.05pm"


def test_half_hours_elapsed_are_held_against_the_hour_that_is_told() -> None:
    told = (
        plain("a", "It struck at 5.48pm. Divers came at 1.20am, nine and a half hours after the ferry struck."),
        plain("b", "Divers came at 1.20am on Wednesday, seven and a half hours after it struck."),
    )
    (found,) = findings(judged(*told), "date")
    assert {evidence.report for evidence in found.evidence} == {"a", "b"}
