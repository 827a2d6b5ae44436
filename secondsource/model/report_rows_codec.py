"""Reports, statements, decisions and rejections as rows of an export: a flat JSON object each (see docs/api.md)."""

from collections.abc import Iterator

from typing_extensions import TypedDict

from secondsource.model.decisions import LoggedDecision
from secondsource.model.reports import Rejection, Report
from secondsource.model.statements import Statements


class ReportRow(TypedDict):
    """A version of an article; `story` is null for an earlier one."""

    id: str
    story: str | None
    is_current: bool
    seen_at: str
    place: str
    url: str | None
    outlet: str | None
    agencies: list[str]
    authors: list[str]
    dateline_place: str | None
    dateline_on: str | None
    published_at: str | None
    updated_at: str | None
    fetched_at: str | None
    title: str | None
    language: str | None
    shape: str
    text: str


class StatementRow(TypedDict):
    """What one report says; of an attribution of several pieces, from the start of the first to the end of the last."""

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
    of: str | None
    bound: str | None
    change: str | None
    value: str | None


class DecisionRow(TypedDict):
    number: int
    kind: str
    reports: list[str]
    others: list[str]
    title: str | None
    made_by: str
    made_at: str
    undone_by: str | None
    undone_at: str | None


class RejectionRow(TypedDict):
    added_at: str
    place: str
    reason: str
    detail: str


def report_to_row(report: Report, *, story: str | None, is_current: bool, seen_at: str) -> ReportRow:
    dateline = report.dateline
    return {
        "id": report.id,
        "story": story,
        "is_current": is_current,
        "seen_at": seen_at,
        "place": report.place,
        "url": report.url,
        "outlet": report.outlet,
        "agencies": list(report.agencies),
        "authors": list(report.authors),
        "dateline_place": dateline.place if dateline else None,
        "dateline_on": dateline.on if dateline else None,
        "published_at": report.published_at,
        "updated_at": report.updated_at,
        "fetched_at": report.fetched_at,
        "title": report.title,
        "language": report.language,
        "shape": report.shape,
        "text": report.text,
    }


def statements_to_rows(statements: Statements, text: str) -> Iterator[StatementRow]:
    """The quotations and claims of a report with this text, then its figures, then its datings."""

    def row(kind: str, start: int, end: int) -> StatementRow:
        return {
            "report": statements.report,
            "kind": kind,
            "start": start,
            "end": end,
            "text": text[start:end],
            "speaker": None,
            "force": None,
            "via": [],
            "low": None,
            "high": None,
            "unit": None,
            "of": None,
            "bound": None,
            "change": None,
            "value": None,
        }

    for said in statements.attributions:
        if said.content:
            kind = "claim" if said.manner == "indirect" else "quote"
            told = row(kind, said.content[0].start, said.content[-1].end)
            told["speaker"], told["force"], told["via"] = said.speaker, said.force, [via.name for via in said.via]
            yield told
    for figure in statements.figures:
        told = row("figure", figure.span.start, figure.span.end)
        told["low"], told["high"], told["unit"], told["of"] = figure.low, figure.high, figure.unit, figure.of
        told["bound"], told["change"] = figure.bound, figure.change
        yield told
    for dating in statements.datings:
        told = row("dating", dating.event.start, dating.event.end)
        told["value"] = dating.value
        yield told


def decision_to_row(made: LoggedDecision) -> DecisionRow:
    return {
        "number": made.number,
        "kind": made.decision.kind,
        "reports": list(made.decision.reports),
        "others": list(made.decision.others),
        "title": made.decision.title,
        "made_by": made.made_by,
        "made_at": made.made_at,
        "undone_by": made.undone_by,
        "undone_at": made.undone_at,
    }


def rejection_to_row(added_at: str, rejection: Rejection) -> RejectionRow:
    return {
        "added_at": added_at,
        "place": rejection.place,
        "reason": rejection.reason,
        "detail": rejection.detail,
    }
