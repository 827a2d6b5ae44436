"""What is counted is what docs/tracing.md says is counted."""

import pytest

from gate.baselines import join
from gate.clough_stevenson import count_f1, find_best_levels
from gate.measures import Tally, Verdict, compare, summarise, to_kinds, to_row
from gate.stemma_stories import LOST, KnownStory
from tests.nouns import read

STORY = KnownStory(
    "story",
    [],
    [{"a", "b", "c"}, {"d"}, {"e", "f"}],
    {("b", "a", "rewritten"), ("c", "b", "trimmed"), ("e", "lost:w", "rewritten"), ("f", "lost:w", "trimmed")},
    {("b", "a"): {"rewritten"}, ("c", "b"): {"trimmed", "chain"}, ("e", "lost:w"): {"lost original"}},
)
RIGHT = Verdict(
    [["a", "b", "c"], ["d"], ["e", "f"]],
    {("b", "a"): "rewritten", ("c", "b"): "trimmed", ("e", LOST): "rewritten", ("f", LOST): "trimmed"},
)
WRONG = Verdict(
    [["a", "b", "c", "d"], ["e"], ["f"]], {("a", "b"): "rewritten", ("c", "b"): "verbatim", ("d", "a"): "trimmed"}
)


def count(verdict: Verdict) -> tuple[Tally, list[str]]:
    tally = Tally()
    return tally, list(compare(STORY, verdict, tally))


def test_what_is_right_counts_in_full() -> None:
    tally, errors = count(RIGHT)
    assert errors == []
    assert summarise(tally) == {
        "lineage_f1": 1.0, "sources_right": 1.0, "called_copies": 0.0, "edge_f1": 1.0, "direction": 1.0, "manner": 1.0,
    }  # fmt: skip


def test_each_error_counts_where_it_belongs() -> None:
    tally, errors = count(WRONG)
    reached = summarise(tally)
    assert reached["lineage_f1"] == pytest.approx(2 * 3 / (6 + 4))
    assert reached["sources_right"] == 1.0
    assert (tally["called_copies"], tally["independent"]) == (1, 2)
    assert reached["edge_f1"] == pytest.approx(2 * 1 / (3 + 4))
    assert (tally["joined_right"], tally["joined"]) == (1, 2)
    assert reached["manner"] == 0.0
    assert "story: wrongly joined: ['a', 'd']" in errors
    assert "story: ('c', 'b') is trimmed, not verbatim" in errors


def test_a_lost_original_shared_with_a_stranger_makes_false_copies() -> None:
    tally, _ = count(
        Verdict([["a", "d"], ["b", "c"], ["e", "f"]], {("a", LOST): "rewritten", ("d", LOST): "rewritten"})
    )
    assert tally["called_copies"] == 2


def test_kinds_are_told_apart() -> None:
    rows = {row.split(" | ")[0].strip("| "): row for row in to_kinds({"it": count(WRONG)[0]})}
    assert rows["chain"] == "| chain | 100% (1 of 1) | 100% (1 of 1) | 0% (0 of 1) |"
    assert rows["lost original"] == "| lost original | 0% (0 of 1) | 0% (0 of 1) | 0% (0 of 1) |"
    assert rows["rewritten"] == "| rewritten | 100% (1 of 1) | 0% (0 of 1) | 0% (0 of 1) |"


def test_a_row_gives_counts_beside_shares() -> None:
    row = to_row("it", count(RIGHT)[0], tells_manner=False)
    assert row == "| it | 1.000 | 100% (1 of 1) | 0 of 2 | 1.000 (4 right, 4 given, 4 true) | 100% (2 of 2) | – |"


def test_a_baseline_joins_what_is_alike_and_takes_the_earlier_for_the_parent() -> None:
    import numpy as np

    readings = [
        read(name, "A.", day=day) for name, day in (("late", "2030-05-03"), ("early", "2030-05-01"), ("x", None))
    ]
    story = KnownStory("story", readings, [])
    verdict = join(story, np.array([[1.0, 0.8, 0.1], [0.8, 1.0, 0.2], [0.1, 0.2, 1.0]]), 0.5)
    assert [list(group) for group in verdict.lineages] == [["late", "early"], ["x"]]
    assert verdict.edges == {("late", "early"): None}


@pytest.mark.parametrize(
    ("values", "levels", "right"),
    [
        ([0.1, 0.3, 0.5, 0.9], ["non", "heavy", "light", "cut"], 4),
        ([0.9, 0.5, 0.3, 0.1], ["non", "heavy", "light", "cut"], 1),
        ([0.1, 0.2, 0.3, 0.4, 0.5], ["non", "cut", "non", "cut", "cut"], 4),
        ([0.1, 0.2, 0.3], ["cut", "cut", "cut"], 3),
    ],
)
def test_best_levels_are_those_of_three_thresholds(values: list[float], levels: list[str], right: int) -> None:
    assert find_best_levels(values, levels) == right


def test_f1_of_copied_or_not() -> None:
    assert count_f1([True, True, False], [True, False, True]) == 0.5
    assert count_f1([False], [True]) == 0.0
