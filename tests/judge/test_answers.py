"""What one side says and what another answers, or seems to, through the real stages (answers.toml)."""

import tomllib
from pathlib import Path

import pytest

from tests.judge.whole import findings_of_texts

DAY = "2025-05-12T20:00:00+00:00"
LEAD = "Dispute in Brek\nThe matter in Brek was told on Sunday night after nine hours of rain.\n\n"
CASES = tomllib.loads(Path(__file__).with_name("answers.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["texts"][0][:50] for case in CASES])
def test_answers(case: dict[str, list[str]]) -> None:
    found = findings_of_texts(*((DAY, LEAD + text) for text in case["texts"]))
    assert [finding.verdict for finding in found if finding.kind == "denial"] == [case["found"]] * bool(case["found"])
