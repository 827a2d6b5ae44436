"""Credits: whom a report names as the maker of its text."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from secondsource.stages.trace.tellings import Telling
from secondsource.text.lexicon import load_lexicon

_CREDIT = (
    r"\b(?:appeared|published|reprinted|courtesy|from|according|writes|wrote|reports|reported|via|told"
    r"|arrangement with|permission of|syndicated by|copyright|credit)\b"
    r"[^.\n]{{0,24}}(?<!\w){outlet}(?!\w)|(?<!\w){outlet} (?:writes|wrote|reports|reported|has learnt)\b|\({outlet}\)"
)
"""An outlet named as where a text, or a piece of news, comes from."""
_ALONE = "line “"
"""Begins where an outlet was read from when its name stands alone in a line of the text, as credits do."""
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


def name_original(tellings: Iterable[Telling]) -> str | None:
    """What the text that these go back to is credited to: the agency that most name, by its fullest name.

    Where none names an agency, a known outlet whose name stands alone in a line of one of them.
    """
    tellings = tuple(tellings)
    named = [agency for telling in tellings for agency in outside_agencies(telling)]
    in_full = {
        "".join(word[0] for word in re.split(r"[\s-]+", name) if word).upper(): name
        for name in sorted(named)
        if " " in name
    }
    credited = Counter(in_full.get(agency, agency) for agency in named)
    alone = {outlet for telling in tellings for outlet in _outlets_alone(telling)}
    most = min(credited, key=lambda agency: (-credited[agency], agency), default=None)
    return most or (min(alone) if len(alone) == 1 else None)


def _outlets_alone(telling: Telling) -> list[str]:
    read = [credit for credit in telling.reading.report.credits if credit.field == "outlet"]
    return [credit.value for credit in read if credit.read_from.startswith(_ALONE) and credit.value in _known_outlets()]


@cache
def _known_outlets() -> frozenset[str]:
    return frozenset(outlet["name"] for outlet in load_lexicon("outlets")["outlet"])
