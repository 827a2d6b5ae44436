"""Reads ZIP archives member by member, in the archive's order, within bounds."""

import zipfile
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path, PurePosixPath

from secondsource.model.reports import Document, Rejection
from secondsource.stages.ingest.budgets import Budget, TooMuchError, bomb
from secondsource.stages.ingest.files import is_part_of_page, not_read, page_parts, too_large
from secondsource.stages.ingest.kinds import Kind, kind_of

Opener = Callable[[str, bytes, "Kind | None", Budget], Iterator[Document | Rejection]]
"""Opens what a container holds: place, bytes, the kind its name announces, what may still be given out."""

WITHIN = "!"
"""Stands between a container and the place within it."""

_PIECE = 64 * 2**10
_LOCKED = 0x1
_ENTRY = b"PK\x01\x02"


def read_zip(place: str, source: Path | bytes, budget: Budget, take: Opener) -> Iterator[Document | Rejection]:
    """The documents in a ZIP archive, a rejection for every member that is none, and one where the archive breaks."""
    try:
        if _count_entries(source) > budget.settings.max_members:
            raise TooMuchError(f"more than {budget.settings.max_members:,} files in it")
        with zipfile.ZipFile(source if isinstance(source, Path) else BytesIO(source)) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
            if not members:
                yield Rejection(place, "empty", "no files in it")
            yield from _read_members(place, archive, members, budget, take)
    except TooMuchError as error:
        yield bomb(place, error)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, ValueError, OSError) as error:
        yield Rejection(place, "damaged", f"the ZIP archive cannot be read: {error}")


def _count_entries(source: Path | bytes) -> int:
    """How many entries its table of contents can have, counted without building it in memory."""
    if isinstance(source, bytes):
        return source.count(_ENTRY)
    count, tail = 0, b""
    with source.open("rb") as file:
        while piece := file.read(_PIECE):
            count += (tail + piece).count(_ENTRY)
            tail = piece[-len(_ENTRY) + 1 :]
    return count


def _read_members(
    place: str, archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], budget: Budget, take: Opener
) -> Iterator[Document | Rejection]:
    pages = {member.filename for member in members}
    parts: dict[str, int] = {}
    for member in members:
        budget.count_member()
        if _is_metadata(member.filename):
            continue
        folder = _saved_page_folder(member.filename, pages)
        if folder is not None:
            parts[folder] = parts.get(folder, 0) + 1
        else:
            yield from _read_member(f"{place}{WITHIN}{member.filename}", archive, member, budget, take)
    for folder, count in parts.items():
        yield Rejection(f"{place}{WITHIN}{folder}", *page_parts(count))


def _is_metadata(name: str) -> bool:
    """Whether a file is hidden, or written by the archiver for itself."""
    return any((part.startswith(".") and part != "..") or part == "__MACOSX" for part in PurePosixPath(name).parts)


def _saved_page_folder(name: str, pages: set[str]) -> str | None:
    """The folder around a member in which a browser saved the pictures and scripts of a page beside it."""
    return next((str(folder) for folder in PurePosixPath(name).parents if is_part_of_page(str(folder), pages)), None)


def _read_member(
    place: str, archive: zipfile.ZipFile, member: zipfile.ZipInfo, budget: Budget, take: Opener
) -> Iterator[Document | Rejection]:
    kind = kind_of(member.filename)
    if kind is None:
        yield not_read(place)
        return
    if member.flag_bits & _LOCKED:
        yield Rejection(place, "locked with a password", "unpack the archive and give its files")
        return
    content = _unpack(place, archive, member, budget)
    if isinstance(content, Rejection):
        yield content
    else:
        yield from take(place, content, kind, budget)


def _unpack(place: str, archive: zipfile.ZipFile, member: zipfile.ZipInfo, budget: Budget) -> bytes | Rejection:
    """What a member holds; the size that the archive states for it is not trusted."""
    pieces: list[bytes] = []
    size = 0
    try:
        with archive.open(member) as stream:
            while piece := stream.read(_PIECE):
                size += len(piece)
                budget.count_bytes(size, max(1, member.compress_size), len(piece))
                if size > budget.settings.max_bytes:
                    return too_large(place, budget.settings)
                pieces.append(piece)
    except TooMuchError as error:
        return bomb(place, error)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as error:
        return Rejection(place, "damaged", f"it cannot be unpacked: {error}")
    return b"".join(pieces)
