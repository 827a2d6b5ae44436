"""Feeds watched: what they list is fetched, politely, and added; what was had is not fetched again.

All that a later run must know is stored in the same transaction as what it says: a page counts as had from the moment
at which its document is in the archive, a feed as asked from the moment at which its entries are noted.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import chain, zip_longest
from pathlib import Path

from secondsource.archive.adding import store
from secondsource.archive.archives import Archive
from secondsource.archive.entering import Arrival
from secondsource.model.reports import Addition, Rejection
from secondsource.pipeline import read_document
from secondsource.stages.ingest.addresses import RefusedError, is_url, parse_url
from secondsource.stages.ingest.announcements import find_announced
from secondsource.stages.ingest.files import read_bytes
from secondsource.stages.ingest.harvests import to_document
from secondsource.stages.ingest.listings import Listing, read_listing, stamp_of, to_instant
from secondsource.stages.ingest.responses import Response
from secondsource.stages.ingest.visits import FEEDS, Known, Page, Visitor
from secondsource.store import watches
from secondsource.store.database import Transaction
from secondsource.store.watches import Feed, Listed, WatchedPage

DEEPEST = 3
"""Lists within lists that are followed: a list of feeds, an index of sitemaps, a sitemap."""

BUSY = (429, 503)
"""Answers that speak for the whole site, not for a page."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A list that answered: how many of its entries are to be fetched now, and how many were left out.

    Left out are entries that do not say where their page is, and those beyond the most that are taken.
    """

    address: str
    fresh: int = 0
    left_out: int = 0


class Watch:
    """Watches feeds for an archive, one request at a time."""

    def __init__(self, archive: Archive, visitor: Visitor) -> None:
        self._archive = archive
        self._visitor = visitor
        self._knobs = archive.settings.watch

    def go_round(self, feeds: Sequence[str]) -> Iterator[Asked | Addition | Rejection]:
        """Ask every feed that may be asked, then fetch what is due; what became of each, once it is stored."""
        taken: dict[str, None] = {}
        for address in feeds:
            yield from self._ask_with_further(address, taken, 0)
        yield from self._fetch_due(taken)

    def _ask_with_further(self, address: str, taken: dict[str, None], depth: int) -> Iterator[Asked | Rejection]:
        if address in taken:
            return
        taken[address] = None
        feed = self._load(address)
        until = max(self._resting().get(_site_of(address), ""), feed.rests_until or "")
        if until > self._now() and is_url(address):
            yield Rejection(address, "resting", f"{feed.refused or 'its site asked for it'}; asked again after {until}")
        else:
            yield self._ask(feed)
        for further in self._load(address).further if depth < DEEPEST else ():
            yield from self._ask_with_further(further, taken, depth + 1)

    def _ask(self, feed: Feed) -> Asked | Rejection:
        try:
            base, response = self._get(feed)
        except RefusedError as error:
            return self._refuse_feed(feed, error)
        well = replace(feed, asked_at=self._now(), rests_until=None, failures=0, refused="")
        if response is None:
            with self._archive.database.writing() as connection:
                watches.save_feed(connection, well)
            return Asked(feed.address)
        listing = read_listing(response.body, base) or find_announced(response.body, base)
        if listing is None:
            detail = "nor a sitemap, nor a list of feeds in OPML, nor a page that names its feed"
            return self._refuse_feed(feed, RefusedError("not a feed", detail))
        further = (*listing.feeds, *listing.sitemaps[: self._knobs.most_sitemaps])
        etag, last_modified = response.fields.get("etag", ""), response.fields.get("last-modified", "")
        entries = _to_entries(listing)[: self._knobs.most_listed]
        with self._archive.database.writing() as connection:
            watches.save_feed(connection, replace(well, etag=etag, last_modified=last_modified, further=further))
            fresh = watches.list_pages(connection, feed.address, entries, self._now())
        return Asked(feed.address, fresh, len(listing.pages) - len(entries))

    def _get(self, feed: Feed) -> tuple[str, Response | None]:
        """The address that a list was found at, and the answer; None when it has not changed."""
        if is_url(feed.address):
            page = self._visitor.visit(feed.address, Known(feed.etag, feed.last_modified), FEEDS)
            return page.url, page.response
        content = read_bytes(Path(feed.address), feed.address)
        if isinstance(content, Rejection):
            raise RefusedError(content.reason, content.detail)
        return "", Response(200, {}, content)

    def _fetch_due(self, feeds: Iterable[str]) -> Iterator[Addition | Rejection]:
        """Fetch the pages that are due, taking the sites in turn, so that the rests between requests cost little."""
        with self._archive.database.reading() as connection:
            found = [watches.find_due(connection, feed, self._now(), self._knobs.most_pages) for feed in feeds]
        by_site: dict[str, list[WatchedPage]] = {}
        for page in dict.fromkeys(chain.from_iterable(found)):
            by_site.setdefault(page.site, []).append(page)
        waiting: Counter[str] = Counter()
        for page in filter(None, chain.from_iterable(zip_longest(*by_site.values()))):
            if page.site in self._resting():
                waiting[page.site] += 1
            elif self._is_as_found(page):
                yield self._fetch(page)
        for site, until in self._resting().items():
            if waiting[site]:
                yield Rejection(site, "resting", f"the site asked for it; {waiting[site]} pages wait until {until}")

    def _fetch(self, page: WatchedPage) -> Addition | Rejection:
        try:
            visited = self._visitor.visit(page.address, Known(page.etag, page.last_modified))
        except RefusedError as error:
            return self._refuse_page(page, error)
        if visited.response is None:
            with self._archive.database.writing() as connection:
                watches.save_page(connection, self._had(page, visited))
            return Addition(page.address, "unchanged")
        document = to_document(visited)
        if isinstance(document, Rejection):
            return self._refuse_page(page, RefusedError(document.reason, document.detail))
        arrival = Arrival(document, read_document(document, self._archive.settings))
        had = self._had(page, visited)
        [became] = store(self._archive, [arrival], lambda connection: watches.save_page(connection, had))
        return became

    def _had(self, page: WatchedPage, visited: Page) -> WatchedPage:
        """The page after a visit that went well: how it is marked now, and when to look whether it was edited."""
        now = self._now()
        had_at, visits = page.had_at or now, page.visits + 1
        hours = self._knobs.again_hours * 4 ** min(page.visits, 20)
        again = _later(now, hours * 3600) if hours else None
        if again and again > _later(had_at, self._knobs.again_days * 86_400):
            again = None
        fields = visited.response.fields if visited.response else None
        etag = fields.get("etag", "") if fields is not None else page.etag
        last_modified = fields.get("last-modified", "") if fields is not None else page.last_modified
        return WatchedPage(page.address, page.site, etag, last_modified, had_at, visits, due_at=again)

    def _refuse_feed(self, feed: Feed, error: RefusedError) -> Rejection:
        """Leave a list alone for a while; what it listed stays as it is."""
        until = self._rest_after(error, feed.failures)
        left = replace(feed, asked_at=self._now(), rests_until=until, failures=feed.failures + 1, refused=error.reason)
        refused = Rejection(feed.address, error.reason, f"{error.detail}; it is asked again after {until}")

        def save(connection: Transaction) -> None:
            watches.save_feed(connection, left)
            if error.status in BUSY:
                watches.rest_site(connection, _site_of(feed.address), until)

        self._save_refusal(refused, save, is_news=feed.refused != error.reason)
        return refused

    def _refuse_page(self, page: WatchedPage, error: RefusedError) -> Rejection:
        """Ask for a page again later where the refusal may pass, and let it be where it may not."""
        until = self._rest_after(error, page.failures)
        again = error.may_pass and page.failures + 1 < self._knobs.most_tries
        left = replace(page, failures=page.failures + 1, refused=error.reason, due_at=until if again else None)
        detail = f"{error.detail}; it is asked for again after {until}" if again else error.detail
        refused = Rejection(page.address, error.reason, detail)

        def save(connection: Transaction) -> None:
            watches.save_page(connection, left)
            if error.status in BUSY:
                watches.rest_site(connection, page.site, until)

        self._save_refusal(refused, save, is_news=page.refused != error.reason)
        return refused

    def _save_refusal(self, refused: Rejection, save: Callable[[Transaction], None], *, is_news: bool) -> None:
        """Remember a refusal, and log it unless it is only the last one again."""
        if is_news:
            store(self._archive, [refused], save)
        else:
            with self._archive.database.writing() as connection:
                save(connection)

    def _rest_after(self, error: RefusedError, failures: int) -> str:
        """Until when to leave alone what failed once more, after that many failures."""
        longest = self._knobs.longest_rest_hours * 3600
        own = self._knobs.rest_minutes * 60 * 2 ** min(failures, 20) if error.may_pass else longest
        return _later(self._now(), min(longest, max(own, error.rest_seconds or 0.0)))

    def _load(self, address: str) -> Feed:
        with self._archive.database.reading() as connection:
            return watches.load_feed(connection, address) or Feed(address)

    def _resting(self) -> dict[str, str]:
        """The sites that asked to be left alone, and until when."""
        with self._archive.database.reading() as connection:
            return watches.load_resting(connection, self._now())

    def _is_as_found(self, page: WatchedPage) -> bool:
        with self._archive.database.reading() as connection:
            return watches.is_as_found(connection, page)

    def _now(self) -> str:
        return self._archive.now()


def _to_entries(listing: Listing) -> list[Listed]:
    """The entries of a list that say where their page is."""
    found = []
    for item in listing.pages:
        site = _site_of(item.url)
        if site:
            told = to_instant(item.published_at or item.updated_at) or ""
            found.append(Listed(item.url, site, stamp_of(item), told))
    return list({entry.page: entry for entry in reversed(found)}.values())[::-1]


def _site_of(address: str) -> str:
    """The site that an address on the web belongs to; empty where it makes no sense, or is a file's."""
    try:
        return parse_url(address).site
    except RefusedError:
        return ""


def _later(at: str, seconds: float) -> str:
    return (datetime.fromisoformat(at) + timedelta(seconds=seconds)).isoformat(timespec="seconds")
