"""A sketch: what grouping needs of one report, small enough to be kept for every report of an archive."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sketch:
    """The telling words, names, persons and places of one report, and its days.

    `words` (all), `names` (the capitalised ones), `persons` and `places` are lower case, each with what it adds to the
    report's direction, in thousandths of its length; `days` are the days (EDTF) that the text names, in order; `title`
    is what to call the report.
    """

    report: str
    title: str
    published_on: str | None
    days: tuple[str, ...]
    words: dict[str, int]
    names: dict[str, int]
    persons: dict[str, int]
    places: dict[str, int]


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a newcomer went, and what that changed.

    `story` is the id of the newcomer's story. `members` has, for every story that is new or has other members than
    before, the ids of all its reports: those it had in their order, then those that came to it. `gone` has every story
    that ceased to be, and the story in which most of its reports are now. Stories named in neither are as they were.
    """

    story: str
    members: Mapping[str, tuple[str, ...]]
    gone: Mapping[str, str]
