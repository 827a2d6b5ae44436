"""What is asked of the list of an archive's stories, and what stands on a page of it."""

from dataclasses import dataclass
from typing import Literal

from secondsource.model.disputes import Dispute
from secondsource.model.stories import StorySummary

Order = Literal["changed", "happened"]


@dataclass(frozen=True, slots=True)
class StoryFilter:
    """Which stories are wanted, and in which order; what is None or False asks nothing.

    `place`, `outlet` and `speaker` are names or parts of names, compared without case and accents; `words` must all
    stand in the title of the story, or of one of its reports. `verdict` is one of model/queries.py's, of a point or a
    finding; `language` (a code such as "en") is that of one of its reports. `first_on` and `last_on` are the days
    between which a story changed or, in that order, happened, both included.
    """

    place: str | None = None
    outlet: str | None = None
    speaker: str | None = None
    words: str | None = None
    first_on: str | None = None
    last_on: str | None = None
    disputed: bool = False
    verdict: str | None = None
    language: str | None = None
    order: Order = "changed"

    @property
    def is_open(self) -> bool:
        """Whether every story is wanted."""
        return self == StoryFilter(order=self.order)


@dataclass(frozen=True, slots=True)
class Named:
    """A name, and how many reports bear it."""

    name: str
    reports: int


@dataclass(frozen=True, slots=True)
class ListedStory:
    """A story as the list shows it. `places` is where it is set; outlets and agencies, the most frequent first.

    `new_reports` and `new_disputes` are those that came since the reader last looked.
    """

    summary: StorySummary
    places: tuple[str, ...]
    outlets: tuple[Named, ...]
    agencies: tuple[Named, ...]
    disputes: tuple[Dispute, ...]
    new_reports: int
    new_disputes: int


@dataclass(frozen=True, slots=True)
class StoryPage:
    """Stories in order, and whether more come after them. `unknown` are names asked for that nothing has."""

    stories: tuple[ListedStory, ...]
    has_more: bool
    unknown: tuple[str, ...] = ()
