"""The feed that a web page announces as its own, for feed readers."""

from secondsource.stages.ingest.listings import Listing, see_from

_HEAD_BYTES = 256 * 2**10
"""How far into a page feeds are looked for; heads of news pages have 20 to 100 KB."""

_KINDS = ("application/rss+xml", "application/atom+xml", "application/feed+json")


def find_announced(content: bytes, base: str) -> Listing | None:
    """A list of the one feed that a page announces first, its own; None when it announces none."""
    from lxml import etree, html

    try:
        root = html.document_fromstring(content[:_HEAD_BYTES])
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    for link in root.iter("link"):
        told = {name.lower(): value.strip() for name, value in link.attrib.items()}
        is_feed = told.get("type", "").lower() in _KINDS and "alternate" in told.get("rel", "").lower().split()
        if is_feed and told.get("href"):
            return Listing(feeds=(see_from(base, told["href"]),))
    return None
