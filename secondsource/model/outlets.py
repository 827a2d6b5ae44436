"""Outlets across the stories of an archive: whose text theirs goes back to, and who came when."""

from dataclasses import dataclass
from typing import Literal

from secondsource.model.listings import Named
from secondsource.model.reports import name_of_place
from secondsource.model.stories import DerivationManner

OutletOrder = Literal["most", "name"]
"""That with most reports first, or by name."""


@dataclass(frozen=True, slots=True)
class ListedOutlet:
    """An outlet in short: `reports` that were compared with others; `roots` are those that come from no other known.

    `timed` are the reports of which is known how long after the first outlet of the story they came out, `first` those
    of them that nobody came before.
    """

    name: str
    reports: int
    roots: int
    timed: int
    first: int


@dataclass(frozen=True, slots=True)
class OutletPage:
    """Some of the outlets of an archive."""

    outlets: tuple[ListedOutlet, ...]
    has_more: bool


@dataclass(frozen=True, slots=True)
class Kinship:
    """How many reports of one outlet come from reports of another, in all and by manner.

    `outlet` is the other one, None where its report names none. Where the original is lost, `outlet` is None too and
    `original` is what the lost text is called, "" where nobody names it.
    """

    outlet: str | None
    original: str | None
    reports: int
    manners: tuple[tuple[DerivationManner, int], ...]


@dataclass(frozen=True, slots=True)
class Middle:
    """The middle one of so many values; None of none."""

    count: int
    value: float | None


@dataclass(frozen=True, slots=True)
class PrintedReport:
    """A report of an outlet, the latest version of its article.

    `is_root`, `own_share` (0 to 1) and `hours` after the first outlet are None while its story was not compared, and
    `hours` where they are not known.
    """

    report: str
    place: str
    title: str | None
    published_on: str | None
    story: str | None
    is_root: bool | None
    own_share: float | None
    hours: float | None

    @property
    def name(self) -> str:
        return self.title or name_of_place(self.place)


@dataclass(frozen=True, slots=True)
class Outlet:
    """What the archive's comparisons say of an outlet. Nothing of it says whether copying was agreed.

    `stories` is in how many it has reports; `own_share` (0 to 1) the middle one among its reports of the share of their
    text that was found nowhere else, None of none. `comes_from` and `goes_into` list the outlets that share most with
    it, `agencies` those that it credits. `after_first` counts hours from the first outlet of a story, `after_original`
    from the very report that one of its own comes from. `latest` are its reports, those that came last first.
    """

    listed: ListedOutlet
    stories: int
    own_share: float | None
    comes_from: tuple[Kinship, ...]
    goes_into: tuple[Kinship, ...]
    agencies: tuple[Named, ...]
    after_first: Middle
    after_original: Middle
    latest: tuple[PrintedReport, ...]
    has_more: bool
