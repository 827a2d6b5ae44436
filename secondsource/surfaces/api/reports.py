"""/reports: the list, each report with what was read from it, its versions; adding one."""

from fastapi import APIRouter

from secondsource.archive.desk import MOST
from secondsource.archive.queries import narrow
from secondsource.model.lists_codec import ArticlesJson, ReportsJson, articles_to_json, reports_to_json
from secondsource.model.queries import Query as Asked
from secondsource.model.reports_codec import ReadingJson, reading_to_json
from secondsource.surfaces.api.answers import NounRoute
from secondsource.surfaces.api.asked import After, Id, Language, Most, OfReports, TheDesk

router = APIRouter(prefix="/reports", tags=["reports"], route_class=NounRoute)


@router.get("")
def list_reports(
    desk: TheDesk,
    fields: OfReports,
    language: Language = None,
    most: Most = MOST,
    after: After = None,
) -> ReportsJson:
    """Reports in short, the one that was added last first; all slices together hold each once."""
    return reports_to_json(desk.reports(narrow(Asked(), fields), language=language or None, most=most, after=after))


@router.get("/{report}")
def get_report(desk: TheDesk, report: Id) -> ReadingJson:
    """A report with everything that was read from it: a line of `secondsource read`."""
    read = desk.report(report)
    return reading_to_json(read.reading, read.statements)


@router.get("/{report}/versions")
def list_report_versions(desk: TheDesk, report: Id) -> ArticlesJson:
    """The article that the report is a version of: all its versions, and what changed from each to the next."""
    return articles_to_json(desk.versions(report))
