"""Steps between two hours of the clock in one sentence: "at 7.20pm, half an hour before it fell at 6.42pm"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.text.numerals import to_number

DAY = 24 * 60
"""Minutes."""
HALF_DAY = 12 * 60
A_FEW = (1.0, 60.0)
"""Minutes that "a few minutes", "minutes" and "shortly" may be."""
ROUGH = 0.25
"""Share of a length that "about" and the like may take from it or add."""

_HOUR = r"(?P<{0}>\d{{1,2}}[.:][0-5]\d(?!\d|[.:]\d)(?:\s?(?:[ap]\.m\.?|[ap]m\b))?|\d{{1,2}}\s?(?:[ap]\.m\.?|[ap]m\b))"
_STEP = re.compile(
    rf"\bat\s{_HOUR.format('first')},?\s(?P<rough>about\s|some\s|almost\s|nearly\s|just\s(?:over|under)\s|around\s|roughly\s)?"
    r"(?:(?P<few>a\sfew\sminutes|a\scouple\sof\sminutes|some\sminutes|minutes|several\sminutes|shortly|just)"
    r"|(?P<half>half\san\shour)|(?P<number>\d{1,3}|[a-z]{3,9}(?:-[a-z]{3,5})?|an?)(?P<plus>\sand\sa\shalf)?"
    r"\s(?P<unit>minute|hour)s?)"
    rf"\s(?P<way>before|after)\s(?:[A-Za-z][\w'’-]*\s){{1,12}}at\s{_HOUR.format('second')}",
    re.IGNORECASE,
)
_PARTS = re.compile(r"(\d{1,2})(?:[.:](\d\d))?(?:\s?([ap])\.?m)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ClockStep:
    """At text[start:end], `told` from one hour to another; `first` is the hour that is said to lie before or after."""

    start: int
    end: int
    first: str
    second: str
    told: str
    between: int
    is_possible: bool


def find_clock_steps(sentence: str) -> Iterator[ClockStep]:
    """Every step between two hours; `between` counts the minutes to the later one, as it is told, around the clock.

    Hours without "am" or "pm" may be of either half of the day.
    """
    for found in _STEP.finditer(sentence):
        first, second = _PARTS.match(found["first"]), _PARTS.match(found["second"])
        least_most = _bounds(found)
        if first is None or second is None or least_most is None or max(int(first[1]), int(second[1])) > 24:
            continue
        round_the_clock = DAY if first[3] and second[3] else HALF_DAY
        gap = _minute(second) - _minute(first)
        between = (gap if found["way"].lower() == "before" else -gap) % round_the_clock
        least, most = least_most
        is_possible = any(least <= one <= most for one in range(between, DAY, round_the_clock))
        told = sentence[found.end("first") : found.end("way")].strip(" ,")
        yield ClockStep(*found.span(), found["first"], found["second"], told, between, is_possible)


def _minute(found: re.Match[str]) -> int:
    hour = int(found[1])
    if found[3]:
        hour = hour % 12 + (12 if found[3].lower() == "p" else 0)
    return hour * 60 + int(found[2] or 0)


def _bounds(found: re.Match[str]) -> tuple[float, float] | None:
    """The fewest and the most minutes that the words can mean: a round number of minutes may be five off."""
    if found["few"]:
        return A_FEW
    if found["half"]:
        minutes, slack = 30.0, 10.0
    else:
        number = {"a": 1.0, "an": 1.0}.get(found["number"].lower()) or to_number(found["number"].lower())
        if number is None:
            return None
        is_hours = found["unit"].lower() == "hour"
        minutes = (number + 0.5 * bool(found["plus"])) * (60 if is_hours else 1)
        slack = (20.0 if found["plus"] else 30.0) if is_hours else 5.0 if number % 5 == 0 else 1.0
    slack += ROUGH * minutes * bool(found["rough"])
    return minutes - slack, minutes + slack


def repeats_before(sentence: str, step: ClockStep, other: str) -> bool:
    """Whether another sentence has an hour behind the three words before the step: "call went out at 6.12"."""
    before = re.findall(r"[\w'’-]+", sentence[: step.start])[-3:]
    if len(before) < 3:
        return False
    words = r"\W{1,2}".join(map(re.escape, before))
    return re.search(rf"\b{words}\sat\s\d{{1,2}}(?:[.:]\d\d|\s?[ap]\.?m)", other, re.IGNORECASE) is not None
