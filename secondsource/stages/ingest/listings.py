"""Lists of pages and what they link to: feeds of every kind, sitemaps and their indexes, OPML."""

import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urldefrag, urljoin

from secondsource.model.ids import digest
from secondsource.model.reports import Rejection
from secondsource.stages.ingest.budgets import Budget
from secondsource.stages.ingest.feeditems import Item, is_json_feed, read_json_items, read_xml_items, words_of
from secondsource.stages.ingest.gzips import gunzip
from secondsource.stages.ingest.kinds import GZIP_MAGIC
from secondsource.stages.ingest.opml import read_opml
from secondsource.stages.ingest.sitemaps import read_sitemap
from secondsource.stages.ingest.xmltrees import load_xml

_BLANK = b"\xef\xbb\xbf \t\r\n"


@dataclass(frozen=True, slots=True)
class Listing:
    """What a list links to, in its order: pages, further sitemaps, feeds."""

    pages: tuple[Item, ...] = ()
    sitemaps: tuple[str, ...] = ()
    feeds: tuple[str, ...] = ()


def read_listing(content: bytes, base: str = "") -> Listing | None:
    """The list in `content`, which may be packed; None when it is none. Addresses are seen from the address `base`."""
    if content.startswith(GZIP_MAGIC):
        unpacked = gunzip(base, content, Budget())
        if isinstance(unpacked, Rejection):
            return None
        content = unpacked
    found = _read_json(content) if content.lstrip(_BLANK).startswith(b"{") else _read_xml(content)
    if found is None:
        return None
    return Listing(
        tuple(replace(item, url=see_from(base, item.url)) for item in found.pages),
        tuple(see_from(base, address) for address in found.sitemaps),
        tuple(see_from(base, address) for address in found.feeds),
    )


def stamp_of(item: Item) -> str:
    """What changes when an entry is edited: its day of change where the feed tells it, or else all that it tells."""
    told = item.updated_at or " ".join(words_of(item.summary or item.content))
    return digest(item.title, item.published_at, told)


def to_instant(told: str) -> str | None:
    """An instant as feeds and servers write it (RFC 822 or ISO 8601) in ISO 8601 and UTC; None where it is neither."""
    for parse in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            found = parse(told)
            if found.tzinfo is None:
                found = found.replace(tzinfo=UTC)
            return found.astimezone(UTC).isoformat(timespec="seconds")
        except (ValueError, OverflowError, TypeError, IndexError):
            continue
    return None


def see_from(base: str, address: str) -> str:
    """The address from the web's root, without the place in the page that it points to."""
    try:
        return urldefrag(urljoin(base, address))[0] if address else ""
    except ValueError:
        return address


def _read_json(content: bytes) -> Listing | None:
    try:
        value = json.loads(content)
    except (ValueError, RecursionError):
        return None
    return Listing(tuple(read_json_items(value))) if is_json_feed(value) else None


def _read_xml(content: bytes) -> Listing | None:
    root = load_xml(content) if b"<" in content[:1024] else None
    if root is None:
        return None
    items = read_xml_items(root)
    if items is not None:
        return Listing(tuple(items))
    sitemap = read_sitemap(root)
    if sitemap is not None:
        return Listing(sitemap.pages, sitemap.sitemaps)
    feeds = read_opml(root)
    return None if feeds is None else Listing(feeds=feeds)
