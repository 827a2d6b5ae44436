"""Figures of several reports brought together, on stories made by hand."""

import pytest

from secondsource.stages.align.points import align
from tests.align.stated import figured, members, points
from tests.nouns import count, read, story, tell

Counted = tuple[str, str, float, str | None]
"""A sentence, the words of its figure, the value, and what is counted."""


TEN = "Ten boats searched the bay.", "Ten", 10, "boat"
DIED = "Fifteen people died at the mill.", "Fifteen", 15, "people"
SACKS = "The ship had 900 sacks of salt.", "900", 900, "sack"


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        (TEN, ("A total of 10 boats searched the bay.", "10", 10, "boat"), True),
        (DIED, ("At the mill 16 people died.", "16", 16, "people"), True),
        (DIED, ("At the mill 15 people were hurt.", "15", 15, "people"), False),
        (SACKS, ("The ship had 900 bags of salt.", "900", 900, "bag"), True),
        (SACKS, ("The tower of Arlen has 300 steps.", "300", 300, "step"), False),
        (DIED, ("The death toll at the mill stood at 17.", "17", 17, None), True),
        (("Harvest 30 seats.", "30", 30, "seat"), ("He won 29 for Harvest.", "29", 29, None), True),
        (
            ("Some 2,304,000 took part.", "2,304,000", 2304000, None),
            ("2.3 million voted.", "2.3 million", 2.3e6, None),
            True,
        ),
        (SACKS, ("They paid 901 crowns.", "901", 901, "crown"), False),
    ],
)
def test_figures_meet_by_what_they_count(one: Counted, other: Counted, meet: bool) -> None:
    found = points("figure", *(figured(name, *told[:3], of=told[3]) for name, told in (("a", one), ("b", other))))
    assert [len(point.statements) for point in found] == ([2] if meet else [1, 1])


def test_one_number_in_two_units_is_one_point() -> None:
    found = points(
        "figure",
        figured("a", "The ship carried 900 tons of salt.", "900 tons", 900, of="salt", unit="ton"),
        figured("b", "The ship carried 900 tonnes of salt.", "900 tonnes", 900, of="salt", unit="metric ton"),
    )
    assert [len(point.statements) for point in found] == [2]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            ("The talk lasted 90 minutes.", "90 minutes", 90, "minute"),
            ("The talk lasted two hours.", "two hours", 2, "hour"),
        ),
        (
            ("Turnout was 70 percent.", "70 percent", 70, "percentage"),
            ("Turnout: seven in ten.", "seven in ten", 0.7, None),
        ),
    ],
)
def test_one_quantity_is_compared_in_one_unit(
    one: tuple[str, str, float, str | None], other: tuple[str, str, float, str | None]
) -> None:
    told = (figured(name, *words[:3], unit=words[3]) for name, words in (("a", one), ("b", other)))
    assert [len(point.statements) for point in points("figure", *told)] == [2]


def test_years_and_months_are_one_length_of_time() -> None:
    text = "He was sent to prison for seven years and six months."
    reading = read("a", text)
    parts = [count(reading, "seven years", 7, unit="year"), count(reading, "six months", 6, unit="month")]
    (point,) = points("figure", (reading, tell(reading, figures=parts)))
    assert [(s.text, s.low, s.unit) for s in point.statements] == [("seven years and six months", 7.5, "year")]


def test_an_hour_and_some_minutes_are_one_length() -> None:
    reading = read("a", "The bridge was shut for an hour and 35 minutes.")
    told = tell(reading, figures=[count(reading, "35 minutes", 35, unit="minute")])
    (point,) = points("figure", (reading, told))
    assert [(s.text, round(s.low or 0, 2), s.unit) for s in point.statements] == [
        ("an hour and 35 minutes", 1.58, "hour")
    ]


def test_a_number_meets_its_own_value_before_another() -> None:
    told = [
        figured("a", "The mill has 40 looms in Arlen.", "40", 40, of="loom"),
        figured("b", "In Arlen the mill has 40 looms.", "40", 40, of="loom"),
        figured("c", "The mill has 44 looms in Arlen.", "44", 44, of="loom"),
    ]
    (point,) = points("figure", *told)
    assert [s.low for s in point.statements] == [40, 40, 44]
    assert any("same number" in reason for reason in point.reasons)


def test_the_dead_are_never_counted_with_the_hurt() -> None:
    told = [
        figured("a", "At the mill four people died.", "four", 4, of="people"),
        figured("b", "At the mill there were four.", "four", 4),
        figured("c", "At the mill four people were hurt.", "four", 4, of="people"),
    ]
    held = [{s.report for s in point.statements} for point in points("figure", *told)]
    assert not any({"a", "c"} <= reports for reports in held)


def test_a_telling_value_is_one_figure_however_it_is_worded() -> None:
    first = read("a", "The bidder offers 18.40 euros in cash, the board said.")
    second = read("b", "As of Tuesday we know what slim is worth: 18.40 each.")
    told = [
        (first, tell(first, figures=[count(first, "18.40 euros", 18.4, unit="euro")])),
        (second, tell(second, figures=[count(second, "18.40", 18.4)])),
    ]
    points = align(story(first, second), {reading.report.id: taken for reading, taken in told})
    assert [len(point.statements) for point in points if point.kind == "figure"] == [2]


TWO_REPORTS = [
    # the same number with another unit is one quantity; so is one said loosely
    ("The car wash lies 41 kilometres from the capital.", ("41 kilometres", 41, "kilometre", None),
     "It stands 41 miles from the capital, by the road.", ("41 miles", 41, "mile", None), True),
    ("The enzyme works best at 32 degrees Celsius.", ("32 degrees Celsius", 32, "celsius", None),
     "The enzyme likes 32 degrees.", ("32 degrees", 32, "degree", None), True),
    # a number that chance hardly gives twice, of people under a wider word
    ("Altogether 212 people drowned in the flood.", ("212", 212, None, "people"),
     "The flood drowned 212 villagers.", ("212", 212, None, "villager"), True),
    # the only length of two sentences that say the same, whatever it is
    ("The union accuses Tarn Stone of ignoring a crack 12 metres long.", ("12 metres", 12, "metre", None),
     "The union accuses Tarn Stone of having ignored a crack 20 metres long.", ("20 metres", 20, "metre", None), True),
    # other lengths of other things
    ("The union accuses Tarn Stone of ignoring a crack 12 metres long.", ("12 metres", 12, "metre", None),
     "The mayor opened a pool 20 metres long.", ("20 metres", 20, "metre", None), False),
    # one round number in two towns
    ("Nobody expected that 300 boats would come to Ulm.", ("300", 300, None, "boat"),
     "The school in Skarrow has 300 pupils.", ("300", 300, None, "pupil"), False),
    # money and people
    ("The bridge cost 41 million crowns.", ("41 million crowns", 41e6, "crown", None),
     "The show was seen by 41 million people.", ("41 million", 41e6, None, "people"), False),
]  # fmt: skip


@pytest.mark.parametrize(("first", "one", "second", "other", "is_one"), TWO_REPORTS)
def test_two_figures_of_one_thing(first, one, second, other, is_one) -> None:
    told = []
    for name, text, (words, value, unit, of) in (("a", first, one), ("b", second, other)):
        reading = read(name, text)
        told.append((reading, tell(reading, figures=[count(reading, words, value, unit=unit, of=of)])))
    assert any(len(point.statements) == 2 for point in points("figure", *told)) is is_one


def test_the_number_that_is_left_over_is_of_one_thing() -> None:
    """Two sentences with the same numbers but for one each: a tenth of the file, and a fifth."""
    told = []
    for name, text, words, share in (
        ("a", "Of the file of 248 pages 31 are gone, or 12.5 percent.", "12.5 percent", 12.5),
        ("b", "A full 20 percent of the file, 31 pages of 248, has vanished.", "20 percent", 20.0),
    ):
        reading = read(name, text)
        figures = [
            count(reading, "248", 248),
            count(reading, "31", 31),
            count(reading, words, share, unit="percentage"),
        ]
        told.append((reading, tell(reading, figures=figures)))
    held = [set(members(point).values()) for point in points("figure", *told)]
    assert {"12.5 percent", "20 percent"} in held


def test_what_another_number_repeats_is_no_repetition() -> None:
    """The dead of an earlier flood, told by two reports, are kept beside those of today, of whom three tell."""
    old, new = "The flood of 1983 killed 212 people.", "Floods on the Olm killed 60 people on Sunday."
    told = []
    for name, text in (("a", f"{new} {old}"), ("b", f"{new} {old}"), ("c", new)):
        reading = read(name, text)
        figures = [count(reading, words, float(words), of="people") for words in ("60", "212") if words in text]
        told.append((reading, tell(reading, figures=figures)))
    held = [set(members(point).values()) for point in points("figure", *told)]
    assert {"212"} in held
    assert {"60"} in held
