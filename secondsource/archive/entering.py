"""What becomes of a document that was read: its rows, its place among the versions of its article, its story."""

from dataclasses import asdict, dataclass, replace
from typing import Any

from secondsource.archive.archives import Archive
from secondsource.archive.articles import are_unlike, article_of
from secondsource.archive.growing import Growth
from secondsource.archive.makers import maker
from secondsource.archive.rulings import load_rulings
from secondsource.archive.versions import is_cosmetic
from secondsource.model.reports import Addition, Document, Rejection
from secondsource.pipeline import ReadReport
from secondsource.store import documents, reports, stories
from secondsource.store.database import Transaction
from secondsource.store.documents import Kept
from secondsource.store.reports import Makers, StoredReport


@dataclass(frozen=True, slots=True)
class Arrival:
    """A document that was read but is not stored yet."""

    document: Document
    outcome: ReadReport | Rejection


class Entry:
    """Enters what was read, within one transaction; `noted` is what the log must be told before that ends."""

    def __init__(self, archive: Archive, connection: Transaction) -> None:
        self._connection = connection
        self._at = archive.now()
        settings = archive.settings
        self._cleaned_by = maker("clean", settings)
        self._makers = Makers(maker("annotate", settings), maker("extract", settings))
        self._growth = Growth(connection, load_rulings(connection), settings, self._at)
        self.noted: list[dict[str, Any]] = []

    def note(self, outcome: Addition | Rejection) -> Addition | Rejection:
        """Remember that something could not be taken at all; what is known already needs nothing."""
        if isinstance(outcome, Rejection):
            documents.save_rejection(self._connection, outcome, self._at)
            self.noted.append({"rejection": asdict(outcome), "added_at": self._at})
        return outcome

    def enter(self, arrival: Arrival, content: str) -> Addition | Rejection:
        """Store a document with what was read from it, unless another process was faster."""
        document, outcome = arrival.document, arrival.outcome
        document_id = documents.identify(document, content)
        known = documents.find_known(self._connection, [document_id])
        if known:
            return Addition(document.place, "known", known[document_id])
        article = self._article_of(document, outcome if isinstance(outcome, ReadReport) else None)
        seen_at = document.fetched_at or self._at
        kept = Kept(document_id, content, article, seen_at, None, self._cleaned_by, document)
        if isinstance(outcome, Rejection):
            self._keep(kept)
            documents.save_rejection(self._connection, outcome, self._at, document_id)
            return outcome
        same = reports.find_same_words(self._connection, article, outcome.reading.report, seen_at)
        if same is not None:
            self._keep(replace(kept, report=same))
            return Addition(document.place, "unchanged", same)
        named = with_id(outcome, self._free_id(outcome.reading.report.id))
        self._keep(replace(kept, report=named.reading.report.id))
        return self._enter_report(kept, named)

    def _article_of(self, document: Document, read: ReadReport | None) -> str:
        """The article that a document is a version of.

        An address that a page gives as its own may be that of a page of another article, such as its section's: then
        the words have nothing in common, and the place that it came from tells.
        """
        article = article_of(document, read)
        if read is None or document.url is not None or article == document.place:
            return article
        current = [one.report for one in reports.find_versions(self._connection, article) if one.is_current]
        held = reports.load_reports(self._connection, current)
        return document.place if held and are_unlike(held[0].reading.report, read.reading.report) else article

    def enter_again(self, kept: Kept, outcome: ReadReport | Rejection) -> None:
        """Put what was read anew from a document in the place of what was read before."""
        documents.forget_rejection(self._connection, kept.id)
        before = reports.find_document(self._connection, kept.report) if kept.report else None
        if isinstance(outcome, Rejection):
            documents.save_rejection(self._connection, outcome, self._at, kept.id)
            if before == kept.id and kept.report:
                self._withdraw(kept.report)
        elif before == kept.id:
            self._renew(outcome)
        elif before is None:
            named = outcome if kept.report else with_id(outcome, self._free_id(outcome.reading.report.id))
            kept = replace(kept, report=named.reading.report.id)
            self._enter_report(kept, named)
        documents.mark_cleaned(self._connection, kept.id, self._cleaned_by, kept.report)

    def _enter_report(self, kept: Kept, read: ReadReport) -> Addition:
        versions = reports.find_versions(self._connection, kept.article)
        current = next((version for version in versions if version.is_current), None)
        is_latest = not versions or kept.seen_at >= versions[-1].seen_at
        before = reports.load_report(self._connection, current.report) if current and is_latest else None
        looks_new = before is not None and is_cosmetic(before.reading, read.reading)
        is_current = is_latest and not looks_new
        reports.save_report(
            self._connection,
            StoredReport(kept.id, kept.article, kept.seen_at, is_current, read.reading, read.statements, self._makers),
        )
        report, place = read.reading.report.id, kept.document.place
        if not is_current:
            return Addition(place, "cosmetic version" if looks_new else "earlier version", report)
        reports.mark_current(self._connection, kept.article, report)
        story = self._growth.enter(read.reading, current.report if current else None)
        return Addition(place, "new version" if versions else "added", report, story)

    def _renew(self, read: ReadReport) -> None:
        report = read.reading.report.id
        stored = reports.load_report(self._connection, report)
        if (stored.reading, stored.statements) == (read.reading, read.statements):
            reports.mark_read(self._connection, report, self._makers)
            return
        reports.replace_reading(self._connection, read.reading, read.statements, self._makers)
        if not stored.is_current:
            return
        if stored.reading != read.reading:
            self._growth.enter(read.reading, report)
        else:
            stories.mark_changed(self._connection, stories.stories_of(self._connection, [report])[report])

    def _withdraw(self, report: str) -> None:
        """Take out a report that can no longer be read; its article's next latest version takes its place."""
        stored = reports.load_report(self._connection, report)
        if stored.is_current:
            self._growth.leave(report)
        reports.remove_report(self._connection, report)
        versions = reports.find_versions(self._connection, stored.article)
        if stored.is_current and versions:
            reports.mark_current(self._connection, stored.article, versions[-1].report)
            self._growth.enter(reports.load_report(self._connection, versions[-1].report).reading)

    def _keep(self, kept: Kept) -> None:
        documents.save_document(self._connection, kept, self._at)
        self.noted.append(documents.to_entry(kept, self._at))

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
