"""Whether statements about one matter find one another, story by story (alignments.toml); a floor may only rise."""

import tomllib
from pathlib import Path

import pytest

from gate.score_alignments import KINDS, STORIES, compare_pairs
from tests.stories.gold import GoldStory

FLOORS = tomllib.loads(Path(__file__).with_name("alignments.toml").read_text(encoding="utf-8"))


def test_every_story_has_its_floors() -> None:
    assert FLOORS.keys() == {folder.name for folder in STORIES}
    assert all(floors.keys() == set(KINDS) for floors in FLOORS.values())


@pytest.mark.parametrize("folder", STORIES, ids=lambda folder: folder.name)
def test_aligning_does_not_sink(folder: Path) -> None:
    story = GoldStory(folder)
    for kind in KINDS:
        pairs, told = compare_pairs(story, kind)
        assert pairs.f1 >= FLOORS[story.name][kind], f"{kind}: {pairs}\n" + "\n".join(told)
