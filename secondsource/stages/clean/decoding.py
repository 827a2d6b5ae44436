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


_NOT_OF_TEXTS = frozenset(["idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "utf-7", "mbcs"])
"""Codecs that no page is written in; some of them take time in the square of what they are given."""

WIDE_SHARE = 0.4
"""Share of zero bytes, at every other place, from which text is of two bytes a character; Latin letters have all."""


def is_binary(content: bytes) -> bool:
    """Whether the bytes are no text in any encoding: too many control characters, and not of a wide encoding."""
    if any(content.startswith(mark) for mark, _ in _MARKS) or _find_wide(content):
        return False
    head = content[:GUESSED_BYTES]
    return bool(head) and (len(head) - len(head.translate(None, _CONTROLS))) / len(head) > BINARY_SHARE


def decode(content: bytes, charset: str | None = None) -> str:
    """The characters of `content`, which came with word that it is in `charset`, or with none.

    Bytes that fit no encoding become replacement characters; none is dropped.
    """
    for mark, name in _MARKS:
        if content.startswith(mark):
            return content.decode(name, "replace").removeprefix("\ufeff")
    wide = _find_wide(content)
    if wide:
        return content.decode(wide, "replace")
    return (
        _decode_strictly(content, "utf-8")
        or (charset and _decode_named(content, charset))
        or _decode_declared(content)
        or _decode_mixed(content)
        or _decode_guessed(content)
    )


def _decode_strictly(content: bytes, name: str) -> str | None:
    try:
        return content.decode(name)
    except (UnicodeDecodeError, LookupError):
        return None


def declared_charset(content: bytes) -> str | None:
    """The charset that a page names near its head; None when it names none."""
    declared = _DECLARED.search(content[:DECLARATION_BYTES])
    return declared.group(1).decode("ascii") if declared else None


def _decode_declared(content: bytes) -> str | None:
    declared = declared_charset(content)
    return _decode_named(content, declared) if declared else None


def _find_wide(content: bytes) -> str | None:
    """UTF-16 without a mark at its head, told by the zero bytes at every other place."""
    head = content[:DECLARATION_BYTES]
    even, odd = head[::2], head[1::2]
    if not odd or not max(even.count(0) / len(even), odd.count(0) / len(odd)) > WIDE_SHARE:
        return None
    if min(even.count(0) / len(even), odd.count(0) / len(odd)) > BINARY_SHARE:
        return None
    return "utf-16-be" if even.count(0) > odd.count(0) else "utf-16-le"


def _decode_named(content: bytes, name: str) -> str | None:
    try:
        if codecs.lookup(name).name in _NOT_OF_TEXTS:
            return None
    except (LookupError, ValueError):
        return None
    return _decode_strictly(content, _WEB_NAMES.get(name.lower(), name))


def _decode_mixed(content: bytes) -> str | None:
    """UTF-8 into which bytes of another encoding were pasted, as long as they are the fewer; those as Windows' own."""
    mixed = content.decode("utf-8", "replace")
    strays = mixed.count("\ufffd")
    foreign = len(mixed) - len(mixed.encode("ascii", "ignore")) - strays
    if strays * 1000 >= len(mixed) and strays * 2 > foreign:
        return None
    codecs.register_error("stray", _read_stray)
    return content.decode("utf-8", "stray")


def _read_stray(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


def _decode_guessed(content: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(content[:GUESSED_BYTES]).best()
    return content.decode(best.encoding if best else "cp1252", "replace")
