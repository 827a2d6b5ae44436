"""Totals: a whole and the parts that a sentence gives of it, and whether they make it (lexicon/sums.toml)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise
from math import hypot

from secondsource.text.bounds import find_bound_before
from secondsource.text.calendars import number_forms
from secondsource.text.lexicon import load_lexicon
from secondsource.text.measures import find_measure
from secondsource.text.number_phrases import Numeral
from secondsource.text.numerals import find_numerals

MOST_PARTS = 9
"""Longest list of parts that is looked at: every choice of them is tried."""
ROUND_FROM = 1000
"""From here on a number that ends in zeros may be a rounded one."""
_LEAD = re.compile(r"(?:^|[.;:—–]\s)of (?:the|those|these|its|their|all)\s$", re.IGNORECASE)
_OF_THESE = re.compile(r"^\W{0,2}of (?:these|those|them)\b", re.IGNORECASE)
_OUT_OF = re.compile(r"\s(?:[a-z]+\s)?(?:of|out of)\s(?:the|its|their|these|those)\s")
_NOUN = re.compile(r"[-\s](?!and\s)[a-z]")
_BODIES = re.compile(
    r"^\s(?:people|persons|men\sand\swomen|souls|members|passengers|victims|dead|seats|votes|aircraft|vehicles|vessels)"
    r"(?:\s[a-z]+){0,3},\s$",
    re.IGNORECASE,
)
"""Between a whole and its first part: "94 people on board, 88 passengers and six crew"."""
NEAR = 0.15
"""Share of the whole by which parts may miss it that no word ties to it."""
BESIDE = 40
"""Characters beside a number in which the words stand that tell what it is."""
OLDEST = 120
"""No larger number is an age."""
_IS_PART = re.compile(r"\s(?:out\s)?of\s(?:them|these|those|whom|which)\b", re.IGNORECASE)
"""Right behind a number that is a part of what was told before: "five of them from Brek"."""
_APART = re.compile(r"[.!?]\s")
_CLOCK = re.compile(r"\d{1,2}[.:]\d\d\s?[ap]\.?m\b|\d{1,2}:\d\d|\d{1,2}\s?[ap]\.?m\b", re.IGNORECASE)
_AGED = re.compile(r"^(?:[,.;]|\sand\b)")
_NOT_ALL = re.compile(
    r"\b(?:other(?!\sside)|others|rest|remaining|remainder|among|including|some|several|many|most|mostly|mainly|only|alone|another)\b",
    re.IGNORECASE,
)
_SHARED = re.compile(r"^\s(in|at|from|on|along|by|for|to|under|near|of)\b", re.IGNORECASE)
_NAMED = re.compile(
    r"(?:,|\sand|;)\s(?:the\s[\w'’-]{1,30}|[A-Z][\w'’-]{1,30})(?:\s(?!by\b|until\b)[\w'’-]{1,30}){0,3}\s$"
)
"""Before a part, whoever has it: "and the Greens 12", "the regions 300 million"."""
_LABEL = re.compile(r"\)")
"""Right behind a number in brackets: it belongs to the name before it, as "the Left (22)", and begins no list."""
NO_COUNTS = ("aged ", "age of ", "no ", "number ", "youngest ", "youngest was ", "oldest ", "oldest was ")
"""Words right before a number that is an age or a name: "the youngest 19 and the oldest 57"."""
_SPOKEN_BEFORE = re.compile(r"\bhad\s(?:[a-z]+\s){0,2}(?:spoken|talked|told|reported|counted|given|put)\b")
"""Before a whole, words by which it was told earlier, of fewer: "which at noon had still spoken of nine"."""
_TOTAL_BEHIND = re.compile(r"\W{0,2}(?:\w+\s){0,2}(?:in total|in all|altogether)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Total:
    """A whole and its parts, at text[start:end]; what the parts sum up to does not make the whole."""

    start: int
    end: int
    whole: float
    parts: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class _Count:
    """A number that can be a whole or a part; `half_step` is how far rounding may have moved it.

    `is_open` says that the text puts no end to it: "more than 60".
    """

    start: int
    end: int
    value: float
    unit: str | None
    half_step: float
    is_open: bool


def find_wrong_totals(text: str) -> Iterator[Total]:
    """Every whole of `text`, a sentence with or without the one before it, that no choice of its parts makes."""
    counts = list(_find_counts(text))
    for index, whole in enumerate(counts):
        before, later = counts[:index], counts[index + 1 :]
        if whole.is_open:
            continue
        if index and _OUT_OF.fullmatch(text[before[-1].end : whole.start]):
            shares = [before[-1], *_parts(text, whole, later)]
            if len(shares) > 2 and _is_listed(text, shares[1:]) and _is_bare(text, shares[2:]):
                yield from _compare(whole, shares, may_be_less=True)
            continue
        if later and _OUT_OF.fullmatch(text[whole.end : later[0].start]):
            later = later[1:]
        later = _behind_colon(text, later)
        after = _parts(text, whole, later)
        tie = _tie_after(text, whole, later)
        if tie == "near" and (not _come_near(whole, after) or _is_fellow(text, whole, later[0])):
            continue
        if tie and len(after) >= 2 and after[0] is later[0] and (tie != "open" or _are_apart(text, after)):
            may_be_less = tie == "open" or _may_be_more(text, whole, after)
            yield from _compare(whole, after, may_be_less=may_be_less)
            continue
        parts = _parts(text, whole, before[::-1])[::-1]
        if len(parts) >= 2 and parts[-1] is before[-1] and _tie_before(text, parts[-1], whole):
            yield from _compare(whole, parts, may_be_less=False)


def _find_counts(text: str) -> Iterator[_Count]:
    for numeral in find_numerals(text):
        if numeral.kind != "cardinal" or numeral.low != numeral.high or is_no_count(text, numeral):
            continue
        measure = find_measure(text, numeral.start, numeral.end, numeral.low)
        bound = find_bound_before(text, measure.start)
        half = half_step(text[numeral.start : numeral.end], numeral) * (1.5 if bound else 1.0)
        is_open = bound is not None and bound.bound in ("at least", "more than")
        yield _Count(numeral.start, numeral.end, numeral.low, measure.unit, half, is_open)


def is_no_count(text: str, numeral: Numeral) -> bool:
    """Whether a number is a day, a year, an hour or an age."""
    words = text[numeral.start : numeral.end]
    before, after = text[max(0, numeral.start - BESIDE) : numeral.start], text[numeral.end : numeral.end + BESIDE]
    if words.isdigit() and len(words) == 4 and 1500 <= numeral.low <= 2100:
        return True
    if re.search(r"\d[.:]?$", before) or re.match(r"\s?[ap]\.?m\b|:\d|th\b|s\b|-year|\syears?\b", after):
        return True
    if _CLOCK.match(text, numeral.start) or before.lower().endswith(NO_COUNTS):
        return True
    if before.endswith(", ") and _AGED.match(after) and words.isdigit() and numeral.low <= OLDEST:
        return not before.endswith(("them, ", "these, ", "those, "))
    return words.isdigit() and numeral.low <= 31 and _is_beside_month(before, after)


def _is_beside_month(before: str, after: str) -> bool:
    beside = (before.split()[-1:], after.removeprefix(" of").split()[:1])
    return any(word.strip(".,;").lower() in number_forms("months") for words in beside for word in words)


def half_step(words: str, numeral: Numeral) -> float:
    """Half of what the last figure written is worth: 50,000 for "1.4 million", 500 for "12,000", nothing for "64"."""
    point = re.search(r"\.(\d+)", words)
    if numeral.scale > 1 or point:
        return numeral.scale * 10.0 ** -(len(point[1]) if point else 0) / 2
    digits = f"{numeral.low:.0f}"
    zeros = len(digits) - len(digits.rstrip("0"))
    return 10.0**zeros / 2 if numeral.low >= ROUND_FROM and zeros >= 2 else 0.0


def _parts(text: str, whole: _Count, near: Sequence[_Count]) -> list[_Count]:
    """The numbers next to the whole that can be its parts, up to a first that breaks the list.

    A number of another unit, or far too small, is passed over. None is given where money is told for one part alone.
    """
    found: list[_Count] = []
    for count in near:
        if count.value < whole.value / ROUND_FROM or (count.unit and count.unit != whole.unit and whole.unit):
            continue
        if count.unit and not whole.unit:
            return []
        if count.value > whole.value or find_bound_before(text, count.start) is not None:
            break
        if found and not _is_listed(text, sorted((found[-1], count), key=lambda part: part.start)):
            break
        found.append(count)
    if whole.unit and any(part.unit != whole.unit for part in found) and not _is_scaled(whole, found):
        return []
    return found[:MOST_PARTS]


def _behind_colon(text: str, later: list[_Count]) -> list[_Count]:
    """The counts without a first small one that a colon parts from the next: "62 died in the two towns: 38 …"."""
    if len(later) > 2 and later[0].value <= len(later) - 1 and ":" in text[later[0].end : later[1].start]:
        return later[1:]
    return later


def _is_scaled(whole: _Count, parts: Sequence[_Count]) -> bool:
    """Whether the unit of the whole may hold for bare parts: "62 million marks: 41 million for wages"."""
    return whole.unit in load_lexicon("units")["currencies"] and all(part.half_step > 0 for part in parts)


def _tie_after(text: str, whole: _Count, later: Sequence[_Count]) -> str | None:
    """How the numbers after the whole are tied to it: as "all" of it, "open" as some of it, "near" as all
    of it if they come near, or None.
    """
    if not later:
        return None
    between = text[whole.end : later[0].start]
    if _IS_PART.match(between):
        return None
    if _BODIES.match(between):
        return "near"
    border = _APART.search(between)
    if border:
        return "open" if _OF_THESE.match(between[border.end() :]) and len(between) <= 80 else None
    if _LEAD.search(text[: whole.start]) and len(between) <= 60:
        return "open"
    if _phrases("open_parts").search(between):
        return "open"
    marks = load_lexicon("sums")["whole_then_parts"]["marks"]
    near = "" if ")" in between or (_LABEL.match(text, later[0].end) and between.endswith("(")) else between[-25:]
    if len(between) <= 60 and near and _IS_PART.match(text, later[0].end):
        return "open"
    if len(between) <= 60 and (_phrases("whole_then_parts").search(near) or any(mark in near for mark in marks)):
        return "all"
    return None


def _is_fellow(text: str, whole: _Count, first: _Count) -> bool:
    """Whether the preposition of a part follows the whole too, which then is one of them: "40 from Osk, 26 from"."""
    link = _SHARED.match(text[first.end :])
    return link is not None and f" {link[1].lower()} " in text[whole.end : first.start].lower()


def _come_near(whole: _Count, parts: Sequence[_Count]) -> bool:
    """Whether the parts so nearly make the whole that they must be meant to."""
    return abs(sum(part.value for part in parts) - whole.value) <= NEAR * whole.value


@cache
def _phrases(table: str) -> re.Pattern[str]:
    words = sorted(load_lexicon("sums")[table]["phrases"], key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(word) for word in words) + r")\b", re.IGNORECASE)


def _tie_before(text: str, last: _Count, whole: _Count) -> bool:
    before, after = text[last.end : whole.start], text[whole.end : whole.end + 40]
    return (
        not _APART.search(before)
        and not _SPOKEN_BEFORE.search(before)
        and bool(_phrases("parts_then_whole").search(before[-30:]) or _TOTAL_BEHIND.match(after))
    )


def _is_listed(text: str, parts: Sequence[_Count]) -> bool:
    """Whether commas or "and" stand between the parts, and no sentence ends between them."""
    gaps = [text[one.end : other.start] for one, other in pairwise(parts)]
    return all(("," in gap or " and " in gap or ";" in gap) and not _APART.search(gap) for gap in gaps)


def _is_bare(text: str, parts: Sequence[_Count]) -> bool:
    """Whether the numbers stand without nouns of their own: "Harvest 30, the Left seven and the Greens four"."""
    return all(not _NOUN.match(text, part.end) for part in parts)


def _are_apart(text: str, parts: Sequence[_Count]) -> bool:
    """Whether open parts exclude one another: "20 in Arlen and 14 in the port", not "20 women and 14 from the port"."""
    link = _SHARED.match(text[parts[-1].end :])
    if link is None:
        return all(_NAMED.search(text[one.end : other.start]) for one, other in pairwise(parts)) and _is_bare(
            text, parts[1:]
        )
    before = text[parts[-2].end : parts[-1].start].lower()
    return f" {link[1].lower()} " in before


def _may_be_more(text: str, whole: _Count, parts: Sequence[_Count]) -> bool:
    """Whether the list leaves others out: it says so, or it does not come to an end with "and"."""
    listed = text[whole.end : parts[-1].end + 60]
    last = text[parts[-2].end : parts[-1].start]
    is_ended = " and " in last or ";" in last or len(parts) > 2
    return not is_ended or _NOT_ALL.search(listed) is not None


def _compare(whole: _Count, parts: Sequence[_Count], *, may_be_less: bool) -> Iterator[Total]:
    choices = [choice for size in range(2, len(parts) + 1) for choice in combinations(parts, size)]
    if any(abs(sum(p.value for p in choice) - whole.value) <= _slack(whole, choice) for choice in choices):
        return
    summed = sum(part.value for part in parts)
    if summed > whole.value or not may_be_less:
        start, end = min(whole.start, parts[0].start), max(whole.end, parts[-1].end)
        yield Total(start, end, whole.value, tuple(part.value for part in parts))


def _slack(whole: _Count, parts: Sequence[_Count]) -> float:
    """How far rounding alone is likely to have moved the sum from the whole."""
    return hypot(whole.half_step, *(part.half_step for part in parts))
