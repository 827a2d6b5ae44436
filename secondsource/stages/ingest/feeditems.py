"""The items of a feed: RSS, RDF, Atom and JSON Feed, each with what it tells of its report."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from secondsource.stages.ingest.xmltrees import child_text, children, name_of, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

JSON_FEED = ("https://jsonfeed.org/version/", "http://jsonfeed.org/version/")

_TAG = re.compile(r"<[^<>]{0,2000}>")


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a feed or sitemap. `content` is HTML that a feed calls the whole, `summary` HTML that may be less.

    `updated_at` is when it was last changed, where the feed says so beside `published_at`.
    """

    url: str = ""
    title: str = ""
    authors: tuple[str, ...] = ()
    outlet: str = ""
    published_at: str = ""
    updated_at: str = ""
    content: str = ""
    summary: str = ""


def words_of(markup: str) -> list[str]:
    """The words of what an item tells in HTML."""
    return _TAG.sub(" ", markup).split()


def read_xml_items(root: "_Element") -> list[Item] | None:
    """The items of an RSS, RDF or Atom feed; None when the XML is no feed."""
    match name_of(root):
        case "rss" | "rdf:rdf":
            channel = next(children(root, "channel"), None)
            outlet = child_text(channel, "title") if channel is not None else ""
            inner = list(children(channel, "item")) if channel is not None else []
            return [_from_rss(item, outlet) for item in [*inner, *children(root, "item")]]
        case "feed":
            outlet = child_text(root, "title")
            return [_from_atom(entry, outlet) for entry in children(root, "entry")]
        case _:
            return None


def _from_rss(item: "_Element", outlet: str) -> Item:
    return Item(
        url=child_text(item, "link") or _permanent(item),
        title=html.unescape(child_text(item, "title")),
        authors=tuple(name for author in children(item, "dc:creator", "author") if (name := _person(text_of(author)))),
        outlet=outlet,
        published_at=child_text(item, "pubdate", "dc:date"),
        updated_at=child_text(item, "updated"),
        content=child_text(item, "content:encoded", "xhtml:body"),
        summary=child_text(item, "description"),
    )


def _permanent(item: "_Element") -> str:
    """The guid where it is an address: it is one unless it says otherwise."""
    guid = next(children(item, "guid"), None)
    return "" if guid is None or guid.get("isPermaLink") == "false" else text_of(guid)


def _person(text: str) -> str:
    """The name in "desk@a.example (Ann Ode)"; nothing where there is only an address of mail."""
    if "@" not in text:
        return text
    return text.partition("(")[2].rpartition(")")[0].strip()


def _from_atom(entry: "_Element", outlet: str) -> Item:
    links = [link for link in children(entry, "link") if link.get("rel", "alternate") == "alternate"]
    return Item(
        url=(links[0].get("href") or "").strip() if links else "",
        title=_atom_html(entry, "title") if _is_html(entry, "title") else child_text(entry, "title"),
        authors=tuple(name for author in children(entry, "author") if (name := child_text(author, "name"))),
        outlet=outlet,
        published_at=child_text(entry, "published", "issued", "updated", "modified"),
        updated_at=child_text(entry, "updated", "modified"),
        content=_atom_html(entry, "content"),
        summary=_atom_html(entry, "summary"),
    )


def _is_html(entry: "_Element", name: str) -> bool:
    return any("html" in child.get("type", "") for child in children(entry, name))


def _atom_html(entry: "_Element", name: str) -> str:
    """A text construct of Atom as HTML, whether it is plain, escaped or XHTML."""
    from lxml import etree

    construct = next(children(entry, name), None)
    if construct is None:
        return ""
    if "xhtml" in construct.get("type", "") and len(construct):
        return "".join(etree.tostring(child, encoding="unicode", method="html") for child in construct)
    text = text_of(construct)
    return text if "html" in construct.get("type", "") else html.escape(text, quote=False)


def read_json_items(feed: dict[str, Any]) -> list[Item]:
    """The items of a JSON Feed; what has the wrong type is passed over."""
    items = feed.get("items")
    outlet = _string(feed, "title")
    return [_from_json(item, outlet) for item in items if isinstance(item, dict)] if isinstance(items, list) else []


def _from_json(item: dict[str, Any], outlet: str) -> Item:
    plain = html.escape(_string(item, "content_text"), quote=False).replace("\n", "<br>")
    return Item(
        url=_string(item, "url") or _string(item, "external_url"),
        title=_string(item, "title"),
        authors=tuple(_names(item)),
        outlet=outlet,
        published_at=_string(item, "date_published") or _string(item, "date_modified"),
        updated_at=_string(item, "date_modified"),
        content=_string(item, "content_html") or plain,
        summary=html.escape(_string(item, "summary"), quote=False),
    )


def _names(item: dict[str, Any]) -> Iterator[str]:
    authors = item.get("authors")
    for author in authors if isinstance(authors, list) else [item.get("author")]:
        if isinstance(author, dict) and (name := _string(author, "name")):
            yield name


def _string(value: dict[str, Any], key: str) -> str:
    found = value.get(key)
    return found.strip() if isinstance(found, str) else ""


def is_json_feed(value: Any) -> bool:
    return isinstance(value, dict) and str(value.get("version", "")).startswith(JSON_FEED)
