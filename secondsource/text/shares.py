"""Shares: a part, its whole and the percentage or fraction that the one is said to be of the other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.text.amounts import write_amount
from secondsource.text.bounds import find_bound_before
from secondsource.text.lexicon import load_lexicon
from secondsource.text.number_phrases import Numeral
from secondsource.text.numerals import find_numerals

_PERCENT = re.compile(r"(?:\s|-)?(?:%|per\s?cent\b|percent\b)", re.IGNORECASE)
_OF = re.compile(r"^\s(?:of|from)\s(?:[\w'’-]+\s){0,5}$")
_STOP = re.compile(r"[.!?][”\"’]?\s(?!(?:that|this|it|which)\s)", re.IGNORECASE)
_OF_WHOLE = re.compile(
    r"^\s(?:[a-z]+\s){0,2}(?:out of|of)\s(?:(?:the|its|their|these|those|all|his|her|our)\s)?(?:[a-z]+\s){0,2}$"
)
_TIED_BEHIND = re.compile(
    r"^\s?(?:[\w'’-]+\s){0,3}?[\w'’-]*(?:,\sor|\sor|,\s?that\sis,?|\s?\(|\s[–—])\s?(?:about|some|nearly|almost)?\s?$"
)
_OF_THEM = re.compile(r"^\s(?:of\s(?:them|these|those|which|whom))(?:,\sor|\s\(|,)\s?(?:about\s|some\s)?$")
_OF_THING = re.compile(r"^\s(?:of|from)\s(?:[\w'’-]+\s){0,7}[\w'’-]+(?:,|\s\(|\s[–—])\s?(?:or\s)?$")
_OUT_OF_WHOLE = re.compile(r"^\s(?:out\sof|of)\s(?:the\s|its\s|their\s|all\s)?$")
_PAGES_OF = re.compile(r"^\s(?:[a-z]+\s)?(?:out\sof|of)\s(?:the\s|its\s|their\s|all\s)?$")
_MAJORITY = re.compile(r"\b(?P<kind>two[\s-]thirds\s|three[\s-]quarters\s)?majority\b(?!\sleader)", re.IGNORECASE)
_OUT_OF = re.compile(
    r"\b(?P<part>\d{1,3}(?:,\d{3})?)\s(?:[a-z]+\s)?(?:out\sof|of)\s(?:the\s|its\s|their\s|all\s)?"
    r"(?P<whole>\d{1,3}(?:,\d{3})?)\b"
)
_NO_MAJORITY = re.compile(
    r"\b(?:no|not|short|lost|lose|loses|without|fewer|less|needed|needs|miss|missed|fail|failed)\b", re.I
)
_WON = re.compile(
    r"(?<=\bgot\s|\bwon\s|\bhad\s)(?:the\s)(?:[\w-]+\s){0,2}majority\s(?:that\s)?(?:it|he|she|they|was|is)\s(?:needed|required)\b",
    re.IGNORECASE,
)
"""A majority that was needed and won."""
_OF_LEAD = re.compile(
    r"(?:^|[\s“\"‘'])of\s(?:the\s|its\s|their\s|these\s|those\s|all\s|his\s|her\s|our\s)?$", re.IGNORECASE
)
_NOUNS = re.compile(r"^(?:\s(?!(?:and|or|plus|minus)\b)[a-z][\w'’-]*){0,5},?\s$")
_WHO = re.compile(r"^(?:\s(?!(?:and|or|plus|minus)\b)[\w'’-]{1,20}){0,16},?\s$")
"""Between a whole and its part, a noun and a clause on it: "of the 90 who had sailed from Osk 30 came back"."""
_AMONG = re.compile(r"^\s(?:[a-z]+\s){0,3}(?:among|out\sof|of)\s(?:the|its|their|these|those|all|his|her|our)\s$")
_COMMA = re.compile(
    r"^(?:\s[a-z][\w'’-]*){0,4}(?:,|\s[–—]|\s\()\s?(?:or\s|that\sis,?\s)?(?:about\s|some\s|nearly\s|almost\s)?$"
)
_SET_OFF = re.compile(r"^(?:\s[a-z][\w'’-]*){1,2},\s$")
_SET_BEHIND = re.compile(r"^[^.;:\d,]{1,60}(?:,|:|\s[–—])\s(?:that\sis\s|only\s|just\s|exactly\s)?$")
_ENDED = re.compile(r"^(?:\sof\s(?:them\sall|them|all|the\stotal))?[.;)]")
"""Behind a fraction that ends a sentence: "18 of the 90 pupils passed, one in five."."""
_DONE = re.compile(r"^[^.;:\d]{1,80},\s(?:or|that\sis,?)\s(?:about\s|some\s|nearly\s|almost\s)?$")
_SHUT = re.compile(r"(?:\sin\sall)?,\s(?!\d)|\)")
"""Right behind a number that commas set off: "half of the 84 schools, 48, have no nurse"."""
_ABOUT = re.compile(r"^(?:\s[a-z][\w'’-]*){1,3},\s(?:about|some|around|roughly|nearly|almost)\s$")
_COUNTED = re.compile(r"(?:\s[a-z][\w'’-]{1,20}){1,2},\s(?!and\b|\d)")
"""Around a number that stands for a share of what was told before: "of the 1,500 sheep, about 900 animals, died"."""
_NOUNS_SET_OFF = re.compile(r"^(?:\s[a-z][\w'’-]*){1,3}(?:,\s|\s\()$")
"""Behind a fraction, those whose counts follow: "seven in ten members, 420 of 600, agreed"."""
_COLON = re.compile(r"^[^.;:\d]{0,60}[:–—]\s$")
"""Between a share and the counts that it is told of: "Three out of four members voted yes: 90 of 120"."""
_APPOSED = re.compile(r"^(?:\s[a-z][\w'’-]*){1,3},\s(?:or\s|about\s|some\s|nearly\s|almost\s)?$")
"""Between a whole and a fraction set off behind it: "18 of the 120 wells, one in four, were dry"."""
_CLOSED = re.compile(r"^(?:[,.;)]|\s[–—]|$)")
_OF_ALL = re.compile(
    r"^\sof\s(?:everyone|everybody|the\s(?:total|whole|lot|sum)|all\b(?!\sthe)|them\sall|those\s(?:aboard|on\sboard|present))\b"
)
"""Behind a share: it is of the whole told before it, and of nothing else."""
LEAD = 12
"""Characters of "of the" and the like before a whole."""
LONGEST_TIE = 120
"""Characters between a part and the share that "or" ties to it."""


@dataclass(frozen=True, slots=True)
class Share:
    """At text[start:end], `part` of `whole`, said to be `told` percent; `slack` is what its wording leaves open."""

    start: int
    end: int
    part: float
    whole: float
    told: float
    slack: float

    @property
    def true(self) -> float:
        """The percentage that it is."""
        return 100 * self.part / self.whole

    @property
    def fits(self) -> bool:
        """Whether it is said right, of the part or of what is left."""
        return min(abs(self.true - self.told), abs(100 - self.true - self.told)) <= self.slack

    @property
    def counted(self) -> str:
        """The division, written out."""
        told = f"{self.told:.3g}"
        return f"{write_amount(self.part)} of {write_amount(self.whole)} is {self.true:.3g} percent, not {told}"


@dataclass(frozen=True, slots=True)
class _Told:
    start: int
    end: int
    percent: float
    slack: float
    is_percent: bool = True


def find_shares(text: str, half_point: float) -> Iterator[Share]:
    """Every share of `text` beside its part and its whole, in whatever order they stand.

    `half_point` is by how many percentage points a percentage may be rounded.
    """
    numbers = find_numerals(text)
    for index, number in enumerate(numbers):
        told = _read_share(text, number, half_point)
        if told is None:
            continue
        before, after = numbers[index - 1] if index else None, numbers[index + 1 : index + 3]
        near = numbers[max(0, index - 3) : index]
        found = (
            _around(text, told, before, after)
            or _beside(text, told, _counts(text, near)[-2:])
            or _set_off(text, told, _counts(text, near)[-2:])
            or _behind(text, told, after)
        )
        if found and 0 < found[0] < found[1]:
            yield Share(
                min(found[2], told.start), max(found[3], told.end), found[0], found[1], told.percent, told.slack
            )


SMALL_BOUND = 0.2
"""Share of a small percentage that "nearly" and the like leave open."""


def bound_slack(percent: float, is_bound: bool) -> float:
    """Percentage points that "more than", "some" and the like leave open: of a round percentage, nearly to the next."""
    if not is_bound:
        return 0.0
    return 4.0 if percent % 5 == 0 else min(1.0, SMALL_BOUND * percent)


def _read_share(text: str, number: Numeral, half_point: float) -> _Told | None:
    """The share that a number is: a percentage, or a fraction in words, which is a rounder thing."""
    bound = find_bound_before(text, number.start)
    percent = _PERCENT.match(text, number.end)
    if percent and number.low == number.high:
        return _Told(number.start, percent.end(), number.low, half_point + bound_slack(number.low, bound is not None))
    if number.kind == "fraction" and number.low == number.high and 0 < number.low < 1:
        if bound and bound.bound in ("at least", "more than", "at most", "less than"):
            return None
        return _Told(number.start, number.end, 100 * number.low, 5.0 if bound else 3.0, is_percent=False)
    return None


_Pair = tuple[float, float, int, int]
"""A part, a whole, and where they begin and end."""


def _around(text: str, told: _Told, before: Numeral | None, after: tuple[Numeral, ...]) -> _Pair | None:
    """The whole right behind the share, and the part before it or behind the whole.

    "1,200 jobs, or 15 percent of its 8,000" and "15 percent of its 8,000 jobs, or 1,200".
    """
    whole = after[0] if after and _is_count(text, after[0]) else None
    if whole is None or not _OF.match(text[told.end : whole.start]):
        return None
    if (
        before
        and _is_count(text, before)
        and _counts(text, (before,))
        and not _STOP.search(text[before.end : told.start])
        and (_is_tied(text, before.end, told.start) or _SET_OFF.match(text[before.end : told.start]))
    ):
        return before.low, whole.low, before.start, whole.end
    part = after[1] if len(after) > 1 and _is_count(text, after[1]) else None
    if part is None or _PERCENT.match(text, part.end):
        return None
    is_set_off = _NOUNS.match(text[whole.end : part.start]) and _SHUT.match(text, part.end)
    is_set_off = is_set_off or (_ABOUT.match(text[whole.end : part.start]) and _COUNTED.match(text, part.end))
    if _TIED_BEHIND.match(text[whole.end : part.start]) or is_set_off:
        return part.low, whole.low, whole.start, part.end
    return None


def _beside(text: str, told: _Told, before: tuple[Numeral, ...]) -> _Pair | None:
    """The part and the whole before the share: "62 of the 101 members, or 61 percent"."""
    if len(before) < 2 or not all(_is_count(text, number) for number in before):
        return None
    first, second = before
    if _OF_THEM.match(text[second.end : told.start]) and "." not in text[first.end : second.start]:
        return second.low, first.low, first.start, second.end
    part, whole = before
    if _OF_WHOLE.match(text[part.end : whole.start]) and _TIED_BEHIND.match(text[whole.end : told.start]):
        return part.low, whole.low, part.start, whole.end
    return None


def _set_off(text: str, told: _Told, before: tuple[Numeral, ...]) -> _Pair | None:
    """The part and the whole before a share that commas set off.

    "Of its 210 members 168, four in five, agreed"; "41 children among the 164, a quarter of everyone aboard"; "60 of
    its 80 boats sank, or 75 percent".
    """
    if len(before) < 2 or not all(_is_count(text, number) for number in before):
        return None
    first, second = before
    between, behind = text[second.end : told.start], text[told.end :]
    is_closed, is_of_all = _CLOSED.match(behind) is not None, _OF_ALL.match(behind) is not None
    gap = text[first.end : second.start]
    is_behind = not told.is_percent and _ENDED.match(behind) and _SET_BEHIND.match(between)
    if _OF_LEAD.search(text[max(0, first.start - LEAD) : first.start]) and (
        _NOUNS.match(gap) or (is_behind and _WHO.match(gap))
    ):
        is_tied = is_behind or (is_closed and _COMMA.match(between))
        return (second.low, first.low, first.start, second.end) if is_tied else None
    if not _AMONG.match(gap):
        return None
    is_tied = (is_of_all and _COMMA.match(between)) or ((is_closed or is_of_all) and _DONE.match(between))
    is_tied = is_tied or (not told.is_percent and behind.startswith(", ") and _APPOSED.match(between))
    if not told.is_percent and _ENDED.match(behind):
        is_tied = is_tied or _SET_BEHIND.match(between)
    return (first.low, second.low, first.start, second.end) if is_tied else None


def tells_share(sentence: str, share: Share, half_point: float) -> bool:
    """Whether a sentence has the part of a share, and says rightly how much of the whole it is."""
    numbers = find_numerals(sentence)
    told = [one for one in (_read_share(sentence, number, half_point) for number in numbers) if one]
    has_part = any(number.low == number.high == share.part and _is_count(sentence, number) for number in numbers)
    return has_part and any(abs(one.percent - share.true) <= one.slack for one in told)


def _counts(text: str, numbers: tuple[Numeral, ...]) -> tuple[Numeral, ...]:
    """The numbers that count something: years that stand between a part and its whole are passed over."""
    return tuple(n for n in numbers if not re.fullmatch(r"(?:1[5-9]|20)\d\d", text[n.start : n.end]))


def _behind(text: str, told: _Told, after: tuple[Numeral, ...]) -> _Pair | None:
    """The part and the whole behind the share: "a fifth of the file, 31 pages of 248"."""
    if len(after) < 2 or not all(_is_count(text, number) for number in after):
        return None
    part, whole = after[:2]
    if _COLON.match(text[told.end : part.start]) and _OUT_OF_WHOLE.match(text[part.end : whole.start]):
        return part.low, whole.low, part.start, whole.end
    if (
        not told.is_percent
        and _NOUNS_SET_OFF.match(text[told.end : part.start])
        and _OUT_OF_WHOLE.match(text[part.end : whole.start])
        and _CLOSED.match(text[whole.end :])
    ):
        return part.low, whole.low, part.start, whole.end
    if _OF_THING.match(text[told.end : part.start]) and _PAGES_OF.match(text[part.end : whole.start]):
        return part.low, whole.low, part.start, whole.end
    return None


def _is_count(text: str, number: Numeral) -> bool:
    return number.kind == "cardinal" and number.low == number.high and not _PERCENT.match(text, number.end)


def _is_tied(text: str, start: int, end: int) -> bool:
    """Whether little but "or", "that is" and the like stands between the count and its share."""
    between = text[start:end]
    if "(" in between[-3:]:
        return True
    last = re.split(r"[,.;(–—]\s", between)[-1].strip()
    phrases = sorted(load_lexicon("sums")["share"]["phrases"], key=len, reverse=True)
    return len(between) <= LONGEST_TIE and last.lower().startswith(tuple(phrases)) and len(last.split()) <= 4


def find_lost_majorities(sentence: str) -> Iterator[Share]:
    """Every "majority: 50 of the 101" of a sentence that is none; `told` is the share that a majority must pass."""
    majority, votes = _MAJORITY.search(sentence), _OUT_OF.search(sentence)
    if not majority or not votes or _NO_MAJORITY.search(_WON.sub(" ", sentence)):
        return
    part, whole = (float(votes[name].replace(",", "")) for name in ("part", "whole"))
    least = {"tw": 200 / 3, "th": 75.0}.get((majority["kind"] or "")[:2].lower(), 50.0)
    is_enough = 100 * part >= least * whole if least > 50 else 2 * part > whole
    if 0 < part < whole and not is_enough:
        start, end = min(majority.start(), votes.start()), max(majority.end(), votes.end())
        yield Share(start, end, part, whole, least, 0.0)
