"""Lengths of time as texts tell them, and hours in words."""

import pytest

from secondsource.text.ages import find_who
from secondsource.text.lengths import are_one_length, find_told_lengths
from secondsource.text.moments import find_moments, name_moments

HOUR, DAY = 60.0, 1.0


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("It took six and three-quarter hours.", 6.75 * HOUR, 6.75 * HOUR),
        ("It took ten hours and three-quarters.", 10.75 * HOUR, 10.75 * HOUR),
        ("It took ten hours and 45 minutes.", 10.75 * HOUR, 10.75 * HOUR),
        ("It took an hour and twenty minutes.", 80.0, 80.0),
        ("It took two weeks and three days.", 17 * DAY, 17 * DAY),
        ("It took a dozen days.", 12 * DAY, 12 * DAY),
        ("It took more than nine hours.", 9 * HOUR, float("inf")),
        ("It took less than nine hours.", 0.0, 9 * HOUR),
        ("They met for an hour and 90 minutes later left.", HOUR, HOUR),
    ],
)
def test_what_a_length_means(text: str, least: float, most: float) -> None:
    told = next(find_told_lengths(text))
    assert (told.least, told.most) == (least, most)


@pytest.mark.parametrize(
    ("text", "hours", "fits"),
    [
        ("nearly twelve hours", 10.75, False),
        ("nearly twelve hours", 11.2, True),
        ("nearly twelve hours", 12.8, False),
        ("almost nine hours", 6.75, False),
        ("almost nine hours", 8.25, True),
        ("nearly 20 hours", 17.5, True),
        ("about nine hours", 7.5, True),
    ],
)
def test_nearly_is_a_unit_less_or_a_part_of_a_round_number(text: str, hours: float, fits: bool) -> None:
    (told,) = find_told_lengths(text)
    assert told.fits(hours * HOUR, hours * HOUR, as_step=False) is fits


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("It rang at half past eleven and again at a quarter to nine in the evening.", [690, 1245]),
        ("By ten to five they had left.", [290]),
        ("They won ten to five.", []),
        ("At ten o'clock at night, twelve o’clock at night and 5 o’clock.", [1320, 0, 300]),
        ("From quarter past 3 until 6.30pm.", [195, 1110]),
    ],
)
def test_hours_in_words(text: str, minutes: list[int]) -> None:
    assert [moment.minute for moment in find_moments(text)] == minutes


def test_a_moment_has_one_name_however_it_is_written() -> None:
    assert name_moments("on 4 March, at 7.35pm") == name_moments("at 7:35 p.m. on March 4")
    assert name_moments("until June 2030") == name_moments("in June 2030, on Friday")


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ((22, "day"), (3, "week"), True),
        ((30, "day"), (3, "week"), False),
        ((54, "month"), (4.5, "year"), True),
        ((90, "minute"), (4, "hour"), False),
        ((3, "week"), (3, "week"), False),
        ((3, "metre"), (3, "week"), False),
    ],
)
def test_lengths_in_two_units(one: tuple[float, str], other: tuple[float, str], is_one: bool) -> None:
    assert are_one_length(*one, *other) is is_one


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("On Monday Jorun Castell, 47, came.", "Castell"),
        ("The woman from Osk hit Ruben Malk, 71, in the face.", "Malk"),
        ("The 57-year-old Ilan Marsk rows.", "Marsk"),
        ("He is 44 and lives in Brask.", ""),
        ("The gunman, who lived in Brask, is 44.", ""),
    ],
)
def test_whose_age_it_is(sentence: str, who: str) -> None:
    at = next(i for i, c in enumerate(sentence) if c.isdigit())
    assert find_who(sentence, at, at + 2) == who
