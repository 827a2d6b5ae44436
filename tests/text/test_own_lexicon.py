"""A user's own outlets, agencies and owners stand beside ours."""

from collections.abc import Callable
from pathlib import Path

import pytest

from secondsource.errors import UsageError
from secondsource.text import lexicon
from secondsource.text.lexicon import FOLDER, load_lexicon

OUTLETS = '[[outlet]]\nname = "The Skarrow Bee"\ndomains = ["skarrowbee.example"]\n'


@pytest.fixture
def load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], list[dict[str, object]]]:
    monkeypatch.setenv(FOLDER, str(tmp_path))
    fresh = load_lexicon.__wrapped__

    def from_file(name: str, text: str) -> list[dict[str, object]]:
        (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
        entries: list[dict[str, object]] = fresh(name)[lexicon.EXTENDABLE[name][0]]
        return entries

    return from_file


def test_own_entries_follow_ours(load: Callable[[str, str], list[dict[str, object]]]) -> None:
    found = load("outlets", OUTLETS)
    assert found[-1] == {
        "name": "The Skarrow Bee",
        "full": "The Skarrow Bee",
        "also": [],
        "domains": ["skarrowbee.example"],
    }
    assert len(found) > 100
    assert load("owners", '[[owner]]\nname = "Bee Trust"\nof = ["The Skarrow Bee"]')[-1]["of"] == ["The Skarrow Bee"]


@pytest.mark.parametrize(
    "text",
    [
        "[[outlet]\n",
        '[[outlet]]\nalso = ["Bee"]',
        '[[outlet]]\nname = ""',
        '[[outlet]]\nname = "Bee"\nalso = "Bee"',
        "outlet = 3",
    ],
)
def test_a_damaged_file_is_told(load: Callable[[str, str], list[dict[str, object]]], text: str) -> None:
    with pytest.raises(UsageError, match=r"outlets\.toml"):
        load("outlets", text)


def test_a_folder_that_is_none_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FOLDER, "/nowhere/at/all")
    with pytest.raises(UsageError, match="no folder"):
        load_lexicon.__wrapped__("agencies")
    assert load_lexicon.__wrapped__("calendar")


def test_owners_own_what_is_known() -> None:
    names = {entry["name"] for entry in (*load_lexicon("outlets")["outlet"], *load_lexicon("agencies")["agency"])}
    assert {name for owner in load_lexicon("owners")["owner"] for name in owner["of"]} <= names
