"""Pages brought home: those that were named, and those that the named feeds and sitemaps link to."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from secondsource.model.reports import Credit, Document, Rejection
from secondsource.stages.ingest.addresses import RefusedError, is_url
from secondsource.stages.ingest.files import read_bytes
from secondsource.stages.ingest.listings import Listing, read_listing
from secondsource.stages.ingest.responses import form_of
from secondsource.stages.ingest.visits import Known, Page, Visitor

MOST_SITEMAPS = 10
"""Sitemaps read of one index of sitemaps, the first ones; the first is the newest or the one for news."""

_LISTS = ("xml", "json", "rss", "atom", "opml", "gzip")


def harvest(
    sources: Sequence[str], visitor: Visitor, known: Callable[[str], Known | None] = lambda url: None
) -> Iterator[Page | Rejection]:
    """Every page at `sources`: addresses of pages, feeds and sitemaps, and files that are feeds or sitemaps.

    What is not fetched comes out as a rejection. `known` tells what is kept of a page from an earlier visit.
    """
    taken: set[str] = set()
    for source in sources:
        if is_url(source):
            yield from _harvest_url(source, visitor, known, taken)
        elif "://" in source:
            yield Rejection(source, "not on the web", "only http:// and https:// addresses are fetched")
        else:
            yield from _harvest_file(source, visitor, known, taken)


def _harvest_url(
    url: str, visitor: Visitor, known: Callable[[str], Known | None], taken: set[str], *, listed: bool = False
) -> Iterator[Page | Rejection]:
    page = _visit(url, visitor, known(url), taken)
    if page is None:
        yield Rejection(url, "given twice", "this page was already fetched")
        return
    listing = _read_listing(page) if isinstance(page, Page) else None
    if listing is None:
        yield page
    elif listed and listing.feeds:
        yield Rejection(url, "a list of feeds in a list of feeds", "give its address to have these fetched too")
    else:
        yield from _harvest_listing(url, listing, visitor, known, taken)


def _harvest_file(
    path: str, visitor: Visitor, known: Callable[[str], Known | None], taken: set[str]
) -> Iterator[Page | Rejection]:
    content = read_bytes(Path(path), path)
    if isinstance(content, Rejection):
        yield content
        return
    listing = read_listing(content)
    if listing is None:
        yield Rejection(
            path, "neither an address nor a feed", "give http:// or https://, or a file of a feed, sitemap or OPML"
        )
    else:
        yield from _harvest_listing(path, listing, visitor, known, taken)


def _harvest_listing(
    source: str, listing: Listing, visitor: Visitor, known: Callable[[str], Known | None], taken: set[str]
) -> Iterator[Page | Rejection]:
    for feed in listing.feeds:
        yield from _harvest_url(feed, visitor, known, taken, listed=True)
    if listing.feeds:
        return
    pages = {item.url: None for item in listing.pages}
    for sitemap in listing.sitemaps[:MOST_SITEMAPS]:
        if len(pages) >= visitor.settings.max_items:
            break
        page = _visit(sitemap, visitor, None, taken)
        if isinstance(page, Rejection):
            yield page
        elif page and (further := _read_listing(page)):
            pages |= {item.url: None for item in further.pages}
    pages.pop("", None)
    yield from _harvest_pages(source, list(pages), visitor, known, taken)


def _harvest_pages(
    source: str, pages: list[str], visitor: Visitor, known: Callable[[str], Known | None], taken: set[str]
) -> Iterator[Page | Rejection]:
    most = visitor.settings.max_items
    if not pages:
        yield Rejection(source, "empty", "a feed or sitemap without pages")
    if len(pages) > most:
        yield Rejection(
            source, "more pages than are fetched", f"the first {most} of {len(pages)}; --most sets how many"
        )
    for url in pages[:most]:
        visited = _visit(url, visitor, known(url), taken)
        if visited is not None:
            yield visited


def _visit(url: str, visitor: Visitor, known: Known | None, taken: set[str]) -> Page | Rejection | None:
    """The page, a rejection, or nothing where the page was taken before."""
    if url in taken:
        return None
    taken.add(url)
    try:
        return visitor.visit(url, known)
    except RefusedError as error:
        return Rejection(url, error.reason, error.detail)


def _read_listing(page: Page) -> Listing | None:
    """What a page lists, if it is a feed, a sitemap or a list of feeds by its type and by its looks."""
    if page.response is None:
        return None
    media_type = page.response.media_type
    listed = any(sign in media_type for sign in _LISTS) and "html" not in media_type
    return read_listing(page.response.body, page.url) if listed or not media_type else None


def to_document(page: Page) -> Document | Rejection:
    """The document in a page that was fetched just now; a rejection where it is none."""
    if page.response is None:
        return Rejection(page.asked, "empty", "the site gave nothing")
    form = form_of(page.response)
    if form is None:
        return Rejection(page.asked, "not a page", f"the site calls it {page.response.media_type or 'nothing'}")
    told = (Credit("url", page.url, "address it was fetched from"),)
    response = page.response
    return Document(page.asked, response.body, form, told=told, charset=response.charset, fetched_at=page.fetched_at)
