"""Which documents are versions of one article."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

from secondsource.model.reports import Document, Report
from secondsource.pipeline import ReadReport
from secondsource.text.wordings import content_words

TRACKING = ("utm_", "mc_", "hsa_", "at_", "ns_", "_ga", "_hs")
"""How the names of parameters begin that say how a reader came to a page, and nothing of the page: those that the
large advertising and mailing services append."""

TRACKING_NAMES = frozenset(
    ("fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "twclid", "cmpid", "ocid", "cmp", "xtor", "wt_mc", "ref",
     "ref_src", "smid", "srnd", "spm")
)  # fmt: skip
"""Such parameters by their whole names."""

LEAST_IN_COMMON = 0.25
"""Share of the shorter text's content words that two versions of an article have in common at least. Two articles of
one outlet share a tenth or so; one that was rewritten from top to bottom keeps names, numbers and half of the rest."""

FRONT_PAGE = re.compile(r"/(?:[a-z]{2}(?:-[a-z]{2})?/?)?(?:(?:index|default|home)(?:\.[a-z]{3,5})?/?)?", re.IGNORECASE)
"""A path that leads to a site's front page, also that of one of its languages: no article has it."""


def article_of(document: Document, read: ReadReport | None) -> str:
    """What all versions of one article share: its address and outlet, or else the place that it was read from.

    The outlet counts, for a page may give the address of the page that it was copied from as its own.
    """
    report = read.reading.report if read else None
    address = _plain(document.url or (report.url if report else None) or "")
    outlet = report.outlet if report else None
    return f"{address} {outlet or ''}".rstrip() if address else document.place


def are_unlike(one: Report, other: Report) -> bool:
    """Whether two reports have so few words in common that they can hardly be one article."""
    words = [set(content_words(report.text)) for report in (one, other)]
    return len(words[0] & words[1]) < LEAST_IN_COMMON * min(map(len, words))


def address_of(url: str) -> str | None:
    """An address as it is compared with others; None for a text that is none."""
    return (_plain(url) or None) if "://" in url else None


def _plain(url: str) -> str:
    """An address without what may differ between two visits; nothing for a site's front page."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    query = sorted((name, value) for name, value in parse_qsl(parts.query) if not _is_tracking(name.lower()))
    if not parts.netloc or (FRONT_PAGE.fullmatch(parts.path or "/") and not query):
        return ""
    host = parts.netloc.lower().removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}{'?' if query else ''}{urlencode(query)}"


def _is_tracking(name: str) -> bool:
    return name in TRACKING_NAMES or name.startswith(TRACKING)
