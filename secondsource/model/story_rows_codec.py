"""Stories and what was judged of them as rows of an export: a flat JSON object each (see docs/api.md)."""

from collections.abc import Iterator

from typing_extensions import TypedDict

from secondsource.model.findings import Finding, Point
from secondsource.model.stories import Stemma, StorySummary


class StoryRow(TypedDict):
    id: str
    title: str
    happened_on: str | None
    changed_at: str
    reports: int
    independent_sources: int
    independent_sources_least: int
    independent_sources_most: int
    hangs_on: list[str]


class LineageRow(TypedDict):
    story: str
    id: str
    reports: list[str]
    root: str | None
    lost_original: bool
    name: str | None
    reasons: list[str]


class DerivationRow(TypedDict):
    """`passages` is how many there are."""

    story: str
    child: str
    parent: str
    manner: str
    score: float
    passages: int
    reasons: list[str]


class PointRow(TypedDict):
    story: str
    id: str
    kind: str
    title: str
    speaker: str | None
    verdict: str
    independent_sources: int
    independent_sources_least: int
    independent_sources_most: int
    hangs_on: list[str]
    reasons: list[str]


class TellingRow(TypedDict):
    """A report's statement as a member of a point."""

    story: str
    point: str
    report: str
    kind: str
    start: int
    end: int
    text: str
    speaker: str | None
    force: str | None
    via: list[str]
    low: float | None
    high: float | None
    unit: str | None
    value: str | None


class FindingRow(TypedDict):
    """`place` is its place among the findings of the story, from 0."""

    story: str
    place: int
    kind: str
    verdict: str
    title: str
    about: str | None
    omitted_by: str | None
    reasons: list[str]


class EvidenceRow(TypedDict):
    """Words that the finding at this place of its story stands on."""

    story: str
    finding: int
    report: str
    start: int
    end: int
    text: str


def story_to_row(story: StorySummary, stemma: Stemma) -> StoryRow:
    least, most = stemma.sources_range
    return {
        "id": story.id,
        "title": story.title,
        "happened_on": story.happened_on,
        "changed_at": story.changed_at,
        "reports": story.reports,
        "independent_sources": len(stemma.lineages),
        "independent_sources_least": least,
        "independent_sources_most": most,
        "hangs_on": [doubt.reason for doubt in stemma.doubts],
    }


def lineages_to_rows(story: str, stemma: Stemma) -> Iterator[LineageRow]:
    for one in stemma.lineages:
        yield {
            "story": story,
            "id": one.id,
            "reports": list(one.reports),
            "root": one.root,
            "lost_original": one.lost_original,
            "name": one.name,
            "reasons": list(one.reasons),
        }


def derivations_to_rows(story: str, stemma: Stemma) -> Iterator[DerivationRow]:
    for one in stemma.derivations:
        yield {
            "story": story,
            "child": one.child,
            "parent": one.parent,
            "manner": one.manner,
            "score": one.score,
            "passages": len(one.passages),
            "reasons": list(one.reasons),
        }


def point_to_row(story: str, point: Point) -> PointRow:
    least, most = point.independent_sources_range
    return {
        "story": story,
        "id": point.id,
        "kind": point.kind,
        "title": point.title,
        "speaker": point.speaker,
        "verdict": point.verdict,
        "independent_sources": point.independent_sources,
        "independent_sources_least": least,
        "independent_sources_most": most,
        "hangs_on": list(point.hangs_on),
        "reasons": list(point.reasons),
    }


def tellings_to_rows(story: str, point: Point) -> Iterator[TellingRow]:
    for one in point.statements:
        yield {
            "story": story,
            "point": point.id,
            "report": one.report,
            "kind": one.kind,
            "start": one.span.start,
            "end": one.span.end,
            "text": one.text,
            "speaker": one.speaker,
            "force": one.force,
            "via": list(one.via),
            "low": one.low,
            "high": one.high,
            "unit": one.unit,
            "value": one.value,
        }


def finding_to_row(story: str, place: int, finding: Finding) -> FindingRow:
    return {
        "story": story,
        "place": place,
        "kind": finding.kind,
        "verdict": finding.verdict,
        "title": finding.title,
        "about": finding.about,
        "omitted_by": finding.omitted_by,
        "reasons": list(finding.reasons),
    }


def evidence_to_rows(story: str, place: int, finding: Finding) -> Iterator[EvidenceRow]:
    for one in finding.evidence:
        yield {
            "story": story,
            "finding": place,
            "report": one.report,
            "start": one.span.start,
            "end": one.span.end,
            "text": one.text,
        }
