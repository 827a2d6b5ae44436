"""What figures are counted over, and how many days lie between a day and an event, read from sentences."""

import pytest

from secondsource.text.aftermaths import find_aftermaths
from secondsource.text.scopes import (
    are_counted_apart,
    are_of_two_peoples,
    are_of_two_places,
    are_way_and_size,
    find_extent,
    is_difference,
    is_gap,
    is_of_before,
    is_recalled,
)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("Prices rose in April", "Prices rose in March", True),
        ("Prices rose in April", "Prices rose on 3 March", False),
        ("Profit grew", "Sales grew", True),
        ("of patients under 50", "of patients over 70", True),
        ("watched the first leg", "watched the second leg", True),
        ("for nine years in prison", "prosecutors had asked for in prison", True),
        ("found in its first month", "found in a month", False),
        ("were injured", "were badly injured", True),
        ("the talks lasted", "after a break of the talks", True),
        ("the coach is left with", "the coach has", True),
        ("the fare had been crowns", "the fare is crowns", True),
        ("pots had been sold", "pots were sold", False),
        ("over a year, pills helped percent", "pills helped percent of patients", False),
    ],
)
def test_counted_apart(one: str, other: str, *, apart: bool) -> None:
    assert are_counted_apart((one, one), (other, other)) is apart


@pytest.mark.parametrize(
    ("behind", "told"),
    [
        (" seats fewer than the Union's", True),
        (" minutes longer than last year", True),
        (" seats more", True),
        (" seats in the house", False),
        (" or more seats", False),
        (" people, more of them in the north", False),
    ],
)
def test_differences(behind: str, *, told: bool) -> None:
    assert is_difference(behind) is told


@pytest.mark.parametrize(
    ("sentence", "number", "extent"),
    [
        ("In Osk alone 3,400 homes were cut off.", "3,400", "part"),
        ("It helps 11,000 homes in all of Orlia.", "11,000", "whole"),
        ("Of the 52 injured, six were in hospital.", "six", "degree"),
        ("Of the 52 injured, six were in hospital.", "52", None),
    ],
)
def test_extent(sentence: str, number: str, extent: str | None) -> None:
    start = sentence.index(number)
    assert find_extent(sentence, start, start + len(number)) == extent


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("On 10 May, a day after the verdict, he appealed.", [(1, "the verdict")]),
        ("On Friday, two weeks before the vote in Osk, he left.", [(-14, "the vote in Osk")]),
        ("On Friday, about two weeks before the vote, he left.", []),
        ("He left a day after the vote.", []),
    ],
)
def test_aftermaths(sentence: str, told: list[tuple[int, str]]) -> None:
    assert [(found.days, sentence[found.event_start : found.event_end]) for found in find_aftermaths(sentence)] == told


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("degrees in Osk on Tuesday", "were measured in Vell", True),
        ("degrees in Osk on Tuesday", "were measured near Osk", False),
        ("degrees in Osk", "were measured in March", False),
        ("degrees on Tuesday", "were measured in Vell", False),
    ],
)
def test_two_places(one: str, other: str, *, apart: bool) -> None:
    assert are_of_two_places(one, other) is apart


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (" Marnish sailors were saved", " Teskish sailors were saved", True),
        (" Marnish sailors were saved", " Marnish seamen were saved", False),
        (" sailors were saved", " Teskish sailors were saved", False),
    ],
)
def test_two_peoples(one: str, other: str, *, apart: bool) -> None:
    assert are_of_two_peoples(one, other) is apart


@pytest.mark.parametrize(
    ("sentence", "is_so"),
    [
        ("It was the worst wreck off Holm since 2011, when a ferry drowned <62 people.", True),
        ("The blaze recalled that of 1998, in which <eight people died.", True),
        ("Since Monday, when rain fell, <eight people have died.", False),
        ("When the ferry sank, <62 people died.", False),
    ],
)
def test_recalled(sentence: str, *, is_so: bool) -> None:
    assert is_recalled(sentence.replace("<", ""), sentence.index("<")) is is_so


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("Nobody had climbed the tower in", True),
        ("For no minister had gone there.", True),
        ("It was the first time in that the lake froze.", True),
        ("The lake was frozen for", False),
        ("The town gives them the meadow for", False),
    ],
)
def test_gap(clause: str, expected: bool) -> None:
    assert is_gap(clause) == expected


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        (" crowns at which the fish sold before the ban", True),
        (" crowns of the time before the war.", True),
        (" tonnes that it made before the fire", True),
        (" crowns for a fish", False),
        (" minutes before the bell rang", False),
        (" crowns, which he paid before he left", False),
    ],
)
def test_of_before(behind: str, expected: bool) -> None:
    assert is_of_before(behind) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("nine kilometres", " from the harbour"), ("21 kilometres", " long"), True),
        (("nine miles (14 km)", " off Osk"), ("21-mile", " tunnel"), True),
        (("nine kilometres", " (six miles) north of Osk"), ("21 kilometres", " wide and flat"), True),
        (("nine kilometres", " from the harbour"), ("12 kilometres", " north of the harbour"), False),
        (("nine kilometres", " long"), ("21 kilometres", " long"), False),
        (("nine kilometres", " of road"), ("21 kilometres", " long"), False),
    ],
)
def test_way_and_size(one: tuple[str, str], other: tuple[str, str], *, expected: bool) -> None:
    assert are_way_and_size(one, other) is expected
