"""The full text of reports and of their sentences, searchable by word: SQLite's FTS5, holding no second copy.

The one module that speaks SQLite's own SQL; an archive on another database needs another one like it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    TableClause,
    bindparam,
    column,
    func,
    literal,
    select,
    table,
    text,
)
from sqlalchemy.exc import DatabaseError

from secondsource.model.queries import Term, Words
from secondsource.model.spans import Span
from secondsource.store.sentences import SHARE

TITLE_WEIGHT = 4.0
"""How much a word in a title counts against one in the text: a title is a report in ten words."""

CREATE = (
    """CREATE VIRTUAL TABLE word USING fts5(
        title, text, content='report', content_rowid='number',
        tokenize="unicode61 remove_diacritics 2", prefix='2 3'
    )""",
    """CREATE VIEW sentence_text AS
        SELECT s.number AS number, substr(r.text, s.start + 1, s."end" - s.start) AS text
        FROM sentence s JOIN report r ON r.number = s.number / 1048576""",
    """CREATE VIRTUAL TABLE sentence_word USING fts5(
        text, content='sentence_text', content_rowid='number',
        tokenize="unicode61 remove_diacritics 2", prefix='2 3'
    )""",
)
"""Two indexes, and what the second is made of; 1048576 is SHARE of store/sentences.py."""

ENTER = (
    "INSERT INTO word (rowid, title, text) SELECT number, title, text FROM report WHERE number = :number",
    "INSERT INTO sentence_word (rowid, text)"
    " SELECT number, text FROM sentence_text WHERE number BETWEEN :first AND :last",
)
REMOVE = (
    "INSERT INTO word (word, rowid, title, text)"
    " SELECT 'delete', number, title, text FROM report WHERE number = :number",
    "INSERT INTO sentence_word (sentence_word, rowid, text)"
    " SELECT 'delete', number, text FROM sentence_text WHERE number BETWEEN :first AND :last",
)
CHECK = (
    "INSERT INTO word (word, rank) VALUES ('integrity-check', 1)",
    "INSERT INTO sentence_word (sentence_word, rank) VALUES ('integrity-check', 1)",
)
REBUILD = (
    "INSERT INTO word (word) VALUES ('rebuild')",
    "INSERT INTO sentence_word (sentence_word) VALUES ('rebuild')",
)
MARK = (
    "SELECT rowid, highlight(word, 0, :marker, :marker) AS title, highlight(word, 1, :marker, :marker) AS text"
    " FROM word WHERE word MATCH :expression AND rowid IN :numbers"
)


@dataclass(frozen=True, slots=True)
class Index:
    """An index of words: its rows have a number and hold, against a condition, a rank (bm25, the lower the better)."""

    table: TableClause
    number: ColumnElement[int]
    report: ColumnElement[int]
    rank: ColumnElement[float]

    def holds(self, wanted: Words) -> ColumnElement[bool]:
        """The condition that a row holds these words; some must be wanted."""
        return self._matches(to_fts5(wanted))

    def holds_in_title(self, wanted: Words) -> ColumnElement[bool]:
        """The condition that a report's title holds these words; some must be wanted."""
        return self._matches(f"{{title}} : ({to_fts5(wanted)})")

    def holding_any(self, terms: tuple[Term, ...]) -> Select[int]:
        """The numbers of the rows that hold any of these."""
        matched = self._matches(" OR ".join(map(_to_fts5, terms)))
        return select(self.number).select_from(self.table).where(matched).correlate(None)

    def _matches(self, expression: str) -> ColumnElement[bool]:
        return self.table.c[self.table.name].op("MATCH", is_comparison=True)(bindparam(None, expression))


def _index(name: str, weights: tuple[float, ...], per_report: int) -> Index:
    """An index of rows, so many for each report."""
    of = table(name, column("rowid", Integer), column(name))
    number = of.c.rowid
    return Index(of, number, number.op("/")(literal(per_report)), func.bm25(of.c[name], *weights))


REPORTS = _index("word", (TITLE_WEIGHT, 1.0), 1)
SENTENCES = _index("sentence_word", (1.0,), SHARE)


def create(connection: Connection) -> None:
    """Make the indexes, empty."""
    for statement in CREATE:
        connection.execute(text(statement))


def enter(connection: Connection, number: int) -> None:
    """Put the words of the report with this number, and of its sentences, into the indexes."""
    _change(connection, ENTER, number)


def remove(connection: Connection, number: int) -> None:
    """Take them out again, while the report still has the words and sentences that were put in."""
    _change(connection, REMOVE, number)


def check(connection: Connection) -> bool:
    """Whether the indexes hold exactly the words of the reports and of their sentences."""
    try:
        for statement in CHECK:
            connection.execute(text(statement))
    except DatabaseError:
        return False
    return True


def rebuild(connection: Connection) -> None:
    """Make the indexes anew from the reports and their sentences."""
    for statement in REBUILD:
        connection.execute(text(statement))


def _change(connection: Connection, statements: tuple[str, str], number: int) -> None:
    of_report, of_sentences = statements
    connection.execute(text(of_report), {"number": number})
    connection.execute(text(of_sentences), {"first": number * SHARE, "last": (number + 1) * SHARE - 1})


def to_fts5(wanted: Words) -> str:
    """The words in FTS5's syntax, every term quoted, so that nothing in it means anything to FTS5."""
    groups = " AND ".join(f"({' OR '.join(map(_to_fts5, group))})" for group in wanted.wanted)
    return " NOT ".join([f"({groups})", *map(_to_fts5, wanted.unwanted)])


def _to_fts5(term: Term) -> str:
    quoted = term.words.replace('"', '""')
    return f'"{quoted}"{"*" if term.is_prefix else ""}'


@dataclass(frozen=True, slots=True)
class Marks:
    """Where words stand in a report's title and text."""

    title: tuple[Span, ...] = ()
    text: tuple[Span, ...] = ()


def find_marks(connection: Connection, told: Mapping[int, str], wanted: Words) -> dict[int, Marks]:
    """Where the reports with these numbers hold the wanted words; `told` has all that each of them says."""
    terms = tuple(term for group in wanted.wanted for term in group)
    if not terms:
        return {}
    signs = (f"\x02{number}\x03" for number in count())
    marker = next(sign for sign in signs if not any(sign in one for one in told.values()))
    given = {"marker": marker, "expression": " OR ".join(map(_to_fts5, terms)), "numbers": list(told)}
    rows = connection.execute(text(MARK).bindparams(bindparam("numbers", expanding=True)), given)
    return {row.rowid: Marks(_read_marks(row.title or "", marker), _read_marks(row.text, marker)) for row in rows}


def _read_marks(marked: str, marker: str) -> tuple[Span, ...]:
    """The spans between every first and second marker, counted in the text without markers."""
    spans = []
    at = 0
    for place, piece in enumerate(marked.split(marker)):
        if place % 2:
            spans.append(Span(at, at + len(piece)))
        at += len(piece)
    return tuple(spans)
