"""Bytes to characters: byte order mark, declared charset, UTF-8, and only then a guess."""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_DECLARED = re.compile(rb"charset\s{0,4}=\s{0,4}[\"']?\s{0,4}([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)

DECLARATION_BYTES = 4096
"""Browsers look for a page's charset in its first 1,024 bytes; real pages have it later after long comments."""

BINARY_SHARE = 0.02
"""Share of control characters from which something is no text. Text has none; pictures and archives a tenth."""

GUESSED_BYTES = 200_000
"""What the charset guesser is shown; it takes a second a megabyte."""

_CONTROLS = bytes(set(range(32)) - {9, 10, 12, 13, 27})

_WEB_NAMES = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252"}
"""What browsers read under these names: Latin-1 pages hold Windows quotation marks."""


def is_binary(content: bytes) -> bool:
    """Whether the bytes are no text in any encoding: too many control characters, and no mark of a wide encoding."""
    if any(content.startswith(mark) for mark, _ in _MARKS):
        return False
    head = content[:GUESSED_BYTES]
    return bool(head) and (len(head) - len(head.translate(None, _CONTROLS))) / len(head) > BINARY_SHARE


def decode(content: bytes) -> str:
    """The characters of `content`. Bytes that fit no encoding become replacement characters; none is dropped."""
    for mark, name in _MARKS:
        if content.startswith(mark):
            return content.decode(name, "replace").removeprefix("\ufeff")
    return _decode_strictly(content, "utf-8") or _decode_declared(content) or _decode_guessed(content)


def _decode_strictly(content: bytes, name: str) -> str | None:
    try:
        return content.decode(name)
    except (UnicodeDecodeError, LookupError):
        return None


def _decode_declared(content: bytes) -> str | None:
    declared = _DECLARED.search(content[:DECLARATION_BYTES])
    if not declared:
        return None
    name = declared.group(1).decode("ascii").lower()
    return _decode_strictly(content, _WEB_NAMES.get(name, name))


def _decode_guessed(content: bytes) -> str:
    mostly = content.decode("utf-8", "replace")
    if mostly.count("\ufffd") * 1000 < len(mostly):
        return mostly
    from charset_normalizer import from_bytes

    best = from_bytes(content[:GUESSED_BYTES]).best()
    return content.decode(best.encoding if best else "cp1252", "replace")
