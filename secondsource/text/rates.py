"""Rates: "35 of 40 samples, a rate of 95 percent": two counts in one breath and their percentage."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from secondsource.text.bounds import find_bound_before
from secondsource.text.number_phrases import Numeral
from secondsource.text.numerals import find_numerals
from secondsource.text.shares import Share, bound_slack
from secondsource.text.totals import half_step

REACH = 90
"""Characters between the counts and their percentage, unless it is a turnout."""
FAR_REACH = 170
"""The same for a turnout: there is but one in a sentence."""
FURTHEST = 10.0
"""Times by which a percentage may be above that of its counts and still be meant for it."""
LONGEST_WHOLE = 110
"""Characters from "of the 400 people asked" to the part that follows."""

_PERCENT = re.compile(r"(?:\s|-)?(?:%|per\s?cent\b|percent\b)(?!\s?(?:age\s)?points?\b)", re.IGNORECASE)
_DETERMINER = r"(?:(?:the|its|their|his|her|our|all|those|these|a\stotal\sof|some|about|altogether)\s){0,2}"
_OUT_OF = re.compile(rf"^\s(?:[a-z][\w'’-]*\s){{0,3}}?(?:out\sof|of|from|among|from\samong)\s{_DETERMINER}$")
_LEAD = re.compile(
    rf"(?:^|[.;:,(–—]\s|\b(?:and|but|that|while)\s)(?:out\s)?(?:of|from|among)\s{_DETERMINER}$", re.IGNORECASE
)
_PART = re.compile(r"^\s[^.;:!?\d]{3,110}?(?:,\s|\s)(?:only\s|just\s|as\smany\sas\s)?$")
_AND_PART = re.compile(r"^\s[^.;:!?\d]{3,60}\sand\s$")
"""Between a whole and a part that is told beside it: "tested 40 of the valves and six"."""
_TIE = (
    r"(?:or|that\s(?:is|was|makes|means)|that's|which\s(?:is|was|makes|means|gives|equals|amounts\sto|corresponds\sto|comes\sto"
    r"|works\sout\s(?:at|as)|translates\s(?:into|to))|i\.e\.|namely|in\sother\swords|thus|hence|so|equal\sto|equalling"
    r"|equivalent\sto|the\sequivalent\sof|corresponding\sto|amounting\sto|coming\sto|making|giving|meaning|representing|for|with"
    r"|at|nearly|about|almost|exactly|just|some|roughly|around)"
)
_RATE = (
    r"(?:an?\s|the\s|its\s)?(?:[a-z]+\s){0,2}?(?:rate|turnout|turn-out|share|proportion|quota|ratio|percentage|response|success"
    r"|majority|score|result|figure|efficacy|effectiveness|efficiency|yield|approval|survival|occupancy|accuracy|attendance|coverage|failure|losses)"
    r"\s(?:of\s)?"
)
_BEHIND = re.compile(
    rf"(?:[,:;–—-]\s|\()(?:{_TIE}\s){{0,2}}(?:{_RATE})?(?:{_TIE}\s){{0,2}}$|\s(?:or|for\sa)\s(?:{_RATE})?(?:{_TIE}\s)?$",
    re.IGNORECASE,
)
"""Right before a percentage: words that tie it to the counts before."""
_RATED = re.compile(rf"(?:[,:;–—-]\s|\(){_RATE}(?:{_TIE}\s)?$", re.IGNORECASE)
_NEXT = re.compile(
    rf"[.!]\s(?:(?:that|this|it)\s(?:is|was|makes|means|gives|equals|amounts\sto|corresponds\sto|comes\sto)|(?:the|this)\s(?:is\sa\s)?"
    rf"(?:turnout|rate|share)(?:\s(?:is|was))?|in\sother\swords:?)\s(?:thus\s|therefore\s|then\s|so\s)?(?:{_RATE})?(?:{_TIE}\s)?$",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"(?:[,:;–—-]\s|\()(?:{_TIE}\s|in\s(?:figures|numbers)\s|precisely\s){{0,2}}$|\s(?:or|namely|i\.e\.)\s(?:{_TIE}\s)?$",
    re.IGNORECASE,
)
"""Right behind a percentage: words that tie the counts that follow to it."""
_TURNOUT = re.compile(r"\bturn-?out\b", re.IGNORECASE)
_VOTERS = re.compile(r"\b(?:vot\w+|elector\w*|entitled|eligible|registered|ballots?|polls?)\b", re.IGNORECASE)
_ENDS = re.compile(r"[.!?][”\"’)]?\s")
_CHANGE_BEFORE = re.compile(
    r"\b(?:up|down|by|rose|rise|fell|fall|grew|growth|gained|lost|another|other|further|remaining|rest)\s(?:of\s|by\s|the\s)?$",
    re.I,
)
_CHANGE_BEHIND = re.compile(
    r"^\s(?:more|less|fewer|higher|lower|up|down|above|below|over|under|growth|increase|rise|drop|fall|of\s(?:the|those)\s"
    r"(?:other|rest|remaining))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Pair:
    """A part and its whole at text[start:end]; `loose` is the share of the quotient that rounding leaves open.

    `needs_rate`: only a percentage that is called a rate is surely of the two.
    """

    start: int
    end: int
    part: float
    whole: float
    loose: float
    needs_rate: bool = False


def find_rates(text: str, half_point: float) -> Iterator[Share]:
    """Every percentage of `text`, a paragraph, that is tied to two counts of which one is of the other.

    Where several pairs are near enough, the one that fits is meant. `half_point` is by how many percentage points a
    percentage may be rounded.
    """
    numbers = find_numerals(text)
    pairs = list(_find_pairs(text, numbers))
    for number in numbers if pairs else ():
        percent = _PERCENT.match(text, number.end)
        if not percent or number.low != number.high or _is_change(text, number.start, percent.end()):
            continue
        slack = half_point + bound_slack(number.low, find_bound_before(text, number.start) is not None)
        tied = [pair for pair in pairs if _is_tied(text, pair, number.start, percent.end())]
        shares = [_to_share(pair, number.start, percent.end(), number.low, slack) for pair in tied]
        shares = [share for share in shares if share.told <= FURTHEST * share.true]
        fitting = [one for one in shares if one.fits]
        yield from (fitting or shares)[:1]


def _to_share(pair: _Pair, start: int, end: int, told: float, slack: float) -> Share:
    loose = slack + pair.loose * 100 * pair.part / pair.whole
    return Share(min(pair.start, start), max(pair.end, end), pair.part, pair.whole, told, loose)


def _find_pairs(text: str, numbers: Sequence[Numeral]) -> Iterator[_Pair]:
    counts = [n for n in numbers if n.kind == "cardinal" and n.low == n.high and not _PERCENT.match(text, n.end)]
    for first, second in pairwise(counts):
        between = text[first.end : second.start]
        if first.low < second.low and _OUT_OF.match(between):
            yield _to_pair(text, first, second)
        elif first.low > second.low and len(between) <= LONGEST_WHOLE and _PART.match(between):
            led = _LEAD.search(text[max(0, first.start - 40) : first.start])
            if led:
                yield _to_pair(text, second, first)
            elif _AND_PART.match(between):
                yield replace(_to_pair(text, second, first), needs_rate=True)


def _to_pair(text: str, part: Numeral, whole: Numeral) -> _Pair:
    loose = sum(
        half_step(text[n.start : n.end], n) * (2 if find_bound_before(text, n.start) else 1) / n.low
        + (0.02 if find_bound_before(text, n.start) else 0.0)
        for n in (part, whole)
        if n.low
    )
    return _Pair(min(part.start, whole.start), max(part.end, whole.end), part.low, whole.low, loose)


def _is_change(text: str, start: int, end: int) -> bool:
    return bool(_CHANGE_BEFORE.search(text[max(0, start - 24) : start]) or _CHANGE_BEHIND.match(text[end : end + 30]))


def _is_tied(text: str, pair: _Pair, start: int, end: int) -> bool:
    if (pair.start < end and start < pair.end) or max(start - pair.end, pair.start - end) > FAR_REACH:
        return False
    is_behind = start >= pair.end
    gap = text[pair.end : start] if is_behind else text[end : pair.start]
    if _is_turnout(text, pair, start, end) and len(gap) <= FAR_REACH and not _ENDS.search(gap):
        return True
    if len(gap) > REACH or (not is_behind and re.search(r"\d", gap)):
        return False
    if _ENDS.search(gap):
        return is_behind and _NEXT.search(gap) is not None and len(_ENDS.findall(gap)) == 1
    behind = _RATED if pair.needs_rate else _BEHIND
    return (behind if is_behind else _BEFORE).search(gap) is not None and (is_behind or not pair.needs_rate)


def _is_turnout(text: str, pair: _Pair, start: int, end: int) -> bool:
    near = text[max(0, min(pair.start, start) - 40) : max(pair.end, end) + 60]
    return bool(_TURNOUT.search(near) and _VOTERS.search(near))
