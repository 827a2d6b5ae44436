"""Where a story is set: the places that its reports are written from, or name early."""

from collections import Counter

from secondsource.model.readings import Reading
from secondsource.model.stories import Story

EARLY = 3
"""Sentences of a report within which the place of what it tells is named; a choice."""
MOST = 5
"""Places of a story; a choice."""
LEAST_SHARE = 1 / 3
"""Share of a story's reports that must name a place early for the story to be set there; a choice."""


def find_scenes(story: Story) -> dict[str, int]:
    """The places that a story is set in and how many of its reports say so, the most often named first."""
    named = Counter(place for reading in story.readings for place in _places_of(reading))
    least = len(story.readings) * LEAST_SHARE
    ordered = sorted(named.items(), key=lambda item: (-item[1], item[0]))
    return dict([(place, count) for place, count in ordered if count >= least][:MOST])


def _places_of(reading: Reading) -> set[str]:
    early = reading.sentences[min(EARLY, len(reading.sentences)) - 1].end if reading.sentences else 0
    found = {name.entity for name in reading.names if name.kind == "place" and name.span.end <= early}
    if reading.report.dateline:
        found.add(reading.report.dateline.place)
    return found
