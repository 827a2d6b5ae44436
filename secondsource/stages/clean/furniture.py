"""Furniture of pasted pages, known by its own language: menus, forms, notices, labels."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from secondsource.stages.clean.lines import Line, fold
from secondsource.text.lexicon import load_lexicon

LABEL_WORDS = 4
"""Words of the longest button: "Share on social media"."""

LONGEST_ROW = 30
"""Words of a row of a dozen buttons."""

ROW_LABELS = 3
"""Labels that stand side by side without marks; two words that are labels may be a heading."""

_COUNT = re.compile(r"\s?\(\d{1,6}\)?$")
_BETWEEN_LABELS = re.compile(r"\s{0,9}[|·•]\s*|\s{1,9}[-–—/]\s+")


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
    whole = _find_whole(line.bare)
    if whole:
        return whole
    if line.count <= LONGEST_ROW and (together := _find_together(line)):
        return together
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


def _find_whole(bare: str) -> Furniture | None:
    """What a line is as a whole, a count behind it left aside: "Comments (47)"."""
    return _whole_lines().get(_COUNT.sub("", bare).rstrip(":.! »*"))


def _find_together(line: Line) -> Furniture | None:
    """What a row of labels is: "Follow · Listen to this article", "Facebook Telegram Print version"."""
    pieces = [fold(piece) for piece in _BETWEEN_LABELS.split(line.text) if fold(piece)]
    labels = [_find_whole(piece) for piece in pieces] if len(pieces) > 1 else _find_row(pieces)
    found = [label for label in labels if label]
    if len(found) < max(2, len(pieces)) or len(found) < len(labels):
        return None
    return Furniture(found[0].reason)


def _find_row(pieces: list[str]) -> list[Furniture | None]:
    """The labels that stand side by side in a line without marks between them; none unless all of it is labels."""
    words = pieces[0].split() if pieces else []
    labels: list[Furniture | None] = []
    while words:
        for count in range(min(LABEL_WORDS, len(words)), 0, -1):
            label = _find_whole(" ".join(words[:count]))
            if label:
                break
        else:
            return []
        labels.append(label)
        words = words[count:]
    shared = any(label and label.reason == "share buttons" for label in labels)
    return labels if shared and len(labels) >= ROW_LABELS else []
