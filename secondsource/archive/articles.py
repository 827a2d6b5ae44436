"""Which documents are versions of one article."""

from urllib.parse import parse_qsl, urlencode, urlsplit

from secondsource.model.reports import Document
from secondsource.pipeline import ReadReport

TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "cmpid", "ocid")
"""How the names of parameters begin that say how a reader came to a page, and nothing of the page: those that the
large advertising and mailing services append."""


def article_of(document: Document, read: ReadReport | None) -> str:
    """What all versions of one article share: its address and outlet, or else the place that it was read from.

    The outlet counts, for a page may give the address of the page that it was copied from as its own.
    """
    report = read.reading.report if read else None
    address = _plain(document.url or (report.url if report else None) or "")
    outlet = report.outlet if report else None
    return f"{address} {outlet or ''}".rstrip() if address else document.place


def _plain(url: str) -> str:
    """An address without what may differ between two visits; nothing for a site's front page."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    query = [(name, value) for name, value in parse_qsl(parts.query) if not name.lower().startswith(TRACKING)]
    path = parts.path.rstrip("/")
    if not parts.netloc or not (path or query):
        return ""
    return f"{parts.netloc.lower()}{path}{'?' if query else ''}{urlencode(query)}"
