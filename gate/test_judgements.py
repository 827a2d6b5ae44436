"""What judging reached on the gold stories, measure by measure and summed (judgements.toml); a floor may only rise."""

import tomllib
from pathlib import Path

import pytest

from gate.score_judgements import CONFLICTS, STORIES, Score, score, sum_scores
from tests.stories.gold import GoldStory

NATURAL = {"natural": False, "natural, unread": True}
"""Stories told as such events are, by what is pinned of them: whether nobody has read what is missed in them."""
PLAIN = {"plain news": "plain/*/", "news dense in numbers": "dense/*/"}
"""Folders of stories whose reports all fit together, by what is pinned of them."""
PINNED = tomllib.loads(Path(__file__).with_name("judgements.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def total() -> dict[str, Score]:
    return sum_scores(score(GoldStory(folder)) for folder in STORIES)


@pytest.mark.parametrize("measure", PINNED["floors"])
def test_no_measure_sinks(measure: str, total: dict[str, Score]) -> None:
    reached, (precision, recall) = total[measure], PINNED["floors"][measure]
    told = "\n".join(reached.errors)
    assert reached.precision >= precision, told
    assert reached.recall >= recall, told


@pytest.fixture(scope="module")
def natural() -> dict[str, dict[str, Score]]:
    """The stories told as such events are, those that nobody has read apart: what they show nobody has mended."""
    folders = sorted(Path(__file__).parent.glob("natural/*/"))
    return {
        kind: sum_scores(
            score(GoldStory(folder)) for folder in folders if (folder.name in PINNED["unread"]) is is_unread
        )
        for kind, is_unread in NATURAL.items()
    }


@pytest.mark.parametrize(("kind", "measure"), [(kind, measure) for kind in NATURAL for measure in PINNED[kind]])
def test_no_measure_of_natural_stories_sinks(kind: str, measure: str, natural: dict[str, dict[str, Score]]) -> None:
    reached, (precision, recall) = natural[kind][measure], PINNED[kind][measure]
    assert reached.precision >= precision, kind
    assert reached.recall >= recall, kind


@pytest.mark.parametrize("kind", NATURAL)
def test_natural_stories_have_few_unwanted_conflicts(kind: str, natural: dict[str, dict[str, Score]]) -> None:
    conflicts = natural[kind][CONFLICTS]
    assert 10 * conflicts.unwanted / conflicts.asked <= PINNED[f"conflicts in {kind} stories"]


@pytest.mark.parametrize("kind", PLAIN)
def test_reports_that_fit_together_are_seldom_set_against_one_another(kind: str) -> None:
    folders = sorted(Path(__file__).parent.glob(PLAIN[kind]))
    conflicts = sum_scores(score(GoldStory(folder)) for folder in folders)[CONFLICTS]
    assert 10 * conflicts.unwanted / conflicts.asked <= PINNED[f"conflicts in {kind}"]


def test_few_conflicts_are_unwanted(total: dict[str, Score]) -> None:
    assert 10 * total[CONFLICTS].unwanted / total[CONFLICTS].asked <= PINNED["conflicts"]
