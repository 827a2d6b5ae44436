"""Furniture of pasted pages, known by its own language: menus, forms, notices, labels."""

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from secondsource.stages.clean.lines import Line
from secondsource.text.lexicon import load_lexicon


@dataclass(frozen=True, slots=True)
class Furniture:
    """What a line is a piece of, what it does to the lines after it, and whether its place must confirm it."""

    reason: str
    opens: str | None = None
    only_outside: bool = False


@cache
def _lexicon() -> dict[str, Any]:
    return load_lexicon("furniture")


@cache
def _whole_lines() -> dict[str, Furniture]:
    table: dict[str, Furniture] = {}
    for kind in _lexicon()["furniture"]:
        for phrase in kind.get("whole", ()):
            table.setdefault(_bare(phrase), Furniture(kind["reason"], kind.get("opens")))
        for phrase in kind.get("whole_outside", ()):
            table.setdefault(_bare(phrase), Furniture(kind["reason"], kind.get("opens"), only_outside=True))
    return table


@cache
def _openings() -> dict[str, list[tuple[str, Furniture]]]:
    """All openings by their first letter, longest first, so that the most telling one wins."""
    found = [
        (phrase, Furniture(kind["reason"], kind.get("opens")))
        for kind in _lexicon()["furniture"]
        for phrase in kind.get("starts", ())
    ]
    table: dict[str, list[tuple[str, Furniture]]] = {}
    for phrase, furniture in sorted(found, key=lambda pair: -len(pair[0])):
        table.setdefault(phrase[:1], []).append((phrase, furniture))
    return table


@cache
def _held() -> tuple[tuple[str, Furniture], ...]:
    return tuple(
        (phrase, Furniture(kind["reason"])) for kind in _lexicon()["furniture"] for phrase in kind.get("holds", ())
    )


def _bare(phrase: str) -> str:
    return phrase.rstrip(":.! »*")


REMEMBERED_LINES = 1024
"""Lines are asked several times while a text is sorted; no report has so many."""


@lru_cache(maxsize=REMEMBERED_LINES)
def find_furniture(line: Line) -> Furniture | None:
    """What piece of furniture the line is by its words; None when it could be the report's own."""
    whole = _whole_lines().get(line.bare.rstrip(":.! »*"))
    if whole:
        return whole
    folded = line.text.replace("’", "'").lower()
    if line.count <= _lexicon()["starts_words"]:
        for phrase, furniture in _openings().get(folded[:1], ()):
            if folded.startswith(phrase):
                return furniture
    if line.count <= _lexicon()["holds_words"]:
        for phrase, furniture in _held():
            if phrase in folded:
                return furniture
    return None
