"""Lists and answers of the API, as JSON: the keys that docs/contract.md promises. `next` is null at a list's end."""

from collections.abc import Sequence
from typing import NotRequired

import msgspec
from typing_extensions import TypedDict

from secondsource.model.archive_codec import (
    AdditionJson,
    DecisionJson,
    DisputeJson,
    RejectedJson,
    SummaryJson,
    addition_to_json,
    decision_to_json,
    dispute_to_json,
    summary_to_json,
)
from secondsource.model.decisions import DecisionKind, LoggedDecision
from secondsource.model.disputes import Dispute
from secondsource.model.findings import Finding, JudgedStory, Point
from secondsource.model.hits_codec import FoundJson, HitReportJson, found_to_json, hit_report_to_json
from secondsource.model.queries import Found, HitReport
from secondsource.model.reports import Addition, Rejection
from secondsource.model.slices import Slice
from secondsource.model.stories import StorySummary
from secondsource.model.stories_codec import (
    AccountLineJson,
    DerivationJson,
    FindingJson,
    LineageJson,
    PointJson,
    account_line_to_json,
    derivation_to_json,
    finding_to_json,
    lineage_to_json,
    point_to_json,
)
from secondsource.model.versions import Article
from secondsource.model.versions_codec import ArticleJson, article_to_json


class StoriesJson(TypedDict):
    stories: list[SummaryJson]
    next: str | None


class ReportsJson(TypedDict):
    reports: list[HitReportJson]
    next: str | None


class DisputesJson(TypedDict):
    disputes: list[DisputeJson]
    next: str | None


class FoundSliceJson(FoundJson):
    """`next` is the place from which to read on; null where no more hits follow."""

    next: int | None


class DecisionsJson(TypedDict):
    decisions: list[DecisionJson]


class ArticlesJson(TypedDict):
    articles: list[ArticleJson]


class PointsJson(TypedDict):
    points: list[PointJson]


class FindingsJson(TypedDict):
    findings: list[FindingJson]


class DescentJson(TypedDict):
    """Who was copied from whom."""

    lineages: list[LineageJson]
    derivations: list[DerivationJson]


class AccountJson(TypedDict):
    account: list[AccountLineJson]


class RuledJson(TypedDict):
    """A decision that was made, the stories that it is about as they are now, and what it contradicts."""

    number: int
    stories: list[str]
    overrules: list[int]


class AskedDecisionJson(TypedDict):
    """What to decide.

    `merge` takes two `stories`; `lock` and `rename` one, the latter with a `title`; `split` one and the `reports` that
    leave it; `not a copy` two `reports`, `same source` two or more. `by` is who decides.
    """

    kind: DecisionKind
    by: str
    stories: NotRequired[list[str]]
    reports: NotRequired[list[str]]
    title: NotRequired[str]


class AskedReportJson(TypedDict):
    """A report to add: its `text`, or the `html` of its page, and what else is known; one line of a JSON Lines file."""

    id: NotRequired[str]
    text: NotRequired[str]
    html: NotRequired[str]
    url: NotRequired[str]
    outlet: NotRequired[str]
    title: NotRequired[str]
    authors: NotRequired[list[str]]
    published_at: NotRequired[str]


class AdditionsJson(TypedDict):
    additions: list[AdditionJson | RejectedJson]


class AskedTextJson(TypedDict):
    text: str


def stories_to_json(listed: Slice[StorySummary]) -> StoriesJson:
    return {"stories": [summary_to_json(story) for story in listed.items], "next": listed.next}


def reports_to_json(listed: Slice[HitReport]) -> ReportsJson:
    return {"reports": [hit_report_to_json(report) for report in listed.items], "next": listed.next}


def disputes_to_json(listed: Slice[Dispute]) -> DisputesJson:
    return {"disputes": [dispute_to_json(dispute) for dispute in listed.items], "next": listed.next}


def found_slice_to_json(found: Found, after: int) -> FoundSliceJson:
    """Hits from place `after` on."""
    reached = after + len(found.hits)
    return {**found_to_json(found), "next": reached if found.hits and reached < found.total else None}


def decisions_to_json(logged: list[tuple[LoggedDecision, tuple[int, ...]]]) -> DecisionsJson:
    return {"decisions": [decision_to_json(made, overruled_by) for made, overruled_by in logged]}


def articles_to_json(articles: list[Article]) -> ArticlesJson:
    return {"articles": [article_to_json(article) for article in articles]}


def points_to_json(points: list[Point]) -> PointsJson:
    return {"points": [point_to_json(point) for point in points]}


def findings_to_json(findings: list[Finding]) -> FindingsJson:
    return {"findings": [finding_to_json(finding) for finding in findings]}


def descent_to_json(judged: JudgedStory) -> DescentJson:
    return {
        "lineages": [lineage_to_json(lineage) for lineage in judged.stemma.lineages],
        "derivations": [derivation_to_json(derivation) for derivation in judged.stemma.derivations],
    }


def account_to_json(judged: JudgedStory) -> AccountJson:
    return {"account": [account_line_to_json(line) for line in judged.account]}


def ruled_to_json(number: int, stories: Sequence[str], overrules: Sequence[int]) -> RuledJson:
    return {"number": number, "stories": list(stories), "overrules": list(overrules)}


def asked_report_to_file(asked: AskedReportJson) -> bytes:
    """A report to add, as the JSON that is read from files."""
    return msgspec.json.encode(asked)


def additions_to_json(became: Sequence[Addition | Rejection]) -> AdditionsJson:
    return {"additions": [addition_to_json(one) for one in became]}
