"""Reckoning: what day, month, year, length or repetition an expression means, seen from the report's own day.

Values are EDTF and TIMEX-like:
  2024-06-19 · 2024-06 · 2024 · 194X (decade) · 19XX (century) · 2024-W25 · 2024-W25-WE (weekend) · 2024-Q2 · 2024-H1 ·
  2024-SU (season) · 2024-06-19TMO (MO MI AF EV NI) · 2024-06-19T17:00 · P24Y P9D PT2H P2.5Y · PXY (several years) ·
  P1D or XXXX-WXX-1 with type "set".
What cannot be known is written X: XXXX-WXX-3 (a Wednesday), XXXX-06-19, XXXX-03, XXXX-SU, XXXX-XX-XX. A relative time
that nothing anchors is PAST_REF, PRESENT_REF or FUTURE_REF, and so are "recently", "now" and "soon".
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from secondsource.model.readings import TimeType
from secondsource.stages.annotate.calendars import first_day, shift, step, to_day, week_of
from secondsource.stages.annotate.expressions import Expression
from secondsource.stages.annotate.tenses import Tense
from secondsource.text.lexicon import load_lexicon
from secondsource.text.numerals import to_number

Value = tuple[TimeType, str]
UNKNOWN_DAY = "XXXX-XX-XX"


@dataclass(frozen=True, slots=True)
class Moment:
    """Where an expression is seen from: the report's day, the date last spoken of before it, the tense it stands in."""

    anchor: date | None
    spoken_of: str | None = None
    tense: Tense | None = None


@cache
def _numbers(table: str) -> dict[str, int]:
    entries: Mapping[str, Any] = load_lexicon("calendar")[table]
    return {form.lower(): entry["number"] for entry in entries.values() for form in entry["forms"]}


@cache
def _units() -> dict[str, tuple[str, int]]:
    entries: Mapping[str, Any] = load_lexicon("calendar")["units"]
    return {form: (entry["code"], entry["count"]) for entry in entries.values() for form in entry["forms"]}


def _past_or_future(which: str) -> str:
    if which in ("last", "previous", "past", "this past", "prior", "preceding"):
        return "PAST_REF"
    return "FUTURE_REF" if which in ("next", "coming", "upcoming", "following") else "PRESENT_REF"


_STEPS = {"last": -1, "previous": -1, "past": -1, "this past": -1, "prior": -1, "preceding": -1}
_STEPS |= {"latest": -1}
_STEPS |= {"next": 1, "coming": 1, "upcoming": 1, "following": 1, "this coming": 1}
_OF_DISCOURSE = frozenset(["following", "same", "that", "that same", "this same", "previous", "preceding"])


def _day(parts: Mapping[str, str], moment: Moment) -> Value | None:
    month, day = _numbers("months")[parts["month"]], int(parts["day"])
    if "year" in parts:
        known = to_day(int(parts["year"]), month, day)
        return ("date", known.isoformat()) if known else None
    if moment.anchor is None:
        return ("date", f"XXXX-{month:02}-{day:02}") if to_day(2000, month, day) else None
    years = (moment.anchor.year - 1, moment.anchor.year, moment.anchor.year + 1)
    days = [known for year in years if (known := to_day(year, month, day))]
    return ("date", _nearest(days, moment.anchor, _STEPS.get(parts.get("which", ""), 0)).isoformat()) if days else None


def _nearest(days: list[date], anchor: date, step: int) -> date:
    """The day nearest to the anchor, on the side that "last" or "next" asks for: reports name the year of any other."""
    if step:
        days = [day for day in days if (day - anchor).days * step > 0] or days
    return min(days, key=lambda day: (abs((day - anchor).days), day))


def _written(parts: Mapping[str, str], moment: Moment) -> Value | None:
    known = to_day(int(parts["year"]), int(parts["monthnumber"]), int(parts["day"]))
    return ("date", known.isoformat()) if known else None


def _slashed(parts: Mapping[str, str], moment: Moment) -> Value | None:
    """6/19/2024 and 19/6/2024; where both could be, the American order for slashes, the European for points."""
    one, two, year = int(parts["one"]), int(parts["two"]), int(parts["year"])
    if len(parts["year"]) == 2:
        year += 2000 if year < 50 else 1900
    month_first = one <= 12 and (two > 12 or parts["mark"] == "/")
    known = to_day(year, one, two) if month_first else to_day(year, two, one)
    return ("date", known.isoformat()) if known else None


def _month(parts: Mapping[str, str], moment: Moment) -> Value | None:
    month = _numbers("months")[parts["month"]]
    year = _year_said(parts, moment)
    if year is not None:
        return "date", f"{year}-{month:02}"
    if moment.anchor is None:
        return "date", f"XXXX-{month:02}"
    anchor, which = moment.anchor, parts.get("which", "")
    step = _STEPS.get(which, 0)
    if step < 0 or (not step and moment.tense != "future" and which != "this"):
        latest = anchor.month - 1 if step else anchor.month
        return "date", f"{anchor.year - (month > latest)}-{month:02}"
    if which == "this":
        return "date", f"{anchor.year}-{month:02}"
    earliest = anchor.month + 1 if step else anchor.month
    return "date", f"{anchor.year + (month < earliest)}-{month:02}"


def _year_said(parts: Mapping[str, str], moment: Moment) -> int | None:
    """The year in "March 2019" and "the spring of last year"."""
    if "year" in parts:
        return int(parts["year"])
    if "whichyear" in parts and moment.anchor:
        return moment.anchor.year + {"last": -1, "next": 1}.get(parts["whichyear"], 0)
    return None


def _year(parts: Mapping[str, str], moment: Moment) -> Value | None:
    if "year" in parts:
        return "date", parts["year"]
    if "spelled" in parts:
        hundreds, _, rest = parts["spelled"].replace("-", " ").partition(" ")
        within, of = to_number(rest), to_number(hundreds)
        return ("date", f"{of * 100 + within:.0f}") if of and within and within < 100 else None
    short = int(parts["shortyear"])
    ahead = (moment.anchor.year if moment.anchor else 2050) % 100
    return (
        "date",
        f"{2000 + short if short <= ahead and (moment.anchor is None or moment.anchor.year >= 2000) else 1900 + short}",
    )


def _decade(parts: Mapping[str, str], moment: Moment) -> Value | None:
    if "decade" in parts:
        return "date", parts["decade"][:3] + "X"
    words: Mapping[str, int] = load_lexicon("calendar")["decades"]
    digit = int(parts["shortdecade"][0]) if "shortdecade" in parts else words[parts["decadeword"]]
    now = moment.anchor.year if moment.anchor else 2029
    century = 20 if 2000 + 10 * digit <= now and digit < 2 else 19
    return "date", f"{century}{digit}X"


_NTH = {"sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20}
_ORDER = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 2}


def _century(parts: Mapping[str, str], moment: Moment) -> Value | None:
    number = _NTH.get(parts["nth"]) or int(parts["nth"][:-2])
    return ("date", f"{number - 1:02}XX") if number else None


def _season(parts: Mapping[str, str], moment: Moment) -> Value | None:
    code = load_lexicon("calendar")["seasons"][parts["season"]]
    year = _year_said(parts, moment)
    if year is not None or moment.anchor is None:
        return "date", f"{'XXXX' if year is None else year}-{code}"
    first_month = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    anchor, step = moment.anchor, _STEPS.get(parts.get("which", ""), 0)
    begun = anchor.month >= first_month
    if step > 0 or (moment.tense == "future" and step == 0 and parts.get("which") != "this"):
        return "date", f"{anchor.year + (1 if begun else 0)}-{code}"
    if step < 0:
        return "date", f"{anchor.year - (0 if anchor.month >= first_month + 3 else 1)}-{code}"
    return "date", f"{anchor.year if begun or parts.get('which') == 'this' else anchor.year - 1}-{code}"


def _quarter(parts: Mapping[str, str], moment: Moment) -> Value | None:
    number = int(parts["q"]) if "q" in parts else _ORDER[parts["nth"]]
    year = _year_said(parts, moment)
    if year is None and moment.anchor is not None:
        now = (moment.anchor.month + 2) // 3
        late = number > now
        year = moment.anchor.year - (1 if late and moment.tense == "past" else 0)
    return "date", f"{'XXXX' if year is None else year}-Q{number}"


def _half(parts: Mapping[str, str], moment: Moment) -> Value | None:
    year = _year_said(parts, moment)
    if year is None and moment.anchor:
        year = moment.anchor.year
    return "date", f"{'XXXX' if year is None else year}-H{_ORDER[parts['nth']]}"


def _weekday(parts: Mapping[str, str], moment: Moment) -> Value | None:
    number = _numbers("weekdays")[parts["weekday"]]
    part = load_lexicon("calendar")["dayparts"].get(parts.get("daypart", ""))
    kind: TimeType = "time" if part else "date"
    ending = f"T{part}" if part else ""
    if moment.anchor is None:
        return kind, f"XXXX-WXX-{number}{ending}"
    return kind, _weekday_near(number, parts, moment.anchor, moment.tense).isoformat() + ending


def _weekday_near(number: int, parts: Mapping[str, str], anchor: date, tense: Tense | None) -> date:
    """The weekday meant: today's name is today; else the last one, or the next one where the tense looks ahead."""
    if "whichweek" in parts:
        monday = anchor - timedelta(days=anchor.isoweekday() - 1)
        return monday + timedelta(days=number - 1 + 7 * {"last": -1, "next": 1}.get(parts["whichweek"], 0))
    back = (anchor.isoweekday() - number) % 7
    step = _STEPS.get(parts.get("which", ""), 0)
    if step < 0:
        return anchor - timedelta(days=back or 7)
    ahead = (number - anchor.isoweekday()) % 7
    if step > 0:
        return anchor + timedelta(days=ahead or 7)
    if tense in ("future", "present") or (parts.get("which") == "this" and tense != "past"):
        return anchor + timedelta(days=ahead)
    return anchor - timedelta(days=back)


def _weekdays(parts: Mapping[str, str], moment: Moment) -> Value | None:
    number = _numbers("weekdays")[parts.get("weekday") or parts["weekdays"]]
    part = load_lexicon("calendar")["dayparts"].get(parts.get("daypart", ""))
    return "set", f"XXXX-WXX-{number}" + (f"T{part}" if part else "")


_DEICTIC = {"yesterday": -1, "tomorrow": 1, "last": -1}


def _today(parts: Mapping[str, str], moment: Moment) -> Value | None:
    said = " ".join(parts["deictic"].split())
    part = load_lexicon("calendar")["dayparts"].get(parts.get("daypart", "night" if said == "tonight" else ""))
    kind: TimeType = "time" if part else "date"
    step = -2 if said.endswith("before yesterday") else 2 if said.endswith("after tomorrow") else _DEICTIC.get(said, 0)
    if said == "that":
        day = (moment.spoken_of or UNKNOWN_DAY)[:10]
        return ("time", f"{day}T{part}") if len(day) == 10 else ("time", f"{UNKNOWN_DAY}T{part}")
    if moment.anchor is None:
        return kind, "PAST_REF" if step < 0 else "FUTURE_REF" if step > 0 else "PRESENT_REF"
    day = (moment.anchor + timedelta(days=step)).isoformat()
    return kind, f"{day}T{part}" if part else day


def _period(parts: Mapping[str, str], moment: Moment) -> Value | None:
    which, unit = " ".join(parts["which"].split()), parts["unit"]
    step_by = _STEPS.get(which, 0)
    if which in ("the", "this") and unit == "weekend":
        return "date", _weekend(moment)
    if which == "past" and unit in ("week", "month", "year", "decade", "century"):
        return "duration", _length({"one": "a", "unit": unit})
    if which in _OF_DISCOURSE or (unit == "day" and which != "this"):
        base = first_day(moment.spoken_of, unit)
        if base is None and step_by and unit != "day" and moment.spoken_of is None:
            base = moment.anchor
    else:
        base = moment.anchor
    stepped = step(base, step_by, unit) if base else None
    return "date", stepped or (UNKNOWN_DAY if unit == "day" else _past_or_future(which))


def _weekend(moment: Moment) -> str:
    """The weekend just over, or the next one where the tense looks ahead."""
    if moment.anchor is None:
        return "PRESENT_REF"
    back = 0 if moment.tense == "future" or moment.anchor.isoweekday() > 5 else 7
    return week_of(moment.anchor - timedelta(days=back)) + "-WE"


def _beside(parts: Mapping[str, str], moment: Moment) -> Value | None:
    """As in "The day before", "a year earlier": counted from the date last spoken of."""
    unit, count = parts["unit"], 1 if parts["side"] == "later" else -1
    base = first_day(moment.spoken_of, unit) if moment.spoken_of else moment.anchor
    stepped = step(base, count, unit) if base else None
    return "date", stepped or (UNKNOWN_DAY if unit == "day" else "FUTURE_REF" if count > 0 else "PAST_REF")


def _ago(parts: Mapping[str, str], moment: Moment) -> Value | None:
    sign = 1 if parts["side"] == "later" else -1
    unknown = "PAST_REF" if sign < 0 else "FUTURE_REF"
    amount = _amount(parts)
    code, count = _units()[parts["unit"]]
    base = moment.anchor
    if parts["side"] != "ago" and moment.spoken_of:
        base = first_day(moment.spoken_of, {"D": "day", "W": "week", "M": "month"}.get(code, "year"))
    if amount is None or base is None:
        return "date", unknown
    return "date", shift(base, sign * amount * count, code) or unknown


def _amount(parts: Mapping[str, str]) -> float | None:
    if "one" in parts:
        return 1.5 if "half" in parts else 1.0
    if "number" not in parts:
        return 2.0 if "couple" in parts.get("vague", "") else None
    number = 0.5 if parts["number"] == "half" else to_number(parts["number"])
    return number + 0.5 if number is not None and "half" in parts else number


_FROM_NOW: Mapping[str, str] = {"recent": "PAST_REF", "past": "PAST_REF", "coming": "FUTURE_REF"}


def _duration(parts: Mapping[str, str], moment: Moment) -> Value | None:
    if parts.get("vague") in _FROM_NOW:
        return "date", _FROM_NOW[parts["vague"]]
    return "duration", _length(parts)


_HALVES = {"Y": "P{}Y6M", "TH": "PT{}H30M", "TM": "PT{}M30S"}


def _length(parts: Mapping[str, str]) -> str:
    code, count = _units()[parts["unit"]]
    amount = _amount(parts)
    if amount is not None and amount > 1 and amount % 1 == 0.5 and count == 1 and code in _HALVES:
        return _HALVES[code].format(int(amount))
    written = "X" if amount is None else f"{amount * count:g}"
    if "couple" in parts.get("vague", ""):
        written = f"{2 * count}"
    if amount is None and count > 1:
        code = {10: "E", 100: "C"}.get(count, code)
    return f"PT{written}{code[1]}" if code.startswith("T") else f"P{written}{code}"


def _sets(parts: Mapping[str, str], moment: Moment) -> Value | None:
    return "set", _length(parts if "number" in parts else {**parts, "one": "a"})


def _repeating(parts: Mapping[str, str], moment: Moment) -> Value | None:
    return "set", load_lexicon("calendar")["repeating"][parts["repeating"]]


def _clock(parts: Mapping[str, str], moment: Moment) -> Value | None:
    if "hour" in parts:
        hour, minute = int(parts["hour"]), int(parts.get("minute", 0))
        if "noon" in parts:
            hour = hour % 12 + (12 if parts["noon"] == "p" else 0)
    else:
        hour, minute = (0, 0) if parts["noon"] == "midnight" else (12, 0)
    day = (moment.spoken_of or "")[:10]
    return "time", f"{day if len(day) == 10 else UNKNOWN_DAY}T{hour:02}:{minute:02}"


def _months(parts: Mapping[str, str], moment: Moment) -> Value | None:
    return "set", f"XXXX-{_numbers('months')[parts['month']]:02}"


@cache
def _vague_words() -> dict[str, str]:
    table: Mapping[str, list[str]] = load_lexicon("calendar")["vague"]
    return {phrase: value for value, phrases in table.items() for phrase in phrases}


def _vague(parts: Mapping[str, str], moment: Moment) -> Value | None:
    return "date", _vague_words()[" ".join(parts["vague"].split())]


_RECKON: Mapping[str, Callable[[Mapping[str, str], Moment], Value | None]] = {
    "day": _day,
    "written": _written,
    "slashed": _slashed,
    "month": _month,
    "year": _year,
    "decade": _decade,
    "century": _century,
    "season": _season,
    "quarter": _quarter,
    "half": _half,
    "weekday": _weekday,
    "weekdays": _weekdays,
    "today": _today,
    "period": _period,
    "beside": _beside,
    "ago": _ago,
    "duration": _duration,
    "sets": _sets,
    "months": _months,
    "repeating": _repeating,
    "clock": _clock,
    "vague": _vague,
}


def reckon(expression: Expression, moment: Moment) -> Value | None:
    """Type and value of `expression` seen from `moment`; None when it is no time after all ("June 31")."""
    return _RECKON[expression.kind](expression.parts, moment)
