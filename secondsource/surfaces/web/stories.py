"""The pages of a story: an overview, and a page for each part of what was found out about it."""

from dataclasses import dataclass
from typing import Literal

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from secondsource.archive.archives import Archive
from secondsource.archive.browsing import load_waiting
from secondsource.archive.judging import find_judged, find_state
from secondsource.errors import LimitError, MissingError
from secondsource.model.findings import Dossier, JudgedStory
from secondsource.surfaces.page import to_html
from secondsource.surfaces.page.labels import label_story
from secondsource.surfaces.page.stories import ShownStory
from secondsource.surfaces.web.addresses import on_the_desk, story_address
from secondsource.surfaces.web.comparing import TheComparisons
from secondsource.surfaces.web.kept import TheKept
from secondsource.surfaces.web.members import show_members
from secondsource.surfaces.web.rendering import render
from secondsource.surfaces.web.requests import TheArchive

Part = Literal["overview", "account", "points", "quotes", "figures", "findings", "timeline", "omissions", "reports"]

PARTS: dict[Part, str] = {
    "overview": "Overview",
    "account": "The account",
    "points": "Points",
    "quotes": "Quotes",
    "figures": "Figures",
    "findings": "Findings",
    "timeline": "Timeline",
    "omissions": "Left out",
    "reports": "Reports",
}
"""In the order in which they are read."""

REFRESH_SECONDS = 3
"""How long a page waits before it looks whether the story has been compared; a choice."""

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Tab:
    """A part as the pages of a story name it; `count` is how many things it shows, None for one whole."""

    part: Part
    name: str
    address: str
    count: int | None


@router.get("/stories/{story}/dossier.html")
def save_page(request: Request, archive: TheArchive, kept: TheKept, story: str) -> Response:
    """The whole story as one page to keep, which needs nothing else."""

    def make() -> Response | None:
        judged = find_judged(archive, story, with_parse=False)
        headers = {"Content-Disposition": 'attachment; filename="dossier.html"'}
        return HTMLResponse(to_html(Dossier((judged,), ())), headers=headers) if judged else None

    made = kept.answer(request, find_state(archive, story), make)
    return made or RedirectResponse(story_address(story), 303)


@router.post("/stories/{story}/compare")
def compare(archive: TheArchive, comparisons: TheComparisons, story: str) -> Response:
    """Have a story compared that is not; its page tells when that is done."""
    if find_judged(archive, story, with_parse=False) is None and not comparisons.start(story):
        raise LimitError("too many stories wait to be compared; try again in a minute")
    return RedirectResponse(story_address(story), 303)


@router.get("/stories/{story}/points/{number}")
def show_point(archive: TheArchive, story: str, number: int) -> Response:
    """One point, and the words of each report that tells it."""
    judged = find_judged(archive, story, with_parse=False)
    if judged is None:
        return RedirectResponse(story_address(story), 303)
    if not 1 <= number <= len(judged.points):
        raise MissingError(f"the story has no point {number}")
    shown = ShownStory(judged, label_story(judged, 1, 1, on_the_desk(judged)))
    point = next(point for point in shown.points.all if point.number == number)
    return render("point_page.html", story=shown, point=point, address=story_address(story))


@router.get("/stories/{story}")
@router.get("/stories/{story}/account")
@router.get("/stories/{story}/points")
@router.get("/stories/{story}/quotes")
@router.get("/stories/{story}/figures")
@router.get("/stories/{story}/findings")
@router.get("/stories/{story}/timeline")
@router.get("/stories/{story}/omissions")
@router.get("/stories/{story}/reports")
def show_part(
    request: Request, archive: TheArchive, kept: TheKept, comparisons: TheComparisons, story: str
) -> Response:
    """One part of a story; a story that is not compared says so."""

    def make() -> Response | None:
        judged = find_judged(archive, story, with_parse=False)
        return _render(judged, _part_of(request)) if judged else None

    made = kept.answer(request, find_state(archive, story), make)
    return made or _say_waiting(archive, story, comparisons.is_under_way(story))


def _part_of(request: Request) -> Part:
    path = request.scope["route"].path
    return next((part for part in PARTS if path.endswith(f"/{part}")), "overview")


def _render(judged: JudgedStory, part: Part) -> HTMLResponse:
    labels = label_story(judged, 1, 1, on_the_desk(judged))
    shown = ShownStory(judged, labels)
    return render(
        "story_page.html",
        story=shown,
        story_id=judged.story.id,
        address=story_address(judged.story.id),
        level=1,
        part=part,
        name=PARTS[part],
        tabs=_tabs(judged),
        members=show_members(judged, labels) if part == "reports" else (),
    )


def _tabs(judged: JudgedStory) -> tuple[Tab, ...]:
    """The parts that have something to show, with how much; counted without preparing any of them."""
    shared = [point.kind for point in judged.points if len(point.statements) > 1]
    counts: dict[Part, int | None] = {
        "overview": None,
        "account": len(judged.account),
        "points": len(judged.points),
        "quotes": shared.count("quote"),
        "figures": shared.count("figure"),
        "findings": sum(finding.kind != "omission" for finding in judged.findings),
        "timeline": len({dating.value for told in judged.statements for dating in told.datings}),
        "omissions": None if any(point.independent_sources > 1 for point in judged.points) else 0,
        "reports": len(judged.story.readings),
    }
    address = story_address(judged.story.id)
    return tuple(
        Tab(part, PARTS[part], address if part == "overview" else f"{address}/{part}", count)
        for part, count in counts.items()
        if count != 0
    )


def _say_waiting(archive: Archive, story: str, is_under_way: bool) -> HTMLResponse:
    summary, reports = load_waiting(archive, story)
    return render(
        "story_waiting.html",
        story=summary,
        reports=reports,
        address=story_address(story),
        is_under_way=is_under_way,
        refresh_seconds=REFRESH_SECONDS,
    )
