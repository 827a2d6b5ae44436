"""Spells: stretches counted from another time or in themselves, "last week", "two years ago", "for nine days"."""

from collections.abc import Mapping
from datetime import timedelta
from functools import cache

from secondsource.stages.annotate.calendars import first_day, shift, step, week_of
from secondsource.stages.annotate.lengths import amount_of, length_of, load_units
from secondsource.stages.annotate.moments import (
    OF_DISCOURSE,
    STEPS,
    UNKNOWN_DAY,
    Moment,
    Parts,
    Value,
    past_or_future,
)
from secondsource.text.lexicon import load_lexicon


def reckon_period(parts: Parts, moment: Moment) -> Value | None:
    """Reckon "last week", "this year", "the following day", "that month"."""
    which, unit = " ".join(parts["which"].split()), parts["unit"]
    step_by = STEPS.get(which, 0)
    if which in ("the", "this") and unit == "weekend":
        return "date", reckon_weekend(moment)
    if which == "past" and unit in ("week", "month", "year", "decade", "century"):
        return "duration", length_of({"one": "a", "unit": unit})
    if which in OF_DISCOURSE or (unit == "day" and which != "this"):
        base = first_day(moment.spoken_of, unit)
        if base is None and step_by and unit != "day" and moment.spoken_of is None:
            base = moment.anchor
    else:
        base = moment.anchor
    stepped = step(base, step_by, unit) if base else None
    return "date", stepped or (UNKNOWN_DAY if unit == "day" else past_or_future(which))


def reckon_weekend(moment: Moment) -> str:
    """The weekend just over, or the next one where the tense looks ahead."""
    if moment.anchor is None:
        return "PRESENT_REF"
    back = 0 if moment.tense == "future" or moment.anchor.isoweekday() > 5 else 7
    return week_of(moment.anchor - timedelta(days=back)) + "-WE"


def reckon_beside(parts: Parts, moment: Moment) -> Value | None:
    """Reckon "The day before", "a year earlier", counted from the date last spoken of."""
    unit, count = parts["unit"], 1 if parts["side"] == "later" else -1
    if unit == "year" and moment.quarter and count < 0:
        return "date", f"{int(moment.quarter[:4]) - 1}{moment.quarter[4:]}"
    base = first_day(moment.spoken_of, unit) if moment.spoken_of else moment.anchor
    stepped = step(base, count, unit) if base else None
    return "date", stepped or (UNKNOWN_DAY if unit == "day" else "FUTURE_REF" if count > 0 else "PAST_REF")


def reckon_ago(parts: Parts, moment: Moment) -> Value | None:
    """Reckon "two years ago", "three days later"."""
    sign = 1 if parts["side"] == "later" else -1
    unknown = "PAST_REF" if sign < 0 else "FUTURE_REF"
    amount = amount_of(parts)
    code, count = load_units()[parts["unit"]]
    if amount == 1 and code == "Y" and count == 1 and sign < 0 and moment.quarter:
        return "date", f"{int(moment.quarter[:4]) - 1}{moment.quarter[4:]}"
    base = moment.anchor
    if parts["side"] != "ago" and moment.spoken_of:
        base = first_day(moment.spoken_of, {"D": "day", "W": "week", "M": "month"}.get(code, "year"))
    if amount is None or base is None:
        return "date", unknown
    return "date", shift(base, sign * amount * count, code) or unknown


_FROM_NOW: Mapping[str, str] = {"recent": "PAST_REF", "past": "PAST_REF", "coming": "FUTURE_REF"}


def reckon_duration(parts: Parts, moment: Moment) -> Value | None:
    """Reckon "24 years", "several weeks"; "recent weeks" name the past itself."""
    if parts.get("vague") in _FROM_NOW:
        return "date", _FROM_NOW[parts["vague"]]
    return "duration", length_of(parts)


def reckon_sets(parts: Parts, moment: Moment) -> Value | None:
    """Reckon "every day", "every two weeks"."""
    return "set", length_of(parts if "number" in parts else {**parts, "one": "a"})


def reckon_repeating(parts: Parts, moment: Moment) -> Value | None:
    """Reckon "daily", "annually"."""
    return "set", load_lexicon("calendar")["repeating"][parts["repeating"]]


@cache
def _vague_words() -> dict[str, str]:
    table: Mapping[str, list[str]] = load_lexicon("calendar")["vague"]
    return {phrase: value for value, phrases in table.items() for phrase in phrases}


def reckon_vague(parts: Parts, moment: Moment) -> Value | None:
    """Reckon "now", "recently", "the near future"."""
    return "date", _vague_words()[" ".join(parts["vague"].split())]
