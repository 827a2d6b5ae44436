"""Units beside one another: which can be one, and which are mistaken for each other (lexicon/units.toml)."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from secondsource.text.lexicon import load_lexicon

PER = " per "


@cache
def _rows() -> Mapping[str, int]:
    """For each unit the place of its row of units that measure one thing; all money is in one."""
    table: dict[str, Any] = load_lexicon("units")
    rows = [*table["mistaken"]["rows"], list(table["currencies"])]
    return {unit: place for place, row in enumerate(rows) for unit in row}


def are_one_unit(one: str | None, other: str | None) -> bool:
    """Whether two units can be one, for one of them is said loosely: "32 degrees" and "32 degrees Celsius"."""
    if one == other or one is None or other is None:
        return one == other
    loose: dict[str, list[str]] = load_lexicon("units")["loose"]
    return one in loose.get(other, ()) or other in loose.get(one, ())


def are_mistakable(one: str | None, other: str | None) -> bool:
    """Whether two units measure one thing, so that the same number with both is a slip: 41 kilometres, 41 miles."""
    ours, theirs = ((unit or "").partition(PER)[0] for unit in (one, other))
    return ours in _rows() and _rows()[ours] == _rows().get(theirs)
