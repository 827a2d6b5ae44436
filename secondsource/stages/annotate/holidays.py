"""Holidays: the day on which a feast falls, "Christmas Eve", "last Thanksgiving", "Easter 2019"."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any

from secondsource.stages.annotate.calendars import to_day
from secondsource.stages.annotate.days import nearest_day
from secondsource.stages.annotate.moments import STEPS, Moment, Parts, Value
from secondsource.text.lexicon import load_lexicon


def reckon_holiday(parts: Parts, moment: Moment) -> Value | None:
    """Reckon "Thanksgiving Day", "New Year's Eve"; without a year, the nearest such day."""
    rule = _rules()[" ".join(parts["holiday"].replace("’", "'").split())]
    if "year" in parts:
        known = _fall(rule, int(parts["year"]))
        return ("date", known.isoformat()) if known else None
    if moment.anchor is None:
        return ("date", f"XXXX-{rule['month']:02}-{rule['day']:02}") if "day" in rule else None
    years = (moment.anchor.year - 1, moment.anchor.year, moment.anchor.year + 1)
    days = [known for year in years if (known := _fall(rule, year))]
    step = STEPS.get(parts.get("which", ""), 0)
    return ("date", nearest_day(days, moment.anchor, step, moment.tense).isoformat()) if days else None


@cache
def _rules() -> dict[str, Mapping[str, int]]:
    entries: Mapping[str, Any] = load_lexicon("calendar")["holidays"]
    return {form.lower(): entry["falls"] for entry in entries.values() for form in entry["forms"]}


def _fall(rule: Mapping[str, int], year: int) -> date | None:
    """The day of that year: a fixed one, the nth weekday of a month (the last for -1), or counted from Easter."""
    if "easter" in rule:
        return _easter(year) + timedelta(days=rule["easter"]) if year >= 1583 else None
    if "day" in rule:
        return to_day(year, rule["month"], rule["day"])
    first = date(year, rule["month"], 1)
    day = first + timedelta(days=(rule["weekday"] - first.isoweekday()) % 7)
    days = [day + timedelta(weeks=count) for count in range(5)]
    chosen = [one for one in days if one.month == rule["month"]][rule["nth"] - (rule["nth"] > 0)]
    return chosen + timedelta(days=rule.get("after", 0))


def _easter(year: int) -> date:
    """Easter Sunday of a year of the Gregorian calendar, by the rule that Nature printed in 1876."""
    golden, century, within = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (within // 4) - moon - within % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)
