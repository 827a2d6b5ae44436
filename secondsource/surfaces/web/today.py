"""The first page: stories by day, what is disputed in each, and what is new."""

import re
from dataclasses import dataclass
from itertools import groupby
from typing import Annotated

from fastapi import APIRouter, Cookie, Depends, HTTPException, Query, Request
from fastapi.responses import HTMLResponse

from secondsource.archive.browsing import list_stories
from secondsource.model.jobs import Job
from secondsource.model.listings import ListedStory, Order, StoryFilter, StoryPage
from secondsource.surfaces.page.moments import to_moment, to_shown_instant
from secondsource.surfaces.page.phrases import FINDING_VERDICTS
from secondsource.surfaces.terminal import DOING
from secondsource.surfaces.web.rendering import render
from secondsource.surfaces.web.requests import TheArchive
from secondsource.surfaces.web.visits import KEPT_SECONDS, NAME, find_visit
from secondsource.surfaces.web.work import TheWork, Work

MOST = 50
"""Stories on a page; a choice."""
FURTHEST = 1_000_000
"""Stories that can be paged through."""
LONGEST = 200
"""Characters of a name, or of words, that are looked for."""

_DAY = re.compile(r"(\d{4}(-\d{2}(-\d{2})?)?)?")

router = APIRouter()

Text = Annotated[str, Query(max_length=LONGEST)]


@dataclass(frozen=True, slots=True)
class Day:
    """The stories of one day on the page."""

    when: str
    stories: tuple[ListedStory, ...]


def _read_filter(
    place: Text = "",
    outlet: Text = "",
    speaker: Text = "",
    words: Text = "",
    first: Annotated[str, Query(alias="from")] = "",
    last: Annotated[str, Query(alias="to")] = "",
    disputed: Annotated[bool, Query()] = False,
    order: Order = "changed",
) -> StoryFilter:
    for day in (first, last):
        if not _DAY.fullmatch(day):
            raise HTTPException(400, f"“{day[:LONGEST]}” is no day: write 2031-05-14, or a month, or a year.")
    return StoryFilter(
        place=place.strip() or None,
        outlet=outlet.strip() or None,
        speaker=speaker.strip() or None,
        words=words.strip() or None,
        first_on=first or None,
        last_on=last or None,
        disputed=disputed,
        order=order,
    )


@router.get("/")
def today(
    request: Request,
    archive: TheArchive,
    work: TheWork,
    asked: Annotated[StoryFilter, Depends(_read_filter)],
    after: Annotated[int, Query(ge=0, le=FURTHEST)] = 0,
    since: str | None = None,
    visit: Annotated[str | None, Cookie(alias=NAME)] = None,
) -> HTMLResponse:
    """Stories by the day on which they last changed, or happened."""
    here = find_visit(visit, archive.now(), since)
    page = list_stories(archive, asked, here.since, most=MOST, after=after)
    answer = render(
        "today.html",
        asked=asked,
        days=_by_day(page, asked.order),
        page=page,
        visit=here,
        since=to_shown_instant(here.since),
        verdicts=FINDING_VERDICTS,
        names=_names_on(page),
        under_way=_list_under_way(work),
        earlier=str(request.url.include_query_params(after=max(0, after - MOST)).query) if after else None,
        later=str(request.url.include_query_params(after=after + MOST).query) if page.has_more else None,
    )
    answer.set_cookie(NAME, here.cookie, max_age=KEPT_SECONDS, httponly=True, samesite="lax")
    return answer


def _list_under_way(work: Work) -> list[tuple[Job, str]]:
    """Work that is not over, each with what it does at the moment and how much of that is done."""
    shown = []
    for job in work.list():
        if job.is_over:
            continue
        doing = DOING.get(job.step.stage, job.step.stage) if job.step else "waits for its turn"
        shown.append((job, f"{doing}: {job.step.done} done" if job.step and job.step.done else doing))
    return shown


def _by_day(page: StoryPage, order: Order) -> tuple[Day, ...]:
    def day_of(one: ListedStory) -> str:
        return one.summary.changed_at[:10] if order == "changed" else one.summary.happened_on or ""

    return tuple(Day(to_moment(day).shown, tuple(stories)) for day, stories in groupby(page.stories, key=day_of))


def _names_on(page: StoryPage) -> dict[str, list[str]]:
    """The places and outlets of the stories shown, offered to whoever filters."""
    return {
        "place": sorted({place for one in page.stories for place in one.places}),
        "outlet": sorted({outlet.name for one in page.stories for outlet in one.outlets}),
    }
