"""The story tests: each stage's output on stories written for this project, against their gold.

floors.toml holds the share of each gold that each stage reached when it was last worked on; a floor may only rise.
"""

import tomllib
from pathlib import Path

import pytest

from tests.stories.comparisons import STAGES, unwanted_findings
from tests.stories.gold import GoldStory

HERE = Path(__file__).parent
FLOORS = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))
EXAMPLE = HERE.parents[1] / "examples" / "harbour"


@pytest.fixture(scope="module", params=FLOORS)
def story(request: pytest.FixtureRequest) -> GoldStory:
    name: str = request.param
    return GoldStory(EXAMPLE if name == EXAMPLE.name else HERE / name)


def test_it_is_one_story_and_nothing_was_rejected(story: GoldStory) -> None:
    assert len(story.dossier.stories) == 1
    assert story.dossier.rejections == ()


@pytest.mark.parametrize("stage", STAGES)
def test_stage_reaches_its_floor(story: GoldStory, stage: str) -> None:
    comparison = STAGES[stage](story)
    missed = "\n  ".join(comparison.missed)
    assert comparison.share >= FLOORS[story.name][stage], f"{comparison.share:.3f}; missed:\n  {missed}"


def test_few_findings_are_unwanted(story: GoldStory) -> None:
    unwanted = unwanted_findings(story)
    assert len(unwanted) <= FLOORS[story.name]["unwanted findings"], "\n".join(unwanted)


def test_every_story_has_its_floors() -> None:
    stories = {folder.name for folder in HERE.iterdir() if (folder / "gold.toml").exists()} | {EXAMPLE.name}
    assert stories == set(FLOORS)
    assert all(set(floors) == {*STAGES, "unwanted findings"} for floors in FLOORS.values())
