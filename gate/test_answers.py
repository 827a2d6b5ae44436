"""What the network of answers reached on stories that it was not taught with (answers.toml); a floor may only rise."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

from gate.score_answers import score
from gate.train_answers.stories import read_stories

FLOORS = tomllib.loads(Path(__file__).with_name("answers.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def reached() -> Mapping[str, tuple[float, float]]:
    return score(story for stories in read_stories("unseen").values() for story in stories)


@pytest.mark.parametrize("kind", FLOORS)
def test_no_kind_sinks(kind: str, reached: Mapping[str, tuple[float, float]]) -> None:
    assert all(share >= floor for share, floor in zip(reached[kind], FLOORS[kind], strict=True)), reached[kind]


def test_every_kind_has_its_floors(reached: Mapping[str, tuple[float, float]]) -> None:
    assert set(reached) == set(FLOORS)
