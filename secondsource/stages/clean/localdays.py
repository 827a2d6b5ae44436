"""The day of an instant in UTC where the outlet is: a reader counts "today" and "Wednesday" by the day it printed."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from secondsource.model.reports import Credit
from secondsource.stages.clean.moments import is_doubtful, zone_of

SHOWN = ("address", "date line near the headline", "day near the headline")
"""Where a page gives the day by its own clock."""

EAST_HOUR, WEST_HOUR = 13, 9
"""From this hour in UTC it is already tomorrow where many live (Sydney); before that one still yesterday (Los
Angeles)."""


def find_local_day(published: Sequence[Credit], url: str | None) -> tuple[Credit, ...]:
    """The credit of the local day, where the most telling credit is an instant whose day in UTC is another one."""
    instant = _first_instant(published)
    if instant is None or _has_clock_on(instant, published):
        return ()
    zone = zone_of(url, instant.date())
    return _shown_day(published, instant) if zone is None else _day_in_zone(published, instant, zone)


def _first_instant(published: Sequence[Credit]) -> datetime | None:
    """The instant that the most telling credit gives, or another one with the letter Z; None for a local time."""
    first = published[0].value if published else ""
    told = (credit.value for credit in published if credit.value.endswith("Z") and credit.value[:16] == first[:16])
    return next((datetime.fromisoformat(value) for value in told), None)


def _has_clock_on(instant: datetime, published: Sequence[Credit]) -> bool:
    """Whether a local time on the instant's day confirms it: one that is not the instant without its letter Z."""
    clocks = {credit.value for credit in published if "T" in credit.value and credit.value[-1].isdigit()}
    return any(clock[:10] == instant.date().isoformat() and clock[11:16] != f"{instant:%H:%M}" for clock in clocks)


def _day_in_zone(published: Sequence[Credit], instant: datetime, zone: int) -> tuple[Credit, ...]:
    """The day in the country of the address, where no clock of the page says that the one in UTC was meant."""
    day = (instant + timedelta(minutes=zone)).date().isoformat()
    shown = {credit.value[:10] for credit in published if credit.read_from in SHOWN}
    if day == published[0].value[:10] or published[0].value[:10] in shown:
        return ()
    return (Credit("published_at", day, f"{published[0].read_from}, by the clock of the country in the address"),)


def _shown_day(published: Sequence[Credit], instant: datetime) -> tuple[Credit, ...]:
    """The day that the page shows its readers, where by some clock on Earth it is that of the instant."""
    for credit in published[1:]:
        if credit.read_from not in SHOWN or is_doubtful(credit.value):
            continue
        ahead = (date.fromisoformat(credit.value[:10]) - instant.date()).days
        if (ahead == 1 and instant.hour >= EAST_HOUR) or (ahead == -1 and instant.hour < WEST_HOUR):
            return (Credit("published_at", credit.value[:10], credit.read_from),)
    return ()
