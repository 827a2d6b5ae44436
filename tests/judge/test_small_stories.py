"""Four small stories through the real stages: what must be found, and what must not."""

from typing import Any

import pytest

from secondsource.model.findings import Finding
from tests.judge.small_stories import NAMES, SmallStory, read_story

CONFLICTS = ("figure", "unit", "scope", "date", "arithmetic", "denial")


@pytest.fixture(params=NAMES)
def small(request: pytest.FixtureRequest) -> SmallStory:
    return read_story(request.param)


def found(small: SmallStory, row: dict[str, Any]) -> list[Finding]:
    """The findings of the row's kind and verdict that show all its words."""
    return [
        finding
        for finding in small.judgement.findings
        if finding.kind == row["kind"]
        and ("verdict" not in row or finding.verdict in row["verdict"].split("|"))
        and all(
            any(e.report == report and e.span.overlaps(small.find(report, words)) for e in finding.evidence)
            for report, words in row["evidence"].items()
        )
    ]


def test_points(small: SmallStory) -> None:
    for row in small.gold["point"]:
        held = [
            point
            for point in small.judgement.points
            if point.kind == row["kind"]
            and all(
                any(s.report == report and s.span.overlaps(small.find(report, words)) for s in point.statements)
                for report, words in row["members"].items()
            )
        ]
        assert held, row
        assert row.get("independent_sources") in (None, held[0].independent_sources), row


def test_findings(small: SmallStory) -> None:
    missed = [row for row in small.gold.get("finding", []) if not found(small, row)]
    assert missed == []


def test_nothing_that_must_not_be_found(small: SmallStory) -> None:
    wrong = [row for row in small.gold.get("not_finding", []) if found(small, row)]
    assert wrong == []


def test_no_conflict_that_the_story_does_not_have(small: SmallStory) -> None:
    wanted = [finding for row in small.gold.get("finding", []) for finding in found(small, row)]
    extra = [f.title for f in small.judgement.findings if f.kind in CONFLICTS and f not in wanted]
    assert extra == []


def test_every_statement_and_piece_of_evidence_is_in_its_report(small: SmallStory) -> None:
    texts = {reading.report.id: reading.report.text for reading in small.story.readings}
    for point in small.judgement.points:
        assert all(s.span.of(texts[s.report]) == s.text for s in point.statements)
        assert len({s.report for s in point.statements if s.force != "denies"}) == len(
            [s for s in point.statements if s.force != "denies"]
        )
    for finding in small.judgement.findings:
        assert finding.reasons
        assert finding.evidence
        assert all(e.span.of(texts[e.report]) == e.text for e in finding.evidence)
