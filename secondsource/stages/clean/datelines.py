"""The head of a report's first paragraph: "SPLIT, Croatia, June 3 (HINA) —" gives a place, a day and an agency."""

import re
from dataclasses import dataclass

from secondsource.model.dates import PartialDate
from secondsource.model.reports import Dateline
from secondsource.stages.clean.moments import MONTH_NAMES, MONTHS
from secondsource.stages.clean.publishers import find_agency, find_outlet, is_agency_name

LONGEST_HEAD = 90
"""Characters before the agency or the dash. The longest of 840 news reports has 52."""

_NUMBER = r"\d{1,2})(?:st|nd|rd|th)?"
_DAY = re.compile(
    rf"[,.]?\s{{0,2}}(?:\b(?P<month>{MONTH_NAMES})\b\.?\s{{1,2}}(?P<day>{_NUMBER}"
    rf"|\b(?P<day2>{_NUMBER}\s{{1,2}}(?P<month2>{MONTH_NAMES})\b\.?)"
    r"(?:,?\s{1,2}(?P<year>(?:19|20)\d\d))?[.,:]?\s{0,2}$",
    re.IGNORECASE,
)
_FIGURES = re.compile(
    r"(?P<place>[^\W\d][^\d()\n]{1,40}?),?\s\(?(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>(?:19|20)\d\d)"
    r"\)?\s?[.:—–-]\s{1,3}"
)
_SUPPLIER = re.compile(
    r"\s{0,3}(?:\((?P<round>[^()\n]{2,60})\)|/(?P<slash>[^/\n]{2,40})/|\[(?P<square>[A-Za-z /&.-]{2,40})\])"
)
_DASH = re.compile(r"\s{0,3}(?P<dash>[—–―‒]|--?|_|:|\.)(?=[\s\"“‘'A-Z]|$)\s{0,3}")
_CAPITALS = re.compile(r"[A-Z][A-Z.&-]{1,7}$")
_SMALL_PLACE_WORDS = frozenset(
    [
        "of",
        "de",
        "la",
        "le",
        "les",
        "del",
        "the",
        "and",
        "on",
        "near",
        "in",
        "upon",
        "al",
        "el",
        "du",
        "da",
        "do",
        "di",
        "d'",
    ]
)
_STATION = re.compile(r"[KW][A-Z]{2,3}(?:-?(?:TV|FM|AM|DT))?$")
"""Call signs of American stations, which put their own name where others put the agency's."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a paragraph's head says: place and day, the agencies and outlets in its brackets, and where it ends."""

    dateline: Dateline | None
    agencies: tuple[str, ...]
    outlets: tuple[str, ...]
    end: int


def find_head(paragraph: str) -> Head | None:
    """The dateline at the start of a paragraph; None when it has none."""
    return _head_with_supplier(paragraph) or _head_with_dash(paragraph) or _head_with_figures(paragraph)


def _head_with_supplier(paragraph: str) -> Head | None:
    opening = re.search(r"[(/\[]", paragraph[:LONGEST_HEAD])
    start = opening.start() if opening else -1
    if opening and opening.group() == "[":
        after = re.search(r"[(/]", paragraph[start + 1 : LONGEST_HEAD])
        start = start + 1 + after.start() if after else start
    if start < 0:
        return None
    before = paragraph[:start].rstrip()
    supplier = _SUPPLIER.match(paragraph, len(before))
    dateline, shouted = _read_place(before)
    if not supplier or (before and dateline is None):
        return None
    dash = _DASH.match(paragraph, supplier.end())
    names = next(name for name in supplier.groups() if name)
    agencies, outlets = _sort_suppliers(names, is_sure=shouted and dash is not None)
    if not (agencies or outlets) or not (dash or (before and supplier["slash"])):
        return None
    return Head(
        dateline if dateline and dateline.place else None, agencies, outlets, dash.end() if dash else supplier.end()
    )


def _sort_suppliers(names: str, *, is_sure: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    agencies: list[str] = []
    outlets: list[str] = []
    whole = find_agency(names)
    for part in [names] if whole else re.split(r"\s?[/,&]\s?|\s(?:and|with)\s", names):
        part = part.strip()
        if agency := find_agency(part):
            agencies.append(agency)
        elif outlet := find_outlet(part):
            outlets.append(outlet)
        elif is_sure and _STATION.match(part):
            outlets.append(part)
        elif is_sure and (_CAPITALS.match(part) or is_agency_name(part)):
            agencies.append(part)
    return tuple(dict.fromkeys(agencies)), tuple(dict.fromkeys(outlets))


def _head_with_dash(paragraph: str) -> Head | None:
    for dash in re.finditer(r"\s{0,3}(?:[—–―]|--|\s-|:)\s{1,3}", paragraph[:LONGEST_HEAD]):
        before = paragraph[: dash.start()]
        dateline, shouted = _read_place(before)
        if dateline and dateline.place and (shouted or (dateline.on and ":" not in dash.group())):
            return Head(dateline, (), (), dash.end())
        return None
    return None


def _head_with_figures(paragraph: str) -> Head | None:
    """The place and the whole day in figures, as in "Split, (03.06.2031). The ferry"."""
    found = _FIGURES.match(paragraph)
    day = PartialDate.from_edtf(f"{found['year']}-{int(found['month']):02}-{int(found['day']):02}") if found else None
    if not found or not day or not _is_place(found["place"]):
        return None
    return Head(Dateline(found["place"], day.first.isoformat()), (), (), found.end())


def _read_place(before: str) -> tuple[Dateline | None, bool]:
    """The place and day in what stands before an agency or a dash, and whether it stands out by capitals or a day."""
    text = before.strip()
    day = _DAY.search(text)
    on = _to_edtf(day) if day else None
    place = _without_stop((text[: day.start()] if day else text).strip(" ,;"))
    if not text:
        return None, False
    if not place:
        return (Dateline("", on), True) if on else (None, False)
    if not _is_place(place):
        return None, False
    first = place.replace("[", " ").split(",")[0]
    shouted = first.isupper() and sum(c.isalpha() for c in first) >= 3
    return Dateline(place, on), shouted or on is not None


def _without_stop(place: str) -> str:
    """The place without a full stop at its end, unless that belongs to an abbreviation: "Nev.", "S.C."."""
    last = place.rpartition(" ")[2]
    abbreviated = last.endswith(".") and (not last.isupper() or "." in last[:-1])
    return place if abbreviated else place.rstrip(".")


def _is_place(place: str) -> bool:
    words = place.replace("[", " ").replace("]", " ").replace("/", " ").split()
    if not 1 <= len(words) <= 8 or any(mark in place for mark in '!?"“”;:…'):
        return False
    return (
        all(word[0].isupper() or word.lower().strip(".,") in _SMALL_PLACE_WORDS for word in words)
        and words[0][0].isupper()
    )


def _to_edtf(day: re.Match[str]) -> str | None:
    month = MONTHS[(day["month"] or day["month2"]).lower()]
    number = int(day["day"] or day["day2"])
    return f"{day['year'] or 'XXXX'}-{month:02}-{number:02}" if 1 <= number <= 31 else None
