"""What tracing reached on the stories written by hand, story by story (floors.toml); a floor may only rise."""

import tomllib
from pathlib import Path

import pytest

from gate.measures import Tally, compare, summarise
from gate.score_stemmata import HELD_OUT, WRITTEN, judge
from gate.stemma_stories import KnownStory, read_written

FLOORS = tomllib.loads(Path(__file__).with_name("floors.toml").read_text(encoding="utf-8"))


def test_every_story_has_a_floor() -> None:
    assert FLOORS["stories"].keys() == {path.stem for path in WRITTEN.glob("*.toml")}
    assert FLOORS["held-out"].keys() == {path.stem for path in HELD_OUT.glob("*.toml")}


@pytest.fixture(scope="module")
def stories() -> dict[str, KnownStory]:
    return {story.name: story for folder in (WRITTEN, HELD_OUT) for story in read_written(folder)}


@pytest.mark.parametrize(("name", "floor"), [*FLOORS["stories"].items(), *FLOORS["held-out"].items()])
def test_tracing_does_not_sink(name: str, floor: dict[str, float], stories: dict[str, KnownStory]) -> None:
    tally = Tally()
    told = "\n".join(compare(stories[name], judge(stories[name]), tally))
    reached = summarise(tally)
    assert tally["called_copies"] == 0, told
    assert reached["lineage_f1"] >= floor["lineages"], told
    assert reached["sources_right"] >= floor["sources"], told
    assert reached["edge_f1"] >= floor["edges"], told
    assert reached["manner"] == 1.0, told
