"""The links from one page of a list to those before and after it."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Query, Request

FURTHEST = 1_000_000
"""Entries of a list that can be paged through."""
LONGEST = 200
"""Characters of a name that is looked for."""

After = Annotated[int, Query(ge=0, le=FURTHEST)]
"""A parameter of a route: how many entries to pass over."""
Asked = Annotated[str, Query(max_length=LONGEST)]
"""A parameter of a route: the words of a name."""


@dataclass(frozen=True, slots=True)
class Pages:
    """Addresses of the pages beside this one; None where there is none."""

    earlier: str | None
    later: str | None


def find_pages(request: Request, after: int, most: int, has_more: bool) -> Pages:
    """The pages beside the one that passes over `after` entries and shows up to `most`."""

    def at(place: int) -> str:
        return f"?{request.url.include_query_params(after=place).query}"

    return Pages(at(max(0, after - most)) if after else None, at(after + most) if has_more else None)
