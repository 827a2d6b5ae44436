"""Days: the day or hour that an expression names, "June 19", "on Wednesday", "yesterday", "at 5 p.m."."""

from datetime import date, timedelta

from secondsource.model.readings import TimeType
from secondsource.stages.annotate.calendars import first_day, to_day
from secondsource.stages.annotate.moments import (
    STEPS,
    UNKNOWN_DAY,
    Moment,
    Parts,
    Value,
    numbers_of,
    year_spoken_of,
)
from secondsource.stages.annotate.tenses import Tense
from secondsource.text.lexicon import load_lexicon
from secondsource.text.numerals import to_number

NEAR = 60
"""Days ahead that a past tense may speak of, and days back for a future one: "the court was to sit on June 3" is news
for some weeks before."""


def reckon_day(parts: Parts, moment: Moment) -> Value | None:
    """Reckon "June 19, 2024", "3 March"; without a year, the nearest such day."""
    month, day = numbers_of("months")[parts["month"]], int(parts["day"])
    year = parts.get("year") or (year_spoken_of(moment) if "thatyear" in parts else None)
    if year:
        known = to_day(int(year), month, day)
        return ("date", known.isoformat()) if known else None
    if moment.anchor is None:
        return ("date", f"XXXX-{month:02}-{day:02}") if to_day(2000, month, day) else None
    years = (moment.anchor.year - 1, moment.anchor.year, moment.anchor.year + 1)
    days = [known for year in years if (known := to_day(year, month, day))]
    step = STEPS.get(parts.get("which", ""), 0)
    return ("date", nearest_day(days, moment.anchor, step, moment.tense).isoformat()) if days else None


def nearest_day(days: list[date], anchor: date, step: int, tense: Tense | None) -> date:
    """The day nearest to the anchor, on the side that "last" or "next" asks for: reports name the year of any other.

    In the past tense a day far ahead is rather that of the year before, in the future tense a day far back
    that of the next.
    """
    if step:
        days = [day for day in days if (day - anchor).days * step > 0] or days
    elif tense == "past":
        days = [day for day in days if (day - anchor).days <= NEAR] or days
    elif tense == "future":
        days = [day for day in days if (anchor - day).days <= NEAR] or days
    return min(days, key=lambda day: (abs((day - anchor).days), day))


def reckon_written(parts: Parts, moment: Moment) -> Value | None:
    """Reckon "2024-06-19"."""
    known = to_day(int(parts["year"]), int(parts["monthnumber"]), int(parts["day"]))
    return ("date", known.isoformat()) if known else None


def reckon_slashed(parts: Parts, moment: Moment) -> Value | None:
    """6/19/2024 and 19/6/2024; where both could be, the American order for slashes, the European for points."""
    one, two, year = int(parts["one"]), int(parts["two"]), int(parts["year"])
    if len(parts["year"]) == 2:
        year += 2000 if year < 50 else 1900
    month_first = one <= 12 and (two > 12 or parts["mark"] == "/")
    known = to_day(year, one, two) if month_first else to_day(year, two, one)
    return ("date", known.isoformat()) if known else None


def reckon_weekday(parts: Parts, moment: Moment) -> Value | None:
    """Reckon "Wednesday", "last Friday", "Monday night"."""
    number = numbers_of("weekdays")[parts["weekday"]]
    part = load_lexicon("calendar")["dayparts"].get(parts.get("daypart", ""))
    kind: TimeType = "time" if part else "date"
    ending = f"T{part}" if part else ""
    spoken = first_day(moment.spoken_of, "day")
    if spoken and parts.get("which") in ("previous", "preceding", "following"):
        return kind, _weekday_near(number, parts, spoken, None).isoformat() + ending
    if moment.anchor is None:
        return kind, f"XXXX-WXX-{number}{ending}"
    return kind, _weekday_near(number, parts, moment.anchor, moment.tense).isoformat() + ending


def _weekday_near(number: int, parts: Parts, anchor: date, tense: Tense | None) -> date:
    """The weekday meant: today's name is today; else the last one, or the next one where the tense looks ahead."""
    if "whichweek" in parts:
        monday = anchor - timedelta(days=anchor.isoweekday() - 1)
        return monday + timedelta(days=number - 1 + 7 * {"last": -1, "next": 1}.get(parts["whichweek"], 0))
    back = (anchor.isoweekday() - number) % 7
    step = STEPS.get(parts.get("which", ""), 0)
    if step < 0:
        return anchor - timedelta(days=back or 7)
    ahead = (number - anchor.isoweekday()) % 7
    if step > 0:
        return anchor + timedelta(days=ahead or 7)
    if tense in ("future", "present") or (parts.get("which") == "this" and tense != "past"):
        return anchor + timedelta(days=ahead)
    return anchor - timedelta(days=back)


def reckon_weekdays(parts: Parts, moment: Moment) -> Value | None:
    """Reckon "every Thursday", "Mondays"."""
    number = numbers_of("weekdays")[parts.get("weekday") or parts["weekdays"]]
    part = load_lexicon("calendar")["dayparts"].get(parts.get("daypart", ""))
    return "set", f"XXXX-WXX-{number}" + (f"T{part}" if part else "")


_DEICTIC = {"yesterday": -1, "tomorrow": 1, "last": -1}


_DAYS_ON = {"that": 0, "the": 0, "the same": 0, "the next": 1, "the following": 1, "the previous": -1}
"""Days from the one last spoken of: "the next morning"."""


def reckon_today(parts: Parts, moment: Moment) -> Value | None:
    """Reckon "today", "yesterday", "last night", "this morning"."""
    said = " ".join(parts["deictic"].split())
    part = load_lexicon("calendar")["dayparts"].get(parts.get("daypart", "night" if said == "tonight" else ""))
    kind: TimeType = "time" if part else "date"
    step = -2 if said.endswith("before yesterday") else 2 if said.endswith("after tomorrow") else _DEICTIC.get(said, 0)
    if said in _DAYS_ON:
        spoken = first_day(moment.spoken_of, "day")
        meant = spoken + timedelta(days=_DAYS_ON[said]) if spoken else None
        return "time", f"{meant.isoformat() if meant else UNKNOWN_DAY}T{part}"
    if moment.anchor is None:
        return kind, "PAST_REF" if step < 0 else "FUTURE_REF" if step > 0 else "PRESENT_REF"
    day = (moment.anchor + timedelta(days=step)).isoformat()
    return kind, f"{day}T{part}" if part else day


def reckon_clock(parts: Parts, moment: Moment) -> Value | None:
    """Reckon "5 p.m.", "noon", "0900 GMT", "six o'clock", on the day last spoken of."""
    hour, minute = (0, 0) if parts.get("noon") == "midnight" else (12, int(parts.get("minute", 0)))
    if "hour" in parts:
        hour = int(parts["hour"])
        hour = hour % 12 + (12 if parts["noon"] == "p" else 0) if "noon" in parts else hour
    elif "hourword" in parts:
        told = to_number(parts["hourword"])
        if told is None or not 0 < told <= 24:
            return None
        hour = int(told) + (12 if parts.get("daypart") in ("afternoon", "evening") and told < 12 else 0)
    day = (moment.spoken_of or "")[:10]
    return "time", f"{day if len(day) == 10 else UNKNOWN_DAY}T{hour % 24:02}:{minute:02}"
