"""Unpacks gzip and deflate, piece by piece and within bounds."""

import zlib
from collections.abc import Iterator

from secondsource.model.reports import Rejection
from secondsource.stages.ingest.budgets import Budget, TooMuchError, bomb
from secondsource.stages.ingest.files import too_large

ANY_HEADER = zlib.MAX_WBITS | 32
"""Tells zlib to take a gzip or a zlib header, whichever there is."""

PIECE = 64 * 2**10
"""Bytes unpacked at a time."""


def gunzip(place: str, content: bytes, budget: Budget) -> bytes | Rejection:
    """What a gzip file holds, its members joined; a rejection when it is cut off, damaged, too large or a bomb."""
    limit = budget.settings.max_bytes
    pieces: list[bytes] = []
    size = 0
    try:
        for piece in unpack(content, budget):
            pieces.append(piece)
            size += len(piece)
            if size > limit:
                return too_large(place, budget.settings)
    except TooMuchError as error:
        return bomb(place, error)
    except EOFError:
        return Rejection(place, "cut off", "the gzip file ends before its end; fetch or copy it again")
    except zlib.error as error:
        return Rejection(place, "damaged", f"the gzip file cannot be unpacked: {error}")
    return b"".join(pieces)


def unpack(content: bytes, budget: Budget) -> Iterator[bytes]:
    """The unpacked bytes, in pieces. Raises TooMuchError for a bomb, EOFError when cut off, zlib.error when damaged."""
    at = total = 0
    while at < len(content):
        unpacker = zlib.decompressobj(ANY_HEADER)
        while not unpacker.eof:
            packed = unpacker.unconsumed_tail or content[at : at + PIECE]
            if not packed:
                raise EOFError
            if not unpacker.unconsumed_tail:
                at += len(packed)
            piece = unpacker.decompress(packed, PIECE)
            total += len(piece)
            budget.count_bytes(total, at - len(unpacker.unconsumed_tail), len(piece))
            yield piece
        at -= len(unpacker.unused_data)
        at += len(content[at:]) - len(content[at:].lstrip(b"\0"))  # tapes and disks pad with zeros
