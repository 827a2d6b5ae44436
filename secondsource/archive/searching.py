"""Searching an archive: reports and statements, each hit in its sentence with the words marked."""

from collections.abc import Iterable, Sequence

from secondsource.archive.archives import Archive
from secondsource.errors import UsageError
from secondsource.model.queries import Found, Hit, HitStatement, Query
from secondsource.model.spans import Span
from secondsource.store import searches, words
from secondsource.store.database import Transaction
from secondsource.store.searches import FoundReport, Match, Page
from secondsource.store.sentences import load_sentences

PAGE = 20
"""Hits handed out unless more are asked for: a screen full."""


def search(archive: Archive, query: Query, *, most: int = PAGE, after: int = 0) -> Found:
    """Up to `most` hits, from place `after` on: the best first, where no words are looked for the latest first.

    Raises UsageError when the query asks for nothing.
    """
    if query == Query(earlier=query.earlier):
        raise UsageError("nothing to look for: give a word, or a field such as outlet:gazette")
    with archive.database.reading() as connection:
        page, hits = _look(connection, query, most, after)
        return Found(tuple(hits), page.total, page.is_least, searches.find_unknown(connection, query))


def _look(connection: Transaction, query: Query, most: int, after: int) -> tuple[Page, list[Hit]]:
    if not query.is_for_statements:
        page = searches.find_reports(connection, query, most, after)
        reports = searches.load_found_reports(connection, [match.number for match in page.matches])
        return page, [_to_report_hit(connection, query, reports[match.number], match) for match in page.matches]
    page = searches.find_statements(connection, query, most, after)
    numbers = [match.number for match in page.matches]
    found = searches.load_found_statements(connection, searches.table_for(query), numbers)
    reports = searches.load_found_reports(connection, sorted({one.report for one in found.values()}))
    hits = []
    for match in page.matches:
        one = found[match.number]
        whole = find_sentence(connection, reports[one.report], one.sentence, one.told)
        marks = words.find_marks(connection, one.report, query.words, reports[one.report].text, "text")
        hits.append(_to_hit(reports[one.report], match, whole, marks, statement=one.told))
    return page, hits


def find_sentence(connection: Transaction, report: FoundReport, place: int, told: HitStatement) -> Span:
    """The sentence that a statement begins in, up to the end of the statement where that reaches further."""
    sentences = load_sentences(connection, report.number)
    span = sentences[place] if place < len(sentences) else told.span
    return Span(min(span.start, told.span.start), max(span.end, told.span.end))


def _to_report_hit(connection: Transaction, query: Query, report: FoundReport, match: Match) -> Hit:
    marks = words.find_marks(connection, report.number, query.words, report.text, "text")
    in_title = words.find_marks(connection, report.number, query.words, report.told.title or "", "title")
    sentences = load_sentences(connection, report.number)
    if query.words.wanted:
        return _to_hit(report, match, _best(sentences, marks, report.text), marks, in_title)
    return _to_hit(report, match, sentences[0] if sentences else None)


def _best(sentences: Sequence[Span], marks: Iterable[Span], text: str) -> Span | None:
    """The first of the sentences in which most of the different words stand; None where none stands in any."""
    held: dict[Span, set[str]] = {sentence: set() for sentence in sentences}
    for mark in marks:
        for sentence in sentences:
            if sentence.contains(mark):
                held[sentence].add(mark.of(text).casefold())
    best = max(held, key=lambda sentence: len(held[sentence]), default=None)
    return best if best and held[best] else None


def _to_hit(
    report: FoundReport,
    match: Match,
    sentence: Span | None,
    marks: Sequence[Span] = (),
    in_title: tuple[Span, ...] = (),
    statement: HitStatement | None = None,
) -> Hit:
    inside = tuple(mark for mark in marks if sentence and sentence.contains(mark))
    text = sentence.of(report.text) if sentence else ""
    score = None if match.rank is None else round(-match.rank, 4)
    return Hit(report.told, sentence, text, inside, in_title, score, statement)
