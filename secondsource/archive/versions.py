"""The versions of an article that the archive has, and what changed from each to the next."""

from collections import Counter
from itertools import pairwise

from secondsource.archive.archives import Archive
from secondsource.archive.articles import address_of
from secondsource.archive.restatements import Version, find_restatements
from secondsource.errors import MissingError
from secondsource.model.readings import Reading
from secondsource.model.reports import Report
from secondsource.model.spans import Span
from secondsource.model.versions import Article, ArticleVersion, Revision, SentenceEdit
from secondsource.store import documents, reports, stories
from secondsource.store.database import Transaction
from secondsource.store.reports import StoredReport
from secondsource.text.corrections import find_correction
from secondsource.text.revisions import Passage, Range, are_alike, find_edits, read_words

HEADINGS = ("title", "heading")
NOTE = "correction note"
"""Why a correction that stands beside the text was cut from it."""


def load_articles(archive: Archive, named: str) -> list[Article]:
    """The article of a report, those at an address, or those of a story that were seen with several wordings.

    Raises MissingError when the archive has none of that name; ArchiveError.
    """
    with archive.database.reading() as connection:
        found = _find_articles(connection, named)
        return [_load(connection, article) for article in found]


def is_cosmetic(before: Reading, after: Reading) -> bool:
    """Whether two versions of an article differ in looks alone: in no word, and in nobody whom they credit."""
    credited = [(one.report.agencies, one.report.authors, one.report.published_at) for one in (before, after)]
    return credited[0] == credited[1] and _titles(before.report, after.report) is None and not _edit(before, after)


def compare(before: StoredReport, after: StoredReport) -> Revision:
    """What changed from one version of an article to a later one."""
    edits = _edit(before.reading, after.reading)
    cosmetic = is_cosmetic(before.reading, after.reading)
    corrections = _find_corrections(before.reading, after.reading, edits)
    stamps = [(one.reading.report.published_at, one.reading.report.updated_at) for one in (before, after)]
    silent = None if not any(stamps[0]) else stamps[0] == stamps[1] and not corrections
    return Revision(
        before=before.id,
        after=after.id,
        is_cosmetic=cosmetic,
        is_silent=False if cosmetic else silent,
        titles=_titles(before.reading.report, after.reading.report),
        sentences=edits,
        statements=()
        if cosmetic
        else find_restatements(Version(before.reading, before.statements), Version(after.reading, after.statements)),
        corrections=corrections,
    )


def _find_articles(connection: Transaction, named: str) -> list[str]:
    if address := address_of(named):
        found = reports.find_articles(connection, address)
        if not found:
            raise MissingError(f"the archive has no report from {named}")
        return found
    members = stories.members_of(connection, named)
    if members:
        return reports.find_edited(connection, members)
    stored = reports.load_reports(connection, [named])
    if not stored:
        raise MissingError(f"there is no report, story or address {named}; `secondsource stories` lists the stories")
    return [stored[0].article]


def _load(connection: Transaction, article: str) -> Article:
    order = [version.report for version in reports.find_versions(connection, article)]
    stored = {one.id: one for one in reports.load_reports(connection, order)}
    held = [stored[report] for report in order]
    return Article(
        tuple(_describe(connection, one) for one in held),
        tuple(compare(one, other) for one, other in pairwise(held)),
        tuple(one.reading.report.text for one in held),
    )


def _describe(connection: Transaction, stored: StoredReport) -> ArticleVersion:
    report = stored.reading.report
    return ArticleVersion(
        report=stored.id,
        seen_at=tuple(documents.find_seen(connection, stored.id)) or (stored.seen_at,),
        published_at=report.published_at,
        updated_at=report.updated_at,
        is_current=stored.is_current,
        title=report.title,
        url=report.url,
        place=report.place,
    )


def _titles(before: Report, after: Report) -> tuple[str, str] | None:
    titles = before.title or "", after.title or ""
    return None if are_alike(*titles) else titles


def _edit(before: Reading, after: Reading) -> tuple[SentenceEdit, ...]:
    return tuple(
        SentenceEdit(
            edit.kind,
            _span(edit.left),
            _span(edit.right),
            tuple(Span(*place) for place in edit.left_words),
            tuple(Span(*place) for place in edit.right_words),
        )
        for edit in find_edits(before.report.text, _passages(before), after.report.text, _passages(after))
    )


def _passages(reading: Reading) -> list[Passage]:
    """The sentences of a report; its blocks, where it could not be divided into sentences."""
    headings = [block.span for block in reading.report.blocks if block.kind in HEADINGS]
    spans = reading.sentences or tuple(block.span for block in reading.report.blocks)
    whole = spans or (Span(0, len(reading.report.text)),)
    return [Passage(one.start, one.end, any(heading.contains(one) for heading in headings)) for one in whole]


def _find_corrections(before: Reading, after: Reading, edits: tuple[SentenceEdit, ...]) -> tuple[str, ...]:
    """The corrections that the later version has, beside its text or in a sentence of its own, and the earlier not."""
    known = Counter(_words(cut.text) for cut in before.report.cuts)
    beside = [cut.text for cut in after.report.cuts if cut.reason == NOTE and not known[_words(cut.text)]]
    within = [edit.after.of(after.report.text) for edit in edits if edit.kind == "added" and edit.after]
    return (*beside, *(sentence for sentence in within if find_correction(sentence)))


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.key for word in read_words(text, Passage(0, len(text), is_heading=True)))


def _span(place: Range | None) -> Span | None:
    return None if place is None else Span(*place)
