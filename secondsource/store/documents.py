"""Documents as they are remembered: what was handed in, when, and what became of it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, func, select

from secondsource.errors import ArchiveError
from secondsource.model.ids import digest
from secondsource.model.reports import Document, Rejection
from secondsource.store.packing import pack, unpack
from secondsource.store.tables import document as table
from secondsource.store.tables import rejection


@dataclass(frozen=True, slots=True)
class Kept:
    """A document in the archive. `content` names its bytes; `report` is the id of what was read from it, if anything.

    `article` is what all versions of one article share, `seen_at` the instant at which it had these words; `cleaned_by`
    the version of cleaning that has seen it last.
    """

    id: str
    content: str
    article: str
    seen_at: str
    report: str | None
    cleaned_by: str | None
    document: Document
    """All but its bytes."""

    def with_bytes(self, content: bytes) -> Document:
        """The document as it was handed in."""
        return replace(self.document, content=content)


def identify(document: Document, content: str) -> str:
    """The id of a document with this content: the same bytes, told the same way, under the same name, are the same.

    The name is the address it was published at, or the last part of the place that it came from: a folder that was
    moved holds no new documents, two files with the same words are two.
    """
    told = pack(replace(document, content=b"", place="", fetched_at=None)).hex()
    return digest(content, document.url or PurePath(document.place).name, told)


def to_entry(kept: Kept, added_at: str) -> dict[str, Any]:
    """A document as it stands in the log."""
    bare = replace(kept, cleaned_by=None, document=replace(kept.document, content=b""))
    return {"document": msgspec.to_builtins(bare), "added_at": added_at}


def from_entry(entry: dict[str, Any]) -> tuple[Kept, str]:
    """The document of an entry of the log, and when it was added. Raises ArchiveError when it makes no sense."""
    try:
        return msgspec.convert(entry["document"], Kept), str(entry["added_at"])
    except (KeyError, msgspec.ValidationError) as error:
        raise ArchiveError(
            f"the log has an entry that cannot be understood ({error}): restore it from a backup"
        ) from error


def find_known(connection: Connection, ids: list[str]) -> dict[str, str | None]:
    """Those of these documents that are in the archive, with the ids of their reports."""
    found = connection.execute(select(table.c.id, table.c.report).where(table.c.id.in_(ids)))
    return {row.id: row.report for row in found}


def save_document(connection: Connection, kept: Kept, added_at: str) -> None:
    """Enter a document; its bytes must be stored already."""
    connection.execute(
        table.insert().values(
            id=kept.id,
            content=kept.content,
            packed=pack(replace(kept.document, content=b"")),
            place=kept.document.place,
            url=kept.document.url,
            article=kept.article,
            report=kept.report,
            seen_at=kept.seen_at,
            added_at=added_at,
            cleaned_by=kept.cleaned_by,
        )
    )


def save_rejection(connection: Connection, refused: Rejection, added_at: str, document: str | None = None) -> None:
    """Log what could not be read; `document` is the id of the one whose bytes were kept."""
    connection.execute(
        rejection.insert().values(
            document=document, place=refused.place, reason=refused.reason, detail=refused.detail, added_at=added_at
        )
    )


def save_rejection_once(connection: Connection, refused: Rejection, added_at: str) -> None:
    """Log what could not be taken, unless the same is logged for the same instant."""
    same = (rejection.c.place == refused.place) & (rejection.c.added_at == added_at)
    if connection.execute(select(rejection.c.number).where(same)).first() is None:
        save_rejection(connection, refused, added_at)


def is_rejected(connection: Connection, document: str) -> bool:
    """Whether it is logged why a document could not be read."""
    return connection.execute(select(rejection.c.number).where(rejection.c.document == document)).first() is not None


def forget_rejection(connection: Connection, document: str) -> None:
    """Take back that a document could not be read."""
    connection.execute(rejection.delete().where(rejection.c.document == document))


def load_rejections(connection: Connection) -> list[tuple[str, Rejection]]:
    """What could not be read, with the instant at which it was handed in, in that order."""
    rows = connection.execute(select(rejection).order_by(rejection.c.number))
    return [(row.added_at, Rejection(row.place, row.reason, row.detail)) for row in rows]


def load_document(connection: Connection, document: str) -> Kept:
    """The document with this id. Raises KeyError if there is none."""
    row = connection.execute(select(table).where(table.c.id == document)).first()
    if row is None:
        raise KeyError(document)
    return _to_kept(row)


def find_seen(connection: Connection, report: str) -> list[str]:
    """The instants at which the documents that hold this report's words were seen, in order."""
    rows = connection.execute(select(table.c.seen_at).where(table.c.report == report).order_by(table.c.seen_at))
    return list(rows.scalars())


def load_documents(connection: Connection, after: int, most: int) -> Iterator[tuple[int, Kept]]:
    """Up to `most` documents whose number is above `after`, in order, with their numbers."""
    rows = connection.execute(select(table).where(table.c.number > after).order_by(table.c.number).limit(most))
    return ((row.number, _to_kept(row)) for row in rows)


def mark_all_stale(connection: Connection) -> None:
    """Have every document read again."""
    connection.execute(table.update().values(cleaned_by=None))


def mark_cleaned(connection: Connection, document: str, cleaned_by: str, report: str | None) -> None:
    """Remember which version of cleaning saw a document last, and the id of its report, if it has one."""
    connection.execute(table.update().where(table.c.id == document).values(cleaned_by=cleaned_by, report=report))


def count_documents(connection: Connection) -> int:
    """How many documents there are."""
    return connection.execute(select(func.count()).select_from(table)).scalar_one()


def _to_kept(row: Row[tuple[object, ...]]) -> Kept:
    return Kept(row.id, row.content, row.article, row.seen_at, row.report, row.cleaned_by, unpack(row.packed, Document))
