"""Web archives (WARC): each page that a record holds, with its address, when it was had and where it lies."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from secondsource.model.reports import Credit, Document, Rejection
from secondsource.stages.ingest.archives import WITHIN
from secondsource.stages.ingest.budgets import Budget, TooMuchError, bomb
from secondsource.stages.ingest.files import too_large
from secondsource.stages.ingest.reels import Reel
from secondsource.stages.ingest.responses import (
    Fields,
    Response,
    UnreadableError,
    form_of,
    parse_fields,
    parse_response,
)

LONGEST_LINE = 64 * 2**10
"""Bytes of a line of fields; browsers and servers end at 8 to 64 KB."""

MOST_FIELDS = 200
"""Fields of a record; real ones have a dozen."""

LONGEST_NUMBER = 16
"""Digits of a length: a petabyte has that many."""

SUCCESS = 200
_HOLD_NO_DOCUMENT = ("warcinfo", "request", "metadata", "continuation")


@dataclass(frozen=True, slots=True)
class Record:
    """One record: where it begins, its fields in small letters, and its block."""

    at: int
    fields: Fields
    block: bytes

    @property
    def url(self) -> str:
        return self.fields.get("warc-target-uri", "").strip("<>")

    @property
    def date(self) -> str | None:
        return self.fields.get("warc-date") or None


def read_warc(place: str, stream: BinaryIO, budget: Budget) -> Iterator[Document | Rejection]:
    """The pages in a WARC as it streams by; a rejection for each that cannot be read, and one for all the rest."""
    others: Counter[str] = Counter()
    found = False
    try:
        for record in read_records(place, stream, budget):
            if isinstance(record, Rejection):
                yield record
                found = True
                continue
            outcome = _from_record(place, record, budget)
            if isinstance(outcome, str):
                others[outcome] += 1
            elif outcome is not None:
                yield outcome
                found = True
    except TooMuchError as error:
        yield bomb(place, error)
        return
    except OSError as error:
        yield Rejection(place, "file cannot be read", error.strerror or str(error))
        return
    if others:
        listed = ", ".join(f"{what} {count}" for what, count in sorted(others.items()))
        yield Rejection(place, "records that hold no page", f"{others.total()} passed over: {listed}")
    elif not found:
        yield Rejection(place, "empty", "no records with pages in it")


def read_records(place: str, stream: BinaryIO, budget: Budget) -> Iterator[Record | Rejection]:
    """The records of a WARC that can hold a page, in order; rejections where it is damaged or cut off.

    Raises TooMuchError for a bomb.
    """
    reel = Reel(stream, budget)
    while True:
        lost, found = _find_record(reel)
        if lost:
            yield Rejection(_place(place, reel.at), "damaged", f"{lost} bytes before this belong to no record")
        whole, record = _read_record(place, reel, budget) if found else (False, None)
        if record is not None:
            yield record
        if whole:
            continue
        if reel.damaged:
            yield Rejection(_place(place, reel.at), "damaged", "this packed record cannot be unpacked")
            if reel.find_next_member():
                continue
        elif found or reel.cut_off:
            yield Rejection(
                _place(place, reel.at), "cut off", "the file ends inside this record; those before are kept"
            )
        return


def _find_record(reel: Reel) -> tuple[int, bool]:
    """Reads the line "WARC/1.1" of the next record: how many bytes of no record stood before it, if there is one."""
    lost = 0
    while True:
        reel.mark()
        line = reel.read_line(LONGEST_LINE)
        if not line or line.startswith(b"WARC/"):
            return lost, bool(line)
        lost += len(line.strip())


def _read_record(place: str, reel: Reel, budget: Budget) -> tuple[bool, Record | Rejection | None]:
    """Whether the record was all there, and what there is to say of it: nothing for a kind that holds no page."""
    at = reel.at
    lines: list[bytes] = []
    while (line := reel.read_line(LONGEST_LINE)).strip() and len(lines) < MOST_FIELDS:
        lines.append(line)
    if not line:
        return False, None
    fields = parse_fields(lines)
    length = fields.get("content-length", "")
    if line.strip() or not (length.isascii() and length.isdigit() and len(length) < LONGEST_NUMBER):
        return True, Rejection(_place(place, at), "damaged", "the record does not say where it ends")
    size, url = int(length), fields.get("warc-target-uri", "")
    if fields.get("warc-type") in _HOLD_NO_DOCUMENT:
        return reel.skip(size) == size, None
    if size > budget.settings.max_bytes:
        whole = reel.skip(size) == size
        return whole, too_large(_place(place, at, url), budget.settings) if whole else None
    block = reel.read(size)
    return len(block) == size, Record(at, fields, block) if len(block) == size else None


def _place(place: str, at: int, url: str = "") -> str:
    return f"{place} byte {at}" + (f"{WITHIN}{url.strip('<>')}" if url else "")


def _from_record(place: str, record: Record, budget: Budget) -> Document | Rejection | str:
    """The document in a record, a rejection, or in a few words what else the record holds."""
    kind = record.fields.get("warc-type", "")
    if kind not in ("response", "resource", "conversion"):
        return kind or "records of no kind"
    where = _place(place, record.at, record.url)
    try:
        response = _response(record, budget) if kind == "response" else Response(SUCCESS, record.fields, record.block)
    except TooMuchError as error:
        return bomb(where, error)
    except UnreadableError as error:
        return Rejection(where, "damaged", str(error))
    if response.status != SUCCESS:
        return f"status {response.status}"
    form = form_of(response)
    if form is None:
        return response.media_type or "unnamed media"
    told = (Credit("url", record.url, "web archive"),) if record.url.startswith(("http://", "https://")) else ()
    return Document(where, response.body, form, told=told, charset=response.charset, fetched_at=record.date)


def _response(record: Record, budget: Budget) -> Response:
    if not record.block.startswith(b"HTTP/"):
        raise UnreadableError("a response that is not HTTP")
    return parse_response(record.block, budget)
