"""Feeds watched: what they list is fetched, politely, and added; what was had is not fetched again.

All that a later run must know is stored in the same transaction as what it says: a page counts as had from the moment
at which its document is in the archive, a feed as asked from the moment at which its entries are noted.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, zip_longest
from pathlib import Path

from secondsource.archive.adding import store
from secondsource.archive.archives import Archive
from secondsource.archive.entering import Addition, Arrival
from secondsource.model.reports import Rejection
from secondsource.pipeline import read_document
from secondsource.stages.ingest.addresses import RefusedError, is_url
from secondsource.stages.ingest.files import read_bytes
from secondsource.stages.ingest.harvests import to_document
from secondsource.stages.ingest.listings import read_listing
from secondsource.stages.ingest.responses import Response
from secondsource.stages.ingest.visits import FEEDS, Known, Page, Visitor
from secondsource.store import watches
from secondsource.store.database import Transaction
from secondsource.store.watches import Feed, WatchedPage

DEEPEST = 3
"""Lists within lists that are followed: a list of feeds, an index of sitemaps, a sitemap."""

BUSY = (429, 503)
"""Answers that speak for the whole site, not for a page."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A list that answered: how many entries it has, and how many of them are to be fetched now."""

    address: str
    entries: int
    fresh: int


class Watch:
    """Watches feeds for an archive, one request at a time."""

    def __init__(self, archive: Archive, visitor: Visitor) -> None:
        self._archive = archive
        self._visitor = visitor
        self._knobs = archive.settings.watch

    def go_round(self, feeds: Sequence[str]) -> Iterator[Asked | Addition | Rejection]:
        """Ask every feed that may be asked, then fetch what is due; what became of each, once it is stored."""
        taken: list[str] = []
        for address in feeds:
            yield from self._ask_with_further(address, taken, 0)
        yield from self._fetch_due(taken)

    def _ask_with_further(self, address: str, taken: list[str], depth: int) -> Iterator[Asked | Rejection]:
        if address in taken:
            return
        taken.append(address)
        feed = self._load(address)
        if not self._rests(feed.rests_until, _site_of(address)):
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
            return Asked(feed.address, 0, 0)
        listing = read_listing(response.body, base)
        if listing is None:
            return self._refuse_feed(feed, RefusedError("not a feed", "nor a sitemap, nor a list of feeds in OPML"))
        further = (*listing.feeds, *listing.sitemaps[: self._knobs.most_sitemaps])
        fields = response.fields
        known = {"etag": fields.get("etag", ""), "last_modified": fields.get("last-modified", "")}
        entries = _to_entries(listing)[: self._knobs.most_listed]
        with self._archive.database.writing() as connection:
            watches.save_feed(connection, replace(well, further=further, **known))
            fresh = watches.list_pages(connection, feed.address, entries, self._now())
        return Asked(feed.address, len(entries), fresh)

    def _get(self, feed: Feed) -> tuple[str, Response | None]:
        """The address that a list was found at, and the answer; None when it has not changed."""
        if is_url(feed.address):
            page = self._visitor.visit(feed.address, Known(feed.etag, feed.last_modified), FEEDS)
            return page.url, page.response
        content = read_bytes(Path(feed.address), feed.address)
        if isinstance(content, Rejection):
            raise RefusedError(content.reason, content.detail)
        return "", Response(200, {}, content)

    def _fetch_due(self, feeds: Sequence[str]) -> Iterator[Addition | Rejection]:
        """Fetch the pages that are due, taking the sites in turn, so that the rests between requests cost little."""
        with self._archive.database.reading() as connection:
            found = [watches.find_due(connection, feed, self._now(), self._knobs.most_pages) for feed in feeds]
        by_site: dict[str, list[WatchedPage]] = {}
        for page in dict.fromkeys(chain.from_iterable(found)):
            by_site.setdefault(page.site, []).append(page)
        for page in filter(None, chain.from_iterable(zip_longest(*by_site.values()))):
            if not self._rests(None, page.site):
                yield self._fetch(page)

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
        """Leave a list alone for a while; its entries stay as they are."""
        failures = feed.failures + 1
        until = self._rest_after(error, failures if error.may_pass else 100)
        left = replace(feed, asked_at=self._now(), rests_until=until, failures=failures, refused=error.reason)
        site = _site_of(feed.address) if error.status in BUSY else ""
        refused = Rejection(feed.address, error.reason, f"{error.detail}; it is asked again after {until}")
        self._note(refused, feed.refused, lambda connection: self._save_refused(connection, left, site, until))
        return refused

    def _refuse_page(self, page: WatchedPage, error: RefusedError) -> Rejection:
        """Ask for a page again later where the refusal may pass, and let it be where not."""
        failures = page.failures + 1
        again = error.may_pass and failures < self._knobs.most_tries
        until = self._rest_after(error, failures) if again else None
        left = replace(page, failures=failures, refused=error.reason, due_at=until)
        site = page.site if error.status in BUSY and until else ""
        detail = f"{error.detail}; it is asked for again after {until}" if until else error.detail
        refused = Rejection(page.address, error.reason, detail)
        self._note(refused, page.refused, lambda connection: self._save_refused(connection, left, site, until))
        return refused

    def _save_refused(self, connection: Transaction, left: Feed | WatchedPage, site: str, until: str | None) -> None:
        if isinstance(left, Feed):
            watches.save_feed(connection, left)
        else:
            watches.save_page(connection, left)
        if site and until:
            watches.rest_site(connection, site, until)
