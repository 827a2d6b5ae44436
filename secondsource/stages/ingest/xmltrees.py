"""Reads XML that strangers wrote: no entities of its own, no other files, no network."""

import html
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_SPACES = {
    "http://www.w3.org/2005/Atom": "",
    "http://purl.org/atom/ns#": "",
    "http://purl.org/rss/1.0/": "",
    "http://my.netscape.com/rdf/simple/0.9/": "",
    "http://backend.userland.com/rss2": "",
    "http://www.sitemaps.org/schemas/sitemap/0.9": "",
    "http://www.google.com/schemas/sitemap/0.84": "",
    "http://www.google.com/schemas/sitemap/0.9": "",
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://www.google.com/schemas/sitemap-news/0.9": "news:",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf:",
    "http://www.w3.org/1999/xhtml": "xhtml:",
}
"""Namespaces of feeds and sitemaps, and what stands before a name here; other names stay unknown."""


def load_xml(content: bytes) -> "_Element | None":
    """The root element, as far as the XML can be made out; None when there is none."""
    from lxml import etree

    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    try:
        root = etree.fromstring(content.lstrip(b"\xef\xbb\xbf \t\r\n"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    return root if root is not None and isinstance(root.tag, str) else None


def name_of(element: "_Element") -> str:
    """The element's name in small letters, with a short prefix for what its namespace is."""
    if not isinstance(element.tag, str):
        return ""
    space, _, name = element.tag.rpartition("}")
    prefix = _SPACES.get(space.removeprefix("{"), "other:") if space else ""
    return prefix + name.lower()


def children(element: "_Element", *names: str) -> Iterator["_Element"]:
    """The children that have one of these names, in the order of the document."""
    return (child for child in element if name_of(child) in names)


def text_of(element: "_Element | None") -> str:
    """All text in the element, stray references to characters resolved as HTML would, ends stripped."""
    if element is None:
        return ""
    return "".join(_texts(element)).strip()


def _texts(element: "_Element") -> Iterator[str]:
    from lxml import etree

    yield element.text or ""
    for node in element.iterdescendants():
        if isinstance(node, etree._Entity):
            yield html.unescape(str(node.text or ""))
        elif isinstance(node.tag, str):
            yield node.text or ""
        yield node.tail or ""


def child_text(element: "_Element", *names: str) -> str:
    """The text of the first child that has any, the first of `names` preferred."""
    for name in names:
        for child in children(element, name):
            if text := text_of(child):
                return text
    return ""
