"""The door of ingesting: paths in, documents and rejections out, in a fixed order."""

import io
import shlex
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from secondsource.errors import UsageError
from secondsource.model.reports import Document, Rejection
from secondsource.settings import Fetch, Ingest
from secondsource.stages.ingest.addresses import is_url
from secondsource.stages.ingest.archives import read_zip
from secondsource.stages.ingest.budgets import DEFAULT, Budget
from secondsource.stages.ingest.contents import open_content
from secondsource.stages.ingest.feeds import FETCH
from secondsource.stages.ingest.files import find_files, read_bytes
from secondsource.stages.ingest.kinds import GZIP_MAGIC, SNIFFED_BYTES, Kind, kind_of
from secondsource.stages.ingest.lines import read_lines
from secondsource.stages.ingest.warcs import read_warc

if TYPE_CHECKING:
    from secondsource.stages.ingest.visits import Visitor

STANDARD_INPUT = "-"
PLACE_OF_STANDARD_INPUT = "standard input"


def ingest(
    paths: Sequence[str], *, as_text: bool = False, settings: Ingest = DEFAULT, fetch: Fetch | None = None
) -> Iterator[Document | Rejection]:
    """Every document at `paths`: files, archives, feeds, folders, standard input for "-", and addresses on the web.

    Whatever is not taken comes out as a rejection. With `as_text`, texts are marked as clean already, to be kept to the
    letter. Nothing is taken from the web without `fetch`, which says how. Raises UsageError when there are no paths,
    when one of them is missing, or is an address and `fetch` is not given.
    """
    if not paths:
        raise UsageError("nothing to read: give files or folders of reports, or - for standard input")
    for path in paths:
        if is_url(path):
            if fetch is None:
                command = FETCH.format(shlex.quote(path))
                raise UsageError(f"{path} is on the web: add --fetch to have it fetched, or run: {command}")
            continue
        if path != STANDARD_INPUT and not Path(path).exists() and not Path(path).is_symlink():
            raise UsageError(f"{path}: no such file or folder; give a file, a folder, or - for standard input")
    return _take_all(paths, as_text, settings, fetch)


def _take_all(
    paths: Sequence[str], as_text: bool, settings: Ingest, fetch: Fetch | None
) -> Iterator[Document | Rejection]:
    taken: set[str] = set()
    visitor = _make_visitor(fetch or Fetch()) if any(is_url(path) for path in paths) else None
    for path in paths:
        items = _take_url(path, visitor) if visitor and is_url(path) else _take_path(path, taken, settings)
        for item in items:
            yield _mark_clean(item) if as_text else item


def _make_visitor(settings: Fetch) -> "Visitor":
    from secondsource.stages.ingest.visits import Visitor

    return Visitor(settings)


def _take_url(url: str, visitor: "Visitor") -> Iterator[Document | Rejection]:
    from secondsource.stages.ingest.harvests import harvest, to_document

    for page in harvest([url], visitor):
        yield page if isinstance(page, Rejection) else to_document(page)


def _mark_clean(item: Document | Rejection) -> Document | Rejection:
    return replace(item, form="clean") if isinstance(item, Document) and item.form == "text" else item


def _take_path(path: str, taken: set[str], settings: Ingest) -> Iterator[Document | Rejection]:
    if path == STANDARD_INPUT:
        yield from _take_standard_input(taken, settings)
        return
    is_empty = True
    for found in find_files(Path(path)):
        is_empty = False
        if isinstance(found, Rejection):
            yield found
            continue
        resolved = str(found.resolve())
        if resolved in taken:
            yield Rejection(str(found), "given twice", "this file was already read")
            continue
        taken.add(resolved)
        yield from _take_file(found, settings)
    if is_empty:
        yield Rejection(path, "empty folder", "there is no file in it")


def _take_standard_input(taken: set[str], settings: Ingest) -> Iterator[Document | Rejection]:
    if STANDARD_INPUT in taken:
        yield Rejection(PLACE_OF_STANDARD_INPUT, "given twice", "standard input can be read only once")
        return
    taken.add(STANDARD_INPUT)
    stream = io.BufferedReader(cast("io.RawIOBase", sys.stdin.buffer))
    try:
        if _is_warc(stream.peek(SNIFFED_BYTES)):
            yield from read_warc(PLACE_OF_STANDARD_INPUT, stream, Budget(settings))
        else:
            yield from _take_bytes(PLACE_OF_STANDARD_INPUT, stream, None, settings)
    finally:
        stream.detach()


def _is_warc(head: bytes) -> bool:
    """Whether a stream begins with a record, packed or not."""
    if not head.startswith(GZIP_MAGIC):
        return head.startswith(b"WARC/1.")
    import zlib

    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 32).decompress(head, 16).startswith(b"WARC/1.")
    except zlib.error:
        return False


def _take_file(path: Path, settings: Ingest) -> Iterator[Document | Rejection]:
    """The documents of a file; kinds that can be large are read piece by piece."""
    kind = kind_of(path)
    if kind == "lines":
        yield from read_lines(path, settings=settings)
    elif kind == "warc":
        yield from _take_warc(path, settings)
    elif kind == "zip" and path.is_file():
        yield from read_zip(str(path), path, Budget(settings), open_content)
    else:
        yield from _take_bytes(str(path), path, kind, settings)


def _take_warc(path: Path, settings: Ingest) -> Iterator[Document | Rejection]:
    try:
        with path.open("rb") as stream:
            yield from read_warc(str(path), stream, Budget(settings))
    except OSError as error:
        yield Rejection(str(path), "file cannot be read", error.strerror or str(error))


def _take_bytes(
    place: str, source: Path | BinaryIO, named: Kind | None, settings: Ingest
) -> Iterator[Document | Rejection]:
    content = read_bytes(source, place, settings)
    if isinstance(content, Rejection):
        yield content
    else:
        yield from open_content(place, content, named, Budget(settings))
