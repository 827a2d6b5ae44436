"""Credits: whom a report names as the maker of its text."""

import re

from secondsource.stages.trace.tellings import Telling

_CREDIT = (
    r"\b(?:appeared|published|reprinted|courtesy|from|according|writes|wrote|reports|reported|via)\b"
    r"[^.\n]{{0,24}}(?<!\w){outlet}(?!\w)|(?<!\w){outlet} (?:writes|wrote|reports|reported|has learnt)\b|\({outlet}\)"
)
"""An outlet named as where a text, or a piece of news, comes from."""
_BY_STYLE = "style of"
"""Begins where a credit was read from when the report does not name the agency but signs off as it does."""


def outside_agencies(telling: Telling) -> tuple[str, ...]:
    """The agencies that a report credits, other than its own outlet and those that only its style betrays."""
    report = telling.reading.report
    own = (report.outlet or "").casefold()
    guessed = {credit.value for credit in report.credits if credit.read_from.startswith(_BY_STYLE)}
    stated = {credit.value for credit in report.credits if not credit.read_from.startswith(_BY_STYLE)}
    return tuple(agency for agency in report.agencies if agency.casefold() != own and agency not in guessed - stated)


def is_agency(telling: Telling) -> bool:
    own = (telling.reading.report.outlet or "").casefold()
    return any(agency.casefold() == own for agency in telling.reading.report.agencies)


def has_credit(copy: Telling, source: Telling) -> bool:
    """Whether `copy` names the outlet of `source` as where it has its text from."""
    outlet = source.reading.report.outlet
    if not outlet or outlet == copy.reading.report.outlet:
        return False
    named = [credit.value for credit in copy.reading.report.credits if credit.field == "syndication"]
    if any(outlet.casefold() in value.casefold() for value in [*named, *outside_agencies(copy)]):
        return True
    text = copy.reading.report.text
    if outlet.casefold() not in text.casefold():
        return False
    return re.search(_CREDIT.format(outlet=re.escape(outlet)), text, re.IGNORECASE) is not None
