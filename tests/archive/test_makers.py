"""The version of a stage changes with what its results depend on, and with nothing else."""

from dataclasses import replace
from pathlib import Path

import pytest

from secondsource.archive import makers
from secondsource.archive.makers import judged_by, maker
from secondsource.settings import Settings
from secondsource.text.lexicon import FOLDER, load_lexicon


def test_a_knob_changes_only_its_own_stage() -> None:
    usual = Settings()
    other = replace(usual, group=replace(usual.group, title_weight=usual.group.title_weight + 1))
    assert maker("group", usual) != maker("group", other)
    assert [maker(stage, usual) == maker(stage, other) for stage in ("clean", "annotate", "extract")] == [True] * 3
    assert judged_by(usual) == judged_by(other)


def test_stages_have_versions_of_their_own() -> None:
    stages = ("clean", "annotate", "extract", "group", "trace", "align", "judge")
    assert len({maker(stage, Settings()) for stage in stages}) == len(stages)


def test_words_of_a_users_own_change_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = maker("clean", Settings())
    (tmp_path / "outlets.toml").write_text('[[outlet]]\nname = "The Orle"\ndomains = ["orle.example"]\n')
    monkeypatch.setenv(FOLDER, str(tmp_path))
    forget()
    own = maker("clean", Settings())
    monkeypatch.undo()
    forget()
    assert own != usual == maker("clean", Settings())


def forget() -> None:
    load_lexicon.cache_clear()
    makers._own_words.cache_clear()
