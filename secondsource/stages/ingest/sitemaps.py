"""Sitemaps, those for news among them: lists of the addresses of pages, or of further sitemaps."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from secondsource.stages.ingest.xmltrees import child_text, children, name_of

if TYPE_CHECKING:
    from lxml.etree import _Element


@dataclass(frozen=True, slots=True)
class Sitemap:
    """The addresses that a sitemap lists, in its order."""

    pages: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()


def read_sitemap(root: "_Element") -> Sitemap | None:
    """The addresses in a sitemap or an index of sitemaps; None when the XML is neither."""
    match name_of(root):
        case "urlset":
            return Sitemap(pages=_addresses(root, "url"))
        case "sitemapindex":
            return Sitemap(sitemaps=_addresses(root, "sitemap"))
        case _:
            return None


def _addresses(root: "_Element", name: str) -> tuple[str, ...]:
    return tuple(address for entry in children(root, name) if (address := child_text(entry, "loc")))
