"""Feeds and sitemaps: whole items become documents, teasers and links say which command fetches their pages."""

import html
import re
import shlex
from collections.abc import Iterator, Sequence

from secondsource.model.reports import Credit, CreditField, Document, Rejection
from secondsource.settings import Ingest
from secondsource.stages.ingest.budgets import DEFAULT
from secondsource.stages.ingest.feeditems import Item, read_json_items, read_xml_items, words_of
from secondsource.stages.ingest.opml import read_opml
from secondsource.stages.ingest.sitemaps import read_sitemap
from secondsource.stages.ingest.xmltrees import load_xml, name_of

FETCH = "secondsource fetch {} --into FOLDER"
_BROKEN_OFF = re.compile(
    r"(?:\.\.\.|…|[\[(](?:…|\.\.\.)[\])]|»|→"
    r"|\b(?:read|continue|click|see)\s(?:more|on|reading|here|full|the\s(?:full|rest|whole))\b.{0,40})$",
    re.IGNORECASE | re.DOTALL,
)
"""How a teaser ends: broken off, or with a link to the rest."""

_TAIL = 300

_PAGE = "<html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{words}</p></article></body></html>"
"""The page that an item would be; what reads HTML closes the paragraph where another begins."""


def read_feed(place: str, content: bytes, settings: Ingest = DEFAULT) -> Iterator[Document | Rejection]:
    """The documents in a feed of any XML kind; rejections for its teasers, for lists, and for other XML."""
    root = load_xml(content)
    items = read_xml_items(root) if root is not None else None
    sitemap = read_sitemap(root) if root is not None else None
    feeds = read_opml(root) if root is not None else None
    if root is None:
        yield Rejection(place, "broken XML", "nothing in it can be made out")
    elif items is not None:
        yield from _from_items(place, items, settings)
    elif sitemap is not None:
        what = "pages" if sitemap.pages or not sitemap.sitemaps else "further sitemaps"
        yield _only_links(place, f"a sitemap of {len(sitemap.pages) or len(sitemap.sitemaps)} {what}")
    elif feeds is not None:
        yield _only_links(place, f"a list of {len(feeds)} feeds")
    elif name_of(root) in ("html", "xhtml:html"):
        yield Document(place, content, "html")
    else:
        yield Rejection(place, "not a feed", f"XML of a kind that is not read: it begins with <{str(root.tag)[-60:]}>")


def read_json_feed(place: str, value: dict[str, object], settings: Ingest = DEFAULT) -> Iterator[Document | Rejection]:
    """The documents in a JSON Feed, and rejections for its teasers."""
    yield from _from_items(place, read_json_items(value), settings)


def _from_items(place: str, items: Sequence[Item], settings: Ingest) -> Iterator[Document | Rejection]:
    if not items:
        yield Rejection(place, "empty", "a feed without items")
    for number, item in enumerate(items, start=1):
        yield _from_item(f"{place} item {number}", item, settings)


def _from_item(place: str, item: Item, settings: Ingest) -> Document | Rejection:
    for told, least in ((item.content, settings.full_words), (item.summary, settings.full_summary_words)):
        words = words_of(told)
        if len(words) >= least and not _BROKEN_OFF.search(" ".join(words)[-_TAIL:]):
            page = _PAGE.format(title=html.escape(item.title, quote=False), words=told)
            return Document(place, page.encode("utf-8", "replace"), "html", told=_credits(item))
    reason = "only a summary" if item.content or item.summary else "only a link"
    return Rejection(place, reason, _how_to_fetch(item.url))


def _how_to_fetch(url: str) -> str:
    if not url.startswith(("http://", "https://")):
        return "the feed says not where the whole of it is"
    return f"to get its page: {FETCH.format(shlex.quote(url))}"


def _credits(item: Item) -> tuple[Credit, ...]:
    fields: list[tuple[CreditField, str]] = [
        ("url", item.url),
        ("title", item.title),
        ("outlet", item.outlet),
        ("published_at", item.published_at),
    ]
    fields += [("authors", author) for author in item.authors]
    return tuple(Credit(field, value, "feed") for field, value in fields if value)


def _only_links(place: str, what: str) -> Rejection:
    return Rejection(place, "only links", f"{what}; to get them: {FETCH.format(shlex.quote(place))}")
