"""How reports come into the archive: read, stored with their bytes, put into their story; all of it, or nothing."""

import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from itertools import islice
from typing import Literal

from secondsource.archive.archives import Archive
from secondsource.archive.articles import article_of
from secondsource.archive.growing import Growth
from secondsource.archive.makers import maker
from secondsource.archive.rulings import load_rulings
from secondsource.engines.local import Local
from secondsource.model.reports import Document, Rejection
from secondsource.pipeline import ReadReport, read_document
from secondsource.stages.ingest.addresses import is_url
from secondsource.stages.ingest.documents import STANDARD_INPUT, ingest
from secondsource.store import documents, reports
from secondsource.store.database import Transaction
from secondsource.store.documents import Kept
from secondsource.store.reports import Makers, StoredReport

BATCH = 8
"""Documents stored in one transaction: enough that waiting for the disk is a small part of reading them, few enough
that a killed process loses little work."""

Became = Literal["added", "new version", "earlier version", "unchanged", "known"]


@dataclass(frozen=True, slots=True)
class Addition:
    """What became of a document: it is stored for good. `report` is None where it was known to be unreadable.

    "unchanged" are other bytes that hold the words the article has already, "known" the very same document again,
    "earlier version" one that is older than what the archive has of the article.
    """

    place: str
    became: Became
    report: str | None = None
    story: str | None = None


@dataclass(frozen=True, slots=True)
class Arrival:
    """A document that was read but is not stored yet."""

    document: Document
    outcome: ReadReport | Rejection


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


def store(archive: Archive, batch: Sequence[Arrival | Addition | Rejection]) -> list[Addition | Rejection]:
    """Store what was read, in one transaction; what each became, in the same order. Raises ArchiveError."""
    contents = {
        place: archive.contents.keep(one.document.content)
        for place, one in enumerate(batch)
        if isinstance(one, Arrival)
    }
    with archive.database.writing() as connection:
        entry = Entry(archive, connection)
        return [
            entry.enter(one, contents[place]) if isinstance(one, Arrival) else entry.log(one)
            for place, one in enumerate(batch)
        ]


class Entry:
    """Enters arrivals, within one transaction."""

    def __init__(self, archive: Archive, connection: Transaction) -> None:
        self._connection = connection
        self._at = archive.now()
        settings = archive.settings
        self._cleaned_by = maker("clean", settings)
        self._makers = Makers(maker("annotate", settings), maker("extract", settings))
        self._growth = Growth(connection, load_rulings(connection), settings, self._at)

    def log(self, outcome: Addition | Rejection) -> Addition | Rejection:
        """Remember that something could not be taken at all; what is known already needs nothing."""
        if isinstance(outcome, Rejection):
            documents.save_rejection(self._connection, outcome, self._at)
        return outcome

    def enter(self, arrival: Arrival, content: str) -> Addition | Rejection:
        """Store a document with what was read from it, unless another process was faster."""
        document, outcome = arrival.document, arrival.outcome
        document_id = documents.identify(document, content)
        known = documents.find_known(self._connection, [document_id])
        if known:
            return Addition(document.place, "known", known[document_id])
        kept = Kept(
            document_id,
            content,
            article_of(document, outcome if isinstance(outcome, ReadReport) else None),
            document.fetched_at or self._at,
            None,
            self._cleaned_by,
            document,
        )
        if isinstance(outcome, Rejection):
            documents.save_document(self._connection, kept, self._at)
            documents.save_rejection(self._connection, outcome, self._at, document_id)
            return outcome
        return self._enter_report(kept, outcome)

    def _enter_report(self, kept: Kept, read: ReadReport) -> Addition:
        versions = reports.find_versions(self._connection, kept.article)
        same = reports.find_same_words(self._connection, kept.article, read.reading.report)
        if same is not None:
            documents.save_document(self._connection, replace(kept, report=same), self._at)
            return Addition(kept.document.place, "unchanged", same)
        report_id = self._free_id(read.reading.report.id)
        documents.save_document(self._connection, replace(kept, report=report_id), self._at)
        current = next((version for version in versions if version.is_current), None)
        is_current = current is None or kept.seen_at >= current.seen_at
        named = with_id(read, report_id)
        stored = StoredReport(
            kept.id, kept.article, kept.seen_at, is_current, named.reading, named.statements, self._makers
        )
        reports.save_report(self._connection, stored)
        if not is_current:
            return Addition(kept.document.place, "earlier version", report_id)
        reports.mark_current(self._connection, kept.article, report_id)
        story = self._growth.enter(named.reading, current.report if current else None)
        return Addition(kept.document.place, "new version" if versions else "added", report_id, story)

    def _free_id(self, wanted: str) -> str:
        """The report's own id, with a number behind it where another report has that already."""
        free, number = wanted, 1
        while reports.is_taken(self._connection, free):
            number += 1
            free = f"{wanted}-{number}"
        return free


def with_id(read: ReadReport, report_id: str) -> ReadReport:
    """The same, with this id for the report."""
    report = replace(read.reading.report, id=report_id)
    return ReadReport(replace(read.reading, report=report), replace(read.statements, report=report_id))


def _whole(path: str) -> str:
    """The path from the root, so that what is remembered of it holds wherever the program runs next."""
    return path if path == STANDARD_INPUT or is_url(path) else os.path.abspath(path)  # noqa: PTH100  resolve() would follow links, absolute() keep ".."


def _read(
    archive: Archive, found: Iterable[Document | Rejection], engine: Local
) -> Iterator[Arrival | Addition | Rejection]:
    """Read the documents that the archive does not know; in order."""
    taken: deque[Document | Addition | Rejection] = deque()

    def unknown() -> Iterator[Document]:
        for one in found:
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
