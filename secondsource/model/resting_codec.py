"""What a text rests on, as JSON: the keys that docs/contract.md promises."""

from typing_extensions import TypedDict

from secondsource.model.archive_codec import SummaryJson, summary_to_json
from secondsource.model.findings import StatementKind
from secondsource.model.hits_codec import HitReportJson, HoldingJson, hit_report_to_json, holding_to_json
from secondsource.model.reports_codec import ReportJson, report_to_json
from secondsource.model.resting import Rest, RestingStatement, Standing
from secondsource.model.spans_codec import SpanJson, span_to_json
from secondsource.model.stories_codec import (
    DerivationJson,
    FindingJson,
    LineageJson,
    derivation_to_json,
    finding_to_json,
    lineage_to_json,
)


class RestingStatementJson(SpanJson):
    """A statement of the text, and who else speaks of it."""

    kind: StatementKind
    text: str
    speaker: str | None
    standing: Standing
    told_by: list[str]
    elsewhere_sources: int
    reasons: list[str]


class RestJson(TypedDict):
    """What a text rests on; it is called `asked` wherever reports are named."""

    report: ReportJson
    known: str | None
    story: SummaryJson | None
    bridged: list[SummaryJson]
    compared: list[HitReportJson]
    not_compared: int
    sources_before: int | None
    sources_after: int
    lineage: LineageJson | None
    derivations: list[DerivationJson]
    statements: list[RestingStatementJson]
    findings: list[FindingJson]
    holdings: list[HoldingJson]


def rest_to_json(rest: Rest) -> RestJson:
    return {
        "report": report_to_json(rest.report),
        "known": rest.known,
        "story": summary_to_json(rest.story) if rest.story else None,
        "bridged": [summary_to_json(story) for story in rest.bridged],
        "compared": [hit_report_to_json(report) for report in rest.compared],
        "not_compared": rest.not_compared,
        "sources_before": rest.sources_before,
        "sources_after": rest.sources_after,
        "lineage": lineage_to_json(rest.lineage) if rest.lineage else None,
        "derivations": [derivation_to_json(derivation) for derivation in rest.derivations],
        "statements": [_statement_to_json(statement) for statement in rest.statements],
        "findings": [finding_to_json(finding) for finding in rest.findings],
        "holdings": [holding_to_json(holding) for holding in rest.holdings],
    }


def _statement_to_json(statement: RestingStatement) -> RestingStatementJson:
    return {
        **span_to_json(statement.span),
        "kind": statement.kind,
        "text": statement.text,
        "speaker": statement.speaker,
        "standing": statement.standing,
        "told_by": list(statement.told_by),
        "elsewhere_sources": statement.elsewhere_sources,
        "reasons": list(statement.reasons),
    }
