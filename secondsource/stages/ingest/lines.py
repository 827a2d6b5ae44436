"""Reads JSON: a line, or a whole file, in which each object is one report with what is known of it."""

import json
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from secondsource.model.reports import Document, Form, Given, Rejection
from secondsource.settings import Ingest
from secondsource.stages.ingest.budgets import DEFAULT
from secondsource.stages.ingest.feeditems import is_json_feed
from secondsource.stages.ingest.feeds import read_json_feed
from secondsource.stages.ingest.files import too_large

_TEXT_KEYS = ("id", "url", "outlet", "title", "published_at")
BROKEN_LINE = "broken JSON line"


def read_lines(
    source: Path | str, content: bytes | None = None, settings: Ingest = DEFAULT
) -> Iterator[Document | Rejection]:
    """One document a line of the JSON Lines file at `source`, or of `content` when that is given."""
    place = str(source)
    if content is not None:
        yield from _read_numbered(place, BytesIO(content), settings)
        return
    try:
        with Path(source).open("rb") as file:
            yield from _read_numbered(place, file, settings)
    except OSError as error:
        yield Rejection(place, "file cannot be read", error.strerror or str(error))


def _read_numbered(place: str, lines: Any, settings: Ingest) -> Iterator[Document | Rejection]:
    found = False
    for number, line in enumerate(_bounded(lines, settings.max_bytes), start=1):
        where = f"{place} line {number}"
        if len(line) > settings.max_bytes:
            yield too_large(where, settings)
        elif stripped := line.removeprefix(b"\xef\xbb\xbf").strip():
            yield _from_json(where, stripped)
        else:
            continue
        found = True
    if not found:
        yield Rejection(place, "empty", "no lines in it")


def _bounded(lines: Any, limit: int) -> Iterator[bytes]:
    """The lines, each read up to one byte over `limit`; the rest of an overlong line is passed over."""
    while line := lines.readline(limit + 1):
        yield line
        while len(line) > limit and not line.endswith(b"\n"):
            line = lines.readline(limit + 1)
            if not line:
                return


def read_json(place: str, content: bytes) -> Iterator[Document | Rejection]:
    """One document for the object in a JSON file, or one for each object of its list."""
    try:
        value = json.loads(content)
    except (ValueError, RecursionError) as error:
        yield Rejection(place, "broken JSON", _complaint(error))
        return
    if is_json_feed(value):
        yield from read_json_feed(place, value)
    elif isinstance(value, list):
        yield from _from_list(place, value)
    else:
        yield _from_object(place, value)


def _from_list(place: str, values: Iterable[Any]) -> Iterator[Document | Rejection]:
    for number, value in enumerate(values, start=1):
        yield _from_object(f"{place} item {number}", value)


def _from_json(place: str, line: bytes) -> Document | Rejection:
    try:
        return _from_object(place, json.loads(line))
    except (ValueError, RecursionError) as error:
        return Rejection(place, BROKEN_LINE, _complaint(error))


def _complaint(error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        return "not in UTF-8"
    return str(error) or type(error).__name__


def _from_object(place: str, value: Any) -> Document | Rejection:
    if not isinstance(value, dict):
        return Rejection(place, "not a report", 'expected an object with "text" or "html"')
    form: Form = "html" if isinstance(value.get("html"), str) else "text"
    content = value.get(form)
    if not isinstance(content, str):
        return Rejection(place, "not a report", 'it has neither "text" nor "html"')
    return Document(place, _to_bytes(content), form, _given(value))


def _to_bytes(content: str) -> bytes:
    """UTF-8; half of a surrogate pair, which JSON can hold and UTF-8 cannot, becomes one question mark."""
    return content.encode("utf-8", "replace")


def _given(value: dict[str, Any]) -> Given:
    known = {key: _to_text(value[key]) or None for key in _TEXT_KEYS if isinstance(value.get(key), str | int)}
    authors = value.get("authors")
    if isinstance(authors, str):
        authors = [authors]
    named = tuple(_to_text(a) for a in authors if _to_text(a)) if isinstance(authors, list) else ()
    return Given(**known, authors=named)


def _to_text(value: Any) -> str:
    """The value as a text that UTF-8 can hold."""
    return _to_bytes(str(value)).decode("utf-8").strip()
