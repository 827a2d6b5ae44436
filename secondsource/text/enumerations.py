"""Enumerations: a whole, and behind it a list that is meant for all of it, as nearly as it makes it.

"Thirty-one people were taken to three hospitals: 14 to St Ann's, nine to the Mercy and six to the clinic." Which number
before the colon the list takes apart nobody says: it is the one that it makes, or else the one that it nearly makes.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from math import hypot

from secondsource.text.bounds import find_bound_before
from secondsource.text.lexicon import load_lexicon
from secondsource.text.number_phrases import Numeral
from secondsource.text.plain_numbers import find_plain_numbers
from secondsource.text.totals import Total, half_step, is_no_count

NEAR = 0.15
"""Share of a whole by which a list may miss it that is meant for it."""
ROUNDED = 0.02
"""Share of a number that may have been rounded off where parts are meant to make a whole."""
MOST = 12
"""Parts of a list, and numbers before it, that are looked at."""
FEWEST = 3
"""Parts of a list that comes near a whole by more than chance; two do where a body of so many is told of."""
LEAST = 8
"""A smaller whole is nearly made by any numbers."""
WIDEST_GAP = 60
LONGEST_LEAD = 160
"""Characters from a whole to the colon before its list."""
SENTENCE = re.compile(r"[.!?][”\"’)]?(?:\s|$)|\n")
_LINK = re.compile(r"^[^.:!?()]{0,40}?(?:,|;|\sand\s|\sbut\s)[^.:!?()]{0,40}$", re.IGNORECASE)
_ENDED = re.compile(r"\b(?:and|plus)\b|;", re.IGNORECASE)
_COLON = re.compile(r"(?::|\s[–—])\s(?:[a-z]+\s){0,3}$", re.IGNORECASE)
_OF_THEM = re.compile(r"\sof\s(?:them|these|those|whom|which)\b", re.IGNORECASE)
_REST = re.compile(r"\b(?:the\s(?:remaining|other|last)|(?:its|his|her|their)\s(?:remaining|other))\s$", re.IGNORECASE)
_OF_ALL = re.compile(
    r"(?:^|[.;:!?“\"]\s)of\s(?:the\s|these\s|those\s|its\s|their\s|his\s|her\s|our\s|all\s){0,2}$", re.I
)
_NO_COUNT = re.compile(
    r"(?:\s|-)?(?:%|per\s?cent\b|percent\b|(?:st|nd|rd|th)\b|times\b|points?\b)|[-–]\d|\s(?:to|a|per)\s\d",
    re.IGNORECASE,
)
_NOT_ALL = re.compile(
    r"\b(?:others|remainder|among|including|some|several|many|most|mostly|mainly|another|each|apiece|every|costs?|prices?|fees?|fares?|tickets?"
    r"|respectively|behind|ahead|between|average|odds|compared|so\sfar|earlier|before|previous|than|up|down|rose|fell|from\s\d|at\sleast|one\sof)\b",
    re.IGNORECASE,
)
_IN_PARTS = re.compile(
    r"\bin\s[a-z\d]{1,9}\s(?:parts|pieces|instal?lments|payments|stages|tranches|shares|lots|rounds|steps|stints|batches):\s$"
)
"""Before a list, words by which it takes up the whole of the sentence before: "He got it in three parts:"."""
_APPOSED = re.compile(r"^\s(?:[a-z]{3,20}\s){0,2}[a-z]{3,20}(?:,|\s[–—]|:)\s$")
_SHARED_OUT = re.compile(
    r"\b(?:shared|split|divided)\s(?:out\s)?(?:by|between|among)\b[^.;:]{0,40}?,\s(?:who|which)\s[a-z]+\s$",
    re.IGNORECASE,
)
"""Before a list, words by which it is the shares of one sum: "shared by three men, who got"."""
_BESIDE = 40


def find_wrong_enumerations(text: str) -> Iterator[Total]:
    """Every whole of `text`, a paragraph, that the list behind it is meant to make and does not."""
    counts = [n for n in find_plain_numbers(text) if n.low == n.high and _is_count(text, n)]
    for listed in _find_lists(text, counts):
        here = bisect_left(counts, listed[0].start, key=lambda number: number.start)
        before = [n for n in counts[max(0, here - MOST) : here] if _is_before(text, n, listed[0])]
        pair = _pair(text, before, listed) if before else None
        if pair is not None:
            yield Total(pair.start, listed[-1].end, pair.low, tuple(part.low for part in listed))
        if not before or pair is not None or any(find_bound_before(text, n.start) for n in listed):
            continue
        whole = _rest_of(text, before, listed) or _told_apart(text, before, listed)
        if whole is not None:
            yield Total(whole.start, listed[-1].end, whole.low, tuple(part.low for part in listed))


def _is_count(text: str, number: Numeral) -> bool:
    return not is_no_count(text, number) and not _NO_COUNT.match(text, number.end)


def _find_lists(text: str, counts: Sequence[Numeral]) -> Iterator[list[Numeral]]:
    """Runs of numbers that commas, semicolons and "and" part, each with and without its first."""
    run: list[Numeral] = []
    for number in counts:
        gap = text[run[-1].end : number.start] if run else ""
        if run and (len(gap) > WIDEST_GAP or not _LINK.match(gap)):
            yield from _cuts(text, run)
            run = []
        run.append(number)
    yield from _cuts(text, run)


def _cuts(text: str, run: Sequence[Numeral]) -> Iterator[list[Numeral]]:
    """The list, and, where its first number may be the whole itself, the list without it."""
    if len(run) > MOST:
        return
    if len(run) > 1:
        yield list(run)
    if len(run) > 2:  # a whole and two parts
        yield list(run[1:])


def _is_before(text: str, whole: Numeral, part: Numeral) -> bool:
    between = text[whole.end : part.start]
    borders = len(SENTENCE.findall(between))
    is_near = not borders or (borders == 1 and _IN_PARTS.search(between) is not None)
    return len(between) <= LONGEST_LEAD and is_near and not find_bound_before(text, whole.start)


def _rest_of(text: str, before: Sequence[Numeral], listed: Sequence[Numeral]) -> Numeral | None:
    """The whole "of the 350" of which the list tells "the remaining 70" last, where it is not that."""
    if not _REST.search(text[max(0, listed[-1].start - _BESIDE) : listed[-1].start]) or len(listed) < FEWEST:
        return None
    whole = before[-1]
    is_led = _OF_ALL.search(text[max(0, whole.start - _BESIDE) : whole.start])
    is_all = is_led and not _NOT_ALL.search(text[whole.end : listed[-1].start])
    return whole if is_all and _misses(text, whole, listed, near=1.0) else None


@cache
def _pairs() -> re.Pattern[str]:
    """Two numbers of those whom nobody is both of: "eight women and nine men"."""
    pairs = load_lexicon("sums")["exclusive"]["pairs"]
    both = "|".join(f"(?:{a})\\sand\\s@\\s(?:{b})" for pair in pairs for a, b in (pair, pair[::-1]))
    return re.compile(rf"@\s(?:{both})(?=[.,;)]|\s[–—])", re.IGNORECASE)


def _pair(text: str, before: Sequence[Numeral], listed: Sequence[Numeral]) -> Numeral | None:
    """The whole right before two parts in apposition that exclude one another and miss it."""
    if len(listed) != 2 or find_bound_before(text, before[-1].start):
        return None
    whole, (one, other) = before[-1], listed
    signs = f"@{text[one.end : other.start]}@{text[other.end : other.end + _BESIDE]}"
    is_apposed = _APPOSED.match(text[whole.end : one.start]) and _pairs().match(signs)
    off = one.low + other.low - whole.low
    is_wrong = off > 0 or off < -1  # one may be neither, and be told of elsewhere
    return whole if is_apposed and is_wrong and _misses(text, whole, listed, near=0.5) else None


def _told_apart(text: str, before: Sequence[Numeral], listed: Sequence[Numeral]) -> Numeral | None:
    """The only number before the list that it nearly makes, where it makes none."""
    if any(_makes(text, whole, listed) for whole in before):
        return None
    stretch = text[before[-1].end : listed[-1].end + WIDEST_GAP]
    stop = SENTENCE.search(stretch, listed[-1].end - before[-1].end)
    if _NOT_ALL.search(_SHARED_OUT.sub(" ", stretch[: stop.start()] if stop else stretch)):
        return None
    near = [whole for whole in before if whole.low >= LEAST and _misses(text, whole, listed, near=NEAR)]
    if len(near) != 1:
        return None
    over = sum(part.low for part in listed) - near[0].low
    lead = text[before[-1].end : listed[0].start]
    is_closed = len(listed) >= FEWEST and bool(_ENDED.search(text[listed[-2].end : listed[-1].start]))
    if is_closed and (
        _COLON.search(lead) or _has_body(text, near[0], lead) or _SHARED_OUT.search(text[near[0].end : listed[0].start])
    ):
        return near[0]
    is_of_them = bool(_OF_THEM.match(text, listed[0].end)) and not any(_OF_THEM.match(text, n.end) for n in listed[1:])
    return near[0] if is_closed and is_of_them and over > 0 and lead.endswith(", ") else None


@cache
def _body() -> re.Pattern[str]:
    nouns = "|".join(load_lexicon("sums")["group"]["nouns"])
    return re.compile(rf"\b(?:{nouns})\sof\s$", re.IGNORECASE)


_STRONG = re.compile(
    r"^-(?:member|strong|man|seat|piece|person)\s(?:[a-z]{3,20}\s){1,2}(?:has|have|had|comprises?|is|was)\s$"
)
"""Between a whole and its list: "the 45-member assembly has"."""
_HAS = re.compile(
    r"^\s(?:[a-z]+\s)?(?:has|have|had|contains?|comprises?|comprised|includes?|is|was|were|consists?\sof)\s$"
)


def _has_body(text: str, whole: Numeral, lead: str) -> bool:
    """Whether it is a body of so many that has the parts: "the squad of 23 has three goalkeepers"."""
    if _STRONG.match(lead):
        return True
    return bool(_body().search(text[max(0, whole.start - _BESIDE) : whole.start]) and _HAS.match(lead))


def _makes(text: str, whole: Numeral, listed: Sequence[Numeral]) -> bool:
    """Whether the list, or a run of it, makes the number, within what rounding can do."""
    runs = [listed[i:j] for i in range(len(listed)) for j in range(i + 2, len(listed) + 1)]
    return any(abs(sum(n.low for n in run) - whole.low) <= _slack(text, whole, run) for run in runs)


def _misses(text: str, whole: Numeral, listed: Sequence[Numeral], *, near: float) -> bool:
    """Whether the list misses the number by more than rounding can do, and by no more than a share of it."""
    off = abs(sum(part.low for part in listed) - whole.low)
    is_near = off <= max(1.0, near * whole.low) and max(part.low for part in listed) < whole.low
    return is_near and off > _slack(text, whole, listed)


def _slack(text: str, whole: Numeral, listed: Sequence[Numeral]) -> float:
    return hypot(*(min(half_step(text[n.start : n.end], n), ROUNDED * n.low) for n in (whole, *listed)))
