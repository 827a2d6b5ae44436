"""Fetched pages as files: one web archive (WARC) a page, which any archive tool opens, and how to know it again."""

import gzip
import hashlib
import re
import uuid
from io import BytesIO
from pathlib import Path

from secondsource.stages.ingest.budgets import Budget, TooMuchError
from secondsource.stages.ingest.responses import Response, UnreadableError, parse_response
from secondsource.stages.ingest.visits import Known, Page
from secondsource.stages.ingest.warcs import Record, read_records

_NO_LONGER_TRUE = ("content-encoding", "transfer-encoding", "content-length", "connection", "set-cookie")
"""Fields that speak of how the page was sent; and cookies, which are nobody's business."""

_UNFIT = re.compile(r"[^a-z0-9]+")
_LONGEST_NAME = 60


def file_stem(url: str) -> str:
    """A file name that a person recognizes and that no other address has."""
    plain = _UNFIT.sub("-", url.lower().partition("://")[2].removeprefix("www."))[:_LONGEST_NAME].strip("-")
    return f"{plain}-{hashlib.sha256(url.encode()).hexdigest()[:8]}"


def to_warc(page: Page) -> bytes:
    """The page as a packed WARC file of one record. Needs a page that was had."""
    if page.response is None:
        raise ValueError("a page that has not changed is not kept again")
    kept = "".join(
        f"{name.title()}: {value}\r\n" for name, value in page.response.fields.items() if name not in _NO_LONGER_TRUE
    )
    head = f"HTTP/1.1 {page.response.status} OK\r\n{kept}Content-Length: {len(page.response.body)}\r\n\r\n"
    block = head.encode("utf-8", "replace") + page.response.body
    record = (
        "WARC/1.1\r\nWARC-Type: response\r\n"
        f"WARC-Record-ID: <{uuid.uuid5(uuid.NAMESPACE_URL, f'{page.url} {page.fetched_at}').urn}>\r\n"
        f"WARC-Target-URI: {page.url}\r\nWARC-Date: {page.fetched_at}\r\n"
        f"WARC-Block-Digest: sha256:{hashlib.sha256(block).hexdigest()}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return gzip.compress(record.encode() + block + b"\r\n\r\n", mtime=0)


def read_keepsake(path: Path) -> Response | None:
    """The answer kept in a file that was fetched earlier; None when there is none to be had."""
    try:
        for record in read_records(str(path), BytesIO(path.read_bytes()), Budget()):
            if isinstance(record, Record):
                return parse_response(record.block, Budget())
    except (OSError, TooMuchError, UnreadableError):
        return None
    return None


def known_of(response: Response) -> Known:
    """How the server marked the page when it was had."""
    return Known(response.fields.get("etag", ""), response.fields.get("last-modified", ""))
