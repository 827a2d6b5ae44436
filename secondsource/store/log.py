"""The log: what came in and what people decided, in order, one JSON value a line. With the bytes beside it, it is all
that cannot be derived; the whole database can be made again from the two.
"""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from secondsource.errors import ArchiveError

NAME = "log.jsonl"


class Log:
    """An append-only file. Only who holds the database's lock for writing appends to it, before what is derived from
    the entry is stored: so the log never lacks what the database has.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / NAME

    def append(self, entries: Sequence[dict[str, Any]]) -> None:
        """Add entries; they are on the disk when this returns. Raises ArchiveError when they cannot be."""
        if not entries:
            return
        lines = b"".join(msgspec.json.encode(entry) + b"\n" for entry in entries)
        try:
            with self.path.open("ab") as stream:
                end = stream.tell()
                if end and not self._ends_well(end):
                    lines = b"\n" + lines
                stream.write(lines)
                stream.flush()
                os.fsync(stream.fileno())
        except OSError as error:
            raise ArchiveError(f"cannot write {self.path}: {error.strerror or error}") from error

    def entries(self) -> Iterator[dict[str, Any]]:
        """All entries, in order. A line that a killed process left unfinished was never reported as stored: it is
        passed over.
        """
        if not self.path.exists():
            return
        with self.path.open("rb") as stream:
            for line in stream:
                try:
                    entry = msgspec.json.decode(line)
                except msgspec.DecodeError:
                    continue
                if isinstance(entry, dict):
                    yield entry

    def _ends_well(self, end: int) -> bool:
        """Whether the last line is a whole one; a process that was killed may have left half of one."""
        with self.path.open("rb") as stream:
            stream.seek(end - 1)
            return stream.read(1) == b"\n"
