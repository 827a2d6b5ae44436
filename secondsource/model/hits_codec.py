"""What was found, as JSON: the keys that docs/contract.md promises."""

from secondsource.model.codec import Json, to_pair
from secondsource.model.queries import Found, HeldPassage, Hit, HitReport, HitStatement, Holding


def found_to_json(found: Found) -> Json:
    return {
        "total": found.total,
        "is_least": found.is_least,
        "unknown": list(found.unknown),
        "hits": [hit_to_json(hit) for hit in found.hits],
    }


def hit_to_json(hit: Hit) -> Json:
    return {
        "report": _report_to_json(hit.report),
        "sentence": to_pair(hit.sentence) if hit.sentence else None,
        "text": hit.text,
        "marks": [to_pair(mark) for mark in hit.marks],
        "title_marks": [to_pair(mark) for mark in hit.title_marks],
        "score": hit.score,
        "statement": _statement_to_json(hit.statement) if hit.statement else None,
    }


def holding_to_json(holding: Holding) -> Json:
    return {
        "report": _report_to_json(holding.report),
        "share": holding.share,
        "verbatim_share": holding.verbatim_share,
        "passages": [_passage_to_json(passage) for passage in holding.passages],
    }


def _report_to_json(report: HitReport) -> Json:
    return {
        "id": report.id,
        "place": report.place,
        "title": report.title,
        "outlet": report.outlet,
        "published_on": report.published_on,
        "story": report.story,
        "is_current": report.is_current,
    }


def _statement_to_json(statement: HitStatement) -> Json:
    return {
        "kind": statement.kind,
        "start": statement.span.start,
        "end": statement.span.end,
        "speaker": statement.speaker,
        "verdict": statement.verdict,
    }


def _passage_to_json(passage: HeldPassage) -> Json:
    return {
        "paragraph": to_pair(passage.paragraph),
        "start": passage.report.start,
        "end": passage.report.end,
        "text": passage.text,
        "is_verbatim": passage.is_verbatim,
        "likeness": passage.likeness,
    }
