"""The story test: each stage's output on the example story against its gold.

A floor is the share of the gold that a stage reached when it was last worked on; it may only be raised.
"""

from pathlib import Path

import pytest

from tests.stories.gold import STAGES, GoldStory, unwanted_findings

FLOORS = {
    "cleaning": 1.0,
    "credits": 1.0,
    "direct quotations": 0.0,
    "speakers of direct quotations": 0.0,
    "indirect attributions": 0.0,
    "figures": 0.0,
    "times": 0.0,
    "lineages": 1.0,
    "derivations": 1.0,
    "points": 0.0,
    "findings": 0.0,
    "omissions": 0.0,
}


@pytest.fixture(scope="module")
def story() -> GoldStory:
    return GoldStory(Path(__file__).parents[2] / "examples" / "harbour")


def test_it_is_one_story_and_nothing_was_rejected(story: GoldStory) -> None:
    assert [len(judged.story.readings) for judged in story.dossier.stories] == [8]
    assert story.dossier.rejections == ()
    assert story.judged.story.happened_on == story.gold["story"]["happened_on"]
    assert any(word in story.judged.story.title for word in story.gold["story"]["title_words"])


@pytest.mark.parametrize("stage", STAGES)
def test_stage_reaches_its_floor(story: GoldStory, stage: str) -> None:
    comparison = STAGES[stage](story)
    missed = "\n  ".join(comparison.missed)
    assert comparison.share >= FLOORS[stage], f"{comparison.share:.3f} of {stage}; missed:\n  {missed}"


def test_few_findings_are_unwanted(story: GoldStory) -> None:
    unwanted = unwanted_findings(story)
    assert len(unwanted) <= 4, "\n".join(unwanted)
