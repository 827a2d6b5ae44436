"""Agencies in a page's by-line: "By our foreign staff and Coast Press" names who supplied the report."""

from collections.abc import Iterator

from secondsource.model.reports import Credit
from secondsource.stages.clean.bylines import opening_end, read_byline
from secondsource.stages.clean.landmarks import Landmarks
from secondsource.stages.clean.pageauthors import NEAR


def find_agencies(marks: Landmarks, headline_at: int) -> Iterator[Credit]:
    """The agencies named in by-lines near the headline, and the outlets in those that name no person."""
    for naming in marks.namings:
        if abs(naming.at - headline_at) > NEAR or naming.way in ("author's link", "line of publication"):
            continue
        line = " ".join(naming.text.split())
        read = read_byline(line[opening_end(line) :])
        yield from (Credit("agencies", agency, "by-line") for agency in read.agencies)
        if not read.authors:
            yield from (Credit("outlet", outlet, "by-line") for outlet in read.outlets)
