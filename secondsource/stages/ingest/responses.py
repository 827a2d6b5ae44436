"""Answers of web servers as they were stored or sent: fields, body unpacked, what kind of file the body is."""

import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.model.reports import Form
from secondsource.stages.ingest.budgets import Budget, TooMuchError
from secondsource.stages.ingest.gzips import unpack
from secondsource.stages.ingest.kinds import sniff_kind

Fields = dict[str, str]
"""Header fields, their names in small letters; of a repeated one the first."""

_FORMS: dict[str, Form] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "text",
    "text/markdown": "text",
    "application/pdf": "pdf",
}

_CHARSET = re.compile(r"charset\s{0,4}=\s{0,4}[\"']?([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_LONGEST_VALUE = 4_000


class UnreadableError(Exception):
    """The body cannot be had out of a response; the message says why."""


@dataclass(frozen=True, slots=True)
class Response:
    """A server's answer, its body unpacked."""

    status: int
    fields: Fields
    body: bytes

    @property
    def media_type(self) -> str:
        return self.fields.get("content-type", "").partition(";")[0].strip().lower()[:100]

    @property
    def charset(self) -> str | None:
        named = _CHARSET.search(self.fields.get("content-type", ""))
        return named.group(1) if named else None


def form_of(response: Response) -> Form | None:
    """How the body is written: as the server says, or as it looks when it says nothing; None when it is no page."""
    if response.media_type:
        return _FORMS.get(response.media_type)
    kind = sniff_kind(response.body)
    return "html" if kind == "html" else "pdf" if kind == "pdf" else None


def parse_fields(lines: Sequence[bytes]) -> Fields:
    """Header fields by name; a line that begins with white space goes on with the one before."""
    fields: Fields = {}
    last = ""
    for line in lines:
        text = line.decode("utf-8", "replace").rstrip("\r\n")
        if text[:1] in (" ", "\t") and last:
            fields[last] = f"{fields[last]} {text.strip()}"[:_LONGEST_VALUE]
            continue
        name, _, value = text.partition(":")
        last = name.strip().lower()
        fields.setdefault(last, value.strip()[:_LONGEST_VALUE])
    return fields


def parse_response(block: bytes, budget: Budget) -> Response:
    """The stored response in a record's block. Raises UnreadableError, and TooMuchError when its body is a bomb."""
    head, body = _split(block)
    first, *lines = head.split(b"\n")
    status = first.split(b" ", 2)[1] if first.count(b" ") else b""
    fields = parse_fields(lines)
    if "chunked" in fields.get("transfer-encoding", "").lower():
        body = _join_chunks(body)
    coding = fields.get("content-encoding", "").strip().lower()
    return Response(int(status) if status[:3].isdigit() else 0, fields, unpack_body(body, coding, budget))


def _split(block: bytes) -> tuple[bytes, bytes]:
    ends = [(at, len(blank)) for blank in (b"\r\n\r\n", b"\n\n") if (at := block.find(blank)) >= 0]
    at, length = min(ends, default=(len(block), 0))
    return block[:at], block[at + length :]


def _join_chunks(body: bytes) -> bytes:
    """The body put together; as it is where archives had already done so and kept the field."""
    pieces: list[bytes] = []
    at = 0
    while True:
        end = body.find(b"\r\n", at, at + 100)
        size = body[at:end].partition(b";")[0].strip() if end >= 0 else b""
        if not size or len(size) > 8 or not all(letter in b"0123456789abcdefABCDEF" for letter in size):
            return b"".join(pieces) if pieces else body
        length = int(size, 16)
        if not length:
            return b"".join(pieces)
        pieces.append(body[end + 2 : end + 2 + length])
        at = end + 2 + length + 2


def unpack_body(body: bytes, coding: str, budget: Budget) -> bytes:
    """The body without its packing. Raises UnreadableError, and TooMuchError for a bomb."""
    if coding in ("", "identity", "none", "utf-8"):
        return body
    if coding not in ("gzip", "x-gzip", "deflate"):
        raise UnreadableError(f"packed in a way that is not read: {coding[:40]}")
    if not _is_packed(body):  # archives unpack and keep the field
        return body
    pieces: list[bytes] = []
    size = 0
    try:
        for piece in unpack(body, budget):
            size += len(piece)
            if size > budget.settings.max_bytes:
                raise TooMuchError(f"more than {budget.settings.max_bytes // 2**20} MB")
            pieces.append(piece)
    except (EOFError, zlib.error) as error:
        raise UnreadableError("its packed body is cut off or damaged") from error
    return b"".join(pieces)


def _is_packed(body: bytes) -> bool:
    return body.startswith(b"\x1f\x8b") or body[:1] == b"\x78"
