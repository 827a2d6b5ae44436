"""What is watched: feeds, the pages that they list, and when each may be asked for again.

Instants are ISO 8601 in UTC to the second, always written the same way, so that they sort as text.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Index,
    Integer,
    LargeBinary,
    Row,
    String,
    Table,
    Text,
    delete,
    func,
    insert,
    select,
    update,
)

from secondsource.store.packing import pack, unpack
from secondsource.store.tables import metadata

feed = Table(
    "feed",
    metadata,
    Column("address", Text, primary_key=True),
    Column("is_named", Boolean, nullable=False),
    Column("etag", Text, nullable=False),
    Column("last_modified", Text, nullable=False),
    Column("asked_at", String),
    Column("rests_until", String),
    Column("failures", Integer, nullable=False),
    Column("refused", Text, nullable=False),
    Column("further", LargeBinary, nullable=False),
)
"""A list that was asked for: a feed, a sitemap, a list of feeds. `is_named` where a person named it, `further` the
lists that it lists, `refused` the reason for which it was last refused."""

page = Table(
    "page",
    metadata,
    Column("address", Text, primary_key=True),
    Column("site", Text, nullable=False),
    Column("published_at", String, nullable=False),
    Column("etag", Text, nullable=False),
    Column("last_modified", Text, nullable=False),
    Column("had_at", String),
    Column("visits", Integer, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("refused", Text, nullable=False),
    Column("due_at", String, index=True),
)
"""A page that a feed lists. `had_at` is when it was first had; `due_at` when to ask for it, None where there is nothing
more to ask."""

listing = Table(
    "listing",
    metadata,
    Column("feed", Text, primary_key=True),
    Column("page", Text, primary_key=True),
    Column("stamp", String, nullable=False),
)
"""Which feed lists which page; the stamp changes when the entry does."""

site = Table(
    "site",
    metadata,
    Column("address", Text, primary_key=True),
    Column("rests_until", String, nullable=False),
)
"""Sites that asked to be left alone, and until when."""

_CHUNK = 500
"""Addresses asked for at once; databases bound how many a question may have."""

TABLES = (feed, page, listing, site)

Index("listing_of_page", listing.c.page)


@dataclass(frozen=True, slots=True)
class Feed:
    """A list that is watched, and how it answered last."""

    address: str
    etag: str = ""
    last_modified: str = ""
    asked_at: str | None = None
    rests_until: str | None = None
    failures: int = 0
    refused: str = ""
    further: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry of a list; `published_at` is empty where the list does not tell it."""

    page: str
    site: str
    stamp: str
    published_at: str


@dataclass(frozen=True, slots=True)
class WatchedPage:
    """A page, and what became of it so far."""

    address: str
    site: str
    etag: str = ""
    last_modified: str = ""
    had_at: str | None = None
    visits: int = 0
    failures: int = 0
    refused: str = ""
    due_at: str | None = None


def create(connection: Connection) -> None:
    """Make the tables, where they are not there."""
    metadata.create_all(connection, tables=TABLES)


def name_feeds(connection: Connection, addresses: Iterable[str]) -> None:
    """Remember that a person wants these watched."""
    for address in addresses:
        if load_feed(connection, address) is None:
            connection.execute(insert(feed).values(_row_of(Feed(address)) | {"is_named": True}))
        else:
            connection.execute(update(feed).where(feed.c.address == address).values(is_named=True))


def forget_feed(connection: Connection, address: str) -> bool:
    """Watch this no longer, whatever it listed; whether a person had named it."""
    named = (feed.c.address == address) & feed.c.is_named
    return connection.execute(update(feed).where(named).values(is_named=False)).rowcount > 0


def load_named(connection: Connection) -> list[str]:
    """The addresses that persons named, in order."""
    return list(connection.execute(select(feed.c.address).where(feed.c.is_named).order_by(feed.c.address)).scalars())


def load_feed(connection: Connection, address: str) -> Feed | None:
    """What is known of a list; None where it was never asked for."""
    row = connection.execute(select(feed).where(feed.c.address == address)).first()
    if row is None:
        return None
    told = {name: value for name, value in row._mapping.items() if name not in ("is_named", "further")}
    return Feed(**told, further=unpack(row.further, tuple[str, ...]))


def save_feed(connection: Connection, asked: Feed) -> None:
    """Remember how a list answered."""
    if load_feed(connection, asked.address) is None:
        connection.execute(insert(feed).values(_row_of(asked) | {"is_named": False}))
    else:
        connection.execute(update(feed).where(feed.c.address == asked.address).values(_row_of(asked)))


def list_pages(connection: Connection, address: str, entries: Sequence[Listed], at: str) -> int:
    """Remember what a list lists, each page once; how many of them are new, or were edited since: due from now on."""
    stamps = _stamps_of(connection, address)
    told = [entry for entry in entries if stamps.get(entry.page) != entry.stamp]
    due = _due_of(connection, [entry.page for entry in told])
    fresh = [entry for entry in told if entry.page not in due]
    again = [one for one in told if one.page in stamps and one.page in due and not _is_due(due[one.page], at)]
    _insert_all(connection, page, [_page_row(entry, at) for entry in fresh])
    for entry in again:
        connection.execute(update(page).where(page.c.address == entry.page).values(due_at=at, failures=0))
    for entry in told:
        if entry.page in stamps:
            where = (listing.c.feed == address) & (listing.c.page == entry.page)
            connection.execute(update(listing).where(where).values(stamp=entry.stamp))
    rows = [{"feed": address, "page": one.page, "stamp": one.stamp} for one in told if one.page not in stamps]
    _insert_all(connection, listing, rows)
    return len(fresh) + len(again)


def find_due(connection: Connection, address: str, at: str, most: int) -> list[WatchedPage]:
    """Pages of a list that are due: those never had first, the newest of them first."""
    due = (
        select(page)
        .join(listing, listing.c.page == page.c.address)
        .where(listing.c.feed == address, page.c.due_at <= at)
        .order_by(page.c.had_at.is_not(None), page.c.published_at.desc(), page.c.address)
        .limit(most)
    )
    return [_to_page(row) for row in connection.execute(due)]


def is_as_found(connection: Connection, found: WatchedPage) -> bool:
    """Whether a page is as it was when it was found; another process may have visited it since."""
    row = connection.execute(select(page).where(page.c.address == found.address)).first()
    return row is not None and _to_page(row) == found


def count_due(connection: Connection, at: str) -> int:
    """How many pages are due."""
    return connection.execute(select(func.count()).select_from(page).where(page.c.due_at <= at)).scalar_one()


def save_page(connection: Connection, visited: WatchedPage) -> None:
    """Remember what became of a page."""
    connection.execute(update(page).where(page.c.address == visited.address).values(asdict(visited)))


def rest_site(connection: Connection, address: str, until: str) -> None:
    """Leave a site alone until then."""
    connection.execute(delete(site).where(site.c.address == address))
    connection.execute(insert(site).values(address=address, rests_until=until))


def load_resting(connection: Connection, at: str) -> dict[str, str]:
    """The sites that are to be left alone, and until when."""
    rows = connection.execute(select(site).where(site.c.rests_until > at))
    return {row.address: row.rests_until for row in rows}


def _stamps_of(connection: Connection, address: str) -> dict[str, str]:
    rows = connection.execute(select(listing.c.page, listing.c.stamp).where(listing.c.feed == address))
    return {row.page: row.stamp for row in rows}


def _due_of(connection: Connection, addresses: Sequence[str]) -> dict[str, str | None]:
    """When each of these pages is due; those that are not known are left out."""
    due: dict[str, str | None] = {}
    for start in range(0, len(addresses), _CHUNK):
        some = page.c.address.in_(addresses[start : start + _CHUNK])
        due |= {
            row.address: row.due_at for row in connection.execute(select(page.c.address, page.c.due_at).where(some))
        }
    return due


def _is_due(due_at: str | None, at: str) -> bool:
    return due_at is not None and due_at <= at


def _page_row(entry: Listed, at: str) -> dict[str, object]:
    return asdict(WatchedPage(entry.page, entry.site, due_at=at)) | {"published_at": entry.published_at}


def _to_page(row: Row[tuple[object, ...]]) -> WatchedPage:
    return WatchedPage(**{name: value for name, value in row._mapping.items() if name != "published_at"})


def _row_of(asked: Feed) -> dict[str, object]:
    return asdict(asked) | {"further": pack(asked.further)}


def _insert_all(connection: Connection, table: Table, rows: Sequence[Mapping[str, object]]) -> None:
    if rows:
        connection.execute(insert(table), [dict(row) for row in rows])
