"""Sitemaps, those for news among them: lists of the addresses of pages, or of further sitemaps."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from secondsource.stages.ingest.feeditems import Item
from secondsource.stages.ingest.xmltrees import child_text, children, name_of

if TYPE_CHECKING:
    from lxml.etree import _Element


@dataclass(frozen=True, slots=True)
class Sitemap:
    """The pages that a sitemap lists, or the addresses of further ones, in its order."""

    pages: tuple[Item, ...] = ()
    sitemaps: tuple[str, ...] = ()


def read_sitemap(root: "_Element") -> Sitemap | None:
    """The addresses in a sitemap or an index of sitemaps; None when the XML is neither."""
    match name_of(root):
        case "urlset":
            return Sitemap(pages=tuple(item for entry in children(root, "url") if (item := _read_entry(entry)).url))
        case "sitemapindex":
            found = (child_text(entry, "loc") for entry in children(root, "sitemap"))
            return Sitemap(sitemaps=tuple(address for address in found if address))
        case _:
            return None


def _read_entry(entry: "_Element") -> Item:
    """A page, with what an entry for news tells of it."""
    news = next(children(entry, "news:news"), None)
    told = ("", "") if news is None else (child_text(news, "news:title"), child_text(news, "news:publication_date"))
    changed = child_text(entry, "lastmod")
    return Item(url=child_text(entry, "loc"), title=told[0], published_at=told[1] or changed, updated_at=changed)
