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

_BESIDE = re.compile(r",?\s{1,2}(?:on\s|at\s|around\s|about\s)?$", re.IGNORECASE)

_AHEAD = re.compile(
    r"\b(?:until|till|starting|beginning|effective|due|as\s(?:soon|early)\sas)\s(?:on\s)?$", re.IGNORECASE
)


class Spoken:
    """The dates that a report has spoken of, as far as it has been read."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._last: Time | None = None
        self._last_day: Time | None = None

    def add(self, time: Time) -> None:
        """Remember a date or clock time."""
        if time.type == "duration" or not time.value[:4].isdigit():
            return
        self._last = time
        if len(time.value) >= 10 and time.value[5:7].isdigit():
            self._last_day = time

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
        tense = _tense_beside(text, expression.span) or (tenses.at(index) if tokens else None)
        told = reckon(expression, Moment(anchor, spoken.before(expression), tense))
        if told is not None:
            times.append(Time(expression.span, *told))
            spoken.add(times[-1])
    return tuple(_join_clocks(text, times))


def _tense_beside(text: str, span: Span) -> Tense | None:
    """The tense that the neighbouring words settle: "Wednesday's ruling" has been, "until Friday" is to come."""
    if text[span.end : span.end + 2] in ("'s", "’s"):
        return "past"
    return "future" if _AHEAD.search(text[max(0, span.start - 20) : span.start]) else None


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
