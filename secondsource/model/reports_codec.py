"""Reports, what was read from them, and what could not be read, as JSON: the keys that docs/contract.md promises."""

from typing import NotRequired

from typing_extensions import TypedDict

from secondsource.model.readings import NameKind, Reading, TimeType
from secondsource.model.reports import BlockKind, Credit, CreditField, Rejection, Report, Shape
from secondsource.model.spans_codec import Pair, SpanJson, span_to_json, to_pair, to_pairs
from secondsource.model.statements import Attribution, Bound, Change, Figure, Manner, Speaker, Statements


class RejectionJson(TypedDict):
    """A document that could not be read, and why."""

    place: str
    reason: str
    detail: str


class DatelineJson(TypedDict):
    place: str
    on: str | None


class BlockJson(SpanJson):
    kind: BlockKind


class CutJson(TypedDict):
    """Words of the document that are not the report's own."""

    text: str
    reason: str


class CreditJson(TypedDict):
    """One thing that is known of a report's making, and where that was read."""

    field: CreditField
    value: str
    read_from: str
    start: NotRequired[int]
    end: NotRequired[int]
    line: NotRequired[int]


class ReportJson(TypedDict):
    """A news report: its own words, who published, supplied and wrote it, and what was cut."""

    id: str
    place: str
    url: str | None
    outlet: str | None
    agencies: list[str]
    authors: list[str]
    dateline: DatelineJson | None
    published_at: str | None
    updated_at: str | None
    fetched_at: str | None
    title: str | None
    language: str | None
    text: str
    blocks: list[BlockJson]
    cut: list[CutJson]
    credits: list[CreditJson]
    read_from: dict[str, str]
    origins: list[list[int]]
    shape: Shape


class NameJson(SpanJson):
    kind: NameKind
    entity: str


class TimeJson(SpanJson):
    type: TimeType
    value: str


class ViaJson(SpanJson):
    name: str


class AttributionJson(TypedDict):
    """Somebody's words or thought, handed on by the report."""

    source: list[Pair]
    cue: list[Pair]
    content: list[Pair]
    manner: Manner
    force: str
    speaker: str | None
    via: list[ViaJson]


class RoleJson(TypedDict):
    office: str
    details: list[str]


class SpeakerJson(TypedDict):
    """Somebody of whom a report says what they are."""

    name: str
    roles: list[RoleJson]


class FigureJson(SpanJson):
    low: float | None
    high: float | None
    unit: str | None
    of: str | None
    bound: Bound
    change: Change | None


class DatingJson(SpanJson):
    value: str
    event: Pair


class NoteJson(SpanJson):
    reason: str


class ReadingJson(TypedDict):
    """A report with everything that was read from it: one line of `secondsource read`."""

    report: ReportJson
    anchored_on: str | None
    anchored_by: str | None
    sentences: list[Pair]
    names: list[NameJson]
    times: list[TimeJson]
    attributions: list[AttributionJson]
    speakers: list[SpeakerJson]
    figures: list[FigureJson]
    datings: list[DatingJson]
    notes: list[NoteJson]


def rejection_to_json(rejection: Rejection) -> RejectionJson:
    return {"place": rejection.place, "reason": rejection.reason, "detail": rejection.detail}


def report_to_json(report: Report) -> ReportJson:
    dateline = report.dateline
    return {
        "id": report.id,
        "place": report.place,
        "url": report.url,
        "outlet": report.outlet,
        "agencies": list(report.agencies),
        "authors": list(report.authors),
        "dateline": {"place": dateline.place, "on": dateline.on} if dateline else None,
        "published_at": report.published_at,
        "updated_at": report.updated_at,
        "fetched_at": report.fetched_at,
        "title": report.title,
        "language": report.language,
        "text": report.text,
        "blocks": [{"kind": block.kind, **span_to_json(block.span)} for block in report.blocks],
        "cut": [{"text": cut.text, "reason": cut.reason} for cut in report.cuts],
        "credits": [_credit_to_json(credit) for credit in report.credits],
        "read_from": _read_from(report),
        "origins": [[*to_pair(origin.span), origin.start, origin.end] for origin in report.origins],
        "shape": report.shape,
    }


def _credit_to_json(credit: Credit) -> CreditJson:
    told: CreditJson = {"field": credit.field, "value": credit.value, "read_from": credit.read_from}
    if credit.span is not None:
        told["start"], told["end"] = credit.span.start, credit.span.end
    if credit.line is not None:
        told["line"] = credit.line
    return told


def _read_from(report: Report) -> dict[str, str]:
    """Where each thing that is settled on was read: field to place."""
    places: dict[str, str] = {}
    for credit in report.credits:
        told = credit.read_from if credit.line is None else f"{credit.read_from}, line {credit.line}"
        places.setdefault(credit.field, told)
    return places


def reading_to_json(reading: Reading, statements: Statements) -> ReadingJson:
    """One line of `secondsource read`."""
    return {
        "report": report_to_json(reading.report),
        "anchored_on": reading.anchored_on,
        "anchored_by": reading.anchored_by,
        "sentences": to_pairs(reading.sentences),
        "names": [{**span_to_json(n.span), "kind": n.kind, "entity": n.entity} for n in reading.names],
        "times": [{**span_to_json(t.span), "type": t.type, "value": t.value} for t in reading.times],
        "attributions": [_attribution_to_json(attribution) for attribution in statements.attributions],
        "speakers": [_speaker_to_json(speaker) for speaker in statements.speakers],
        "figures": [_figure_to_json(figure) for figure in statements.figures],
        "datings": [{**span_to_json(d.span), "value": d.value, "event": to_pair(d.event)} for d in statements.datings],
        "notes": [{**span_to_json(note.span), "reason": note.reason} for note in reading.notes],
    }


def _attribution_to_json(attribution: Attribution) -> AttributionJson:
    return {
        "source": to_pairs(attribution.source),
        "cue": to_pairs(attribution.cue),
        "content": to_pairs(attribution.content),
        "manner": attribution.manner,
        "force": attribution.force,
        "speaker": attribution.speaker,
        "via": [{**span_to_json(via.span), "name": via.name} for via in attribution.via],
    }


def _speaker_to_json(speaker: Speaker) -> SpeakerJson:
    return {
        "name": speaker.name,
        "roles": [{"office": role.office, "details": list(role.details)} for role in speaker.roles],
    }


def _figure_to_json(figure: Figure) -> FigureJson:
    return {
        **span_to_json(figure.span),
        "low": figure.low,
        "high": figure.high,
        "unit": figure.unit,
        "of": figure.of,
        "bound": figure.bound,
        "change": figure.change,
    }
