"""Date lines: "Published June 3, 2031 | Updated 11:00 GMT" taken apart into two moments."""

import re
from dataclasses import dataclass
from functools import cache

from secondsource.stages.clean.moments import ALL_MONTHS, MONTHS, ZONES, read_moment
from secondsource.text.lexicon import load_lexicon

LONGEST_STAMP = 30
"""Words of the longest date line that still reads as one: both moments in full, with the reading time."""

_WORD = re.compile(r"[^\s,;()\[\]]+")
_FIGURES = re.compile(r"[\d:./'’+-]+(?:st|nd|rd|th|am|pm|[ap]\.m|k|m|min|er|h|h\d\d|[年月日년월일])?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stamp:
    """When a line says that the report was published and changed; None where it does not say."""

    published_at: str | None
    updated_at: str | None


@cache
def _stamp_words() -> frozenset[str]:
    return frozenset(load_lexicon("bylines")["stamps"]) | MONTHS.keys() | ZONES.keys()


@cache
def _all_stamp_words() -> frozenset[str]:
    """Those of other languages too, many of which are names of people as well."""
    return frozenset(load_lexicon("bylines")["stamps_abroad"]) | ALL_MONTHS.keys() | _stamp_words()


@cache
def _publication() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load_lexicon('bylines')['publications'])})")


def read_labelled(line: str) -> Stamp | None:
    """The moments in a line that a word of publication begins: "Published: 3 June 2031"; None for other lines."""
    return read_moments(line) if _publication().match(line.strip().lower()) else None


def read_change(line: str) -> str | None:
    """The moment of a change that a line calls one: "Last updated 3 June 2031"; None for other lines."""
    changed = _split_at_change(line)[1]
    return read_moment(changed) if changed else None


def read_stamp(line: str) -> Stamp | None:
    """The moments in a line that is nothing but a date line; None when it is something else."""
    words = _WORD.findall(line)
    if not 1 <= len(words) <= LONGEST_STAMP or not all(_is_stamp_word(word, _all_stamp_words()) for word in words):
        return None
    if len(words) == 1:
        return read_moments(line)
    return read_moments(line) or (Stamp(None, None) if _names_change(words) else None)


def _names_change(words: list[str]) -> bool:
    """Whether a line without a day still says that something was published or changed: "Last updated 8.20am"."""
    folded = [word.lower().strip(".:,") for word in words]
    told = any(word in ("published", "updated", "posted", "modified", "read") for word in folded)
    return told and any(any(mark.isdigit() for mark in word) for word in folded)


def read_moments(line: str) -> Stamp | None:
    """The moments of publication and change in a line, told apart by the word before them; None without any."""
    published, changed = _split_at_change(line)
    stamp = Stamp(read_moment(published) if published else None, read_moment(changed) if changed else None)
    return stamp if stamp.published_at or stamp.updated_at else None


def is_stamp_word(word: str) -> bool:
    """Whether a word belongs to a date line: a figure, a month, a zone, "updated" and the like."""
    return _is_stamp_word(word, _stamp_words())


def _is_stamp_word(word: str, known: frozenset[str]) -> bool:
    bare = word.strip(".:,").lower()
    return not bare or bool(_FIGURES.match(bare)) or bare in known


def _split_at_change(line: str) -> tuple[str, str]:
    lowered = line.lower()
    places = [at for at in (lowered.find(word) for word in load_lexicon("bylines")["changes"]) if at >= 0]
    if not places:
        return line, ""
    start = min(places)
    publication = _publication().search(lowered, start)
    if publication:
        return line[publication.start() :], line[start : publication.start()]
    return line[:start], line[start:]
