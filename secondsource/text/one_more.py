"""One more: ordinals by which a count has come to so many, "a fifth death", "has claimed a third life"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.text.number_words import ORDINALS
from secondsource.text.tallies import find_tally, moving_tallies

_ONE_MORE = re.compile(
    r"\b(?P<all>an?\s(?P<order>[a-z]{4,12}(?:-[a-z]{4,8})?|\d{1,4}(?:st|nd|rd|th))\s(?P<noun>[a-z]{3,14}))\b",
    re.IGNORECASE,
)
FIRST_THAT_ADDS = 2
"""The first is no one more."""


@dataclass(frozen=True, slots=True)
class OneMore:
    """The number at text[start:end] to which a count of the noun has come."""

    start: int
    end: int
    value: float
    noun: str


def find_one_more(sentence: str) -> Iterator[OneMore]:
    """Each count of those whom something befell that has come to so many by one more."""
    for found in _ONE_MORE.finditer(sentence):
        order = found["order"].lower()
        value = float(order[:-2]) if order[0].isdigit() else float(ORDINALS.get(order, 0))
        if value >= FIRST_THAT_ADDS and find_tally(sentence, *found.span("all"), found["noun"]) in moving_tallies():
            yield OneMore(*found.span("all"), value, found["noun"].lower())
