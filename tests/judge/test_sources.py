"""How many independent sources a point rests on, and what the number hangs on."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from secondsource.model.findings import Point, Statement
from secondsource.model.spans import Span
from secondsource.model.stories import Doubt
from secondsource.stages.judge.cases import Case
from secondsource.stages.judge.sources import SourceCount, count_sources
from tests.nouns import lineages, read, silent, story

TEXT = "Nine boats sank off Corrow."


def count(
    told: dict[str, Sequence[str]],
    *groups: Sequence[str],
    doubts: Sequence[Doubt] = (),
    speaker: str | None = None,
    names: dict[int, str] | None = None,
) -> SourceCount:
    """The sources of a point that each report of `told` tells with these carriers; `groups` are the lineages."""
    readings = [read(name, TEXT) for group in groups for name in group]
    stemma = replace(lineages(*groups, names=names), doubts=tuple(doubts))
    case = Case(story(*readings), silent(*readings), stemma)
    span = Span(0, len(TEXT))
    statements = tuple(
        Statement(name, "claim", span, TEXT, speaker=speaker, via=tuple(via)) for name, via in told.items()
    )
    return count_sources(Point("p", "claim", TEXT, None, statements, ()), case)


@pytest.mark.parametrize(
    ("told", "number"),
    [
        ({"a": [], "b": []}, 2),
        ({"a": ["TASS"], "b": ["TASS"]}, 1),
        ({"a": ["TASS"], "b": ["the ITAR-TASS"]}, 2),
        ({"a": ["The Associated Press"], "b": ["AP"]}, 1),
        ({"a": ["the harbour office"], "b": ["The harbour office"]}, 1),
        ({"a": ["TASS"], "b": ["Reuters"]}, 2),
    ],
)
def test_lineages_that_have_it_from_one_carrier_are_one_source(told: dict[str, Sequence[str]], number: int) -> None:
    assert count(told, ["a"], ["b"]).number == number


def test_an_agency_given_as_the_speaker_is_a_carrier() -> None:
    assert count({"a": [], "b": []}, ["a"], ["b"], speaker="Reuters").number == 1
    assert count({"a": [], "b": []}, ["a"], ["b"], speaker="Mara Linde").number == 2


def test_who_has_it_from_a_report_of_the_story_adds_no_source() -> None:
    assert count({"Corrow Post": [], "b": ["the Corrow Post"]}, ["Corrow Post"], ["b"]).number == 1


def test_a_carrier_that_only_some_of_a_lineage_name_makes_a_range() -> None:
    counted = count({"a": ["TASS"], "a2": [], "b": ["TASS"]}, ["a", "a2"], ["b"])
    assert (counted.number, counted.low, counted.high) == (2, 1, 2)
    assert counted.hangs_on == ("a and b may both have it from TASS",)


def test_a_doubt_counts_only_where_both_sides_tell_the_point() -> None:
    apart = Doubt(("a",), ("b",), is_joined=False, score=0.4, reason="not sure")
    counted = count({"a": [], "b": []}, ["a"], ["b"], ["c"], doubts=[apart])
    assert (counted.number, counted.low, counted.high, counted.hangs_on) == (2, 1, 2, ("not sure",))
    counted = count({"a": [], "c": []}, ["a"], ["b"], ["c"], doubts=[apart])
    assert (counted.number, counted.low, counted.high, counted.hangs_on) == (2, 2, 2, ())


def test_a_lineage_held_together_by_a_doubt_may_be_two_sources_but_not_with_one_carrier() -> None:
    joined = Doubt(("a",), ("b",), is_joined=True, score=0.6, reason="not sure")
    assert count({"a": [], "b": []}, ["a", "b"], doubts=[joined]).high == 2
    assert count({"a": ["TASS"], "b": ["TASS"]}, ["a", "b"], doubts=[joined]).high == 1


def test_the_range_of_a_story() -> None:
    doubts = (
        Doubt(("a",), ("b",), is_joined=False, score=0.4, reason=""),
        Doubt(("b",), ("c",), is_joined=False, score=0.3, reason=""),
        Doubt(("a",), ("c",), is_joined=False, score=0.3, reason=""),
        Doubt(("d",), ("e",), is_joined=True, score=0.6, reason=""),
    )
    stemma = replace(lineages(["a"], ["b"], ["c"], ["d", "e"]), doubts=doubts)
    assert stemma.sources_range == (2, 5)
    assert lineages(["a"], ["b", "c"]).sources_range == (2, 2)
