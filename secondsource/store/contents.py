"""The bytes of every document, each in a file named after its SHA-256, written once and never altered."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from secondsource.errors import ArchiveError

FOLDER = "bytes"


class Contents:
    """The folder of bytes. What `keep` has returned from is on the disk, whole, whatever happens afterwards."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / FOLDER

    def keep(self, content: bytes) -> str:
        """Store `content` if it is not there; its SHA-256 in hexadecimal. Raises ArchiveError when it cannot be."""
        name = sha256(content).hexdigest()
        target = self._path(name)
        if target.exists():
            return name
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            _write(target, content)
        except OSError as error:
            raise ArchiveError(f"cannot store bytes in {target.parent}: {error.strerror or error}") from error
        return name

    def load(self, name: str) -> bytes:
        """The bytes with this SHA-256. Raises ArchiveError when they are gone or are no longer what they were."""
        path = self._path(name)
        try:
            content = path.read_bytes()
        except OSError as error:
            raise ArchiveError(
                f"the bytes {path} cannot be read ({error.strerror or error}): restore them from a backup"
            ) from error
        if sha256(content).hexdigest() != name:
            raise ArchiveError(f"the bytes {path} are not what was stored: restore them from a backup")
        return content

    def names(self) -> Iterator[str]:
        """The names of all bytes that are there, in order."""
        for folder in sorted(self._folder.glob("??")):
            yield from sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))

    def _path(self, name: str) -> Path:
        return self._folder / name[:2] / name


def _write(target: Path, content: bytes) -> None:
    """A file beside `target` takes its place once it is on the disk."""
    number, part = tempfile.mkstemp(dir=target.parent, prefix=".")
    try:
        with os.fdopen(number, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        Path(part).chmod(0o444)
        Path(part).replace(target)
    except BaseException:
        with suppress(FileNotFoundError):
            Path(part).unlink()
        raise
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    """Have the folder's list of names on the disk too; where folders cannot be synced (Windows), nothing is done."""
    if os.name != "posix":
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
