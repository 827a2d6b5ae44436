"""Pay walls: a page that shows how a report begins, and asks its reader to subscribe for the rest."""

from collections.abc import Iterable
from functools import cache

from secondsource.model.reports import Cut
from secondsource.text.lexicon import load_lexicon


def is_walled(cuts: Iterable[Cut]) -> bool:
    """Whether something that was cut asks the reader to subscribe, pay or log in so as to read on."""
    return any(phrase in _fold(cut.text) for cut in cuts for phrase in _phrases())


def _fold(text: str) -> str:
    return text.replace("’", "'").lower()


@cache
def _phrases() -> tuple[str, ...]:
    return tuple(load_lexicon("furniture")["walls"]["says"])
