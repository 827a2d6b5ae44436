"""Calendars: stepping from one day, week, month or year to another, with values as in EDTF."""

from datetime import date, timedelta

PRECISION = {"day": 10, "week": 10, "weekend": 10, "month": 7, "quarter": 7}
"""Characters of an EDTF value that must be known to step from it by such a unit; years need four."""


def to_day(year: int, month: int, day: int) -> date | None:
    """The day of that date; None where no calendar has it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def first_day(value: str | None, unit: str) -> date | None:
    """The first day of a value, if it is known as closely as stepping by `unit` needs."""
    needed = PRECISION.get(unit, 4)
    if value is None or not value[:needed].replace("-", "").isdigit() or len(value) < needed:
        return None
    month = int(value[5:7]) if value[5:7].isdigit() else 1
    day = int(value[8:10]) if value[8:10].isdigit() else 1
    return to_day(int(value[:4]), month, day)


def week_of(day: date) -> str:
    """The ISO week that holds a day: 2024-W25."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def step(base: date, count: int, unit: str) -> str | None:
    """The day, week, month … that lies `count` of its kind from the one of `base`; None beyond all calendars."""
    if unit == "decade":
        return f"{base.year // 10 + count:03}X"
    if unit == "century":
        return f"{base.year // 100 + count:02}XX"
    return shift(base, count, {"weekend": "WE", "quarter": "Q"}.get(unit, unit[0].upper()))


def shift(base: date, amount: float, code: str) -> str | None:
    """`base` moved by so many TIMEX units, told to the unit's own precision: months for months, years for years."""
    if code.startswith("T"):
        return base.isoformat()
    if code in ("D", "W", "WE"):
        try:
            day = base + timedelta(days=round(amount * (1 if code == "D" else 7)))
        except OverflowError:
            return None
        return day.isoformat() if code == "D" else week_of(day) + ("-WE" if code == "WE" else "")
    count = base.year * 12 + base.month - 1 + round(amount * {"M": 1, "Q": 3, "Y": 12}[code])
    year, month = count // 12, count % 12 + 1
    if not 1 <= year <= 9999:
        return None
    return f"{year:04}" if code == "Y" else f"{year:04}-Q{(month + 2) // 3}" if code == "Q" else f"{year:04}-{month:02}"
