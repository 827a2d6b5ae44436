"""Times: the expressions of a report that name a day, a month or a year."""

import re

from secondsource.model.readings import Time
from secondsource.model.spans import Span

MONTHS = {
    month: number
    for number, month in enumerate(
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"], 1
    )
}

_DAY = re.compile(rf"\b({'|'.join(MONTHS)}) (\d{{1,2}})(?:st|nd|rd|th)?(?:, (\d{{4}}))\b")
_YEAR = re.compile(r"(?<=\bin )((?:19|20)\d{2})\b")


def find_times(text: str) -> tuple[Time, ...]:
    """The full dates of `text` in text order."""
    days = [
        Time(Span(*found.span()), "date", f"{found[3]}-{MONTHS[found[1]]:02}-{int(found[2]):02}")
        for found in _DAY.finditer(text)
    ]
    years = [Time(Span(*found.span()), "date", found[1]) for found in _YEAR.finditer(text)]
    return tuple(sorted(days + years, key=lambda time: time.span))
