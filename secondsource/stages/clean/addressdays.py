"""The day in a page's address: a path made when the page was, as in /2031/06/03/ferry-aground, or figures elsewhere."""

import re

from secondsource.stages.clean.moments import ALL_MONTHS, read_moment

_PATHS = (
    re.compile(r"/((?:19|20)\d\d)/(\d{1,2})/(?:(\d{1,2})(?=/|$)|(\d\d)(?=-))"),
    re.compile(r"/((?:19|20)\d\d)/([a-z]{3})/(\d{1,2})(?=/|$)"),
    re.compile(r"/(20\d\d)-?([01]\d)/([0-3]\d)(?=/|$)"),
    re.compile(r"/(20\d\d)/([01]\d)([0-3]\d)(?=/|$)"),
)
_FIGURES = (
    re.compile(r"(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)"),
    re.compile(r"(?<!\d)(20[0-3]\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)"),
)


def day_in_path(url: str) -> str | None:
    """The day whose year, month and day are the steps of the address's path; None when it has none."""
    return _first_day(_PATHS, url)


def day_in_figures(url: str) -> str | None:
    """The day that stands in figures anywhere in the address, as in ?day=2031-06-03; None when there is none."""
    return _first_day(_FIGURES, url)


def _first_day(patterns: tuple[re.Pattern[str], ...], url: str) -> str | None:
    for pattern in patterns:
        if found := pattern.search(url):
            year, month, day = filter(None, found.groups())
            number = int(month) if month.isdigit() else ALL_MONTHS.get(month, 0)
            if moment := read_moment(f"{year}-{number:02}-{int(day):02}"):
                return moment
    return None
