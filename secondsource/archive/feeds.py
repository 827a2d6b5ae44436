"""Which feeds are watched: named and forgotten by persons, and in the log, so that a rebuilt archive knows them."""

from collections.abc import Sequence
from typing import Any

from secondsource.archive.archives import Archive
from secondsource.errors import UsageError
from secondsource.store import watches
from secondsource.store.database import Transaction


def name_feeds(archive: Archive, addresses: Sequence[str]) -> list[str]:
    """Watch these from now on; those to watch now: these, or all that were ever named where none is.

    Raises UsageError when there is nothing to watch.
    """
    with archive.database.writing() as connection:
        known = watches.load_named(connection)
        fresh = [address for address in dict.fromkeys(addresses) if address not in known]
        watches.name_feeds(connection, fresh)
        archive.log.append([_to_entry(archive, address, is_named=True) for address in fresh])
    named = list(dict.fromkeys(addresses)) or known
    if not named:
        raise UsageError("nothing to watch: give addresses of feeds, sitemaps or lists of feeds (OPML)")
    return named


def forget_feed(archive: Archive, address: str) -> None:
    """Watch this no longer; what it brought stays. Raises UsageError when it was not watched."""
    with archive.database.writing() as connection:
        if not watches.forget_feed(connection, address):
            known = ", ".join(watches.load_named(connection)) or "none"
            raise UsageError(f"{address} is not watched; watched are: {known}")
        archive.log.append([_to_entry(archive, address, is_named=False)])


def enter_feed(connection: Transaction, entry: dict[str, Any]) -> None:
    """Do again what an entry of the log says of a feed."""
    if entry["is_named"]:
        watches.name_feeds(connection, [entry["feed"]])
    else:
        watches.forget_feed(connection, entry["feed"])


def _to_entry(archive: Archive, address: str, *, is_named: bool) -> dict[str, Any]:
    return {"feed": address, "is_named": is_named, "added_at": archive.now()}
