"""Lines that are about the report rather than of it: by-line, date line, outlet line, sign-off."""

import re
from dataclasses import dataclass
from functools import lru_cache

from secondsource.model.reports import Credit
from secondsource.stages.clean.bylines import Byline, read_byline_line
from secondsource.stages.clean.names import is_nobody, to_name
from secondsource.stages.clean.publishers import find_agency, is_outlet_name, is_paper_name, to_outlet
from secondsource.stages.clean.signoffs import read_bare_names, read_first_published, read_sign_off
from secondsource.stages.clean.stamps import (
    LONGEST_STAMP,
    Stamp,
    is_stamp_word,
    read_labelled,
    read_moments,
    read_stamp,
)

_SUPPLIER_BEHIND = re.compile(r"\s\((?P<name>[A-Z]{2,8})\)$")
_PIECES = re.compile(r"\s{0,9}(?:[|•·]|\s[-–—]\s)\s*")


NAME_LINE = "outlet or agency line"
"""The reason for cutting a line that is a name and nothing else."""

BESIDE_DATE = "line with the date"
"""Where a name was read that no word calls an author."""

REMEMBERED_LINES = 1024
"""Lines are asked several times while a text is sorted; no report has so many."""

MOST_PLACE_WORDS = 4
"""Words of a place or a programme before the day."""

MOST_PIECES = 6
"""Pieces of a date line with everything in it."""


@dataclass(frozen=True, slots=True)
class CreditLine:
    """The credits that a line gives, and what kind of line it is (as a reason for cutting it)."""

    credits: tuple[Credit, ...]
    reason: str


@lru_cache(maxsize=REMEMBERED_LINES)
def read_credit_line(line: str) -> CreditLine | None:
    """What a line says of the report's making, when it says nothing else; None for any other line."""
    line = line.strip("*")  # a by-line that Markdown makes bold
    return (
        _read_names(line)
        or _read_stamp(line)
        or _read_pieces(line)
        or _read_byline(line)
        or _read_place_and_day(line)
        or _read_posted_by(line)
        or _read_sign_off(line)
    )


def _read_names(line: str) -> CreditLine | None:
    names = read_bare_names(line)
    return CreditLine(names, NAME_LINE) if names else None


def _read_stamp(line: str) -> CreditLine | None:
    stamp = read_stamp(line)
    return CreditLine(_stamp_credits(stamp), "date line") if stamp else None


def _read_byline(line: str) -> CreditLine | None:
    words = line.split()
    if len(words) > LONGEST_STAMP:
        return None
    before, named, after = _split_stamps(words)
    byline = read_byline_line(named)
    stamp = read_moments(f"{before} {after}")
    if not byline:
        is_desk = named[:3].lower() == "by " and is_nobody(named.split()[-1])
        return CreditLine(_stamp_credits(stamp), "date line") if stamp and is_desk else None
    return CreditLine(_byline_credits(byline) + (_stamp_credits(stamp) if stamp else ()), "byline")


def _split_stamps(words: list[str]) -> tuple[str, str, str]:
    """The line's words before the by-line, in it, and after it; the outer ones speak of dates only."""
    lowered = [word.lower().strip(".,:") for word in words]
    start = 0
    if "by" in lowered and all(is_stamp_word(word) for word in words[: lowered.index("by")]):
        start = lowered.index("by")
    end = len(words)
    while end > start + 1 and is_stamp_word(words[end - 1]):
        end -= 1
    return " ".join(words[:start]), " ".join(words[start:end]), " ".join(words[end:])


def _read_pieces(line: str) -> CreditLine | None:
    """A line of pieces one of which is a date or a by-line: "Ann Ode | June 3, 2031 | The Tern | 3 comments"."""
    pieces = [piece for piece in _PIECES.split(line) if piece.strip()]
    if not 2 <= len(pieces) <= MOST_PIECES or len(line.split()) > LONGEST_STAMP:
        return None
    read = [_read_names(piece) or _read_stamp(piece) or _read_byline(piece) for piece in pieces]
    dated = any(one and one.reason == "date line" and one.credits for one in read)
    found = [one or (_read_loose(piece) if dated else None) for one, piece in zip(read, pieces, strict=True)]
    if any(one is None for one in found):
        return None
    reason = "byline" if any(one and one.reason == "byline" for one in found) else "date line"
    return CreditLine(tuple(credit for one in found if one for credit in one.credits), reason)


def _read_place_and_day(line: str) -> CreditLine | None:
    """A line of a place or a programme and the day: "Skarrow, 14 May 2025 (HINA)", "Evening Report, May 14, 2025"."""
    supplier = _SUPPLIER_BEHIND.search(line)
    place, comma, rest = line[: supplier.start() if supplier else None].partition(", ")
    words = place.split()
    if not comma or not 1 <= len(words) <= MOST_PLACE_WORDS or not all(word[0].isupper() for word in words):
        return None
    stamp = read_stamp(rest)
    if not stamp or not stamp.published_at:
        return None
    outlet = (Credit("outlet", to_outlet(place), BESIDE_DATE),) if is_paper_name(place) else ()
    agency = find_agency(supplier["name"]) if supplier else None
    supplied = (Credit("agencies", agency, BESIDE_DATE),) if agency else ()
    return CreditLine((*outlet, *supplied, *_stamp_credits(stamp)), "date line")


def _read_posted_by(line: str) -> CreditLine | None:
    """A date line that names who put the report up by no person's name: "Posted on 10 March 2026 by admin"."""
    day, by, name = line.partition(" by ")
    stamp = read_stamp(day) if by and len(name.split()) <= MOST_PLACE_WORDS else None
    if not stamp or not stamp.published_at or not (read_labelled(day) or name[:1].isupper()):
        return None
    loose = _read_loose(name)
    return CreditLine((*(loose.credits if loose else ()), *_stamp_credits(stamp)), "date line")


def _read_loose(piece: str) -> CreditLine | None:
    """A piece beside a date: an outlet ("The Tern"), a person, or a label of a few words."""
    words = piece.split()
    if len(words) > 4:
        return None
    if is_outlet_name(piece) or (len(words) > 1 and words[0] == "The" and words[1][0].isupper()):
        return CreditLine((Credit("outlet", to_outlet(piece), BESIDE_DATE),), "byline")
    name = to_name(piece) if "," not in piece else None
    if name:
        return CreditLine((Credit("authors", name, BESIDE_DATE),), "byline")
    return CreditLine((), "date line")


def _read_sign_off(line: str) -> CreditLine | None:
    first = read_first_published(line)
    if first:
        return CreditLine(first, "note of first publication")
    supplied = read_sign_off(line)
    return CreditLine(supplied, "sign-off") if supplied else None


def _byline_credits(byline: Byline) -> tuple[Credit, ...]:
    return (
        *(Credit("authors", author, "by-line") for author in byline.authors),
        *(Credit("outlet", to_outlet(outlet), "by-line") for outlet in byline.outlets),
        *(Credit("agencies", agency, "by-line") for agency in byline.agencies),
    )


def _stamp_credits(stamp: Stamp) -> tuple[Credit, ...]:
    published = (Credit("published_at", stamp.published_at, "date line"),) if stamp.published_at else ()
    updated = (Credit("updated_at", stamp.updated_at, "date line"),) if stamp.updated_at else ()
    return published + updated
