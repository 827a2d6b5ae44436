"""XML that every reader takes: no character that XML 1.0 forbids, elements in the order they were made."""

from xml.etree.ElementTree import Element, SubElement, indent, tostring

_FORBIDDEN = (*(c for c in range(0x20) if chr(c) not in "\t\n\r"), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF)
_WRITTEN = dict.fromkeys(_FORBIDDEN, "\N{REPLACEMENT CHARACTER}") | {ord("\r"): "\n"}


def put(parent: Element, tag: str, words: str | None = None, **attributes: str) -> Element:
    """A new last child of `parent`; a character that XML forbids is shown by a stand-in, one for one."""
    child = SubElement(parent, tag, {name.rstrip("_"): to_xml_text(value) for name, value in attributes.items()})
    if words is not None:
        child.text = to_xml_text(words)
    return child


def to_xml_text(text: str) -> str:
    """`text` with a visible stand-in, one for one, for each character that XML 1.0 forbids."""
    return text.translate(_WRITTEN)


def to_xml(root: Element) -> bytes:
    """The document in UTF-8, one element a line."""
    indent(root)
    written: bytes = tostring(root, encoding="utf-8")
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + written + b"\n"
