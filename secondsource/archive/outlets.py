"""Outlets: whom each copies and who copies it, how early it is, how much is its own."""

from secondsource.archive.archives import Archive
from secondsource.errors import MissingError
from secondsource.model.outlets import Outlet, OutletOrder, OutletPage
from secondsource.store import outlets

OUTLETS = 50
"""Outlets on a page; a choice."""
REPORTS = 50
"""Reports of an outlet on a page; a choice."""


def list_outlets(
    archive: Archive, asked: str = "", order: OutletOrder = "most", *, most: int = OUTLETS, after: int = 0
) -> OutletPage:
    """Up to `most` of the outlets whose names hold the words asked for, from place `after` on."""
    with archive.database.reading() as connection:
        found = outlets.find_outlets(connection, asked, order, most + 1, after)
    return OutletPage(tuple(found[:most]), len(found) > most)


def load_outlet(archive: Archive, name: str, *, most: int = REPORTS, after: int = 0) -> Outlet:
    """What the archive's comparisons say of an outlet, and up to `most` of its reports, from place `after` on.

    Raises MissingError when no report is of an outlet of this name.
    """
    with archive.database.reading() as connection:
        listed = outlets.find_outlet(connection, name)
        if listed is None:
            raise MissingError(f"no report of this archive was published by {name}")
        latest = outlets.find_printed(connection, name, most + 1, after)
        return Outlet(
            listed,
            outlets.count_stories(connection, name),
            outlets.find_own_share(connection, name),
            tuple(outlets.count_origins(connection, name)),
            tuple(outlets.count_copies(connection, name)),
            tuple(outlets.count_credits(connection, name)),
            outlets.find_delay(connection, name),
            outlets.find_lag(connection, name),
            tuple(latest[:most]),
            len(latest) > most,
        )
