"""Dates that may be partly known, written as in EDTF: 2024-06-19, 2024-06, 2024, 194X."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_WRITTEN = re.compile(r"(\d{3})(\d|X)(?:-(\d{2})(?:-(\d{2}))?)?$")


def write_day(day: date) -> str:
    """A day in words: "19 June 2024"."""
    return f"{day.day} {day:%B %Y}"


@dataclass(frozen=True, slots=True)
class PartialDate:
    """The days from `first` to `last`, both included: one day, a month, a year or a decade."""

    first: date
    last: date

    @classmethod
    def from_edtf(cls, value: str) -> "PartialDate | None":
        """Read an EDTF day, month, year or decade; None for anything else, such as a duration or a weekday."""
        written = _WRITTEN.match(value)
        if not written:
            return None
        decade, digit, month, day = written.groups()
        try:
            if digit == "X":
                return cls(date(int(decade + "0"), 1, 1), date(int(decade + "9"), 12, 31)) if not month else None
            year = int(decade + digit)
            if month is None:
                return cls(date(year, 1, 1), date(year, 12, 31))
            if day is None:
                return cls(date(year, int(month), 1), date(year, int(month), monthrange(year, int(month))[1]))
            return cls(date(year, int(month), int(day)), date(year, int(month), int(day)))
        except ValueError:
            return None

    @property
    def is_day(self) -> bool:
        return self.first == self.last

    def contains(self, other: "PartialDate") -> bool:
        """Whether each day of `other` is a day of this: "June 2024" contains 2024-06-19."""
        return self.first <= other.first and other.last <= self.last

    def overlaps(self, other: "PartialDate") -> bool:
        return self.first <= other.last and other.first <= self.last
