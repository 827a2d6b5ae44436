"""Intervals: a length told between two moments, or from one to now, against what lies between (lexicon/courses.toml).

Moments and lengths are found first and put as one sign each; the patterns then say how they stand to one another:
"@ … began … @ … ended … after #".
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from secondsource.text.lengths import YEAR, ToldLength, find_told_lengths
from secondsource.text.lexicon import load_lexicon
from secondsource.text.moments import Moment, find_moments, gaps

MOMENT, LENGTH = "\ue001", "\ue002"
"""Signs of no script that stand for a moment and for a length."""
MOST_BEFORE = 8
"""Moments before a step from which it may be counted."""
_CLAUSE = rf"[^{MOMENT}{LENGTH}.;:?!“”\"]"
_NEAR = rf"(?:[^{MOMENT}{LENGTH}.;:?!“”\"]{{0,60}}?\s|\s)"
_ON = r"(?:on\s|at\s|in\s|by\s|since\s)?"
_DONE = r"(?:had\s|has\s|have\s|was\s|were\s|been\s|is\s|then\s|finally\s|officially\s|first\s|only\s){0,3}"
_NEXT = re.compile(r"\b(?:next|following)\b", re.IGNORECASE)
_STOP = re.compile(r"[.!?;][”\"’]?\s")
_THE_END = r"(?:the\s(?:end|close|last\sday)\sof\s)?"
_JUST = r"(?:only\s|just\s|some\s|exactly\s|barely\s|and\s|then\s)?"


@dataclass(frozen=True, slots=True)
class Interval:
    """At text[start:end], a `length` told from `since` to `until`, each in the text's words.

    `scale` is "minutes" or "days"; `low` and `high` are the least and the most of it that lie between the two.
    """

    start: int
    end: int
    since: str
    until: str
    length: str
    scale: str
    low: float
    high: float


@cache
def _forms() -> tuple[tuple[re.Pattern[str], bool], ...]:
    """The patterns, each with whether its length is a step, told to the day; a and b are the ends, l the length."""
    a, b, of = rf"(?P<a>{MOMENT})", rf"(?P<b>{MOMENT})", rf"(?P<l>{LENGTH})"
    apart = r"(?:,\s|\s[–—]\s|\s)"
    steps = (
        rf"(?<![\w,]\s){of}\s(?:after|following)\s{_CLAUSE}{{1,60}}{a},\s{_ON}{b}",
        rf"(?<![\w,]\s){of}\s(?:after|following)\s{_CLAUSE}{{1,60}}\s(?:on|at)\s{a},\s{_CLAUSE}{{3,60}}\s(?:on|at)\s{b}",
        rf"(?<![\w,]\s){of}\sbefore\s{_CLAUSE}{{1,60}}{b},\s{_ON}{a}",
        rf"{b}{apart}{_JUST}{of}\s(?:after|following)\s{_CLAUSE}{{1,70}}\s{_ON}{a}",
        rf"{a}{apart}{_JUST}{of}\sbefore\s{_CLAUSE}{{1,70}}\s{_ON}{b}",
    )
    forms = (*steps, *_stays(a, b, of))
    return tuple((re.compile(form), at < len(steps)) for at, form in enumerate(forms))


def _stays(a: str, b: str, of: str) -> Iterator[str]:
    """The patterns of what lasts: "from @ to @, for #", "began at @ and ended at @, after #"."""
    begin, end = (r"\b(?:" + "|".join(load_lexicon("courses")[table]["verbs"]) + r")\b" for table in ("begin", "end"))
    nouns = "|".join(load_lexicon("courses")["course"]["nouns"])
    began = rf"{begin}{_NEAR}{_ON}{a}", rf"\b{_ON}{a},?\s{_CLAUSE}{{0,30}}{begin}"
    ended = rf"{end}{_NEAR}{_ON}{b}", rf"\b{_ON}{b},?\s{_CLAUSE}{{0,30}}{end}"
    between = rf"(?:from|between)\s{a}\s(?:to|until|till|and|through)\s(?:the\s(?:end|close|summer|autumn)\sof\s)?{b}"
    again = rf"\.\s(?:It|He|She|They|The\s[a-z]+)\s{_DONE}{began[0]}"
    spans = rf",?\s(?:and\s)?(?:after|for|lasting)|,\s(?:an?\s|the\s)(?:{nouns})\sof|,?\sso\sthat{_CLAUSE}{{1,40}}\sfor"
    lasting = rf"(?:{spans})\s{of}"
    yield rf"\b{between},?{_CLAUSE}{{0,24}}\s(?:for|of|after|lasting|a|some|that\sis|or)\s{of}"
    yield rf"{of}{_CLAUSE}{{0,40}}?(?:,\s|\s|\(){between}"
    yield rf"{of}{_CLAUSE}{{0,30}}\s\({a}\s?[–-]\s?{b}\)"
    for one in began:
        for other in ended:
            yield rf"{one}(?:\s?,)?\s{_CLAUSE}{{0,60}}{other}(?:{_CLAUSE}{{0,30}})?{lasting}"
            yield rf"{of}{_CLAUSE}{{0,60}}[:;–—,]\s{_CLAUSE}{{0,40}}{one},?\s{_CLAUSE}{{0,40}}{other}"
    yield rf"{of}\s(?:{nouns})\s{_CLAUSE}{{0,30}}{ended[0]}{again}"
    yield rf"{ended[0]}{_CLAUSE}{{0,30}}\safter\s{of}{_CLAUSE}{{0,40}}{again}"
    yield rf"{began[0]}\sfor\s{of},?\s{_CLAUSE}{{0,30}}\b(?:runs\sout|ends|expires|lapses|closes){_NEAR}{_ON}{b}"
    yield rf"\b(?:of|since|from)\s{a}\s{_CLAUSE}{{0,30}}for\s{of},\s(?:until|till|to)\s{b}"
    yield rf"(?:^|[.;:]\s)After\s{_JUST}{of},\s{_ON}{b},?\s{_CLAUSE}{{3,60}}{again}"
    yield from _terms(a, b, of, began[0])
    points_back = r"(?:[Tt]hat|[Tt]his|[Ww]hich)\s(?!day|week|month|year|time)(?:[a-z]{2,12}\s){1,4}"
    told = rf"{a}{_CLAUSE}{{0,90}}[.;]?\s{_CLAUSE}{{0,80}}{b}{_CLAUSE}{{0,90}}[.;,]?\s"
    yield rf"{told}In\sthe\s{of}\s(?:in\s)?between\b"
    other = r"(?:ago|later|before|after|earlier|with|of|in|on|at|for|from|until|when|that|which)\b"
    yield rf"{told}(?:Those|These)\s{of}(?:,\s|\s(?!{other}))(?!{_CLAUSE}{{0,120}}{MOMENT})"
    yield rf"{a}{_CLAUSE}{{0,90}}[.;]?\s{_CLAUSE}{{0,60}}{b},?\s(?:and\s)?(?:so|thus|hence|that\sis,?)\s{of}"
    yield rf"{told}{points_back}{of}(?!\s(?:ago|later|before|after|earlier))"


def _terms(a: str, b: str, of: str, began: str) -> Iterator[str]:
    """The patterns of what is good for so long: "signed in @. It is good for #. It expires in @"."""
    runs = (
        rf"\.\s(?:It|He|She|They|The\s[a-z]+)\s(?:is|was|runs|ran|lasts|holds|has)\s{_CLAUSE}{{0,20}}(?:for\s)?{of}\."
    )
    over = r"(?:runs\sout|ends|expires|lapses|ran\sout|expired|lapsed)"
    when = r"(?:(?:When|Once|If|As\ssoon\sas|Before|Unless)\s)?(?:[Ii]t|[Tt]his|[Tt]hat)"
    yield rf"{began}{runs}\s{when}\s{over}{_NEAR}{_ON}{b}"
    valid = rf"(?:is|was|are|were)\s(?:only\s)?(?:valid|good|binding|in\sforce)\sfor\s{of}"
    yield rf"{a}\.\s(?:It|They|The\s[a-z]+)\s{valid},\s{_CLAUSE}{{0,30}}{over}{_NEAR}{_ON}{b}"
    kept = "|".join(load_lexicon("courses")["term"]["nouns"])
    ends = (
        r"\b(?:runs|ran|lasts|lasted|expires?d?|ends|ended|lapses|lapsed)\s(?:out\s)?"
        rf"(?:until\s|till\s|to\s|on\s|in\s){_THE_END}{b}"
    )
    yield rf"{a}{_CLAUSE}{{0,60}}{of}\s(?:[a-z]+\s)?(?:{kept})\b,?\s{_CLAUSE}{{0,30}}{ends}"
    yield rf"{of}\s(?P<kept>(?:[a-z]+\s)?(?:{kept}))\b{_CLAUSE}{{0,60}}{began}\s{_CLAUSE}{{0,20}}{ends}"
    event = rf"(?:of|from|after)\s(?:the|its|his|her|their)\s(?P<event>[a-z]{{3,20}})\b{_CLAUSE}{{0,60}}[.;,]\s"
    then = rf"{_CLAUSE}{{0,20}}\b(?:[Tt]he|[Tt]his|[Tt]hat)\s(?P=event)\s{_CLAUSE}{{0,40}}{a}"
    yield rf"(?:[Ww]ithin\s)?{of}\s{event}{then}{_CLAUSE}{{0,60}}\b(?:until|till|by)\s{b}"


@cache
def _later() -> tuple[re.Pattern[str], ...]:
    """Steps from a moment told before: "Twenty minutes later, at @", "at @, twenty minutes later"."""
    of, b, later = rf"{_JUST}(?P<l>{LENGTH})", rf"(?P<b>{MOMENT})", r"(?P<later>\s(?:later|on|afterwards)\b)"
    forms = (
        rf"(?:[.;]\s|\band\s|\bthen\s|,\s|^){of}{later}?,\s{_ON}{b}",
        rf"(?<!\w,\s){of}\s(?P<later>later|afterwards),\s(?:on|at)\s{b}",
        rf"(?:^|[.;]\s){of}\s(?P<later>after|since)\s(?:it|that|this|then),\s{_ON}{b}",
        rf"(?:^|[.;]\s){of}\s(?P<later>after),\s{_ON}{b}",
        rf"{b}(?:,\s|\s[–—]\s|\s\()(?!and\s|then\s){of}{later}(?!,?\s{_ON}{MOMENT})",
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


@cache
def _earlier() -> tuple[re.Pattern[str], ...]:
    """Steps back from a moment told before: "Two days earlier, on @"."""
    of, b = rf"{_JUST}(?P<l>{LENGTH})", rf"(?P<b>{MOMENT})"
    return (re.compile(rf"(?:^|[.;]\s|\band\s|\bbut\s){of}\s(?:earlier|before|previously),\s{_ON}{b}", re.IGNORECASE),)


def find_wrong_intervals(text: str, year: int | None = None) -> Iterator[Interval]:
    """Every length of `text`, a paragraph, that its two ends do not leave; `year` is that of days told without one."""
    moments, lengths = list(find_moments(text)), list(find_told_lengths(text))
    if not lengths or len(moments) < 2:
        return
    signs, places = abstract(text, moments, lengths)
    told: set[int] = set()
    for form, is_step in _forms():
        for found in form.finditer(signs):
            since, until = places[found.start("a")], places[found.start("b")]
            length = places[found.start("l")]
            if isinstance(since, Moment) and isinstance(until, Moment) and isinstance(length, ToldLength):
                is_new = length.start not in told
                told.add(length.start)
                is_broken = found.groupdict().get("kept") and _is_broken(since, until, length)
                if is_new and (is_broken or _is_wrong(since, until, length, year, is_step)):
                    yield to_interval(text, since, until, length, year)
    for form, is_back in (*((form, False) for form in _later()), *((form, True) for form in _earlier())):
        for found in form.finditer(signs):
            here, length = places[found.start("b")], places[found.start("l")]
            if not isinstance(here, Moment) or not isinstance(length, ToldLength) or length.start in told:
                continue
            is_told = is_back or bool(found["later"] or _NEXT.search(text[length.start : length.end]))
            at = bisect_left(moments, length.start, key=lambda one: one.start)
            near = [one for one in moments[max(0, at - MOST_BEFORE) : at] if one is not here]
            near = [one for one in near if gaps(*_in_order(one, here, is_back), year)]
            is_next = near and len(_STOP.findall(text[near[-1].end : length.start])) <= 1
            pairs = [_in_order(one, here, is_back) for one in near]
            if is_told and is_next and all(_is_wrong(*pair, length, year, True) for pair in pairs):
                yield to_interval(text, *pairs[-1], length, year)


def _in_order(told: Moment, here: Moment, is_back: bool) -> tuple[Moment, Moment]:
    """A moment told before a step and that which it leads to, the earlier first."""
    return (here, told) if is_back else (told, here)


def abstract(
    text: str, moments: Sequence[Moment], lengths: Sequence[ToldLength]
) -> tuple[str, dict[int, Moment | ToldLength]]:
    """The text with one sign for each moment and length, and which one stands where."""
    places: dict[int, Moment | ToldLength] = {}
    parts: list[str] = []
    size = at = 0
    found: list[Moment | ToldLength] = [*moments, *lengths]
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if one.start >= at:
            between = text[at : one.start].replace(MOMENT, " ").replace(LENGTH, " ").replace("\n", " ")
            parts += [between, MOMENT if isinstance(one, Moment) else LENGTH]
            size += len(between)
            places[size] = one
            size, at = size + 1, one.end
    return "".join(parts) + text[at:].replace("\n", " "), places


def _is_wrong(since: Moment, until: Moment, length: ToldLength, year: int | None, is_step: bool) -> bool:
    is_dated = since.year and until.year and length.size >= YEAR and not is_step
    if length.scale != since.scale or (since.precision != until.precision and not is_dated):
        return False
    ways = gaps(since, until, year)
    if not is_step and since.precision == "weekday":
        return length.size == 1 and bool(ways) and not any(low <= length.amount <= low + 1 for low, _ in ways)
    if not is_step and length.scale == "days" and length.size < 28 and since.precision in ("month", "year"):
        return False
    return bool(ways) and not any(length.fits(low, high, as_step=is_step) for low, high in ways)


def _is_broken(since: Moment, until: Moment, length: ToldLength) -> bool:
    """Whether what is agreed to run for so many years from one month to another runs for another number of them."""
    if not (since.month and until.month and since.year and until.year and length.size == YEAR and length.is_plain):
        return False
    months = 12 * (until.year - since.year) + until.month - since.month
    return not 12 * length.amount - 1 <= months <= 12 * length.amount + 1


def is_wrong_length(since: Moment, until: Moment, length: ToldLength, year: int | None) -> bool:
    """Whether so long cannot lie between two moments of one precision; `year` is that of days told without one."""
    return _is_wrong(since, until, length, year, False)


def to_interval(text: str, since: Moment, until: Moment, length: ToldLength, year: int | None) -> Interval:
    """The length between two moments, all three of them places of `text`."""
    low, high = gaps(since, until, year)[0]
    told = [text[one.start : one.end] for one in (since, until, length)]
    first, last = min(since.start, until.start, length.start), max(since.end, until.end, length.end)
    return Interval(first, last, told[0], told[1], told[2], length.scale, low, high)
