"""Tables as bytes, a piece at a time: JSON Lines, CSV, Parquet."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, Protocol, get_type_hints

from secondsource.surfaces.files import to_json_bytes

TableForm = Literal["jsonl", "csv", "parquet"]

PIECE = 64 * 1024
"""Bytes of a piece, roughly: few enough to keep memory flat, enough to be worth sending."""

ACTIVE = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""With what a cell begins that a spreadsheet takes for a formula, or for the beginning of another cell (OWASP)."""

Row = Mapping[str, Any]


class Writer(Protocol):
    """How rows become bytes; `columns` are their names and types, `raw` leaves cells as they are."""

    def __call__(self, rows: Iterator[Row], columns: Mapping[str, object], *, raw: bool) -> Iterator[bytes]: ...


@dataclass(frozen=True, slots=True)
class Form:
    """A form of tables: its media type, and how it is written."""

    media_type: str
    write: Writer


def columns_of(row: type) -> dict[str, object]:
    """The columns of rows of this type, in order, each with the type of its values."""
    return get_type_hints(row)


def _to_lines(rows: Iterator[Row], columns: Mapping[str, object], *, raw: bool) -> Iterator[bytes]:
    return _gather(to_json_bytes(dict(row)) + b"\n" for row in rows)


def _to_csv(rows: Iterator[Row], columns: Mapping[str, object], *, raw: bool) -> Iterator[bytes]:
    """RFC 4180, a head line first. Lists are JSON arrays; a text that a spreadsheet would run has an apostrophe."""
    line = io.StringIO()
    writer = csv.writer(line)

    def written(cells: list[object]) -> bytes:
        line.seek(0)
        line.truncate()
        writer.writerow(cells)
        return line.getvalue().encode("utf-8")

    def lines() -> Iterator[bytes]:
        yield written(list(columns))
        for row in rows:
            yield written([_to_cell(row[name], raw=raw) for name in columns])

    return _gather(lines())


def _to_cell(value: object, *, raw: bool) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return to_json_bytes(value).decode("utf-8")
    if isinstance(value, str) and not raw and value.startswith(ACTIVE):
        return f"'{value}"
    return value


def _to_parquet(rows: Iterator[Row], columns: Mapping[str, object], *, raw: bool) -> Iterator[bytes]:
    from secondsource.surfaces.export.parquet import to_parquet

    return to_parquet(rows, columns)


def _gather(lines: Iterator[bytes]) -> Iterator[bytes]:
    """The lines in pieces."""
    held: list[bytes] = []
    size = 0
    for line in lines:
        held.append(line)
        size += len(line)
        if size >= PIECE:
            yield b"".join(held)
            held, size = [], 0
    if held:
        yield b"".join(held)


FORMS: Mapping[TableForm, Form] = {
    "jsonl": Form("application/jsonl", _to_lines),
    "csv": Form("text/csv; charset=utf-8; header=present", _to_csv),
    "parquet": Form("application/vnd.apache.parquet", _to_parquet),
}
