"""Who speaks, in whole reports from press conferences."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.extract.told import tell

REPORTS: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "pressers.toml").read_text(encoding="utf-8"))[
    "report"
]
ROWS = [(report["text"].strip(), words, speaker) for report in REPORTS for words, speaker in report["quotes"]]


@pytest.mark.parametrize(("text", "words", "speaker"), ROWS, ids=[row[1] for row in ROWS])
def test_each_quotation_has_its_speaker(text: str, words: str, speaker: str) -> None:
    quoting = [told for told in tell(text) if words in told.content and told.manner != "indirect"]
    assert speaker in [told.speaker for told in quoting], quoting
