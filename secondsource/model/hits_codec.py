"""What was found, as JSON: the keys that docs/contract.md promises."""

from collections.abc import Sequence

from typing_extensions import TypedDict

from secondsource.model.queries import Found, HeldPassage, Hit, HitReport, HitStatement, Holding
from secondsource.model.spans_codec import Pair, QuotedJson, SpanJson, to_pair


class HitReportJson(TypedDict):
    """A report in short; `story` is null for an earlier version of an article."""

    id: str
    place: str
    title: str | None
    outlet: str | None
    published_on: str | None
    story: str | None
    is_current: bool


class HitStatementJson(SpanJson):
    kind: str | None
    speaker: str | None
    verdict: str | None


class HitJson(TypedDict):
    """Something found: a sentence of a report, with the places of the words that were looked for."""

    report: HitReportJson
    sentence: Pair | None
    text: str
    marks: list[Pair]
    title_marks: list[Pair]
    score: float | None
    statement: HitStatementJson | None


class FoundJson(TypedDict):
    """Hits, the best first, and how many there are in all, or at least."""

    total: int
    is_least: bool
    unknown: list[str]
    hits: list[HitJson]


class HeldPassageJson(QuotedJson):
    paragraph: Pair
    is_verbatim: bool
    likeness: float


class HoldingJson(TypedDict):
    """How much of a text a report holds."""

    report: HitReportJson
    share: float
    verbatim_share: float
    passages: list[HeldPassageJson]


class HoldingsJson(TypedDict):
    holdings: list[HoldingJson]


def found_to_json(found: Found) -> FoundJson:
    return {
        "total": found.total,
        "is_least": found.is_least,
        "unknown": list(found.unknown),
        "hits": [hit_to_json(hit) for hit in found.hits],
    }


def hit_to_json(hit: Hit) -> HitJson:
    return {
        "report": hit_report_to_json(hit.report),
        "sentence": to_pair(hit.sentence) if hit.sentence else None,
        "text": hit.text,
        "marks": [to_pair(mark) for mark in hit.marks],
        "title_marks": [to_pair(mark) for mark in hit.title_marks],
        "score": hit.score,
        "statement": _statement_to_json(hit.statement) if hit.statement else None,
    }


def holdings_to_json(holdings: Sequence[Holding]) -> HoldingsJson:
    return {"holdings": [holding_to_json(holding) for holding in holdings]}


def holding_to_json(holding: Holding) -> HoldingJson:
    return {
        "report": hit_report_to_json(holding.report),
        "share": holding.share,
        "verbatim_share": holding.verbatim_share,
        "passages": [_passage_to_json(passage) for passage in holding.passages],
    }


def hit_report_to_json(report: HitReport) -> HitReportJson:
    return {
        "id": report.id,
        "place": report.place,
        "title": report.title,
        "outlet": report.outlet,
        "published_on": report.published_on,
        "story": report.story,
        "is_current": report.is_current,
    }


def _statement_to_json(statement: HitStatement) -> HitStatementJson:
    return {
        "kind": statement.kind,
        "start": statement.span.start,
        "end": statement.span.end,
        "speaker": statement.speaker,
        "verdict": statement.verdict,
    }


def _passage_to_json(passage: HeldPassage) -> HeldPassageJson:
    return {
        "paragraph": to_pair(passage.paragraph),
        "start": passage.report.start,
        "end": passage.report.end,
        "text": passage.text,
        "is_verbatim": passage.is_verbatim,
        "likeness": passage.likeness,
    }
