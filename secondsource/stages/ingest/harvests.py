"""Pages brought home: those that were named, and those that the named feeds and sitemaps link to."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from secondsource.model.reports import Credit, Document, Rejection
from secondsource.stages.ingest.addresses import RefusedError, is_url
from secondsource.stages.ingest.feeds import find_links
from secondsource.stages.ingest.files import read_bytes
from secondsource.stages.ingest.responses import Response, form_of
from secondsource.stages.ingest.visits import Known, Page, Visitor

MOST_SITEMAPS = 10
"""Sitemaps read of one index of sitemaps, the first ones; the first is the newest or the one for news."""

_LISTS = ("xml", "json", "rss", "atom")


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
        else:
            yield from _harvest_file(source, visitor, known, taken)


def _harvest_url(
    url: str, visitor: Visitor, known: Callable[[str], Known | None], taken: set[str]
) -> Iterator[Page | Rejection]:
    page = _visit(url, visitor, known(url), taken)
    if page is None:
        yield Rejection(url, "given twice", "this page was already fetched")
        return
    links = _links(page.response) if isinstance(page, Page) and page.response else None
    if links is None:
        yield page
    else:
        yield from _harvest_links(url, links, visitor, known, taken)


def _harvest_file(
    path: str, visitor: Visitor, known: Callable[[str], Known | None], taken: set[str]
) -> Iterator[Page | Rejection]:
    content = read_bytes(Path(path), path)
    if isinstance(content, Rejection):
        yield content
        return
    links = find_links(content)
    if links is None:
        yield Rejection(
            path, "neither an address nor a feed", "give http:// or https://, or a file of a feed or sitemap"
        )
    else:
        yield from _harvest_links(path, links, visitor, known, taken)


def _harvest_links(
    source: str,
    links: tuple[list[str], list[str]],
    visitor: Visitor,
    known: Callable[[str], Known | None],
    taken: set[str],
) -> Iterator[Page | Rejection]:
    pages, sitemaps = links
    for sitemap in sitemaps[:MOST_SITEMAPS]:
        if len(pages) >= visitor.settings.max_items:
            break
        listed = _visit(sitemap, visitor, None, taken)
        if isinstance(listed, Rejection):
            yield listed
        elif listed and listed.response:
            pages = [*pages, *(_links(listed.response) or ([], []))[0]]
    pages = list(dict.fromkeys(pages))
    most = visitor.settings.max_items
    if not pages:
        yield Rejection(source, "empty", "a feed or sitemap without pages")
    if len(pages) > most:
        yield Rejection(
            source, "more pages than are fetched", f"the first {most} of {len(pages)}; --most sets how many"
        )
    for url in pages[:most]:
        page = _visit(url, visitor, known(url), taken)
        if page is not None:
            yield page


def _visit(url: str, visitor: Visitor, known: Known | None, taken: set[str]) -> Page | Rejection | None:
    """The page, a rejection, or nothing where the page was taken before."""
    if url in taken:
        return None
    taken.add(url)
    try:
        return visitor.visit(url, known)
    except RefusedError as error:
        return Rejection(url, error.reason, error.detail)


def _links(response: Response) -> tuple[list[str], list[str]] | None:
    """What the answer links to, if it is a feed or a sitemap by its type and by its looks."""
    listed = any(sign in response.media_type for sign in _LISTS) and "html" not in response.media_type
    return find_links(response.body) if listed or not response.media_type else None


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
