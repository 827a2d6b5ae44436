"""`secondsource settings` and --settings as a user types them, and the page that lists every knob."""

import json
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from secondsource.settings import Settings
from secondsource.settings.reading import read_settings
from secondsource.surfaces.cli import main
from secondsource.surfaces.settings import to_toml

DOCS = Path(__file__).parents[2] / "docs"
REPORT = (
    "Bridge at Ashvale closed\n\nThe Ashvale bridge was closed to lorries on Monday after cracks were found in it.\n"
)


def secondsource(*arguments: str, **variables: str) -> Result:
    return CliRunner().invoke(main, arguments, env=variables)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "own.toml"
    path.write_text("[clean]\nmin_words = 40\n", encoding="utf-8")
    return path


def test_the_settings_in_force_are_printed_as_a_file_of_settings(file: Path) -> None:
    done = secondsource("settings", "--settings", str(file), SECONDSOURCE_GROUP_LEAD_WORDS="50")
    assert done.exit_code == 0
    assert done.stdout.startswith(f"# file of settings: {file}\n")
    assert f"min_words = 40  # {file}\n" in done.stdout
    assert "lead_words = 50  # SECONDSOURCE_GROUP_LEAD_WORDS\n" in done.stdout
    assert "# Words that a sentence needs to be compared.\nleast_words = 4  # default\n" in done.stdout
    assert tomllib.loads(done.stdout)["clean"]["min_words"] == 40


def test_only_what_was_changed_is_printed(file: Path) -> None:
    done = secondsource("settings", "--changed", SECONDSOURCE_SETTINGS=str(file))
    assert tomllib.loads(done.stdout) == {"clean": {"min_words": 40}}


def test_the_same_as_json(file: Path) -> None:
    listed = json.loads(secondsource("settings", "--json", "--changed", "--settings", str(file)).stdout)
    assert listed["file"] == str(file)
    [setting] = listed["settings"]
    assert setting.pop("meaning").startswith("A page or paste with fewer words is rejected.")
    assert setting == {
        "stage": "clean",
        "name": "min_words",
        "value": 40,
        "default": 15,
        "variable": "SECONDSOURCE_CLEAN_MIN_WORDS",
        "read_from": str(file),
    }
    assert len(json.loads(secondsource("settings", "--json").stdout)["settings"]) > 100


@pytest.mark.parametrize("before", [True, False])
def test_every_command_takes_the_settings(file: Path, tmp_path: Path, before: bool) -> None:
    (tmp_path / "bridge.txt").write_text(REPORT, encoding="utf-8")
    command = ["read", str(tmp_path / "bridge.txt")]
    option = ["--settings", str(file)]
    done = secondsource(*(option + command if before else command + option))
    assert "rejection" in json.loads(done.stdout)
    assert "report" in json.loads(secondsource(*command).stdout)
    for name in main.commands:
        assert "--settings FILE" in secondsource(name, "--help").stdout


def test_a_wrong_file_is_one_line_and_no_result(file: Path) -> None:
    file.write_text("[clean]\nmin_wrods = 40\n", encoding="utf-8")
    for command in (["settings"], ["read", str(file)], ["fetch", "http://a.example", "--into", str(file.parent)]):
        done = secondsource(*command, "--settings", str(file))
        assert done.exit_code == 1
        assert done.stdout == ""
        told = f"{file}, line 2: [clean] min_wrods is no setting; did you mean min_words?"
        assert done.stderr == f"Error: {told}\n"


def test_a_lexicon_of_ones_own_is_set_like_all_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from secondsource.text.lexicon import FOLDER, load_lexicon

    monkeypatch.setenv(FOLDER, "")
    folder = tmp_path / "words"
    folder.mkdir()
    (folder / "outlets.toml").write_text("[[outlet]]\nname = 'The Ashvale Bee'\ndomains = ['ashvalebee.example']\n")
    report = tmp_path / "bridge.txt"
    report.write_text(f"{REPORT}\nhttps://ashvalebee.example/bridge\n", encoding="utf-8")
    load_lexicon.cache_clear()
    try:
        done = secondsource("read", str(report), SECONDSOURCE_LEXICON_FOLDER=str(folder))
        assert "The Ashvale Bee" in {entry["name"] for entry in load_lexicon("outlets")["outlet"]}
        assert done.exit_code == 0
    finally:
        load_lexicon.cache_clear()


def test_the_docs_list_every_setting_with_its_default() -> None:
    listed = (DOCS / "settings.toml").read_text(encoding="utf-8")
    expected = to_toml(read_settings("/dev/null", {}).choices)
    command = "secondsource settings --settings /dev/null | tail -n +3 > docs/settings.toml"
    assert listed == expected.lstrip("\n"), f"docs/settings.toml is not what the settings are; run: {command}"
    assert read_settings(str(DOCS / "settings.toml"), {}).settings == Settings()
