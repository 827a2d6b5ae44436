"""Whether bytes, log, rows and search agree; what does not is told, nothing is mended."""

from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.archive.archives import Archive
from secondsource.errors import ArchiveError
from secondsource.model.reports import Report
from secondsource.store import checks, documents, reports
from secondsource.store.database import Transaction

BATCH = 100
"""Documents looked at between two looks at the database, so that others may write meanwhile."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that does not agree. `what` names it, `why` tells what is wrong and what to do.

    What a killed command leaves of documents that it had not reported as stored does no harm.
    """

    what: str
    why: str
    does_harm: bool = True


def verify(archive: Archive) -> Iterator[Fault | int]:
    """Every fault of the archive; between them, how many documents have been looked at so far."""
    with archive.database.reading() as connection:
        for told in checks.find_broken(connection):
            yield Fault("database", told)
    with archive.database.writing() as connection:
        if not checks.agrees_with_words(connection):
            yield Fault("search", "the index of words is not that of the reports: run `secondsource rebuild`")
    noted, names = _noted(archive), set(archive.contents.names())
    wanted: set[str] = set()
    after, done = 0, 0
    while True:
        with archive.database.reading() as connection:
            batch = list(documents.load_documents(connection, after, BATCH))
            for _, kept in batch:
                wanted.add(kept.content)
                if kept.id not in noted:
                    yield Fault(kept.document.place, f"document {kept.id} is not in {archive.log.path}")
                yield from _look_at(archive, connection, kept)
        if not batch:
            break
        after, done = batch[-1][0], done + len(batch)
        noted -= {kept.id for _, kept in batch}
        yield done
    for document in sorted(noted):
        why = "was being stored when a command was killed: `secondsource rebuild` takes it in"
        yield Fault(f"document {document}", why, does_harm=False)
    for name in sorted(names - wanted - _contents_noted(archive)):
        yield Fault(f"bytes {name}", "were being stored when a command was killed", does_harm=False)


def _look_at(archive: Archive, connection: Transaction, kept: documents.Kept) -> Iterator[Fault]:
    """What is wrong with a document, its bytes, and what was read from it."""
    place = kept.document.place
    try:
        archive.contents.load(kept.content)
        stored = reports.find_report(connection, kept.report)
    except ArchiveError as error:
        yield Fault(place, str(error))
        return
    if stored is None:
        if not documents.is_rejected(connection, kept.id):
            yield Fault(place, f"document {kept.id} is neither read nor rejected: run `secondsource rebuild`")
        return
    for told in (*checks.find_rows_amiss(connection, stored), *_spans_outside(stored.reading.report)):
        yield Fault(place, f"report {stored.id}: {told}: run `secondsource rebuild --everything`")


def _spans_outside(report: Report) -> Iterator[str]:
    for block in report.blocks:
        if not 0 <= block.span.start <= block.span.end <= len(report.text):
            yield f"a {block.kind} at {block.span.start} to {block.span.end} is outside its text"


def _noted(archive: Archive) -> set[str]:
    return {entry["document"]["id"] for entry in archive.log.entries() if "document" in entry}


def _contents_noted(archive: Archive) -> set[str]:
    return {entry["document"]["content"] for entry in archive.log.entries() if "document" in entry}
