"""A copy of the archive as it is at one moment, made while others go on reading and writing."""

import os
import shutil
from pathlib import Path

from secondsource.archive.archives import Archive
from secondsource.errors import ArchiveError
from secondsource.store import log
from secondsource.store.contents import Contents
from secondsource.store.database import NAME


def back_up(archive: Archive, target: Path) -> int:
    """Copy the archive to the folder `target`, or bring an earlier copy there up to date; how many bytes files came.

    Killed, it leaves what was there; the next run goes on. Raises ArchiveError when the folder cannot be written to or
    holds something else.
    """
    if target.resolve() == archive.folder.resolve():
        raise ArchiveError(f"{target} is the archive itself; name another folder")
    if target.exists() and any(target.iterdir()) and not (target / log.NAME).exists():
        raise ArchiveError(f"{target} holds something that is no backup; name an empty folder")
    try:
        target.mkdir(parents=True, exist_ok=True)
        part = target / f".{NAME}.part"
        part.unlink(missing_ok=True)
        shutil.copyfile(archive.log.path, target / log.NAME)
        archive.database.back_up(part)
        copied = _copy_contents(archive, Contents(target))
        shutil.copyfile(archive.log.path, target / log.NAME)
        for remains in ("-wal", "-shm"):
            (target / f"{NAME}{remains}").unlink(missing_ok=True)
        os.replace(part, target / NAME)  # noqa: PTH105
    except OSError as error:
        raise ArchiveError(f"cannot write the backup to {target}: {error.strerror or error}") from error
    return copied


def _copy_contents(archive: Archive, copy: Contents) -> int:
    """Copy the bytes that the copy lacks."""
    there = set(copy.names())
    missing = [name for name in archive.contents.names() if name not in there]
    for name in missing:
        copy.keep(archive.contents.load(name))
    return len(missing)
