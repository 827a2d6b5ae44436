"""Numbers in lists and votes: what counts because of the numbers beside it, with no noun of its own."""

import re
from functools import lru_cache

from secondsource.text.number_phrases import Numeral
from secondsource.text.numerals import find_numerals

_NUMBER = r"(\d{1,4}(?:\.\d{1,2})?|[A-Za-z]{3,9}(?:-[a-z]{3,5})?)"
_NAMED = re.compile(
    r"(?:^|[,;:]\s|\band\s)(?:the\s)?(?:[a-z]{3,20}\s)?[A-Z][\w’'-]{1,20}(?:\s[A-Z][\w’'-]{1,20}){0,3},?(?:\swith)?\s"
    rf"{_NUMBER}(?=\s?[,;.]|\sand\b)"
)
"""“Harvest 30, the Workers seven and Old Town four”"""
_PLACES = r"\s(?:in|on|along|at|near|from|around|outside|inside|under)\s"
_PLACED = re.compile(rf"(?:^|[,;:–—]\s|\b(?:and|but|another|plus)\s){_NUMBER}{_PLACES}")
"""“38 in the town, 19 in Sallow Flat and nine along the road”"""
_COUNTED_IN_PLACE = re.compile(rf"(?:\s[a-z]{{2,15}}){{0,3}}{_PLACES}")
_VOTE = re.compile(
    r"\b(?:vot(?:ed|es?|ing)|split|divided|approved|passed|rejected|adopted|carried|decided|ruled|majority|decision|margin)\b"
    r"(?:\s[\w’'-]{1,20}){0,4}\s$",
    re.IGNORECASE,
)
_AGAINST = re.compile(rf"(?:\svotes?)?(?:\s?(?:[-–—])\s?|\sto\s|\sagainst\s){_NUMBER}\b(?!%)", re.IGNORECASE)
REMEMBERED = 100
"""Sentences whose lists are kept while their numbers are looked at one by one."""
MOST_SEATS = 1000
"""Seats of the largest bodies that vote: a larger number is a sum of money or a price."""


def is_shared_out(sentence: str, start: int) -> bool:
    """Whether a number follows a name, or stands before a place, in a list of such."""
    return start in _shared_out(sentence)


@lru_cache(maxsize=REMEMBERED)
def _shared_out(sentence: str) -> frozenset[int]:
    named = [found.start(1) for found in _NAMED.finditer(sentence)]
    placed = [found.start(1) for found in _PLACED.finditer(sentence)]
    if placed:
        numbers = [n for n in find_numerals(sentence) if n.kind == "cardinal"]
        others = {n.start for n in numbers if n.start == 0 or _COUNTED_IN_PLACE.match(sentence, n.end)}
        placed = placed if len(others | {n.start for n in numbers if n.start in placed}) > 1 else []
    return frozenset([*(named if len(named) > 1 else ()), *placed])


def find_vote_end(text: str, numeral: Numeral) -> int | None:
    """Where the votes against end, if the number tells the votes for something: "voted six to three", "split 5–4"."""
    if (
        numeral.low > MOST_SEATS
        or numeral.low % 1
        or not _VOTE.search(text[max(0, numeral.start - 60) : numeral.start])
    ):
        return None
    against = _AGAINST.match(text, numeral.end)
    return against.end() if against else None
