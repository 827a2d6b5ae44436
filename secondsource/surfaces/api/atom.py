"""Atom (RFC 4287): a feed as bytes, well-formed whatever its texts hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote
from xml.etree.ElementTree import Element

from secondsource.surfaces.export.xml import put, to_xml

NAMESPACE = "http://www.w3.org/2005/Atom"
MEDIA_TYPE = "application/atom+xml"

BEGINNING = "1970-01-01T00:00:00+00:00"
"""When a feed was updated in which nothing stands yet."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: `name` is its own for good ("story/94a5"), `link` where a person reads it, `updated_at` ISO 8601."""

    name: str
    title: str
    summary: str
    updated_at: str
    link: str
    category: str | None = None


def to_atom(name: str, title: str, entries: Sequence[Entry], *, own_link: str, page_link: str) -> bytes:
    """The feed of this name and title; the links are those of the feed itself and of the page that it belongs to."""
    root = Element("feed", {"xmlns": NAMESPACE})
    put(root, "id", _to_tag(name))
    put(root, "title", title)
    put(root, "updated", max((entry.updated_at for entry in entries), default=BEGINNING))
    put(put(root, "author"), "name", "secondsource")
    put(root, "link", rel="self", type=MEDIA_TYPE, href=own_link)
    put(root, "link", rel="alternate", type="text/html", href=page_link)
    for entry in entries:
        told = put(root, "entry")
        put(told, "id", _to_tag(entry.name))
        put(told, "title", entry.title or "untitled")
        put(told, "updated", entry.updated_at)
        put(told, "link", rel="alternate", type="text/html", href=entry.link)
        if entry.category:
            put(told, "category", term=entry.category)
        put(told, "summary", entry.summary)
    return to_xml(root)


def _to_tag(name: str) -> str:
    """A tag URI (RFC 4151), the same in whichever archive and at whichever address."""
    return f"tag:secondsource,2026:{quote(name)}"
