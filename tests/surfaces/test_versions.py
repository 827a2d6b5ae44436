"""`secondsource versions`: a readable diff, and the same as JSON."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from secondsource.surfaces.cli import main
from tests.archive.shelves import FIRE, VOTE, open_shelf, put, story_of


@pytest.fixture
def folder(tmp_path: Path) -> str:
    with open_shelf(tmp_path) as archive:
        put(archive, "mill", FIRE[0] + " Nobody was hurt.", seen_at="2032-01-01T00:00:00+00:00")
        put(archive, "mill", FIRE[0].replace("Forty", "Sixty"), seen_at="2032-01-03T00:00:00+00:00")
        put(archive, "mill", FIRE[0].replace("Forty", "Sixty").replace(".", " ."), seen_at="2032-01-04T00:00:00+00:00")
        put(archive, "vote", VOTE[0])
    return str(tmp_path)


def run(folder: str, *words: str) -> str:
    result = CliRunner().invoke(main, ["versions", *words, "--archive", folder])
    assert result.exit_code == 0, result.output
    return result.output


def test_the_diff_is_readable(folder: str) -> None:
    lines = run(folder, "mill").splitlines()
    assert lines[1:] == [
        "  1  mill  seen 2032-01-01 00:00  stamped 2031-04-30",
        "  2  mill-2  seen 2032-01-03 00:00  stamped 2031-04-30  in the story",
        "  3  mill-3  seen 2032-01-04 00:00  stamped 2031-04-30",
        "  1 → 2: edited silently: it bears the same stamps, and no note tells of it",
        "      reworded: [-Forty-] firefighters fought flames at the sawmill all night. → "
        "{+Sixty+} firefighters fought flames at the sawmill all night.",
        "      removed: Nobody was hurt.",
        "  2 → 3: cosmetic, no word changed",
    ]


def test_json_has_every_span_in_its_own_version(folder: str) -> None:
    told = json.loads(run(folder, "mill-3", "--json"))
    assert [version["report"] for version in told["versions"]] == ["mill", "mill-2", "mill-3"]
    first, second = told["revisions"]
    assert [
        (one["kind"], one["before"]["text"], one["after"] and one["after"]["start"]) for one in first["sentences"]
    ] == [
        ("reworded", FIRE[0].split(". ")[1], FIRE[0].index("Forty")),
        ("removed", "Nobody was hurt.", None),
    ]
    assert (first["is_silent"], first["is_cosmetic"], second["is_cosmetic"]) == (True, False, True)


def test_of_a_story_only_edited_articles_are_shown(folder: str) -> None:
    with open_shelf(Path(folder)) as archive:
        fire, vote = story_of(archive, "mill-2"), story_of(archive, "vote")
    assert len(run(folder, fire, "--json").splitlines()) == 1
    assert run(folder, vote) == "no article of this story was seen with other words\n"
