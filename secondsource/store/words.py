"""The full text of reports, searchable by word: SQLite's FTS5 over the columns of `report`, holding no second copy.

The one module that speaks SQLite's own SQL; an archive on another database needs another one like it.
"""

from collections.abc import Sequence

from sqlalchemy import Connection, text

CREATE = """
CREATE VIRTUAL TABLE word USING fts5(
    title, text, content='report', content_rowid='number', tokenize="unicode61 remove_diacritics 2"
)
"""


def create(connection: Connection) -> None:
    """Make the index, empty."""
    connection.execute(text(CREATE))


def enter(connection: Connection, number: int) -> None:
    """Put the words of the report with this number into the index."""
    connection.execute(
        text("INSERT INTO word (rowid, title, text) SELECT number, title, text FROM report WHERE number = :number"),
        {"number": number},
    )


def remove(connection: Connection, number: int) -> None:
    """Take them out again, while the report still has the words that were put in."""
    connection.execute(
        text(
            "INSERT INTO word (word, rowid, title, text)"
            " SELECT 'delete', number, title, text FROM report WHERE number = :number"
        ),
        {"number": number},
    )


def check(connection: Connection) -> bool:
    """Whether the index holds exactly the words of the reports."""
    from sqlalchemy.exc import DatabaseError

    try:
        connection.execute(text("INSERT INTO word (word, rank) VALUES ('integrity-check', 1)"))
    except DatabaseError:
        return False
    return True


def rebuild(connection: Connection) -> None:
    """Make the index anew from the reports."""
    connection.execute(text("INSERT INTO word (word) VALUES ('rebuild')"))


def find(connection: Connection, query: str, most: int) -> Sequence[int]:
    """Numbers of the reports that match a query in FTS5's syntax, best first (bm25, a title weighing four times)."""
    found = text("SELECT rowid FROM word WHERE word MATCH :query ORDER BY bm25(word, 4.0, 1.0), rowid LIMIT :most")
    return [row[0] for row in connection.execute(found, {"query": query, "most": most})]
