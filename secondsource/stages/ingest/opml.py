"""OPML: lists of feeds, as feed readers write and read them."""

from typing import TYPE_CHECKING

from secondsource.stages.ingest.xmltrees import name_of

if TYPE_CHECKING:
    from lxml.etree import _Element


def read_opml(root: "_Element") -> tuple[str, ...] | None:
    """The addresses of the feeds in a list, those in folders too, and of lists that it includes; None for other XML."""
    if name_of(root) != "opml":
        return None
    found = (_address(outline) for outline in root.iter() if name_of(outline) == "outline")
    return tuple(dict.fromkeys(address for address in found if address))


def _address(outline: "_Element") -> str:
    told = {name.lower(): value.strip() for name, value in outline.attrib.items()}
    included = told.get("url", "") if told.get("type", "").lower() == "include" else ""
    return told.get("xmlurl", "") or included
