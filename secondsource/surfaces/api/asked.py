"""What routes of the API are asked with."""

from typing import Annotated

from fastapi import Depends, Path, Query, Request

from secondsource.archive.archives import Archive
from secondsource.archive.desk import Desk
from secondsource.archive.queries import narrow
from secondsource.model.queries import Query as Asked

LARGEST = 200
"""Rows of a slice: large enough to fetch all in few requests, small enough to answer at once."""
LONGEST = 200
"""Characters of a name or id."""


def _desk_of(request: Request) -> Desk:
    archive: Archive = request.app.state.archive
    return Desk(archive)


TheDesk = Annotated[Desk, Depends(_desk_of)]

Id = Annotated[str, Path(min_length=1, max_length=LONGEST, description="An id that a list or search handed out.")]
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
