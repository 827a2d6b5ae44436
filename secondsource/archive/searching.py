"""Searching an archive: reports and statements, each hit in its sentence with the words marked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from secondsource.archive.archives import Archive
from secondsource.errors import UsageError
from secondsource.model.queries import Found, Hit, HitStatement, Query, Words
from secondsource.model.spans import Span
from secondsource.store.database import Transaction
from secondsource.store.searches import (
    FoundReport,
    FoundStatement,
    Match,
    Page,
    find_reports,
    find_statements,
    find_unknown,
    load_found_reports,
    load_found_statements,
    table_for,
)
from secondsource.store.sentences import load_sentences
from secondsource.store.words import Marks, find_marks

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
        return Found(tuple(hits), page.total, page.is_least, find_unknown(connection, query))


@dataclass(frozen=True, slots=True)
class Shelf:
    """The reports of a page of hits, by their numbers: each with its sentences and the places of what was asked for."""

    reports: Mapping[int, FoundReport]
    sentences: Mapping[int, Sequence[Span]]
    marks: Mapping[int, Marks]

    def marks_of(self, number: int) -> Marks:
        return self.marks.get(number, Marks())


def load_shelf(connection: Transaction, numbers: Sequence[int], wanted: Words) -> Shelf:
    """The reports with these numbers."""
    reports = load_found_reports(connection, numbers)
    told = {number: f"{report.told.title or ''} {report.text}" for number, report in reports.items()}
    return Shelf(reports, load_sentences(connection, numbers), find_marks(connection, told, wanted))


def _look(connection: Transaction, query: Query, most: int, after: int) -> tuple[Page, list[Hit]]:
    if not query.is_for_statements:
        page = find_reports(connection, query, most, after)
        shelf = load_shelf(connection, [match.number for match in page.matches], query.words)
        return page, [_to_report_hit(shelf, match, bool(query.words.wanted)) for match in page.matches]
    page = find_statements(connection, query, most, after)
    found = load_found_statements(connection, table_for(query), [match.number for match in page.matches])
    shelf = load_shelf(connection, sorted({one.report for one in found.values()}), query.words)
    return page, [to_statement_hit(shelf, found[match.number], match.rank) for match in page.matches]


def to_statement_hit(shelf: Shelf, found: FoundStatement, rank: float | None) -> Hit:
    """The hit that a statement is: in its sentence, and up to its own end where that reaches further."""
    sentences, said = shelf.sentences[found.report], found.told.span
    begun = sentences[found.place] if found.place < len(sentences) else said
    sentence = Span(min(begun.start, said.start), max(begun.end, said.end))
    marks = shelf.marks_of(found.report).text
    return _to_hit(shelf.reports[found.report], rank, sentence, marks, statement=found.told, place=found.place)


def _to_report_hit(shelf: Shelf, match: Match, has_words: bool) -> Hit:
    report, sentences = shelf.reports[match.number], shelf.sentences[match.number]
    if not has_words:
        return _to_hit(report, match.rank, sentences[0] if sentences else None, place=0)
    marks = shelf.marks_of(match.number)
    best = _best(sentences, marks.text, report.text)
    place = sentences.index(best) if best else None
    return _to_hit(report, match.rank, best, marks.text, marks.title, place=place)


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
    rank: float | None,
    sentence: Span | None,
    marks: Sequence[Span] = (),
    in_title: tuple[Span, ...] = (),
    statement: HitStatement | None = None,
    place: int | None = None,
) -> Hit:
    inside = tuple(mark for mark in marks if sentence and sentence.contains(mark))
    text = sentence.of(report.text) if sentence else ""
    score = None if rank is None else round(-rank, 4)
    return Hit(report.told, sentence, text, inside, in_title, score, statement, place if sentence else None)
