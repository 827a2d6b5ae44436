"""Fiscal periods: quarters and years as business reports count them, "the quarter", "the year-earlier period"."""

from secondsource.stages.annotate.calendars import first_day, step
from secondsource.stages.annotate.moments import YEAR_STEPS, Moment, Parts, Value, numbers_of, past_or_future
from secondsource.stages.annotate.spells import reckon_weekend

REPORTING_DAYS = 45
"""Days into a quarter in which "the quarter" that figures are of is the one before: companies report within them."""

ORDER = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 2, "final": 4}


def reckon_quarter(parts: Parts, moment: Moment) -> Value | None:
    """Reckon "the third quarter of 2019", "last year's first quarter", "the 2018 quarter"."""
    number = _number_said(parts, moment)
    year = _year_said(parts, moment)
    if number is None:
        return None if year is None else ("date", f"{year}")
    if year is None and moment.anchor is not None:
        is_late = number > (moment.anchor.month + 2) // 3
        year = moment.anchor.year - (1 if is_late and moment.tense == "past" else 0)
    return "date", f"{'XXXX' if year is None else year}-Q{number}"


def _number_said(parts: Parts, moment: Moment) -> int | None:
    if "q" in parts:
        return int(parts["q"])
    if "nth" in parts:
        return ORDER[parts["nth"]]
    return int(moment.quarter[6]) if moment.quarter else None


def _year_said(parts: Parts, moment: Moment) -> int | None:
    if "year" in parts:
        return int(parts["year"])
    if "whichyear" in parts and moment.anchor:
        return moment.anchor.year + YEAR_STEPS.get(parts["whichyear"], 0)
    return None


def reckon_half(parts: Parts, moment: Moment) -> Value | None:
    """Reckon "the first half of 2019"."""
    year = _year_said(parts, moment)
    if year is None and moment.anchor:
        year = moment.anchor.year
    return "date", f"{'XXXX' if year is None else year}-H{ORDER[parts['nth']]}"


def reckon_definite(parts: Parts, moment: Moment) -> Value | None:
    """Reckon "the quarter", "the end of the year", "over the weekend": the one spoken of, or else the present one."""
    unit = parts["unit"]
    if unit == "weekend":
        return "date", reckon_weekend(moment)
    if unit == "year" and "ended" in parts:
        return "duration", "P1Y"
    if unit == "quarter":
        return "date", _the_quarter(parts, moment)
    base = first_day(moment.spoken_of, unit) if unit == "month" else None
    base = base or moment.anchor
    return "date", (step(base, 0, unit) if base else None) or past_or_future("this")


def _the_quarter(parts: Parts, moment: Moment) -> str:
    """The quarter that ends in the month told, or the one spoken of, or the one whose figures are news."""
    anchor = moment.anchor
    if "endmonth" in parts and anchor:
        month = numbers_of("months")[parts["endmonth"]]
        return f"{anchor.year - (month > anchor.month)}-Q{(month + 2) // 3}"
    if moment.quarter:
        return moment.quarter
    if anchor is None:
        return "PRESENT_REF"
    is_fresh = (anchor.month - 1) % 3 * 30 + anchor.day <= REPORTING_DAYS
    return step(anchor, -1 if is_fresh and moment.tense == "past" else 0, "quarter") or "PRESENT_REF"


def reckon_year_before(parts: Parts, moment: Moment) -> Value | None:
    """Reckon "the year-earlier quarter", "a year ago" in a comparison: a year before the quarter spoken of."""
    quarter = moment.quarter
    if "nth" in parts:
        told = reckon_quarter(parts, Moment(moment.anchor, None, moment.tense))
        quarter = told[1] if told else None
    if quarter and quarter[:4].isdigit():
        return "date", f"{int(quarter[:4]) - 1}{quarter[4:]}"
    return ("date", f"{moment.anchor.year - 1}") if moment.anchor else ("date", "PAST_REF")
