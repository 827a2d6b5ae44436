"""Cursors: where in a list a slice ends, in letters that whoever reads on hands back unread."""

import base64
import binascii
from collections.abc import Callable, Sequence
from typing import TypeVar

from secondsource.errors import UsageError
from secondsource.model.slices import Slice

Noun = TypeVar("Noun")

LONGEST = 600
"""Letters of a cursor; the longest that is handed out has an id that came with a report."""

_BORDER = "\x1f"


def to_cursor(*keys: str) -> str:
    """The cursor behind the row with these keys."""
    return base64.urlsafe_b64encode(_BORDER.join(keys).encode("utf-8")).decode("ascii").rstrip("=")


def from_cursor(cursor: str | None, count: int) -> tuple[str, ...] | None:
    """The keys in a cursor, which has `count`; None where a list is read from its beginning.

    Raises UsageError when no list handed it out.
    """
    if cursor is None:
        return None
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        keys = base64.b64decode(padded.encode("ascii"), b"-_", validate=True).decode("utf-8").split(_BORDER)
    except (binascii.Error, UnicodeError):
        keys = []
    if len(keys) != count or len(cursor) > LONGEST:
        raise UsageError("`after` is no cursor of this list: give the `next` of the page before, or leave it out")
    return tuple(keys)


def cut(found: Sequence[Noun], most: int, keys_of: Callable[[Noun], tuple[str, ...]]) -> Slice[Noun]:
    """The first `most` of what was found, one more having been asked for to see whether the list goes on."""
    items = tuple(found[:most])
    return Slice(items, to_cursor(*keys_of(items[-1])) if len(found) > most and items else None)
