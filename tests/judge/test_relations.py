"""Short reports on many subjects (relations.toml, counts.toml): what their figures, dates and sums must make said."""

import tomllib
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from secondsource.model.findings import Finding
from tests.judge.whole import findings_of_texts

STORIES = [
    story
    for name in ("relations.toml", "counts.toml")
    for story in tomllib.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))["story"]
]
MORNING = datetime(2025, 5, 14, tzinfo=UTC)
KINDS = ("figure", "unit", "scope", "update", "date", "arithmetic")


def judged(story: dict[str, Any]) -> list[Finding]:
    texts = story["texts"]
    hours, titles = story.get("at", [12] * len(texts)), story.get("titles", ["News of the day"] * len(texts))
    told = [
        ((MORNING + timedelta(hours=hour)).isoformat(), f"{title}\n{text}")
        for hour, title, text in zip(hours, titles, texts, strict=True)
    ]
    groups = [list(range(len(told)))] if story.get("copies") else None
    return [finding for finding in findings_of_texts(*told, groups=groups) if finding.kind in KINDS]


@pytest.mark.parametrize(
    "story",
    [
        pytest.param(story, marks=[pytest.mark.xfail(strict=True)] if story.get("unreached") else [], id=story["name"])
        for story in STORIES
    ],
)
def test_relation(story: dict[str, Any]) -> None:
    found = judged(story)
    wanted = [
        finding
        for finding in found
        if f"{finding.kind} {finding.verdict}" == story["expect"]
        and all(any(words in evidence.text for evidence in finding.evidence) for words in story["shows"])
    ]
    assert bool(wanted) == bool(story["expect"])
    assert [finding.title for finding in found if finding not in wanted] == []
