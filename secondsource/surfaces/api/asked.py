"""What routes of the API are asked with."""

import asyncio
import time
from typing import Annotated

from fastapi import Depends, Path, Query, Request
from starlette.concurrency import run_in_threadpool

from secondsource.archive.archives import Archive
from secondsource.archive.desk import Desk
from secondsource.archive.judging import find_judged
from secondsource.archive.queries import narrow
from secondsource.errors import LimitError
from secondsource.model.findings import JudgedStory
from secondsource.model.queries import Query as Asked
from secondsource.surfaces.web.comparing import TheComparisons

LARGEST = 200
"""Rows of a slice: large enough to fetch all in few requests, small enough to answer at once."""
PATIENCE_SECONDS = 60.0
"""How long an answer waits for a story to be compared: fifty reports take a third of it when nothing else is done."""
PAUSE_SECONDS = 0.05
"""After which it is looked whether that is done."""
LONGEST = 200
"""Characters of a name or id."""


async def _desk_of(request: Request) -> Desk:
    archive: Archive = request.app.state.archive
    return Desk(archive)


TheDesk = Annotated[Desk, Depends(_desk_of)]
Id = Annotated[str, Path(min_length=1, max_length=LONGEST, description="An id that a list or search handed out.")]


async def _story_of(desk: TheDesk, comparisons: TheComparisons, story: Id) -> JudgedStory:
    end = time.monotonic() + PATIENCE_SECONDS
    while (judged := await run_in_threadpool(find_judged, desk.archive, story, with_parse=False)) is None:
        is_coming = comparisons.is_under_way(story) or comparisons.start(story)
        if not is_coming or time.monotonic() > end:
            raise LimitError(
                f"this story waits to be compared, and answers wait no longer than {PATIENCE_SECONDS:g} seconds for it;"
                " ask again in a moment"
            )
        await asyncio.sleep(PAUSE_SECONDS)
    return judged


TheStory = Annotated[JudgedStory, Depends(_story_of)]
"""The story that an address names. Where it still has to be compared, that is done now, beside the server."""

Most = Annotated[int, Query(ge=1, le=LARGEST, description="How many to hand out at most.")]
After = Annotated[str | None, Query(max_length=1000, description="The `next` of the slice before.")]
Place = Annotated[int, Query(ge=0, le=1_000_000, description="The `next` of the answer before.")]
Name = Annotated[str | None, Query(max_length=LONGEST, description="A name, or words of one; case does not matter.")]
Names = Annotated[
    list[str],
    Query(default_factory=list, max_length=20, description="Names, or words of names; any of them will do."),
]
Ids = Annotated[list[str], Query(default_factory=list, max_length=20, description="Ids; any of them will do.")]
Word = Annotated[str | None, Query(max_length=LONGEST)]
Language = Annotated[str | None, Query(max_length=12, description="The code of a language.", examples=["en"])]

_DAY = {"max_length": 10, "description": "A day, a month or a year; included.", "examples": ["2025-05"]}
First = Annotated[str | None, Query(alias="from", **_DAY)]
Last = Annotated[str | None, Query(alias="to", **_DAY)]


def read_days(first: str | None, last: str | None) -> tuple[str | None, str | None]:
    """Two days, as they were given. Raises UsageError when one is none, or they are in the wrong order."""
    asked = narrow(Asked(), {name: [day] for name, day in (("from", first), ("to", last)) if day})
    return asked.first_on, asked.last_on


def _fields_of_reports(
    outlet: Names, agency: Names, story: Ids, first: First = None, last: Last = None
) -> dict[str, list[str]]:
    days = {name: [day] for name, day in (("from", first), ("to", last)) if day}
    names = {name: values for name, values in (("outlet", outlet), ("agency", agency), ("story", story)) if values}
    return names | days


OfReports = Annotated[dict[str, list[str]], Depends(_fields_of_reports)]
"""What is asked of reports: outlets, agencies, stories and days, by the fields of a query."""
