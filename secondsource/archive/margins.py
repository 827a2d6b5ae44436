"""What the other reports of its story say beside the sentences of a report."""

from collections.abc import Iterator

from secondsource.archive.archives import Archive
from secondsource.archive.judging import look_up
from secondsource.errors import MissingError
from secondsource.model.findings import JudgedStory
from secondsource.model.ids import digest
from secondsource.model.margins import FindingNote, Margins, PointNote
from secondsource.store import reports, stories


def load_margins(archive: Archive, report: str) -> Margins:
    """A report as it is read. Raises MissingError when there is none with this id."""
    with archive.database.reading() as connection:
        found = reports.load_reports(connection, [report], with_parse=False)
        if not found:
            raise MissingError(f"there is no report {report}")
        (stored,) = found
        versions = reports.find_versions(connection, stored.article)
        story = stories.stories_of(connection, [report]).get(report)
        judged = look_up(archive, connection, story) if story else None
        return Margins(
            report=stored.reading.report,
            sentences=stored.reading.sentences,
            current=next((version.report for version in versions if version.is_current), report),
            versions=len(versions),
            story=stories.load_story(connection, story) if story else None,
            judged=judged,
            points=tuple(_find_points(report, judged)) if judged else (),
            findings=tuple(_find_findings(report, judged)) if judged else (),
        )


def find_margin_state(archive: Archive, report: str) -> str:
    """A digest of all that is told of a report as it is read: another one as soon as any of it changes.

    Raises MissingError when there is none with this id.
    """
    with archive.database.reading() as connection:
        article = reports.find_article(connection, report)
        if article is None:
            raise MissingError(f"there is no report {report}")
        versions = [f"{one.report} {one.is_current}" for one in reports.find_versions(connection, article)]
        states = stories.find_states(connection, list(stories.stories_of(connection, [report]).values()))
        return digest(report, *versions, *states.values())


def _find_points(report: str, judged: JudgedStory) -> Iterator[PointNote]:
    for number, point in enumerate(judged.points, start=1):
        for statement in point.statements:
            if statement.report == report:
                yield PointNote(statement.span, number, point)


def _find_findings(report: str, judged: JudgedStory) -> Iterator[FindingNote]:
    """Findings that stand on words of the report; those about a point that it tells, where it tells it.

    What it leaves out is no matter of any of its sentences, nor is what others leave out.
    """
    told = {note.point.id: note.span for note in _find_points(report, judged)}
    for number, finding in enumerate(judged.findings, start=1):
        if finding.kind == "omission":
            continue
        spans = {one.span for one in finding.evidence if one.report == report}
        if not spans and finding.about in told:
            spans = {told[finding.about]}
        for span in sorted(spans):
            yield FindingNote(span, number, finding)
