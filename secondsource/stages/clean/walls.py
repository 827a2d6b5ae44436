"""Pay walls: a page that shows how a report begins, and asks its reader to subscribe for the rest."""

from collections.abc import Iterable
from functools import cache

from secondsource.model.reports import Cut
from secondsource.text.lexicon import load_lexicon

ELSEWHERE = frozenset(["navigation", "page header", "page footer", "sidebar", "cookie notice", "newsletter"])
"""Reasons for cutting what stands on every page of an outlet, short reports' pages as well."""


def is_walled(cuts: Iterable[Cut]) -> bool:
    """Whether something that was cut asks the reader to subscribe, pay or log in so as to read on."""
    asking = [_fold(cut.text) for cut in cuts if cut.reason not in ELSEWHERE]
    return any(phrase in text for text in asking for phrase in _phrases())


def _fold(text: str) -> str:
    return text.replace("’", "'").lower()


@cache
def _phrases() -> tuple[str, ...]:
    return tuple(load_lexicon("furniture")["walls"]["says"])
