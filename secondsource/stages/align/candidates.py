"""What a report offers to be aligned: its quotes, claims, figures and datings, each with the sentence it stands in."""

from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.model.findings import Statement
from secondsource.model.readings import Reading
from secondsource.model.spans import Span
from secondsource.model.statements import Attribution, Figure, Statements
from secondsource.stages.align.speakers import Speakers
from secondsource.text.quotation import find_quotations

TELLING_BLOCKS = ("paragraph", "list", "quote", "caption")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A statement that may meet others: `order` is its report's place in the story, `context` its sentence."""

    statement: Statement
    order: int
    context: str
    figure: Figure | None = None

    @property
    def text(self) -> str:
        return self.statement.text


def find_candidates(reading: Reading, statements: Statements, order: int, speakers: Speakers) -> tuple[Candidate, ...]:
    """Every candidate of one report, in text order within its kind."""
    quotes = tuple(_quotes(reading, statements, order, speakers))
    claims = tuple(_claims(reading, statements, order, speakers, tuple(quote.statement.span for quote in quotes)))
    return (*quotes, *claims, *_figures(reading, statements, order, speakers), *_datings(reading, statements, order))


def _sentence_at(reading: Reading, span: Span) -> Span:
    return next((sentence for sentence in reading.sentences if sentence.overlaps(span)), span)


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    inner = words.strip(' \t\n“”"«»‘’,')
    at = words.find(inner) if inner else 0
    return Span(span.start + at, span.start + at + len(inner))


def _holder(statements: Statements, span: Span) -> Attribution | None:
    """The attribution whose content this span is part of; the narrowest where several are nested."""
    holders = [a for a in statements.attributions if any(content.overlaps(span) for content in a.content)]
    return min(holders, key=lambda a: sum(len(content) for content in a.content), default=None)


def _told_by(attribution: Attribution | None, speakers: Speakers) -> tuple[str | None, tuple[str, ...], str | None]:
    if attribution is None:
        return None, (), None
    speaker = speakers.get(attribution.speaker, attribution.speaker) if attribution.speaker else None
    return speaker, tuple(speakers.get(via.name, via.name) for via in attribution.via), attribution.force


def _quotes(reading: Reading, statements: Statements, order: int, speakers: Speakers) -> Iterator[Candidate]:
    report = reading.report
    telling = [block.span for block in report.blocks if block.kind in TELLING_BLOCKS]
    for quotation in find_quotations(report.text):
        span = _trimmed(report.text, Span(quotation.inner_start, quotation.inner_end))
        if quotation.depth or not any(block.contains(span) for block in telling):
            continue
        holder = _holder(statements, span)
        if len(span) < 3 or (holder is None and len(span.of(report.text).split()) < 3):
            continue
        speaker, via, force = _told_by(holder, speakers)
        statement = Statement(report.id, "quote", span, span.of(report.text), speaker, via, force)
        yield Candidate(statement, order, _sentence_at(reading, span).of(report.text))


def _claims(
    reading: Reading, statements: Statements, order: int, speakers: Speakers, quotes: tuple[Span, ...]
) -> Iterator[Candidate]:
    report = reading.report
    telling = [block.span for block in report.blocks if block.kind in TELLING_BLOCKS]
    for sentence in reading.sentences:
        if not any(block.contains(sentence) for block in telling):
            continue
        quoted = sum(len(quote) for quote in quotes if sentence.overlaps(quote))
        if quoted > 0.6 * len(sentence) or len(sentence.of(report.text).split()) < 5:
            continue
        holder = _holder(statements, sentence)
        span = _trimmed(report.text, sentence)
        if holder is not None and holder.manner == "indirect":
            inside = [content for content in holder.content if content.overlaps(sentence)]
            span = _trimmed(report.text, Span(min(c.start for c in inside), max(c.end for c in inside)))
        speaker, via, force = _told_by(holder, speakers)
        statement = Statement(report.id, "claim", span, span.of(report.text), speaker, via, force)
        yield Candidate(statement, order, sentence.of(report.text))


def _figures(reading: Reading, statements: Statements, order: int, speakers: Speakers) -> Iterator[Candidate]:
    report = reading.report
    for figure in statements.figures:
        speaker, via, force = _told_by(_holder(statements, figure.span), speakers)
        words = figure.span.of(report.text)
        statement = Statement(
            report.id, "figure", figure.span, words, speaker, via, force, figure.low, figure.high, figure.unit
        )
        yield Candidate(statement, order, _sentence_at(reading, figure.span).of(report.text), figure)


def _datings(reading: Reading, statements: Statements, order: int) -> Iterator[Candidate]:
    report = reading.report
    for dating in statements.datings:
        words = dating.event.of(report.text)
        statement = Statement(report.id, "dating", dating.event, words, value=dating.value)
        yield Candidate(statement, order, words)
