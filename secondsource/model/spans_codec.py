"""Places in a text, as JSON: the keys that docs/contract.md promises."""

from collections.abc import Sequence

from typing_extensions import TypedDict

from secondsource.model.spans import Span

Pair = list[int]
"""Start and end of a span: half-open characters."""


class SpanJson(TypedDict):
    start: int
    end: int


class QuotedJson(SpanJson):
    """A span, and the words that stand there."""

    text: str


class EvidenceJson(QuotedJson):
    """Words of the report with this id."""

    report: str


def to_pair(span: Span) -> Pair:
    return [span.start, span.end]


def to_pairs(spans: Sequence[Span]) -> list[Pair]:
    return [to_pair(span) for span in spans]


def span_to_json(span: Span) -> SpanJson:
    return {"start": span.start, "end": span.end}
