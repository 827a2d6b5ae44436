"""Finds the files under a path, and reads a file's bytes within bounds."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from secondsource.model.reports import Rejection
from secondsource.settings import Ingest
from secondsource.stages.ingest.budgets import DEFAULT
from secondsource.stages.ingest.kinds import EXTENSIONS, kind_of

_PARTS_OF_PAGE = ("_files", ".files", "_file")
"""Endings of the folder in which browsers save a page's pictures and scripts beside the page."""


def find_files(path: Path) -> Iterator[Path | Rejection]:
    """The file at `path`, or the readable files in the folder and below, sorted; hidden files are passed over."""
    if not path.is_dir():
        yield path
        return
    try:
        entries = sorted(path.iterdir(), key=lambda entry: entry.name)
    except OSError as error:
        yield Rejection(str(path), "folder cannot be read", error.strerror or str(error))
        return
    names = {entry.name for entry in entries}
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            yield from _find_in_folder(entry, names)
        elif kind_of(entry):
            yield entry
        else:
            yield not_read(str(entry))


def _find_in_folder(folder: Path, neighbours: set[str]) -> Iterator[Path | Rejection]:
    if folder.is_symlink():
        yield Rejection(str(folder), "link to a folder", "links to folders are not followed; give the folder itself")
    elif is_part_of_page(folder.name, neighbours):
        count = sum(len(files) for _, _, files in os.walk(folder))
        yield Rejection(str(folder), *page_parts(count))
    else:
        yield from find_files(folder)


def is_part_of_page(folder: str, neighbours: set[str]) -> bool:
    """Whether a browser made this folder for the pictures and scripts of a page that is among its `neighbours`."""
    for ending in _PARTS_OF_PAGE:
        page = folder.removesuffix(ending)
        if page != folder and any(f"{page}{suffix}" in neighbours for suffix in (".html", ".htm", ".xhtml")):
            return True
    return False


def page_parts(count: int) -> tuple[str, str]:
    """Reason and detail for the files that belong to a saved page."""
    return "belongs to a saved page", f"{count} files that the page beside it shows"


def read_bytes(source: Path | BinaryIO, place: str, settings: Ingest = DEFAULT) -> bytes | Rejection:
    """All bytes of a file or stream, or a rejection when it cannot be read or is larger than `settings.max_bytes`."""
    try:
        if isinstance(source, Path):
            if not source.is_file():
                return Rejection(place, "not a regular file", "a link that leads nowhere, a device or a pipe")
            with source.open("rb") as file:
                content = file.read(settings.max_bytes + 1)
        else:
            content = source.read(settings.max_bytes + 1)
    except OSError as error:
        return Rejection(place, "file cannot be read", error.strerror or str(error))
    return too_large(place, settings) if len(content) > settings.max_bytes else content


def not_read(place: str) -> Rejection:
    return Rejection(place, "not a kind of file that is read", f"read are {', '.join(EXTENSIONS)}")


def too_large(place: str, settings: Ingest) -> Rejection:
    return Rejection(place, "too large", f"more than {settings.max_bytes // 2**20} MB")
