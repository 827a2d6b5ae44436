"""What kind of file something is: by its name, or else by its first bytes."""

import json
from pathlib import Path
from typing import Literal

Kind = Literal["html", "text", "json", "lines"]

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
}

SNIFFED_BYTES = 4096
"""Enough for a page's doctype and head to begin, after whatever comments stand before them."""

_PAGE_SIGNS = (b"<!doctype html", b"<html", b"<head", b"<body", b"<article", b"<meta ", b"<p>", b"<div")


def kind_of(path: Path) -> Kind | None:
    """The kind that a file's extension announces; None when it announces none that is read."""
    return EXTENSIONS.get(path.suffix.lower())


def sniff_kind(content: bytes) -> Kind:
    """The kind that the first bytes look like: JSON Lines, a page, or else text."""
    head = content[:SNIFFED_BYTES].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"{") and _is_json_line(content):
        return "lines"
    if head.startswith(b"<") and any(sign in head.lower() for sign in _PAGE_SIGNS):
        return "html"
    return "text"


def _is_json_line(content: bytes) -> bool:
    first = content.lstrip(b"\xef\xbb\xbf \t\r\n").split(b"\n", 1)[0]
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False
