"""Reads when a report was published or updated, as ISO 8601: an instant in UTC, a local time, or a bare day.

A day in figures that can be read in two ways is given as both, the day first, as EDTF writes "one of":
"[2026-03-10,2026-10-03]".
"""

import re
from datetime import UTC, date, datetime, timedelta, timezone
from unicodedata import normalize
from urllib.parse import urlsplit

from secondsource.text.lexicon import load_lexicon

_LEXICON = load_lexicon("moments")
MONTHS: dict[str, int] = {name: number for number, names in enumerate(_LEXICON["months"], start=1) for name in names}
"""Every spelling of a month in small letters, and its number."""

ZONES: dict[str, int] = {**_LEXICON["zones"], **_LEXICON["american"]}
"""Every zone in small letters, and its minutes east of Greenwich (of the American ones, in winter)."""

MONTH_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
"""All spellings of the months as alternatives of a pattern."""

ALL_MONTHS: dict[str, int] = MONTHS | {
    name: number for number, names in enumerate(_LEXICON["abroad"], start=1) for name in names
}
"""The same with those of more languages and short forms, for dates written out with the year."""

_PLAIN_DIGITS = {
    zero + digit: str(digit)
    for zero in (0x660, 0x6F0, 0x966, 0x9E6, 0xE50, 0x1040, 0x17E0, 0xFF10)
    for digit in range(10)
}
"""Arabic, Persian, Indian, Bengali, Thai, Burmese, Khmer and wide digits."""

_MONTH = r"(?P<month>[^\W\d_][^\s\d.,:;/()\[\]|–-]{1,13})\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DATES = (
    re.compile(rf"(?<!\d){_YEAR}(?:[-/.]|\.\s)(?P<m>\d{{1,2}})(?:[-/.]|\.\s)(?P<day>\d{{1,2}})(?!\d)"),
    re.compile(rf"(?<!\w){_MONTH}\s{{1,3}}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s{{0,2}},?\s{{1,3}}{_YEAR}\b"),
    re.compile(
        r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s{0,3}(?:(?:of|de)\s|d['’])?[-/]?"
        rf"{_MONTH}\s{{0,2}}[-/,]?\s{{0,3}}(?:del?\s)?{_YEAR}(?!\d)"
    ),
    re.compile(rf"(?<!\d){_YEAR}(?:\.|\sm\.)?\s{{1,3}}{_MONTH}\s{{1,3}}(?P<day>\d{{1,2}})(?!\d)"),
    re.compile(rf"(?<!\d){_YEAR}\.\sgada\s(?P<day>\d{{1,2}})\.\s{_MONTH}"),
    re.compile(rf"(?<!\d)(?P<day>\d{{1,2}})\.\s?(?P<m>\d{{1,2}})\.\s?{_YEAR}(?!\d)"),
    re.compile(rf"{_YEAR}\s?[年년]\s?(?P<m>\d{{1,2}})\s?[月월]\s?(?P<day>\d{{1,2}})\s?[日일]"),
    re.compile(rf"(?<!\d)(?P<day>\d{{1,2}})\stháng\s(?P<m>\d{{1,2}})(?:,|\snăm)\s{_YEAR}(?!\d)", re.IGNORECASE),
    re.compile(rf"(?<!\d)(?P<a>\d{{1,2}})(?P<mark>[/-])(?P<b>\d{{1,2}})(?P=mark){_YEAR}(?!\d)"),
    re.compile(r"(?<![\d.:])(?P<day>\d\d)\.(?P<m>\d\d)\.(?P<short>[0-3]\d)(?![\d.:])"),
)
_TIME = re.compile(
    r"(?<![\d:.])(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?:\.\d{1,9})?"
    r"\s{0,2}(?P<half>[ap]\.?m\b\.?)?\s{0,2}(?:hrs\b|uhr\b)?\s{0,2}\(?(?P<zone>[A-Z]{1,4}\b|[+-]\d\d:?\d\d)?",
    re.I,
)
_HOUR = re.compile(r"\b(?P<hour>1[0-2]|[1-9])\s{0,2}(?P<half>[ap]\.?m\b\.?)\s{0,2}\(?(?P<zone>[A-Z]{2,4}\b)?", re.I)
_ISO = re.compile(
    r"\s*(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:[.,:]\d{1,9})?\s?(Z|[+-]\d\d:?\d\d|[+-]\d\d)?\s*$", re.I
)
_COMPACT = re.compile(r"\s*((?:19|20)\d\d)(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?Z?)?\s*$")

EARLIEST_YEAR, LATEST_YEAR = 1990, 2099
"""Nothing was published on the web before; a year beyond is a misprint."""

SHOWN_CHARACTERS = 200
"""A date line is no longer."""


def read_moment(text: str) -> str | None:
    """The instant, local time or day that `text` gives, as ISO 8601; None when it gives none."""
    shown = to_plain_digits(text[:SHOWN_CHARACTERS])
    return _read_iso(shown) or _read_compact(shown) or _read_written(shown)


def cut_day(text: str) -> tuple[str, str] | None:
    """What stands before and behind a day that `text` writes out with its year; None where it writes none."""
    for pattern in _DATES:
        for found in pattern.finditer(text):
            if _days_from(found.groupdict()):
                return text[: found.start()], text[found.end() :]
    return None


def zone_of(url: str | None, day: date) -> int | None:
    """Minutes east of Greenwich, on a day, of the country in the address's last label; None where none is known."""
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        return None
    country = host.rpartition(".")[2].lower()
    zone: int | None = _LEXICON["countries"].get(country)
    if zone is None or country not in _LEXICON["european"] or not _is_european_summer(day):
        return zone
    return zone + 60


def is_doubtful(moment: str) -> bool:
    """Whether the moment is given as two, one of which it is: "[2026-03-10,2026-10-03]"."""
    return moment.startswith("[")


def _read_iso(text: str) -> str | None:
    found = _ISO.match(text)
    if not found:
        return None
    day, clock, zone = found.groups()
    try:
        moment = datetime.fromisoformat(f"{day}T{clock}")
    except ValueError:
        return None
    if not EARLIEST_YEAR <= moment.year <= LATEST_YEAR:
        return None
    return _to_text(moment, _offset(zone) if zone else None)


def _read_compact(text: str) -> str | None:
    found = _COMPACT.match(text)
    if not found:
        return None
    day = _to_day(int(found[1]), int(found[2]), int(found[3]))
    return day.isoformat() if day else None


def _read_written(text: str) -> str | None:
    for pattern in _DATES:
        for found in pattern.finditer(text):
            rest = text[: found.start()] + " \x00 " + text[found.end() :]
            moments = [_with_clock(day, rest) for day in _days_from(found.groupdict())]
            if moments:
                return moments[0] if len(moments) == 1 else f"[{','.join(moments)}]"
    return None


def _days_from(parts: dict[str, str]) -> list[date]:
    """The days that a written date can be: two where its figures do not say which of them is the month."""
    year = int(parts["year"] if "year" in parts else f"20{parts['short']}")
    if "a" in parts:
        first, second = int(parts["a"]), int(parts["b"])
        either = dict.fromkeys((_to_day(year, second, first), _to_day(year, first, second)))
        return [day for day in either if day]
    month = _month_named(parts["month"]) if "month" in parts else int(parts["m"])
    day = _to_day(year, month, int(parts["day"]))
    return [day] if day else []


def _month_named(name: str) -> int:
    """The month's number; 0, which no day is in, where the word names none."""
    return ALL_MONTHS.get(normalize("NFC", name.lower()), 0)


def to_plain_digits(text: str) -> str:
    """The text with the digits of other scripts, as in ২০৩১, written 0 to 9."""
    return text if text.isascii() else text.translate(_PLAIN_DIGITS)


def _to_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if EARLIEST_YEAR <= year <= LATEST_YEAR else None
    except ValueError:
        return None


def _with_clock(day: date, rest: str) -> str:
    found = _TIME.search(rest) or _HOUR.search(rest)
    if not found:
        return day.isoformat()
    parts = found.groupdict()
    hour, minute = int(parts["hour"]), int(parts.get("minute") or 0)
    half = (parts.get("half") or "").lower()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    moment = datetime(day.year, day.month, day.day, hour, minute, int(parts.get("second") or 0))  # noqa: DTZ001
    return _to_text(moment, _zone(parts.get("zone"), moment))


def _zone(letters: str | None, moment: datetime) -> timedelta | None:
    if not letters:
        return None
    name = letters.lower()
    if name in _LEXICON["american"]:
        return timedelta(minutes=ZONES[name] + (60 if _is_american_summer(moment.date()) else 0))
    if name in ZONES:
        return timedelta(minutes=ZONES[name])
    return _offset(letters) if letters[0] in "+-" else None


def _is_american_summer(day: date) -> bool:
    """From the second Sunday of March to the first of November, the rule since 2007."""
    return _sunday(day.year, 3, 2) <= day < _sunday(day.year, 11, 1)


def _is_european_summer(day: date) -> bool:
    """From the last Sunday of March to that of October, the rule since 1996."""
    return _sunday(day.year, 4, 1) - timedelta(7) <= day < _sunday(day.year, 11, 1) - timedelta(7)


def _sunday(year: int, month: int, number: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(6 - first.weekday()) % 7 + 7 * (number - 1))


def _offset(zone: str) -> timedelta:
    if zone.upper() == "Z":
        return timedelta(0)
    digits = zone[1:].replace(":", "").ljust(4, "0")
    east = timedelta(hours=int(digits[:2]), minutes=int(digits[2:4]))
    return -east if zone[0] == "-" else east


def _to_text(moment: datetime, offset: timedelta | None) -> str:
    """The instant in UTC; a local time where no zone is known; the local day where UTC is already in another one.

    A reader counts "today" and "Wednesday" by the day that the outlet printed: an evening in Buenos Aires must not
    become the next morning.
    """
    if offset is None or abs(offset) >= timedelta(hours=24):
        return moment.isoformat(timespec="seconds")
    instant = moment.replace(tzinfo=timezone(offset)).astimezone(UTC)
    if instant.date() != moment.date():
        return moment.date().isoformat()
    return instant.strftime("%Y-%m-%dT%H:%M:%SZ")
