"""Writes results where they were asked for: a file, whole or not at all, or standard output."""

import json
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO

from secondsource.errors import OutputError

STANDARD_STREAM = "-"


def to_json_bytes(value: Any, indent: int | None = None) -> bytes:
    """JSON in UTF-8. A lone surrogate, which UTF-8 cannot hold, becomes the JSON escape that stands for it."""
    return json.dumps(value, ensure_ascii=False, indent=indent).encode("utf-8", "backslashreplace")


def write_whole(target: str, content: bytes) -> None:
    """Write `content` to a file, or to standard output for "-". Raises OutputError when that is impossible."""
    with _opened(target) as stream:
        stream.write(content)


def write_lines(target: str, values: Iterable[Any]) -> None:
    """Write `values` as JSON Lines, one at a time, so that memory stays flat. Raises OutputError like `write_whole`."""
    with _opened(target) as stream:
        for value in values:
            stream.write(to_json_bytes(value) + b"\n")


def write_pieces(target: str, pieces: Iterable[bytes]) -> None:
    """Write `pieces` one after the other, so that memory stays flat. Raises OutputError like `write_whole`."""
    with _opened(target) as stream:
        for piece in pieces:
            stream.write(piece)


@contextmanager
def _opened(target: str) -> Iterator[BinaryIO]:
    if target == STANDARD_STREAM:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    elif Path(target).exists() and not Path(target).is_file():  # a device or a pipe cannot be replaced
        with _told_as_output_error(target), Path(target).open("wb") as stream:
            yield stream
    else:
        with _replacing(Path(target)) as stream:
            yield stream


@contextmanager
def _replacing(target: Path) -> Iterator[BinaryIO]:
    """A file beside `target` that takes its place at the end, so that a failure leaves no half-written result."""
    with _told_as_output_error(str(target)):
        number, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(number, "wb") as stream:
            yield stream
        with _told_as_output_error(str(target)):
            part.chmod(0o666 & ~_umask())
            part.replace(target)
    except BaseException:
        with suppress(FileNotFoundError):
            part.unlink()
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


@contextmanager
def _told_as_output_error(target: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError(
            f"cannot write {target}: {error.strerror}; name a file in a folder you may write to"
        ) from error
