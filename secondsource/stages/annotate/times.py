"""Times: the expressions of a report that name a day, a month, a length of time or a repetition, with their values."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from secondsource.model.readings import Name, Time, Token
from secondsource.model.spans import Span
from secondsource.stages.annotate.expressions import Expression
from secondsource.stages.annotate.likelihoods import is_time
from secondsource.stages.annotate.moments import Moment
from secondsource.stages.annotate.reckoning import reckon
from secondsource.stages.annotate.tenses import Tense, Tenses

FAR = 400
"""Characters after which a date is no longer what "that year" counts from: two to three sentences."""

FAR_QUARTER = 1000
"""Characters after which figures need no longer be of the quarter that was named: a business brief has so many."""

COMPARISONS = frozenset(["beside", "yearbefore"])
"""Kinds of expressions that look back to compare."""

_ENDED = re.compile(r"\s{1,3}ended\b")
_BESIDE = re.compile(r",?\s{1,2}(?:on\s|at\s|around\s|about\s)?$", re.IGNORECASE)

_AHEAD = re.compile(
    r"\b(?:until|till|starting|beginning|effective|due|payable|ahead\sof|as\s(?:soon|early)\sas|no\slater\sthan)\s(?:on\s)?"
    r"(?:\d{1,2}(?::\d\d)?\s?[ap]\.?m\.?\s(?:[A-Z]{2,4}\s)?|noon\s|midnight\s)?$",
    re.IGNORECASE,
)
_FOR = re.compile(r"\b(?:meeting|hearing|vote|election|talks|\w{2,20}ed)\sfor\s$", re.IGNORECASE)
_BEHIND = re.compile(r"\b(?:ended|dated|since|as\sof|set)\s(?:on\s)?$", re.IGNORECASE)


class Spoken:
    """The dates that a report has spoken of, as far as it has been read."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._last: Time | None = None
        self._quarter: Time | None = None
        self._last_day: Time | None = None

    def add(self, time: Time, expression: Expression, anchor: date | None) -> None:
        """Remember a date or clock time; what a comparison looks back to is not what is spoken of."""
        if expression.kind == "quarter" and self._is_reported(time, expression, anchor):
            self._quarter = time
        if expression.kind in COMPARISONS:
            return
        if time.type == "duration" or not time.value[:4].isdigit():
            return
        self._last = time
        if len(time.value) >= 10 and time.value[5:7].isdigit():
            self._last_day = time

    def _is_reported(self, time: Time, expression: Expression, anchor: date | None) -> bool:
        """Whether it is a quarter that figures can be of: one that is over, and not one compared with."""
        if not time.value[:4].isdigit() or time.value[4:6] != "-Q":
            return False
        is_compared = self._quarter is not None and expression.parts.keys() & {"year", "whichyear"}
        now = f"{anchor.year}-Q{(anchor.month + 2) // 3}" if anchor else "9999"
        is_over = time.value < now or _ENDED.match(self._text, time.span.end) is not None
        return is_over and not is_compared

    def quarter_before(self, expression: Expression) -> str | None:
        """The quarter that figures are of, if it was named not far before."""
        named = self._quarter
        return named.value if named and expression.span.start - named.span.end <= FAR_QUARTER else None

    def before(self, expression: Expression) -> str | None:
        """The date that an expression may count from: the last one if it is near.

        "The following day" looks beyond its paragraph for the last day spoken of, but not beyond a year beside it.
        """
        last, start = self._last, expression.span.start
        if last is None:
            return None
        same_paragraph = "\n" not in self._text[last.span.end : start]
        if expression.parts.get("unit") == "day" and not same_paragraph:
            last = self._last_day
        elif start - last.span.end > FAR:
            return None
        return last.value if last else None


def find_times(
    text: str, expressions: Iterable[Expression], tokens: Sequence[Token], names: Sequence[Name], anchor: date | None
) -> tuple[Time, ...]:
    """The times that the expressions name, in text order, reckoned from `anchor`, the report's day."""
    tenses = Tenses(tokens)
    starts = [token.span.start for token in tokens]
    persons = [name.span for name in names if name.kind == "person"]
    times: list[Time] = []
    spoken = Spoken(text)
    for expression in expressions:
        if not is_time(text, expression, persons):
            continue
        index = max(0, bisect_right(starts, expression.span.start) - 1)
        tense = _tense_beside(text, expression.span, tenses.at(index) if tokens else None)
        moment = Moment(anchor, spoken.before(expression), tense, spoken.quarter_before(expression))
        told = reckon(expression, moment)
        if told is not None:
            times.append(Time(expression.span, *told))
            spoken.add(times[-1], expression, anchor)
    return tuple(_join_clocks(text, times))


def _tense_beside(text: str, span: Span, tense: Tense | None) -> Tense | None:
    """The tense, or what the neighbouring words settle: "Wednesday's ruling" has been, "until Friday" is to come."""
    before = text[max(0, span.start - 40) : span.start]
    if _AHEAD.search(before) or _FOR.search(before):
        return "future"
    if _BEHIND.search(before):
        return "past"
    return "past" if text[span.end : span.end + 2] in ("'s", "’s") else tense


def _join_clocks(text: str, times: Sequence[Time]) -> Iterator[Time]:
    """Times with "10 p.m. Wednesday" and "Tuesday at 9 a.m." made one."""
    held: Time | None = None
    for time in times:
        if held is not None and _BESIDE.match(text[held.span.end : time.span.start]) and _is_day(held) != _is_day(time):
            day, clock = (held, time) if _is_day(held) else (time, held)
            if _is_clock(clock):
                held = Time(Span(held.span.start, time.span.end), "time", day.value + clock.value[10:])
                continue
        if held is not None:
            yield held
        held = time
    if held is not None:
        yield held


def _is_day(time: Time) -> bool:
    return time.type == "date" and len(time.value) == 10 and (time.value[:4].isdigit() or time.value[:7] == "XXXX-WX")


def _is_clock(time: Time) -> bool:
    return time.type == "time" and time.value[13:14] == ":"
