"""Nouns to JSON and back: the one place that names a JSON key (see docs/contract.md).

What is written here is a contract with other programs: add keys freely, but change or drop one only with a new VERSION.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from secondsource.model.findings import AccountLine, Dossier, Evidence, Finding, JudgedStory, Point, Statement
from secondsource.model.readings import Reading
from secondsource.model.reports import Credit, Rejection, Report
from secondsource.model.spans import Span
from secondsource.model.statements import Attribution, Figure, Speaker, Statements
from secondsource.model.stories import Derivation, Lineage, Passage, Stemma
from secondsource.settings.knobs import meaning_of
from secondsource.settings.reading import Choice

VERSION = 1

Json = dict[str, Any]


def to_pair(span: Span) -> list[int]:
    return [span.start, span.end]


def to_pairs(spans: Sequence[Span]) -> list[list[int]]:
    return [to_pair(span) for span in spans]


def rejection_to_json(rejection: Rejection) -> Json:
    return {"place": rejection.place, "reason": rejection.reason, "detail": rejection.detail}


def report_to_json(report: Report) -> Json:
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
        "blocks": [{"kind": block.kind, **_span_to_json(block.span)} for block in report.blocks],
        "cut": [{"text": cut.text, "reason": cut.reason} for cut in report.cuts],
        "credits": [_credit_to_json(credit) for credit in report.credits],
        "read_from": _read_from(report),
        "origins": [[*to_pair(origin.span), origin.start, origin.end] for origin in report.origins],
        "shape": report.shape,
    }


def _credit_to_json(credit: Credit) -> Json:
    told: Json = {"field": credit.field, "value": credit.value, "read_from": credit.read_from}
    if credit.span is not None:
        told |= _span_to_json(credit.span)
    if credit.line is not None:
        told["line"] = credit.line
    return told


def _read_from(report: Report) -> Json:
    """Where each thing that is settled on was read: field to place."""
    places: Json = {}
    for credit in report.credits:
        told = credit.read_from if credit.line is None else f"{credit.read_from}, line {credit.line}"
        places.setdefault(credit.field, told)
    return places


def reading_to_json(reading: Reading, statements: Statements) -> Json:
    """One line of `secondsource read`."""
    return {
        "report": report_to_json(reading.report),
        "anchored_on": reading.anchored_on,
        "anchored_by": reading.anchored_by,
        "sentences": to_pairs(reading.sentences),
        "names": [{**_span_to_json(n.span), "kind": n.kind, "entity": n.entity} for n in reading.names],
        "times": [{**_span_to_json(t.span), "type": t.type, "value": t.value} for t in reading.times],
        "attributions": [_attribution_to_json(attribution) for attribution in statements.attributions],
        "speakers": [_speaker_to_json(speaker) for speaker in statements.speakers],
        "figures": [_figure_to_json(figure) for figure in statements.figures],
        "datings": [{**_span_to_json(d.span), "value": d.value, "event": to_pair(d.event)} for d in statements.datings],
        "notes": [{**_span_to_json(note.span), "reason": note.reason} for note in reading.notes],
    }


def dossier_to_json(dossier: Dossier) -> Json:
    return {
        "version": VERSION,
        "rejections": [rejection_to_json(rejection) for rejection in dossier.rejections],
        "stories": [_judged_story_to_json(story) for story in dossier.stories],
    }


def _span_to_json(span: Span) -> Json:
    return {"start": span.start, "end": span.end}


def _attribution_to_json(attribution: Attribution) -> Json:
    return {
        "source": to_pairs(attribution.source),
        "cue": to_pairs(attribution.cue),
        "content": to_pairs(attribution.content),
        "manner": attribution.manner,
        "force": attribution.force,
        "speaker": attribution.speaker,
        "via": [{**_span_to_json(via.span), "name": via.name} for via in attribution.via],
    }


def _speaker_to_json(speaker: Speaker) -> Json:
    roles = [{"office": role.office, "details": list(role.details)} for role in speaker.roles]
    return {"name": speaker.name, "roles": roles}


def _figure_to_json(figure: Figure) -> Json:
    return {
        **_span_to_json(figure.span),
        "low": figure.low,
        "high": figure.high,
        "unit": figure.unit,
        "of": figure.of,
        "bound": figure.bound,
        "change": figure.change,
    }


def _judged_story_to_json(judged: JudgedStory) -> Json:
    story = judged.story
    return {
        "id": story.id,
        "title": story.title,
        "happened_on": story.happened_on,
        "reports": [report_to_json(reading.report) for reading in story.readings],
        "independent_sources": judged.independent_sources,
        "independent_sources_range": list(judged.independent_sources_range),
        "hangs_on": list(judged.hangs_on),
        **_stemma_to_json(judged.stemma),
        "points": [_point_to_json(point) for point in judged.points],
        "findings": [_finding_to_json(finding) for finding in judged.findings],
        "account": [_account_line_to_json(line) for line in judged.account],
    }


def _stemma_to_json(stemma: Stemma) -> Json:
    return {
        "lineages": [_lineage_to_json(lineage) for lineage in stemma.lineages],
        "derivations": [_derivation_to_json(derivation) for derivation in stemma.derivations],
    }


def _lineage_to_json(lineage: Lineage) -> Json:
    return {
        "id": lineage.id,
        "reports": list(lineage.reports),
        "root": lineage.root,
        "lost_original": lineage.lost_original,
        "name": lineage.name,
        "reasons": list(lineage.reasons),
    }


def _derivation_to_json(derivation: Derivation) -> Json:
    return {
        "child": derivation.child,
        "parent": derivation.parent,
        "manner": derivation.manner,
        "score": derivation.score,
        "reasons": list(derivation.reasons),
        "passages": [_passage_to_json(passage) for passage in derivation.passages],
    }


def _passage_to_json(passage: Passage) -> Json:
    return {"child": to_pair(passage.child), "parent": to_pair(passage.parent) if passage.parent else None}


def _point_to_json(point: Point) -> Json:
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


def _statement_to_json(statement: Statement) -> Json:
    told: Json = {
        "report": statement.report,
        "kind": statement.kind,
        **_span_to_json(statement.span),
        "text": statement.text,
        "speaker": statement.speaker,
        "via": list(statement.via),
        "force": statement.force,
    }
    if statement.kind == "figure":
        told |= {"low": statement.low, "high": statement.high, "unit": statement.unit}
    if statement.value is not None:
        told["value"] = statement.value
    return told


def _finding_to_json(finding: Finding) -> Json:
    return {
        "kind": finding.kind,
        "verdict": finding.verdict,
        "title": finding.title,
        "reasons": list(finding.reasons),
        "evidence": [_evidence_to_json(evidence) for evidence in finding.evidence],
        "about": finding.about,
        "omitted_by": finding.omitted_by,
    }


def _evidence_to_json(evidence: Evidence) -> Json:
    return {"report": evidence.report, **_span_to_json(evidence.span), "text": evidence.text}


def _account_line_to_json(line: AccountLine) -> Json:
    return {
        "report": line.report,
        **_span_to_json(line.span),
        "text": line.text,
        "on": line.on,
        "points": list(line.points),
        "told_by": list(line.told_by),
        "independent_sources": line.independent_sources,
        "findings": list(line.findings),
        "left_out_by": list(line.left_out_by),
    }


def choice_to_json(choice: Choice) -> Json:
    """A setting in force; a folder is written as text."""
    knob = choice.knob
    return {
        "stage": knob.stage,
        "name": knob.name,
        "value": str(choice.value) if isinstance(choice.value, Path) else choice.value,
        "default": knob.default,
        "meaning": meaning_of(knob),
        "variable": knob.variable,
        "read_from": choice.read_from,
    }
