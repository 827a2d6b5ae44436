"""/reports: the list, each report with what was read from it, its versions; adding one."""

from typing import Annotated

from fastapi import APIRouter, File, UploadFile

from secondsource.archive.desk import MOST
from secondsource.archive.queries import narrow
from secondsource.model.lists_codec import (
    AdditionsJson,
    ArticlesJson,
    AskedReportJson,
    ReportsJson,
    additions_to_json,
    articles_to_json,
    asked_report_to_file,
    reports_to_json,
)
from secondsource.model.queries import Query as Asked
from secondsource.model.reports import Addition, Rejection
from secondsource.model.reports_codec import ReadingJson, reading_to_json
from secondsource.surfaces.api.answers import NounRoute
from secondsource.surfaces.api.asked import After, Id, Language, Most, OfReports, TheDesk
from secondsource.surfaces.web.comparing import Comparisons, TheComparisons

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


@router.post("", status_code=201)
def add_report(desk: TheDesk, comparisons: TheComparisons, body: AskedReportJson) -> AdditionsJson:
    """Add a report: its text or the HTML of its page, and what else is known; its story is compared soon after."""
    return _added(comparisons, desk.send("report.json", asked_report_to_file(body)))


@router.post("/file", status_code=201)
def add_file(desk: TheDesk, comparisons: TheComparisons, file: Annotated[UploadFile, File()]) -> AdditionsJson:
    """Add a saved page, PDF, mail, or anything else that `secondsource add` takes, with up to 50 reports in it."""
    return _added(comparisons, desk.send(file.filename or "text", file.file.read()))


def _added(comparisons: Comparisons, became: list[Addition | Rejection]) -> AdditionsJson:
    for story in {one.story for one in became if isinstance(one, Addition) and one.story}:
        comparisons.start(story)
    return additions_to_json(became)
