"""Stories with all that was found out about them, as JSON: the keys that docs/contract.md promises."""

from typing import NotRequired

from typing_extensions import TypedDict

from secondsource.model.findings import (
    AccountLine,
    Evidence,
    Finding,
    FindingKind,
    FindingVerdict,
    JudgedStory,
    Point,
    PointVerdict,
    Statement,
    StatementKind,
)
from secondsource.model.reports_codec import ReportJson, report_to_json
from secondsource.model.spans_codec import EvidenceJson, Pair, span_to_json, to_pair
from secondsource.model.stories import Derivation, DerivationManner, Lineage, Passage


class LineageJson(TypedDict):
    """Reports that go back to one text: one independent source."""

    id: str
    reports: list[str]
    root: str | None
    lost_original: bool
    name: str | None
    reasons: list[str]


class PassageJson(TypedDict):
    child: Pair
    parent: Pair | None


class DerivationJson(TypedDict):
    """One report comes from another, or from the lost original of a lineage."""

    child: str
    parent: str
    manner: DerivationManner
    score: float
    reasons: list[str]
    passages: list[PassageJson]


class StatementJson(EvidenceJson):
    kind: StatementKind
    speaker: str | None
    via: list[str]
    force: str | None
    low: NotRequired[float | None]
    high: NotRequired[float | None]
    unit: NotRequired[str | None]
    value: NotRequired[str]


class PointJson(TypedDict):
    """One matter, with every report's statement about it."""

    id: str
    kind: StatementKind
    title: str
    speaker: str | None
    statements: list[StatementJson]
    independent_sources: int
    independent_sources_range: list[int]
    hangs_on: list[str]
    verdict: PointVerdict
    reasons: list[str]


class FindingJson(TypedDict):
    """Something a reader should know, with reasons and quoted words."""

    kind: FindingKind
    verdict: FindingVerdict
    title: str
    reasons: list[str]
    evidence: list[EvidenceJson]
    about: str | None
    omitted_by: str | None


class AccountLineJson(EvidenceJson):
    """A sentence of the account, and what it rests on."""

    on: str | None
    points: list[str]
    told_by: list[str]
    independent_sources: int
    findings: list[int]
    left_out_by: list[str]


class StoryJson(TypedDict):
    """A story with all that was found out about it."""

    id: str
    title: str
    happened_on: str | None
    reports: list[ReportJson]
    independent_sources: int
    independent_sources_range: list[int]
    hangs_on: list[str]
    lineages: list[LineageJson]
    derivations: list[DerivationJson]
    points: list[PointJson]
    findings: list[FindingJson]
    account: list[AccountLineJson]


def judged_story_to_json(judged: JudgedStory) -> StoryJson:
    story = judged.story
    return {
        "id": story.id,
        "title": story.title,
        "happened_on": story.happened_on,
        "reports": [report_to_json(reading.report) for reading in story.readings],
        "independent_sources": judged.independent_sources,
        "independent_sources_range": list(judged.independent_sources_range),
        "hangs_on": list(judged.hangs_on),
        "lineages": [lineage_to_json(lineage) for lineage in judged.stemma.lineages],
        "derivations": [derivation_to_json(derivation) for derivation in judged.stemma.derivations],
        "points": [point_to_json(point) for point in judged.points],
        "findings": [finding_to_json(finding) for finding in judged.findings],
        "account": [account_line_to_json(line) for line in judged.account],
    }


def lineage_to_json(lineage: Lineage) -> LineageJson:
    return {
        "id": lineage.id,
        "reports": list(lineage.reports),
        "root": lineage.root,
        "lost_original": lineage.lost_original,
        "name": lineage.name,
        "reasons": list(lineage.reasons),
    }


def derivation_to_json(derivation: Derivation) -> DerivationJson:
    return {
        "child": derivation.child,
        "parent": derivation.parent,
        "manner": derivation.manner,
        "score": derivation.score,
        "reasons": list(derivation.reasons),
        "passages": [_passage_to_json(passage) for passage in derivation.passages],
    }


def _passage_to_json(passage: Passage) -> PassageJson:
    return {"child": to_pair(passage.child), "parent": to_pair(passage.parent) if passage.parent else None}


def point_to_json(point: Point) -> PointJson:
    return {
        "id": point.id,
        "kind": point.kind,
        "title": point.title,
        "speaker": point.speaker,
        "statements": [_statement_to_json(statement) for statement in point.statements],
        "independent_sources": point.independent_sources,
        "independent_sources_range": list(point.independent_sources_range),
        "hangs_on": list(point.hangs_on),
        "verdict": point.verdict,
        "reasons": list(point.reasons),
    }


def _statement_to_json(statement: Statement) -> StatementJson:
    told: StatementJson = {
        "report": statement.report,
        "kind": statement.kind,
        "start": statement.span.start,
        "end": statement.span.end,
        "text": statement.text,
        "speaker": statement.speaker,
        "via": list(statement.via),
        "force": statement.force,
    }
    if statement.kind == "figure":
        told["low"], told["high"], told["unit"] = statement.low, statement.high, statement.unit
    if statement.value is not None:
        told["value"] = statement.value
    return told


def finding_to_json(finding: Finding) -> FindingJson:
    return {
        "kind": finding.kind,
        "verdict": finding.verdict,
        "title": finding.title,
        "reasons": list(finding.reasons),
        "evidence": [_evidence_to_json(evidence) for evidence in finding.evidence],
        "about": finding.about,
        "omitted_by": finding.omitted_by,
    }


def _evidence_to_json(evidence: Evidence) -> EvidenceJson:
    return {"report": evidence.report, **span_to_json(evidence.span), "text": evidence.text}


def account_line_to_json(line: AccountLine) -> AccountLineJson:
    return {
        "report": line.report,
        **span_to_json(line.span),
        "text": line.text,
        "on": line.on,
        "points": list(line.points),
        "told_by": list(line.told_by),
        "independent_sources": line.independent_sources,
        "findings": list(line.findings),
        "left_out_by": list(line.left_out_by),
    }
