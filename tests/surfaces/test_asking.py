"""`secondsource ask` on the command line."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from secondsource.archive.adding import add
from secondsource.archive.archives import Archive
from secondsource.surfaces.cli import main

TOLD = (
    "Ferry to Ellith stopped\n\nThe ferry to Ellith was stopped on Monday after a crack was found in its hull, the"
    " harbour office of Skarrow said. “Nobody will sail before Friday,” said its head, Ada Quill. The ship carries 240"
    " passengers a day, and its repair will cost 2 million crowns, according to the office.\n"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with one report."""
    place = tmp_path_factory.mktemp("asking")
    (place / "one.txt").write_text(TOLD)
    with Archive(place / "archive", make=True) as archive:
        list(add(archive, [str(place / "one.txt")]))
    return place


def ask(folder: Path, *options: str, given: str = "") -> Result:
    return CliRunner().invoke(main, ["ask", "--archive", str(folder / "archive"), *options], input=given)


def test_a_text_from_standard_input_is_set_beside_the_archive(folder: Path) -> None:
    told = ask(
        folder, "-", given=TOLD + "\nA tug brought the ship to the yard of Tessaly in the evening, said Ada Quill.\n"
    )
    assert told.exit_code == 0, told.output
    assert "would join story" in told.output
    assert "one.txt" in told.output
    assert "only here: one statement" in told.output


def test_json_has_the_keys_of_the_contract(folder: Path) -> None:
    told = json.loads(ask(folder, "--json", "-", given=TOLD.replace("Monday", "Tuesday")).output)
    assert told["report"]["id"] == "asked"
    assert told["story"]["reports"] == 1
    contract = (Path(__file__).parents[2] / "docs" / "contract.md").read_text("utf-8")
    for key in (*told, *told["statements"][0]):
        assert f'"{key}"' in contract, key


@pytest.mark.parametrize(
    ("path", "told"), [("/no/such/file", "no such file"), (".", "is a folder"), ("-", "cannot be read: empty")]
)
def test_what_cannot_be_asked_is_told_in_one_line(folder: Path, path: str, told: str) -> None:
    said = ask(folder, path)
    assert said.exit_code == 1
    assert told in said.output
    assert said.output.count("\n") == 1
