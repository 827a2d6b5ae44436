"""Ballots: the votes for and against a thing, beside the number of those who can vote: "the nine-member board, 6-4"."""

import re
from collections.abc import Iterator
from functools import cache

from secondsource.text.plain_numbers import NUMBER, abstract_numbers, find_plain_numbers
from secondsource.text.totals import Total

_SCORE = r"(?P<a>\d{1,3})\s?[-–]\s?(?P<b>\d{1,3})"
_BODY_NOUNS = (
    r"(?:members?|seats?|strong|councillors|deputies|senators|delegates|jurors|judges|directors|lawmakers|legislators"
    r"|MPs)"
)
_BODY = re.compile(rf"(?P<n>{NUMBER})(?:-|\s)(?P<noun>{_BODY_NOUNS})\b", re.IGNORECASE)
_ALL = re.compile(r"(?:\b(?:all|the|its|of\sthe|with)\s)$", re.IGNORECASE)
_BY_SCORE = re.compile(
    rf"\b(?i:voted?|votes|passed|carried|approved|rejected|adopted|backed|ruled|vote|ballot|majority)\b[^.;:]{{0,40}}?\s{_SCORE}(?![\d-])"
)


@cache
def _in_words() -> re.Pattern[str]:
    with_more = rf"(?:,?\s(?:with|and)\s(?P<c>{NUMBER})\s(?:abstentions?|abstaining|abstained))?"
    return re.compile(rf"(?P<a>{NUMBER})\s(?:votes\s)?(?:to|against)\s(?P<b>{NUMBER})(?:\svotes)?{with_more}")


def find_wrong_ballots(text: str) -> Iterator[Total]:
    """Every vote of `text`, a paragraph that tells of one body, in which more take part than the body has."""
    numbers = [number for number in find_plain_numbers(text) if number.low == number.high]
    signs, places = abstract_numbers(text, numbers)
    bodies = [places[found.start("n")] for found in _BODY.finditer(signs) if _is_body(signs, found)]
    if len({body.low for body in bodies}) != 1:
        return
    whole = bodies[0]
    for found in _BY_SCORE.finditer(text):
        parts = float(found["a"]), float(found["b"])
        if sum(parts) > whole.low and _is_vote(text, *found.span()):
            yield Total(min(whole.start, found.start()), max(whole.end, found.end()), whole.low, parts)
    for found in _in_words().finditer(signs):
        own = [places[found.start(name)] for name in ("a", "b", "c") if found[name]]
        is_apart = all(one is not whole for one in own)
        if is_apart and sum(one.low for one in own) > whole.low and _is_vote(text, own[0].start, own[-1].end):
            start, end = min(whole.start, own[0].start), max(whole.end, own[-1].end)
            yield Total(start, end, whole.low, tuple(one.low for one in own))


def _is_body(signs: str, found: re.Match[str]) -> bool:
    """Whether a number is of all members of a body, and not of some of them."""
    is_joined = signs[found.end("n")] == "-"
    return is_joined or _ALL.search(signs[max(0, found.start() - 8) : found.start()]) is not None


def _is_vote(text: str, start: int, end: int) -> bool:
    return (
        re.search(r"\b(?:vot\w+|ballot|abst\w+|passed|carried|majority)\b", text[max(0, start - 60) : end + 40])
        is not None
    )
