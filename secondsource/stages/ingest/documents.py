"""The door of ingesting: paths in, documents and rejections out, in a fixed order."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from secondsource.errors import UsageError
from secondsource.model.reports import Document, Rejection
from secondsource.stages.ingest.files import find_files, read_bytes
from secondsource.stages.ingest.kinds import kind_of, sniff_kind
from secondsource.stages.ingest.lines import read_json, read_lines

STANDARD_INPUT = "-"
PLACE_OF_STANDARD_INPUT = "standard input"


def ingest(paths: Sequence[str], *, as_text: bool = False) -> Iterator[Document | Rejection]:
    """Every document at `paths`: files, folders, JSON Lines, and standard input for "-".

    Whatever is not taken comes out as a rejection. With `as_text`, texts are marked as clean already, to be kept to the
    letter. Raises UsageError when there are no paths, or when one of them is missing.
    """
    if not paths:
        raise UsageError("nothing to read: give files or folders of reports, or - for standard input")
    for path in paths:
        if path != STANDARD_INPUT and not Path(path).exists() and not Path(path).is_symlink():
            raise UsageError(f"{path}: no such file or folder; give a file, a folder, or - for standard input")
    return _take_all(paths, as_text=as_text)


def _take_all(paths: Sequence[str], *, as_text: bool) -> Iterator[Document | Rejection]:
    taken: set[str] = set()
    for path in paths:
        key = path if path == STANDARD_INPUT else str(Path(path).resolve())
        for item in _take_path(path, taken, key):
            yield _mark_clean(item) if as_text else item


def _mark_clean(item: Document | Rejection) -> Document | Rejection:
    return replace(item, form="clean") if isinstance(item, Document) and item.form == "text" else item


def _take_path(path: str, taken: set[str], key: str) -> Iterator[Document | Rejection]:
    if path == STANDARD_INPUT:
        if key in taken:
            yield Rejection(PLACE_OF_STANDARD_INPUT, "given twice", "standard input can be read only once")
            return
        taken.add(key)
        yield from _take_bytes(PLACE_OF_STANDARD_INPUT, read_bytes(sys.stdin.buffer, PLACE_OF_STANDARD_INPUT), None)
        return
    for found in find_files(Path(path)):
        if isinstance(found, Rejection):
            yield found
            continue
        resolved = str(found.resolve())
        if resolved in taken:
            yield Rejection(str(found), "given twice", "this file was already read")
            continue
        taken.add(resolved)
        yield from _take_file(found)


def _take_file(path: Path) -> Iterator[Document | Rejection]:
    kind = kind_of(path)
    if kind == "lines":
        yield from read_lines(path)
        return
    yield from _take_bytes(str(path), read_bytes(path, str(path)), kind)


def _take_bytes(place: str, content: bytes | Rejection, kind: str | None) -> Iterator[Document | Rejection]:
    if isinstance(content, Rejection):
        yield content
        return
    match kind or sniff_kind(content):
        case "lines":
            yield from read_lines(place, content)
        case "json":
            yield from read_json(place, content)
        case "html":
            yield Document(place, content, "html")
        case _:
            yield Document(place, content, "text")
