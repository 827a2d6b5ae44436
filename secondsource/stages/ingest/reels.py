"""A WARC's bytes as they stream by, packed record by record or not, with the place at which each record begins."""

import zlib
from typing import BinaryIO

from secondsource.stages.ingest.budgets import Budget
from secondsource.stages.ingest.gzips import ANY_HEADER, PIECE
from secondsource.stages.ingest.kinds import GZIP_MAGIC


class Reel:
    """Reads forward through a WARC. Memory stays flat: a piece of it is held at a time."""

    def __init__(self, stream: BinaryIO, budget: Budget) -> None:
        self._stream = stream
        self._budget = budget
        self._taken = 0
        self._given = 0
        self._packed = b""
        self._ready = bytearray()
        self._unpacker: zlib._Decompress | None = None
        self.is_gzip = False
        self.damaged = False
        self.cut_off = False
        """Whether the file ended inside a packed record."""
        self.at = 0
        """Where the record that is being read begins: for packed ones, where its packed bytes do."""
        self._start()

    def _start(self) -> None:
        self._packed = self._stream.read(PIECE)
        self.is_gzip = self._packed.startswith(GZIP_MAGIC)
        if not self.is_gzip:
            self._ready += self._packed
            self._taken = len(self._packed)
            self._packed = b""

    def mark(self) -> None:
        """A record begins here."""
        if not self.is_gzip:
            self.at = self._taken - len(self._ready)
        elif not self._ready:
            self.at = self._taken

    def read_line(self, limit: int) -> bytes:
        """The next line with its end, cut after `limit` bytes; empty at the end of the reel."""
        searched = 0
        while (end := self._ready.find(b"\n", searched)) < 0 and len(self._ready) < limit:
            searched = len(self._ready)
            if not self._more():
                break
        return self._take(min(limit, len(self._ready) if end < 0 else end + 1))

    def read(self, size: int) -> bytes:
        """The next `size` bytes, fewer at the end of the reel or before damage."""
        while len(self._ready) < size and self._more():
            pass
        return self._take(min(size, len(self._ready)))

    def skip(self, size: int) -> int:
        """Passes over `size` bytes; how many there were."""
        passed = 0
        while passed < size and (piece := self.read(min(PIECE, size - passed))):
            passed += len(piece)
        return passed

    def _take(self, size: int) -> bytes:
        taken = bytes(self._ready[:size])
        del self._ready[:size]
        return taken

    def _more(self) -> bool:
        """Makes more bytes ready. Raises TooMuchError for a bomb."""
        if self.damaged:
            return False
        return self._unpack_more() if self.is_gzip else self._read_more()

    def _read_more(self) -> bool:
        piece = self._stream.read(PIECE)
        self._taken += len(piece)
        self._ready += piece
        return bool(piece)

    def _unpack_more(self) -> bool:
        while True:
            if not self._packed:
                self._packed = self._stream.read(PIECE)
            if not self._packed:
                self.cut_off = self._unpacker is not None
                return False
            try:
                fresh = self._unpack_piece()
            except zlib.error:
                self.damaged = True
                return False
            if fresh:
                return True

    def _unpack_piece(self) -> int:
        if self._unpacker is None:
            self._packed = self._packed.lstrip(b"\0") or self._packed[:0]
            if not self._packed:
                return 0
            self._unpacker = zlib.decompressobj(ANY_HEADER)
            if not self._ready:
                self.at = self._taken
        before = len(self._packed)
        piece = self._unpacker.decompress(self._packed, PIECE)
        rest = self._unpacker.unconsumed_tail or self._unpacker.unused_data
        self._taken += before - len(rest)
        self._packed = rest
        self._given += len(piece)
        self._budget.count_bytes(self._given, self._taken, len(piece))
        self._ready += piece
        if self._unpacker.eof:
            self._unpacker = None
        return len(piece)

    def find_next_member(self) -> bool:
        """After damage: goes on at the next place where a packed record may begin; False when there is none."""
        self._ready.clear()
        self._unpacker = None
        skipped = 1
        while True:
            found = self._packed.find(GZIP_MAGIC, skipped)
            if found >= 0:
                self._taken += found
                self._packed = self._packed[found:]
                self.damaged = False
                return True
            keep = self._packed[-2:]
            self._taken += len(self._packed) - len(keep)
            piece = self._stream.read(PIECE)
            if not piece:
                return False
            self._packed, skipped = keep + piece, 0
