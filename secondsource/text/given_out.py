"""Money given out: "12 million marks. Five million of it goes to … The town gets …", and whether the parts make it."""

import re
from collections.abc import Iterator, Sequence
from math import hypot

from secondsource.text.bounds import find_bound_before
from secondsource.text.measures import find_measure
from secondsource.text.number_phrases import Numeral
from secondsource.text.numerals import find_numerals
from secondsource.text.totals import Total, half_step

FEWEST = 3
"""Parts of which each is said to be given to somebody; of two, the rest may be left unsaid."""
NEAR = 0.2
"""Share of the whole by which the parts may miss it and still be meant to be all of it."""
MILLION = 1e6
"""Sums from which a paragraph tells how they are given out, in words of size."""
_GIVEN = re.compile(
    r"\b(?:goes|go|gets?|receives?|(?:is|are)\s(?:set\saside|meant|destined|reserved|earmarked|planned|intended|for|to\sgo)"
    r"|of\s(?:it|that|the\s(?:sum|money|total|amount))|will\s(?:get|go|receive|be\sspent))\b",
    re.IGNORECASE,
)
_NOT_ALL = re.compile(
    r"\b(?:others?|rest|remaining|remainder|among|including|some|several|most|mostly|mainly|only|alone|another|so\sfar|first"
    r"|already|each|every|per|from|up\sto|at\sleast|more|less|than|rose|fell|increased?|year|years|extra|additional|also|half)\b",
    re.IGNORECASE,
)


def find_wrong_gifts(paragraph: str) -> Iterator[Total]:
    """The sum that a paragraph tells first, if it then says who gets how much of it and that makes another sum.

    Every sum of millions behind it must be such a part; where anything says that there are others, none is found.
    """
    sums = [number for number in find_numerals(paragraph) if number.scale >= MILLION and number.kind == "cardinal"]
    if len(sums) <= FEWEST or any(number.low != number.high for number in sums):
        return
    whole, parts = sums[0], sums[1:]
    units = [find_measure(paragraph, number.start, number.end, number.low).unit for number in sums]
    if any(unit and unit != units[0] for unit in units):
        return
    stop = re.search(r"[.!?](?:\s|$)", paragraph[parts[-1].end :])
    end = parts[-1].end + (stop.start() if stop else len(paragraph) - parts[-1].end)
    if not _all_given(paragraph, whole, parts, end) or _NOT_ALL.search(paragraph[parts[0].start : end]):
        return
    missed = abs(sum(part.low for part in parts) - whole.low)
    slack = hypot(*(half_step(paragraph[number.start : number.end], number) for number in sums))
    if slack < missed <= NEAR * whole.low:
        yield Total(whole.start, end, whole.low, tuple(part.low for part in parts))


def _all_given(text: str, whole: Numeral, parts: Sequence[Numeral], end: int) -> bool:
    """Whether a word of giving stands beside each part: behind it, or before it in its own clause."""
    for before, part, later in zip([whole, *parts], parts, [*parts[1:], None], strict=False):
        if part.low >= whole.low or find_bound_before(text, part.start):
            return False
        lead = re.split(r"[.!?;]\s|,\sand\s", text[before.end : part.start])[-1]
        behind = re.split(r"[.!?;]\s|,\sand\s", text[part.end : later.start if later else end])[0]
        if not _GIVEN.search(lead) and not _GIVEN.search(behind):
            return False
    return True
