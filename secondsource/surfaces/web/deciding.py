"""The pages of corrections: what can be decided of a story, what will happen then, and the log with undo."""

from typing import Annotated
from urllib.parse import quote, unquote

from fastapi import APIRouter, Cookie, Form, Path, Query, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from secondsource.archive.corrections import (
    LINES,
    find_candidates,
    find_line,
    find_stories_of,
    foresee,
    load_correctable,
    load_log_page,
)
from secondsource.archive.deciding import decide, find_first_report, undo
from secondsource.errors import UsageError
from secondsource.model.decisions import Decision, DecisionKind
from secondsource.surfaces.web.addresses import story_address
from secondsource.surfaces.web.comparing import TheComparisons
from secondsource.surfaces.web.consequences import TITLES, say_consequences, say_undoing
from secondsource.surfaces.web.paging import After, find_pages
from secondsource.surfaces.web.rendering import render
from secondsource.surfaces.web.requests import TheArchive

COOKIE = "made_by"
REMEMBERED_SECONDS = 365 * 24 * 3600
"""How long a browser remembers who decides; a choice."""
LONGEST_NAME = 80
LONGEST_TITLE = 300
MOST_REPORTS = 1_000
"""Reports that a form names."""

MadeBy = Annotated[str, Cookie(alias=COOKIE)]
Name = Annotated[str, Form(max_length=LONGEST_NAME)]
Id = Annotated[str, Query(max_length=500)]
Ids = Annotated[list[str], Query(max_length=MOST_REPORTS)]
Number = Annotated[int, Path(ge=1, le=2**53)]
SentId = Annotated[str, Form(max_length=500)]
SentIds = Annotated[list[str], Form(max_length=MOST_REPORTS)]

router = APIRouter()


@router.get("/stories/{story}/corrections")
def show_corrections(archive: TheArchive, story: str) -> HTMLResponse:
    """What can be decided of a story."""
    return render(
        "corrections_page.html",
        corrections=load_correctable(archive, story),
        candidates=find_candidates(archive, story),
        address=story_address(story),
        titles=TITLES,
    )


@router.get("/decisions")
def show_decisions(request: Request, archive: TheArchive, after: After = 0) -> HTMLResponse:
    """The log."""
    page = load_log_page(archive, after=after)
    pages = find_pages(request, after, LINES, after + len(page.lines) < page.total)
    return render("decisions.html", page=page, pages=pages, titles=TITLES)


@router.get("/decisions/confirm")
def confirm(
    archive: TheArchive,
    kind: DecisionKind,
    story: Id,
    other: Id = "",
    reports: Ids = [],  # noqa: B006  FastAPI copies it
    others: Ids = [],  # noqa: B006
    title: Annotated[str, Query(max_length=LONGEST_TITLE)] = "",
    made_by: MadeBy = "",
) -> HTMLResponse:
    """What a decision will do, before it is made."""
    given = {"other": other, "reports": reports, "others": others, "title": title}
    decision = _to_decision(archive, kind, story, other, reports, others, title)
    foreseen = foresee(archive, decision, story if kind == "split" else None)
    return render(
        "decision_confirm.html",
        heading=TITLES[kind],
        sentences=say_consequences(foreseen),
        kind=kind,
        story=story,
        given=given,
        address=story_address(story),
        made_by=unquote(made_by),
    )


@router.post("/decisions")
def make_decision(
    archive: TheArchive,
    comparisons: TheComparisons,
    kind: Annotated[DecisionKind, Form()],
    story: SentId,
    by: Name,
    other: SentId = "",
    reports: SentIds = [],  # noqa: B006
    others: SentIds = [],  # noqa: B006
    title: Annotated[str, Form(max_length=LONGEST_TITLE)] = "",
) -> Response:
    """Make a decision; its story is compared again beside the answering of requests."""
    decision = _to_decision(archive, kind, story, other, reports, others, title)
    ruled = decide(archive, decision, _check_name(by), story if kind == "split" else None)
    _compare(archive, comparisons, decision)
    return _remembering(by, RedirectResponse(f"{story_address(ruled.stories[0])}", 303))


@router.get("/decisions/{number}/undo")
def confirm_undoing(archive: TheArchive, number: Number, made_by: MadeBy = "") -> HTMLResponse:
    """What undoing a decision will do, before it is undone."""
    line = find_line(archive, number)
    return render(
        "decision_undo.html",
        line=line,
        sentence=say_undoing(line.made.decision),
        titles=TITLES,
        made_by=unquote(made_by),
    )


@router.post("/decisions/{number}/undo")
def undo_decision(archive: TheArchive, comparisons: TheComparisons, number: Number, by: Name) -> Response:
    """Undo a decision."""
    made = undo(archive, number, _check_name(by))
    _compare(archive, comparisons, made.decision)
    return _remembering(by, RedirectResponse(f"/decisions#d{number}", 303))


def _to_decision(
    archive: TheArchive, kind: DecisionKind, story: str, other: str, reports: list[str], others: list[str], title: str
) -> Decision:
    """The decision that a form speaks of. Raises UsageError when it names too little."""
    if kind == "merge":
        one = find_first_report(archive, story)
        return Decision("merge", (one,), (find_first_report(archive, _to_story(other)),))
    if kind in ("lock", "rename"):
        return Decision(kind, (find_first_report(archive, story),), title=title or None)
    if not reports:
        raise UsageError("no report is chosen: mark those that the decision is about")
    if kind == "not a copy" and not others:
        raise UsageError("no second report is chosen: name the one that the first is no copy of")
    return Decision(kind, tuple(reports), tuple(others))


def _to_story(told: str) -> str:
    """The id of a story out of its address, or as it is."""
    if not told.strip():
        raise UsageError("no other story is chosen: mark one, or give its address")
    return unquote(told.strip().partition("/stories/")[2].partition("/")[0].partition("?")[0] or told.strip())


def _check_name(by: str) -> str:
    named = " ".join(by.split())
    if not named:
        raise UsageError("nobody is named: say who decides, for the log")
    return named


def _compare(archive: TheArchive, comparisons: TheComparisons, decision: Decision) -> None:
    """Have the stories that a decision is about compared again, if they changed; who opens one sees how far that is."""
    if decision.kind not in ("lock", "rename"):
        for story in find_stories_of(archive, decision):
            comparisons.start(story)


def _remembering(by: str, answer: Response) -> Response:
    """The answer, which has the browser remember who decides."""
    answer.set_cookie(COOKIE, quote(" ".join(by.split())), max_age=REMEMBERED_SECONDS, httponly=True, samesite="strict")
    return answer
