"""Lines that are furniture by their build, wherever they stand: times, numbers of pictures, counters, fields, marks."""

import re
from functools import cache

from secondsource.stages.clean.lines import Line
from secondsource.stages.clean.shapes import is_entry_time, is_slide_number
from secondsource.text.lexicon import load_lexicon

LONGEST_CORRECTION = 90
"""Words of a note that says what was wrong before; the longest of those read have 70."""

LONGEST_FIELD = 40
"""Words of a field in a mail's head or a database's record."""

LONGEST_COUNTER = 10
"""Words of a row of counters: "1.2K Reposts 340 Quotes 2,870 Likes"."""

_CREDIT = re.compile(r"\((?:[A-Z][\w.'’-]{0,20} ?){1,4}\s?/\s?[^()/\n]{2,40}\)$")
_PAGE = re.compile(
    r"(?:page|p\.|document|item|result)\s?\d{1,4}(?:\s?(?:of|/)\s?\d{1,5})?$|\d{1,4} of \d{1,5} documents$",
    re.IGNORECASE,
)
_SENT = re.compile(r"\S.{1,40}, \[\d{1,2}[./]\d{1,2}[./]\d{2,4},? \d{1,2}:\d{2}(?::\d{2})?(?: [AP]M)?\]:?$")
_END = re.compile(r"[(\[-]{0,2}\s?(?:more|ends?|nnnn|30|xxx|to be continued)\s?[)\]-]{0,2}$", re.IGNORECASE)
_WEATHER = re.compile(r"(?:weather:?\s)?-?\d{1,3}\s?°\s?[CF]?(?:\s[\w-]{2,15}){0,3}$", re.IGNORECASE)
_TICKER = re.compile(r"[A-Z][A-Z0-9 .&]{1,20}\s(?:[\d.,]{1,12}\s)?[−+–-]\d[\d.,]{0,8}\s?%$")
_COUNT = re.compile(r"\(?\+?[\d.,]+[kKmM]?\)?$")
_NUMBER = re.compile(r"\W{0,6}\+?\d[\d.,]{0,11}\s?[KMkm]?\W{0,6}$")
_MINUTES = re.compile(r"\d{1,3}[\s-]?(?:min|mins|minutes?)\.?(?:[\s-](?:read|listen|watch|ago))?$", re.IGNORECASE)
_HOURS = re.compile(r"\d{1,2}(?:[:.]\d{2})?\s?(?:[ap]m)?\s?[-–]\s?\d{1,2}(?:[:.]\d{2})?\s?(?:[ap]m)?$", re.IGNORECASE)
_DOMAIN = re.compile(r"[\w-]{1,60}(?:\.[\w-]{2,40}){1,4}(?:/\S{0,300})?$|[ru]/\w{2,30}$")
_AGO = re.compile(
    r"(?:(?:last )?(?:posted|published|updated)\s)?(?:yesterday|just now|(?:\d{1,3}|an?)\s?"
    r"(?:s|secs?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|wks?|weeks?|months?|yrs?|years?)(?:\s(?:ago|old))?)\W{0,6}$",
    re.IGNORECASE,
)
_UNDER = re.compile(r"In [\"“][^\"“”]{2,40}[\"”]$")
_FOLLOW = re.compile(r"Follow(?: (?:the )?[A-Z][\w.'’&-]{0,20}){1,5}$")
_MAIL = re.compile(r"[\w.+-]{1,40}@[\w-]{1,40}\.[\w.-]{2,30}")
_FIELD = re.compile(r"(?P<key>[A-Za-z][A-Za-z ()-]{1,24})\s?:(?:\s|$)|(?P<role>Role|Author),\s")

MARKS = "line of marks"


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load_lexicon("furniture")["signs"][key])


@cache
def _corrections() -> tuple[str, ...]:
    return tuple(load_lexicon("furniture")["signs"]["corrections"])


def find_sign(line: Line, *, is_outside: bool) -> str | None:
    """What a line is by its build, as a reason for cutting it; fields and addresses only outside the report."""
    text = line.text
    if is_correction(line):
        return "correction note"
    if not any(mark.isalnum() for mark in text):
        return MARKS
    if is_entry_time(text):
        return "time of an entry"
    if is_slide_number(text):
        return "number of a picture"
    if _CREDIT.match(text):
        return "photo credit"
    return _find_mark(line) or (_find_field(line) if is_outside else None)


def is_correction(line: Line) -> bool:
    """Whether a line says what an earlier version of the report had wrong."""
    return line.count <= LONGEST_CORRECTION and line.bare.startswith(_corrections())


_BUILDS: tuple[tuple[re.Pattern[str], str], ...] = (
    (_SENT, "head of a mail"),
    (_PAGE, "page number"),
    (_UNDER, "related report"),
    (_AGO, "date line"),
    (_TICKER, "market figures"),
    (_WEATHER, "weather"),
    (_MINUTES, "reading aid"),
    (_HOURS, "reading aid"),
    (_NUMBER, "counter"),
)


def _find_mark(line: Line) -> str | None:
    text, words = line.text, line.text.split()
    built = next((reason for pattern, reason in _BUILDS if pattern.match(text)), None)
    if built:
        return built
    if all(word.startswith("#") and len(word) > 1 for word in words):
        return "tags"
    if all(word.startswith("@") for word in words):
        return "byline"
    if _END.match(text) and (text.isupper() or not text[0].isalpha()):
        return "agency's code line"
    if _DOMAIN.match(text) and any(mark.isalpha() for mark in text.rpartition(".")[2]):
        return "address"
    if all(word.lower().strip("|·,/") in _words("languages") for word in words):
        return "navigation"
    return "counter" if _is_counter(words) else None


def _is_counter(words: list[str]) -> bool:
    if not 2 <= len(words) <= LONGEST_COUNTER:
        return False
    counted = [word for word in words if word.lower().strip("():,·|") in _words("counted")]
    numbers = [word for word in words if _COUNT.match(word.strip("·|,"))]
    rest = [word for word in words if word not in counted and word not in numbers]
    return bool(counted and numbers) and all(word.lower() in _words("beside_counts") for word in rest)


def _find_field(line: Line) -> str | None:
    field = _FIELD.match(line.text)
    if field and line.count <= LONGEST_FIELD:
        key = (field["key"] or field["role"]).strip().lower()
        if key in _words("mail_fields"):
            return "head of a mail"
        if key in _words("record_fields"):
            return "record of an archive"
    if _FOLLOW.match(line.text):
        return "appeal to the reader"
    if line.count <= 5 and _MAIL.search(line.text) and not line.ends_sentence:
        return "contact"
    return None
