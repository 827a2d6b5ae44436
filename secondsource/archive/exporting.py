"""Exports: everything of one kind, row by row, with no more in memory than a few reports or one story."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from secondsource.archive.archives import Archive
from secondsource.archive.judging import load_judged
from secondsource.errors import MissingError
from secondsource.model.archive_codec import DisputeJson, dispute_to_json
from secondsource.model.disputes import DisputeFilter
from secondsource.model.exports import ExportKind
from secondsource.model.report_rows_codec import (
    DecisionRow,
    RejectionRow,
    ReportRow,
    StatementRow,
    decision_to_row,
    rejection_to_row,
    report_to_row,
    statements_to_rows,
)
from secondsource.model.stories import StorySummary
from secondsource.model.story_rows_codec import (
    DerivationRow,
    EvidenceRow,
    FindingRow,
    LineageRow,
    PointRow,
    StoryRow,
    TellingRow,
    derivations_to_rows,
    evidence_to_rows,
    finding_to_row,
    lineages_to_rows,
    point_to_row,
    story_to_row,
    tellings_to_rows,
)
from secondsource.store import decisions, exports
from secondsource.store.exports import Told
from secondsource.store.judgements import Verdicts, load_verdicts
from secondsource.store.slices import find_dispute_slice
from secondsource.store.stories import has_story, load_story

BATCH = 20
"""Reports looked up at a time; a report with its reading takes about 50 KB."""
IDS = 1_000
"""Ids, and short rows, looked up at a time."""

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Export:
    """What can be exported: the type of its rows, which names and types the columns, and how they are read."""

    row: type
    read: Callable[[Archive], Iterator[Row]]


def _read_told(archive: Archive) -> Iterator[Told]:
    """All reports, also earlier versions, in the order in which they came."""
    after = 0
    while True:
        with archive.database.reading(at_length=True) as connection:
            batch = exports.load_told(connection, after, BATCH)
        if not batch:
            return
        yield from batch
        after = batch[-1].number


def _read_judged(archive: Archive) -> Iterator[tuple[StorySummary, Verdicts]]:
    """All stories in the order of their ids, compared now where that is still to be done."""
    after = ""
    while True:
        with archive.database.reading(at_length=True) as connection:
            ids = exports.find_story_ids(connection, after, IDS)
        if not ids:
            return
        for story in ids:
            found = _find_judged(archive, story)
            if found is not None:
                yield found
        after = ids[-1]


def _find_judged(archive: Archive, story: str) -> tuple[StorySummary, Verdicts] | None:
    """A story with what was judged of it; None when it went into another one in the meantime."""
    with archive.database.reading(at_length=True) as connection:
        if not has_story(connection, story):
            return None
        found, verdicts = load_story(connection, story), load_verdicts(connection, story)
    if verdicts is not None:
        return found, verdicts
    try:
        judged = load_judged(archive, story)
    except MissingError:
        return None
    with archive.database.reading(at_length=True) as connection:
        if not has_story(connection, story):
            return None
        found = load_story(connection, story)
    return found, Verdicts(judged.stemma, judged.points, judged.findings, judged.account)


def _reports(archive: Archive) -> Iterator[Row]:
    for told in _read_told(archive):
        yield report_to_row(told.report, story=told.story, is_current=told.is_current, seen_at=told.seen_at)


def _statements(archive: Archive) -> Iterator[Row]:
    for told in _read_told(archive):
        yield from statements_to_rows(told.statements, told.report.text)


def _stories(archive: Archive) -> Iterator[Row]:
    return (story_to_row(story, verdicts.stemma) for story, verdicts in _read_judged(archive))


def _lineages(archive: Archive) -> Iterator[Row]:
    for story, verdicts in _read_judged(archive):
        yield from lineages_to_rows(story.id, verdicts.stemma)


def _derivations(archive: Archive) -> Iterator[Row]:
    for story, verdicts in _read_judged(archive):
        yield from derivations_to_rows(story.id, verdicts.stemma)


def _points(archive: Archive) -> Iterator[Row]:
    return (point_to_row(story.id, point) for story, verdicts in _read_judged(archive) for point in verdicts.points)


def _tellings(archive: Archive) -> Iterator[Row]:
    for story, verdicts in _read_judged(archive):
        for point in verdicts.points:
            yield from tellings_to_rows(story.id, point)


def _findings(archive: Archive) -> Iterator[Row]:
    for story, verdicts in _read_judged(archive):
        yield from (finding_to_row(story.id, place, one) for place, one in enumerate(verdicts.findings))


def _evidence(archive: Archive) -> Iterator[Row]:
    for story, verdicts in _read_judged(archive):
        for place, finding in enumerate(verdicts.findings):
            yield from evidence_to_rows(story.id, place, finding)


def _disputes(archive: Archive) -> Iterator[Row]:
    after = None
    while True:
        with archive.database.reading(at_length=True) as connection:
            batch = find_dispute_slice(connection, DisputeFilter(), IDS, after)
        if not batch:
            return
        yield from map(dispute_to_json, batch)
        after = batch[-1].found_at, batch[-1].id


def _decisions(archive: Archive) -> Iterator[Row]:
    with archive.database.reading(at_length=True) as connection:
        logged = decisions.load_decisions(connection, undone=True)
    return map(decision_to_row, logged)


def _rejections(archive: Archive) -> Iterator[Row]:
    after = 0
    while True:
        with archive.database.reading(at_length=True) as connection:
            batch = exports.load_rejections_after(connection, after, IDS)
        if not batch:
            return
        yield from (rejection_to_row(added_at, rejection) for _, added_at, rejection in batch)
        after = batch[-1][0]


EXPORTS: Mapping[ExportKind, Export] = {
    "reports": Export(ReportRow, _reports),
    "statements": Export(StatementRow, _statements),
    "stories": Export(StoryRow, _stories),
    "lineages": Export(LineageRow, _lineages),
    "derivations": Export(DerivationRow, _derivations),
    "points": Export(PointRow, _points),
    "tellings": Export(TellingRow, _tellings),
    "findings": Export(FindingRow, _findings),
    "evidence": Export(EvidenceRow, _evidence),
    "disputes": Export(DisputeJson, _disputes),
    "decisions": Export(DecisionRow, _decisions),
    "rejections": Export(RejectionRow, _rejections),
}
"""All that can be exported. What comes while an export is read may be in it or not; nothing is in it twice."""
