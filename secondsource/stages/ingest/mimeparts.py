"""The parts of a MIME message, such as a mail or a page saved as MHTML, read within bounds."""

import email.message
import email.utils
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC
from email.header import decode_header, make_header
from email.parser import BytesParser
from email.policy import Compat32
from io import BytesIO

LONGEST_FIELD = 2_000
"""Characters of a header field; RFC 5322 wants lines of at most 998, and parsing grows with the square of them."""

MOST_PARTS = 500
"""Parts of one message. A saved page has up to 300 pictures and scripts."""

DEEPEST = 50
"""Parts within parts. Mails that were forwarded again and again have ten; each level costs time for every line."""


class _Bounded(Compat32):
    """Reads header fields up to LONGEST_FIELD characters."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        kept = "".join(sourcelines[:100])[:LONGEST_FIELD]
        name, value = super().header_source_parse([kept])
        return name[:LONGEST_FIELD], value


def read_message(content: bytes) -> email.message.Message | None:
    """The message with its parts; None when it is nested so deeply that only an attack would be."""
    if content.count(b"multipart/") > MOST_PARTS or _nesting(content) > DEEPEST:
        return None
    try:
        return BytesParser(policy=_Bounded()).parse(BytesIO(content))
    except (RecursionError, ValueError, LookupError, AssertionError):
        return None


def _nesting(content: bytes) -> int:
    """How deeply parts can be nested: as many levels as there are boundaries and messages within."""
    return content.lower().count(b"content-type: multipart/") + content.lower().count(b"content-type: message/")


def leaves(message: email.message.Message) -> Iterator[email.message.Message]:
    """The parts that hold something themselves, in order; messages within are given whole."""
    if message.get_content_maintype() != "multipart":
        yield message
        return
    parts = message.get_payload()
    for part in parts if isinstance(parts, list) else []:
        if isinstance(part, email.message.Message):
            yield from leaves(part)


def content_of(part: email.message.Message) -> bytes:
    """A part's bytes, taken out of base64 or quoted-printable; what is damaged is read as far as it goes."""
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        first = inner[0] if isinstance(inner, list) and inner else None
        return first.as_bytes() if isinstance(first, email.message.Message) else b""
    try:
        payload = part.get_payload(decode=True)
    except (ValueError, LookupError, AssertionError):
        return b""
    return payload if isinstance(payload, bytes) else b""


def charset_of(part: email.message.Message) -> str | None:
    """The encoding a part names for its characters."""
    try:
        return part.get_content_charset()
    except (ValueError, LookupError, UnicodeError):
        return None


def name_of_file(part: email.message.Message) -> str | None:
    """The name of the file that a part was, its last bit only."""
    try:
        name = part.get_filename()
    except (ValueError, LookupError, UnicodeError):
        return None
    return _decoded(name).replace("\\", "/").rpartition("/")[2] or None if name else None


def field_of(message: email.message.Message, name: str) -> str:
    """A header field's value on one line, its encoded words decoded."""
    value = message.get(name)
    return _decoded(str(value)) if value is not None else ""


def _decoded(value: str) -> str:
    with suppress(ValueError, LookupError, AssertionError):  # an unknown encoding, or bytes that are not in it
        value = str(make_header(decode_header(value)))
    return " ".join(value.split())


def moment_of(message: email.message.Message) -> str | None:
    """The instant in the Date field, ISO 8601 in UTC; None when there is none that makes sense."""
    try:
        moment = email.utils.parsedate_to_datetime(field_of(message, "Date"))
        known = moment if moment.tzinfo else moment.replace(tzinfo=UTC)  # "-0000" is how browsers write UTC
        return known.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
