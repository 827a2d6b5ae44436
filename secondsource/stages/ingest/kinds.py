"""What kind of file something is: by its name, or else by its first bytes."""

import json
import re
from pathlib import PurePath
from typing import Literal

Kind = Literal["html", "text", "json", "lines", "xml", "mail", "mhtml", "pdf", "warc", "zip", "gzip"]

EXTENSIONS: dict[str, Kind] = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".markdown": "text",
    ".json": "json",
    ".jsonl": "lines",
    ".ndjson": "lines",
    ".mhtml": "mhtml",
    ".mht": "mhtml",
    ".eml": "mail",
    ".pdf": "pdf",
    ".warc": "warc",
    ".zip": "zip",
    ".xml": "xml",
    ".rss": "xml",
    ".atom": "xml",
    ".opml": "xml",
    ".gz": "gzip",
}

SNIFFED_BYTES = 4096
"""Enough for a page's doctype and head to begin, after whatever comments stand before them."""

GZIP_MAGIC = b"\x1f\x8b\x08"

_MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (GZIP_MAGIC, "gzip"),
    (b"WARC/1.", "warc"),
)
"""First bytes that no text begins with, and no page."""

_FEED_SIGNS = (b"<rss", b"<feed", b"<rdf:rdf", b"<urlset", b"<sitemapindex", b"<opml")
_PAGE_SIGNS = (b"<!doctype html", b"<html", b"<head", b"<body", b"<article", b"<meta ", b"<p>", b"<div")
_PAGE_BEGINNINGS = (b"<!doctype html", b"<html")
_FIELD = re.compile(rb"[A-Za-z][A-Za-z0-9-]{1,40}:[ \t]")
_MAIL_FIELDS = (
    b"from:",
    b"date:",
    b"subject:",
    b"to:",
    b"received:",
    b"message-id:",
    b"mime-version:",
    b"return-path:",
)
_BLANK = b"\xef\xbb\xbf \t\r\n"


def kind_of(name: str | PurePath) -> Kind | None:
    """The kind that a file's extension announces; None when it announces none that is read."""
    path = PurePath(name)
    if path.suffix.lower() == ".gz":
        inner = EXTENSIONS.get(PurePath(path.stem).suffix.lower())
        return "warc" if inner == "warc" else "gzip" if inner else None
    return EXTENSIONS.get(path.suffix.lower())


def settle_kind(named: Kind | None, content: bytes) -> Kind:
    """The kind to read something as: bytes that can only be one kind outweigh the name, so does a page's
    beginning that of a text or a PDF, and a page without a single tag is a text; the name outweighs whatever else.
    """
    sure = find_magic(content)
    if sure and not (named == "warc" and sure == "gzip"):
        return sure
    if named in ("html", "mail") and _is_archived_page(content):
        return "mhtml"
    if named in ("text", "pdf") and content[:SNIFFED_BYTES].lstrip(_BLANK).lower().startswith(_PAGE_BEGINNINGS):
        return "html"
    if named == "html" and b"<" not in content:
        return "text"
    return named or sniff_kind(content)


def find_magic(content: bytes) -> Kind | None:
    """The kind that the very first bytes prove; None when they prove nothing."""
    head = content[:16].lstrip(_BLANK)
    return next((kind for magic, kind in _MAGIC if head.startswith(magic)), None)


def sniff_kind(content: bytes) -> Kind:
    """The kind that the first bytes look like: an archive, a feed, a page, a mail, JSON, or else text."""
    sure = find_magic(content)
    if sure:
        return sure
    head = content[:SNIFFED_BYTES].lstrip(_BLANK)
    if head.startswith((b"{", b"[")) and (kind := _sniff_json(content)):
        return kind
    if head.startswith(b"<"):
        return _sniff_markup(head.lower())
    if _is_archived_page(content):
        return "mhtml"
    return "mail" if _is_mail(head) else "text"


def _sniff_json(content: bytes) -> Kind | None:
    first = content.lstrip(_BLANK).split(b"\n", 1)[0]
    if _loads(first) and isinstance(json.loads(first), dict):
        return "lines"
    return "json" if _loads(content) else None


def _loads(content: bytes) -> bool:
    try:
        json.loads(content)
    except (ValueError, RecursionError):
        return False
    return True


def _sniff_markup(head: bytes) -> Kind:
    if any(sign in head for sign in _FEED_SIGNS) and b"<html" not in head:
        return "xml"
    return "html" if any(sign in head for sign in _PAGE_SIGNS) else "text"


def _is_archived_page(content: bytes) -> bool:
    """Whether this is MHTML: a mail's head that announces parts related to one page."""
    head = content[:SNIFFED_BYTES].lstrip(_BLANK)
    return bool(_FIELD.match(head)) and b"multipart/related" in head.lower() and b"content-location" in head.lower()


def _is_mail(head: bytes) -> bool:
    """Whether it begins with a mail's head: a line "Name: value", and two of the fields that every mail has."""
    fields = head.replace(b"\r\n", b"\n").split(b"\n\n", 1)[0].lower()
    lines = fields.split(b"\n")
    return bool(_FIELD.match(head)) and sum(line.startswith(_MAIL_FIELDS) for line in lines) >= 3
