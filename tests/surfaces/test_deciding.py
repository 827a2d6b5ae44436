"""`secondsource decide`, `decisions` and `undo`, from the command line to the stories."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from secondsource.surfaces.cli import main
from tests.archive.shelves import FIRE, VOTE, open_shelf, put, story_of


@pytest.fixture
def folder(tmp_path: Path) -> str:
    with open_shelf(tmp_path) as archive:
        for name, text in (("fire0", FIRE[0]), ("fire1", FIRE[1]), ("vote0", VOTE[0])):
            put(archive, name, text)
    return str(tmp_path)


def run(folder: str, *words: str) -> Result:
    return CliRunner().invoke(main, [*words, "--archive", folder])


def story(folder: str, report: str) -> str:
    with open_shelf(Path(folder)) as archive:
        return story_of(archive, report)


def test_stories_are_corrected_and_the_log_tells_how(folder: str) -> None:
    fire, vote = story(folder, "fire0"), story(folder, "vote0")
    merged = run(folder, "decide", "merge", fire, vote, "--by", "Ines")
    assert (merged.exit_code, merged.output) == (0, f"decision 1: merge; story {fire}\n")
    assert story(folder, "vote0") == fire
    parted = run(folder, "decide", "split", fire, "vote0", "--by", "Jon")
    assert parted.exit_code == 0
    assert "it contradicts decision 1: the later holds" in parted.output
    assert run(folder, "decide", "rename", fire, "The mill").exit_code == 0
    assert run(folder, "decide", "not-a-copy", "fire1", "fire0").exit_code == 0
    again = run(folder, "decide", "same-source", "fire1", "fire0")
    assert "it contradicts decision 4" in again.output
    assert run(folder, "undo", "5", "--by", "Kim").output.startswith("undone:    5  2")
    listed = run(folder, "decisions", "--all").output.splitlines()
    assert listed[0].endswith("Ines  merge  fire0 fire1  |  vote0  (overruled, at least in part, by decision 2)")
    assert listed[2].endswith("rename  “The mill”  fire0 fire1")
    assert "(undone by Kim, " in listed[4]
    told = [json.loads(line) for line in run(folder, "decisions", "--json").output.splitlines()]
    assert [one["number"] for one in told] == [1, 2, 3, 4]
    assert told[1] | {"made_at": ""} == {
        "number": 2, "kind": "split", "reports": ["vote0"], "others": ["fire0", "fire1"], "title": None,
        "made_by": "Jon", "made_at": "", "overruled_by": [], "undone_by": None, "undone_at": None,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["decide", "merge", "nothing", "never"], "there is no story nothing"),
        (["decide", "split", "STORY", "vote0"], "report vote0 is not of story"),
        (["decide", "lock", "nothing"], "there is no story nothing"),
        (["decide", "not-a-copy", "fire0", "nobody"], "there is no report nobody"),
        (["decide", "same-source", "fire0"], "two different reports"),
        (["undo", "7"], "there is no decision 7"),
    ],
)
def test_slips_are_told_in_one_line(folder: str, words: list[str], told: str) -> None:
    result = run(folder, *(story(folder, "fire0") if word == "STORY" else word for word in words))
    assert result.exit_code == 1
    assert told in result.output
    assert len(result.output.splitlines()) == 1


def test_whoever_is_logged_in_decides(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "petra")
    run(folder, "decide", "lock", story(folder, "fire0"))
    (made,) = run(folder, "decisions", "--json").output.splitlines()
    assert json.loads(made)["made_by"] == "petra"
