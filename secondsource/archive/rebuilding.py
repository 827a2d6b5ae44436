"""Everything that is derived, made again from the bytes and the log; only what is out of date is done."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice

from secondsource.archive.archives import Archive
from secondsource.archive.deciding import enter_decision
from secondsource.archive.entering import Entry, with_id
from secondsource.archive.feeds import enter_feed
from secondsource.archive.growing import Growth
from secondsource.archive.judging import judge_changed
from secondsource.archive.makers import maker
from secondsource.archive.rulings import load_rulings
from secondsource.engines.local import Local
from secondsource.model.reports import Document, Rejection
from secondsource.pipeline import ReadReport, read_again, read_document
from secondsource.settings import Settings
from secondsource.store import documents, neighbours, reports, stories
from secondsource.store.documents import Kept

BATCH = 8
"""Documents stored in one transaction, as when they are added."""

Watcher = Callable[[str, int], None]
"""Is told the step that runs and how many items it has done so far."""


@dataclass(frozen=True, slots=True)
class Task:
    """A document to be read again, what was read from it before, and the stages whose results are out of date."""

    kept: Kept
    document: Document
    before: ReadReport | None
    stale: frozenset[str]


def rebuild(
    archive: Archive,
    *,
    everything: bool = False,
    engine: Local | None = None,
    watch: Watcher = lambda step, done: None,
) -> None:
    """Bring everything that is derived up to date: by this version of each stage, under the settings in force.

    What a stage of the same version made from the same input stays. With `everything`, nothing is taken to be up to
    date. Killed at any moment, the next run goes on where this one was. Raises ArchiveError.
    """
    _enter_missing(archive, watch)
    if everything:
        with archive.database.writing() as connection:
            documents.mark_all_stale(connection)
            reports.mark_all_stale(connection)
            neighbours.mark_all_stale(connection)
            stories.mark_all_changed(connection)
    for done, _ in enumerate(_read_stale(archive, engine or Local()), start=1):
        watch("read", done)
    _sketch_stale(archive)
    for done, _ in enumerate(_place_stale(archive), start=1):
        watch("group", done)
    for done, _ in enumerate(judge_changed(archive), start=1):
        watch("compare", done)


def redo(task: Task, settings: Settings) -> tuple[Kept, ReadReport | Rejection]:
    """Read a task's document again, as far as that is needed."""
    if task.before is not None:
        return task.kept, read_again(task.document, task.before, task.stale, settings)
    outcome = read_document(task.document, settings)
    if isinstance(outcome, ReadReport) and task.kept.report:
        return task.kept, with_id(outcome, task.kept.report)
    return task.kept, outcome


def _enter_missing(archive: Archive, watch: Watcher) -> None:
    """Enter what the log has and the database lacks, as documents still to be read, and decisions."""
    entries = archive.log.entries()
    done = 0
    while batch := list(islice(entries, 100)):
        with archive.database.writing() as connection:
            for entry in batch:
                if "document" in entry:
                    kept, added_at = documents.from_entry(entry)
                    if not documents.find_known(connection, [kept.id]):
                        documents.save_document(connection, kept, added_at)
                elif "rejection" in entry:
                    refused = Rejection(**entry["rejection"])
                    documents.save_rejection_once(connection, refused, entry["added_at"])
                elif "feed" in entry:
                    enter_feed(connection, entry)
                else:
                    enter_decision(connection, entry)
        done += len(batch)
        watch("log", done)


def _read_stale(archive: Archive, engine: Local) -> Iterator[None]:
    outcomes = engine.each(partial(redo, settings=archive.settings), _tasks(archive))
    while batch := list(islice(outcomes, BATCH)):
        with archive.database.writing() as connection:
            entry = Entry(archive, connection)
            for kept, outcome in batch:
                entry.enter_again(kept, outcome)
        yield from (None for _ in batch)


def _tasks(archive: Archive) -> Iterator[Task]:
    """Every document that is not up to date, in order of number."""
    makers = {stage: maker(stage, archive.settings) for stage in ("clean", "annotate", "extract")}
    after = 0
    while True:
        with archive.database.reading() as connection:
            batch = list(documents.load_documents(connection, after, BATCH))
            tasks = [_task(archive, kept, reports.find_report(connection, kept.report), makers) for _, kept in batch]
        if not batch:
            return
        yield from (task for task in tasks if task is not None)
        after = batch[-1][0]


def _task(archive: Archive, kept: Kept, stored: reports.StoredReport | None, made_by: dict[str, str]) -> Task | None:
    stale = {"clean"} if kept.cleaned_by != made_by["clean"] else set()
    own = stored if stored is not None and stored.document == kept.id else None
    if own is not None:
        stale |= {"annotate"} if own.makers.annotated_by != made_by["annotate"] else set()
        stale |= {"extract"} if own.makers.extracted_by != made_by["extract"] else set()
    if not stale:
        return None
    before = ReadReport(own.reading, own.statements) if own else None
    return Task(kept, kept.with_bytes(archive.contents.load(kept.content)), before, frozenset(stale))


def _sketch_stale(archive: Archive) -> None:
    """Draw the sketches again that another version of grouping drew, before any is compared with another."""
    version = maker("group", archive.settings)
    while True:
        with archive.database.writing() as connection:
            stale = neighbours.find_sketched_otherwise(connection, version, 100)
            growth = Growth(connection, load_rulings(connection), archive.settings, archive.now())
            for stored in reports.load_reports(connection, stale):
                growth.draw(stored.reading)
        if not stale:
            return


def _place_stale(archive: Archive) -> Iterator[None]:
    """Have every report that another version of grouping placed find its place again."""
    version = maker("group", archive.settings)
    while True:
        with archive.database.writing() as connection:
            stale = neighbours.find_placed_otherwise(connection, version, BATCH)
            growth = Growth(connection, load_rulings(connection), archive.settings, archive.now())
            for stored in reports.load_reports(connection, stale):
                growth.place_again(stored.id)
        if not stale:
            return
        yield from (None for _ in stale)
