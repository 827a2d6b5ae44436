"""How reports come into the archive: read, stored with their bytes, put into their story; all of it, or nothing."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from hashlib import sha256
from itertools import islice

from secondsource.archive.archives import Archive
from secondsource.archive.entering import Arrival, Entry
from secondsource.engines.local import Local
from secondsource.model.reports import Addition, Document, Rejection
from secondsource.pipeline import read_document
from secondsource.stages.ingest.addresses import is_url
from secondsource.stages.ingest.documents import STANDARD_INPUT, ingest
from secondsource.store import documents
from secondsource.store.database import Transaction

BATCH = 8
"""Documents stored in one transaction: enough that waiting for the disk is a small part of reading them, few enough
that a killed process loses little work."""


def add(
    archive: Archive,
    paths: Sequence[str],
    *,
    as_text: bool = False,
    fetch: bool = False,
    engine: Local | None = None,
) -> Iterator[Addition | Rejection]:
    """Take every document at `paths` into the archive; what each became, in order, once it is on the disk.

    `paths` are what `pipeline.read` takes; raises what that raises, and ArchiveError when something cannot be stored:
    what was handed out before stays stored.
    """
    settings = archive.settings
    found = ingest(
        [_whole(path) for path in paths],
        as_text=as_text,
        settings=settings.ingest,
        fetch=settings.fetch if fetch else None,
    )
    return add_documents(archive, found, engine)


def add_documents(
    archive: Archive, found: Iterable[Document | Rejection], engine: Local | None = None
) -> Iterator[Addition | Rejection]:
    """Take documents into the archive, as `add` does."""
    arrivals = _read(archive, found, engine or Local())
    while batch := list(islice(arrivals, BATCH)):
        yield from store(archive, batch)


def store(
    archive: Archive,
    batch: Sequence[Arrival | Addition | Rejection],
    also: Callable[[Transaction], None] = lambda transaction: None,
) -> list[Addition | Rejection]:
    """Store what was read, in one transaction; what each became, in the same order. Raises ArchiveError.

    `also` is done in the same transaction.
    """
    contents = {
        place: archive.contents.keep(one.document.content)
        for place, one in enumerate(batch)
        if isinstance(one, Arrival)
    }
    with archive.database.writing() as connection:
        entry = Entry(archive, connection)
        became = [
            entry.enter(one, contents[place]) if isinstance(one, Arrival) else entry.note(one)
            for place, one in enumerate(batch)
        ]
        also(connection)
        archive.log.append(entry.noted)
    return became


def _whole(path: str) -> str:
    """The path from the root, so that what is remembered of it holds wherever the program runs next."""
    return path if path == STANDARD_INPUT or is_url(path) else os.path.abspath(path)  # noqa: PTH100  resolve() would follow links, absolute() keep ".."


def _read(
    archive: Archive, found: Iterable[Document | Rejection], engine: Local
) -> Iterator[Arrival | Addition | Rejection]:
    """Read the documents that the archive does not know; in order."""
    taken: deque[Document | Addition | Rejection] = deque()

    def unknown() -> Iterator[Document]:
        for one in map(_writable, found):
            known = _known(archive, one) if isinstance(one, Document) else one
            taken.append(known or one)
            if known is None and isinstance(one, Document):
                yield one

    for outcome in engine.each(partial(read_document, settings=archive.settings), unknown()):
        while not isinstance(first := taken.popleft(), Document):
            yield first
        yield Arrival(first, outcome)
    yield from (one for one in taken if not isinstance(one, Document))


def _known(archive: Archive, document: Document) -> Addition | None:
    """The addition that a document comes to which is in the archive already."""
    document_id = documents.identify(document, sha256(document.content).hexdigest())
    with archive.database.reading() as connection:
        known = documents.find_known(connection, [document_id])
    return Addition(document.place, "known", known[document_id]) if known else None


def _writable(one: Document | Rejection) -> Document | Rejection:
    """The same, with a place that UTF-8 can hold: the name of a file may have bytes that are no characters."""
    return replace(one, place=one.place.encode("utf-8", "backslashreplace").decode("utf-8"))
