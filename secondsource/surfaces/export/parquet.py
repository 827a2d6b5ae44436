"""Parquet, a group of rows at a time; the one module that knows pyarrow."""

import io
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, Literal, get_origin

GROUP = 1_000
"""Rows of a group: a few megabytes of reports."""


class _Pipe(io.RawIOBase):
    """Where a table is written to, and from where its bytes are taken away."""

    def __init__(self) -> None:
        self._held: list[bytes] = []
        self._written = 0

    def writable(self) -> bool:
        return True

    def write(self, content: Any) -> int:
        piece = bytes(content)
        self._held.append(piece)
        self._written += len(piece)
        return len(piece)

    def tell(self) -> int:
        return self._written

    def take(self) -> bytes:
        """What was written since it was last taken."""
        held, self._held = self._held, []
        return b"".join(held)


def to_parquet(rows: Iterator[Mapping[str, Any]], columns: Mapping[str, object]) -> Iterator[bytes]:
    """The table, piece by piece; what is cut off is no Parquet, for its directory stands at its end."""
    import pyarrow as pa
    from pyarrow import parquet

    schema = pa.schema([(name, _to_type(kind)) for name, kind in columns.items()])
    pipe = _Pipe()
    with parquet.ParquetWriter(pipe, schema, compression="zstd") as writer:
        while group := list(islice(rows, GROUP)):
            writer.write_table(pa.Table.from_pylist(group, schema=schema))
            yield pipe.take()
    yield pipe.take()


def _to_type(kind: object) -> Any:
    import pyarrow as pa

    types = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_(), list[str]: pa.list_(pa.string())}
    if get_origin(kind) is Literal:
        return types[str]
    return next(arrow for told, arrow in types.items() if kind in (told, told | None))
