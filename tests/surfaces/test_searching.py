"""`secondsource search`, `like` and `holding`, from the command line to what is printed."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from secondsource.surfaces.cli import main
from tests.archive.shelves import FIRE, VOTE, open_shelf, put


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> str:
    made = tmp_path_factory.mktemp("searching")
    with open_shelf(made) as archive:
        for name, text in (
            ("Beacon", FIRE[0]),
            ("Gazette", FIRE[1]),
            ("Ledger", VOTE[0]),
            ("Evil\x1b[2J", "Ash \x1b."),
        ):
            put(archive, name, text)
    return str(made)


def run(folder: str, *words: str, given: str | None = None) -> Result:
    return CliRunner().invoke(main, [*words, "--archive", folder], input=given)


def test_hits_stand_in_their_sentence_with_the_words_marked(folder: str) -> None:
    found = run(folder, "search", "sawmill", '"burned down"')
    head, _, report, sentence = found.output.splitlines()
    assert (found.exit_code, head) == (0, "one report")
    assert report.startswith("Gazette · 2031-04-30  [report Gazette, story ")
    assert sentence == "  The **sawmill** in Tannberg **burned down** on Monday."


def test_options_say_the_same_as_fields(folder: str) -> None:
    by_option = run(folder, "search", "sawmill", "--outlet", "beacon", "--from", "2031", "--to", "2031-04")
    by_field = run(folder, "search", "sawmill outlet:beacon from:2031 to:2031-04")
    assert by_option.output == by_field.output
    assert "Beacon" in by_option.output
    assert "Gazette" not in by_option.output


def test_words_to_do_without_need_no_quotes(folder: str) -> None:
    assert "Gazette" not in run(folder, "search", "sawmill", "-burned").output


def test_json_has_the_promised_keys(folder: str) -> None:
    told = json.loads(run(folder, "search", "--json", "sawmill", "outlet:gazette", "outlet:nobody").output)
    assert (told["total"], told["is_least"], told["unknown"]) == (1, False, ["outlet nobody"])
    (hit,) = told["hits"]
    assert hit["text"] == FIRE[1][slice(*hit["sentence"])]
    assert [FIRE[1][slice(*mark)] for mark in hit["marks"]] == ["sawmill"]
    assert hit["report"]["id"] == "Gazette"
    assert hit["statement"] is None


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["search", "sawmill OR"], "OR needs a word"),
        (["search", "--colour", "red"], "there is no option --colour"),
        (["search"], "nothing to look for"),
        (["search", "--from", "May", "x"], "from: takes a day"),
        (["holding", "no-such-file"], "cannot read no-such-file"),
        (["like", "…"], "there is no word in the text"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(folder: str, words: list[str], why: str) -> None:
    refused = run(folder, *words)
    assert refused.exit_code == 1
    assert why in refused.output
    assert refused.output.count("\n") == 1


def test_no_text_commands_the_terminal(folder: str) -> None:
    assert "\x1b" not in run(folder, "search", "ash").output


def test_a_pasted_text_is_looked_for(folder: str, tmp_path: Path) -> None:
    pasted = tmp_path / "pasted.txt"
    pasted.write_text(FIRE[1], encoding="utf-8")
    printed = run(folder, "holding", str(pasted))
    assert "holds 100% of it: 100% in the same words, 0% rewritten" in printed.output
    told = json.loads(run(folder, "holding", "-", "--json", given=FIRE[1]).output)["holdings"]
    assert (told[0]["report"]["id"], told[0]["share"], told[0]["verbatim_share"]) == ("Gazette", 1.0, 1.0)
    assert {passage["is_verbatim"] for passage in told[0]["passages"]} == {True}


def test_no_statement_is_like_one_where_there_are_none(folder: str) -> None:
    assert run(folder, "like", "The mill burned").output == "no statements\n"
