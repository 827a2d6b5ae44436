"""Documents, stories and decisions of an archive, as JSON: the keys that docs/contract.md promises."""

from collections.abc import Sequence

from typing_extensions import TypedDict

from secondsource.model.decisions import DecisionKind, LoggedDecision
from secondsource.model.disputes import Dispute
from secondsource.model.findings import FindingKind, FindingVerdict
from secondsource.model.reports import Addition, Became, Rejection
from secondsource.model.reports_codec import RejectionJson, rejection_to_json
from secondsource.model.stories import StorySummary


class SummaryJson(TypedDict):
    """A story in short; `independent_sources` is null while a change has not been compared yet."""

    id: str
    title: str
    happened_on: str | None
    changed_at: str
    reports: int
    independent_sources: int | None


class DecisionJson(TypedDict):
    """What a person ruled over the machine's head."""

    number: int
    kind: DecisionKind
    reports: list[str]
    others: list[str]
    title: str | None
    made_by: str
    made_at: str
    overruled_by: list[int]
    undone_by: str | None
    undone_at: str | None


class AdditionJson(TypedDict):
    """What became of a document that was handed to an archive."""

    place: str
    became: Became
    report: str | None
    story: str | None


class RejectedJson(TypedDict):
    """A document that an archive could not take."""

    rejection: RejectionJson


class DisputeJson(TypedDict):
    """What cannot all be so, or is denied."""

    id: str
    story: str
    kind: FindingKind
    verdict: FindingVerdict
    title: str
    point: str | None
    found_at: str


def summary_to_json(story: StorySummary) -> SummaryJson:
    """A story in short: one line of `secondsource stories`."""
    return {
        "id": story.id,
        "title": story.title,
        "happened_on": story.happened_on,
        "changed_at": story.changed_at,
        "reports": story.reports,
        "independent_sources": story.independent_sources,
    }


def decision_to_json(made: LoggedDecision, overruled_by: Sequence[int]) -> DecisionJson:
    """A decision: one line of `secondsource decisions`."""
    return {
        "number": made.number,
        "kind": made.decision.kind,
        "reports": list(made.decision.reports),
        "others": list(made.decision.others),
        "title": made.decision.title,
        "made_by": made.made_by,
        "made_at": made.made_at,
        "overruled_by": list(overruled_by),
        "undone_by": made.undone_by,
        "undone_at": made.undone_at,
    }


def addition_to_json(addition: Addition | Rejection) -> AdditionJson | RejectedJson:
    """What became of a document that was handed to an archive: one line of `secondsource add --json`."""
    if isinstance(addition, Rejection):
        return {"rejection": rejection_to_json(addition)}
    return {
        "place": addition.place,
        "became": addition.became,
        "report": addition.report,
        "story": addition.story,
    }


def dispute_to_json(dispute: Dispute) -> DisputeJson:
    return {
        "id": dispute.id,
        "story": dispute.story,
        "kind": dispute.kind,
        "verdict": dispute.verdict,
        "title": dispute.title,
        "point": dispute.point,
        "found_at": dispute.found_at,
    }
