"""Lists: "47 seats, the Left 41 and the Greens 22. That is all 120": numbers in a row, and words that sum them."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import hypot

from secondsource.text.bounds import find_bound_before
from secondsource.text.number_phrases import Numeral
from secondsource.text.numerals import find_numerals
from secondsource.text.tallies import find_tally
from secondsource.text.totals import Total, half_step, is_no_count

FEWEST = 3
"""Numbers of a list whose sum nobody writes out: of two, either may be something else."""
WIDEST_GAP = 60
"""Characters between two numbers of one list."""
LONGEST_SENTENCE = 600
"""Characters to each side in which a sentence is looked for."""
NEAR = 0.1
"""Share of a whole by which a list may miss it and still be meant to make it, where only its tally says so."""
PERCENT_SLACK = 0.06
"""Percentage points by which rounding to one decimal may move each share of a list; ten times as much without one."""
HUNDRED = 100.0

_PERCENT = re.compile(r"(?:\s|-)?(?:%|per\s?cent\b|percent\b)", re.IGNORECASE)
_SUMMED = re.compile(
    r"(?:[.!;:][”\"’]?\s|\s[–—-]\s|,\s)(?:and\s)?(?:(?:that|this|it|which|they|these)\s(?:is|are|was|were|makes?|made|gives?|adds?\sup\sto|comes?\sto|totals?"
    r"|amounts?\sto|makes\sup|brings\sit\sto)|together(?:,|\sthey(?:\s\w+)?|\sthat\s(?:is|makes))|in\s(?:all|total),?(?:\sthere\s(?:are|were)|\sthat\s(?:is|makes))?"
    r"|all\stold,?|altogether,?|making|bringing\sthe\stotal\sto|adding\sup\sto|the\stotal\s(?:is|was|comes\sto)|taken\stogether,?)"
    r"\s(?:all\s(?:the\s|of\sthe\s)?|the\s(?:full|whole)\s|a\stotal\sof\s|exactly\s|the\s)?$",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:others?|rest|remaining|remainder|smaller\sparties|undecided|abstained|abstentions?|don['’]t\sknow|invalid)\b",
    re.IGNORECASE,
)
_VOTES = re.compile(r"\b(?:votes?|voters|voted|ballots?|polled|shares?\sof|poll|seats)\b", re.IGNORECASE)
_MOVED = re.compile(
    r"\b(?:rose|fell|grew|rise|growth|increase[ds]?|up|down|more|less|dropped|gained|lost|climbed|higher|lower|each|respectively|from|to)\b",
    re.IGNORECASE,
)
_NOT_ALL = re.compile(
    r"\b(?:others?|elsewhere|rest|remaining|among|including|some|several|many|most|mostly|mainly|only|alone|another|so\sfar"
    r"|at\sleast|unidentified|other)\b",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.!?][”\"’)]?(?:\s|$)|\n")
_LINK = re.compile(r"(?:,|;|\band\b|\()", re.IGNORECASE)


def find_wrong_lists(text: str) -> Iterator[Total]:
    """Every list of three numbers or more that what the text says of its sum does not fit.

    The sum is said right behind it ("That is all 120"), or is a hundred percent, or is the number of the same dead or
    hurt told just before.
    """
    numbers = find_numerals(text)
    counts = [n for n in numbers if n.low == n.high and n.kind == "cardinal" and not is_no_count(text, n)]
    for listed in _find_lists(text, counts):
        if _PERCENT.match(text, listed[0].end):
            yield from _over_a_hundred(text, listed)
        else:
            yield from _summed_behind(text, listed, counts)
            yield from _same_tally(text, listed, counts)


def _find_lists(text: str, counts: Sequence[Numeral]) -> Iterator[list[Numeral]]:
    run: list[Numeral] = []
    for one, other in pairwise([*counts, None]):
        if one is None:
            continue
        run.append(one)
        if other is None or not _goes_on(text, run[0], one, other):
            if len(run) >= FEWEST:
                yield run
            run = []


def _goes_on(text: str, first: Numeral, one: Numeral, other: Numeral) -> bool:
    gap = text[one.end : other.start]
    is_alike = bool(_PERCENT.match(text, first.end)) or not _PERCENT.match(text, other.end)
    is_open = any(find_bound_before(text, number.start) for number in (one, other))
    return is_alike and not is_open and len(gap) <= WIDEST_GAP and bool(_LINK.search(gap)) and not _STOP.search(gap)


def _over_a_hundred(text: str, listed: Sequence[Numeral]) -> Iterator[Total]:
    """Shares of one vote or poll that make more than a hundred percent, or, with all others, another sum."""
    start, end = _sentence(text, listed[0].start, listed[-1].end)
    sentence, between = text[start:end], text[listed[0].start : listed[-1].end]
    if not (_VOTES.search(sentence) or _OTHERS.search(sentence)) or _MOVED.search(between):
        return
    values = [number.low for number in listed]
    fine = all(value != int(value) for value in values[:2])
    slack = len(values) * PERCENT_SLACK * (1 if fine else 10)
    missed = sum(values) - HUNDRED
    is_whole = bool(_OTHERS.search(text[listed[-2].end : end])) and abs(missed) <= NEAR * HUNDRED
    if (missed > slack and missed <= NEAR * HUNDRED) or (is_whole and -missed > slack):
        yield Total(listed[0].start, listed[-1].end, HUNDRED, tuple(values))


def _summed_behind(text: str, listed: Sequence[Numeral], counts: Sequence[Numeral]) -> Iterator[Total]:
    """A list that "That is all 120" or the like sums up: no run of its last numbers makes it."""
    later = [number for number in counts if number.start > listed[-1].end][:1]
    parts = list(listed) if later and _is_summed(text, listed[-1], later[0]) else list(listed[:-1])
    whole = later[0] if len(parts) == len(listed) else listed[-1]
    if not _is_summed(text, parts[-1], whole):
        return
    values = [number.low for number in parts]
    runs = [values[first:] for first in range(len(values) - 1)]
    slack = hypot(*(half_step(text[n.start : n.end], n) for n in (*parts, whole)))
    is_near = abs(sum(values) - whole.low) <= NEAR * whole.low
    if len(values) >= 2 and is_near and all(abs(sum(run) - whole.low) > slack for run in runs):
        yield Total(parts[0].start, whole.end, whole.low, tuple(values))


def _is_summed(text: str, last: Numeral, whole: Numeral) -> bool:
    gap = text[last.end : whole.start]
    return len(gap) <= 2 * WIDEST_GAP and whole.low > last.low and _SUMMED.search(gap) is not None


def _same_tally(text: str, listed: Sequence[Numeral], counts: Sequence[Numeral]) -> Iterator[Total]:
    """A list of the dead, hurt or missing that nearly makes the number of them told in the sentence before."""
    start, end = _sentence(text, listed[0].start, listed[-1].end)
    sentence = text[start:end]
    if _NOT_ALL.search(sentence) or " and " not in text[listed[-2].end : listed[-1].start]:
        return
    tally = _tally(text, listed[0])
    before = [number for number in counts if number.end <= start]
    if tally is None or not before or not 0 < start - before[-1].end <= 2 * WIDEST_GAP:
        return
    whole = before[-1]
    summed, runs = sum(n.low for n in listed), [sum(n.low for n in listed[:size]) for size in range(2, len(listed) + 1)]
    is_one = _tally(text, whole) == tally and not find_bound_before(text, whole.start)
    if is_one and whole.low not in runs and abs(summed - whole.low) <= max(1.0, NEAR * whole.low):
        yield Total(whole.start, listed[-1].end, whole.low, tuple(n.low for n in listed))


def _tally(text: str, number: Numeral) -> str | None:
    start, end = _sentence(text, number.start, number.end)
    noun = re.match(r"\s([a-z]+)", text[number.end :])
    return find_tally(text[start:end], number.start - start, number.end - start, noun[1] if noun else None)


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around text[start:end], by its full stops and line ends."""
    first = max(0, start - LONGEST_SENTENCE)
    before = [found.end() for found in _STOP.finditer(text, first, start)]
    after = _STOP.search(text, end, end + LONGEST_SENTENCE)
    return before[-1] if before else first, after.start() if after else min(len(text), end + LONGEST_SENTENCE)
