"""Numbers that are figures, and those that are not: dates, scores, names, house and phone numbers."""

import re
from bisect import bisect_right
from functools import cache

from secondsource.model.readings import Reading
from secondsource.model.spans import Span
from secondsource.stages.extract.bare import is_age, stands_alone
from secondsource.stages.extract.counted import NOUNS, Words
from secondsource.stages.extract.listed import find_vote_end, is_shared_out
from secondsource.text.lexicon import load_lexicon
from secondsource.text.measures import Measure
from secondsource.text.number_phrases import Numeral

_GLUED_BEFORE = re.compile(r"(?:[A-Za-z_@#/&.,]|\d[-–—:/.,'’]|[A-Z][A-Za-z]{0,12}\s?[-‐])$")
_JOINING = re.compile(r"\b(?:sub|to|and|mid|over|under|minus|plus|non|about|pre|post|than|of)[-‐]$", re.IGNORECASE)
_GLUED_AFTER = re.compile(r"[A-Za-z_@]|['’]\d|[-–—:/]\d|:\d|['’]?s\b|-(?:for|to|in|on|by|and)-\d|\.\d|/[A-Za-z]")
_LABEL = re.compile(r"(?:\b(?:No|no|Nos|nos|Number|number|Art|Sec|Fig|Vol|Ch|p|pp|Rs)\.?|#|№)[^\S\n]?$")
_LABEL_NOUN = re.compile(
    r"\b(?:article|section|chapter|page|room|flight|route|highway|channel|phase|level|unit|category|type|grade|class"
    r"|tier|stage|week|game|day|act|episode|season|part|volume|verse|psalm|line|zone|gate|group|area|world\swar|covid"
    r"|resolution|number|model|version|interstate|size|division|formula|apartment|suite|box|pier|line)[^\S\n]$",
    re.IGNORECASE,
)
_SLASH = re.compile(r"\d{1,4}[/⁄](\d{1,4})$")
_PHONE = re.compile(r"[+(]?\d{1,4}\)?[-. ]\d{3}[-. ]\d{4}\b|\+\d{1,3}[-. ]\d{2,4}[-. ]")
_LIST_NUMBER = re.compile(r"(?:^|\n)\s{0,4}$")
_LATER = re.compile(r"\s(?:later|afterwards)\b")
MOMENTS = frozenset(["second", "minute", "hour"])
"""Lengths between two moments of one event; "three days later" is a date."""
_CLOCK_BEFORE = re.compile(r"\b(?:at|by|about|around|until|since|before|after)\s$", re.IGNORECASE)
_CLOCK_AFTER = re.compile(
    r"\s(?:minutes\s)?(?:to|past)\s(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|midnight|noon|midday)\b"
)
_ROAD = re.compile(
    r"\s(?:[A-Z][\w.'’]{0,20}\s){0,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Way|Boulevard|Blvd|Square|Place|Terrace"
    r"|Court|Crescent|Close|Row|Hill|Parkway|Highway)\b"
)
LONGEST_BARE = 10
"""Digits from which an unbroken number is an identifier: reports group the digits of a count so long."""

PARTS = frozenset([2, 3, 4, 5, 6, 8, 10, 12, 16, 32, 64, 100, 128, 1000])
"""What things are divided into; 9/11 is a day and 24/7 a habit."""


def is_figure(reading: Reading, sentence: Span, numeral: Numeral, measure: Measure, words: Words) -> bool:
    """Whether the number with its unit is a quantity, judged by what stands around it."""
    text = reading.report.text
    if numeral.kind == "ordinal":
        return words.counts_one_more(numeral.start, numeral.end)
    if _is_dated(reading, numeral) and not (measure.unit in MOMENTS and _LATER.match(text, measure.end)):
        return False
    if numeral.end - numeral.start >= LONGEST_BARE and text[numeral.start : numeral.end].isdigit():
        return False
    if find_vote_end(text, numeral):
        return True
    if _is_clock(text, numeral) or _is_glued(text, numeral, measure) or _is_phone(text, numeral):
        return False
    if measure.unit is not None:
        return True
    if _has_label(text, numeral) or _ROAD.match(text, numeral.end):
        return False
    if is_shared_out(sentence.of(text), numeral.start - sentence.start):
        return True
    if numeral.scale == 1 and (_is_named(reading, numeral) or _is_in_name(text, numeral, words)):
        return False
    return _is_counting(text, numeral, words)


SPELLED = 12
"""Numbers up to this are written in words; as bare words they stand for persons or things: "the two then signed"."""


def _is_dated(reading: Reading, numeral: Numeral) -> bool:
    """Whether the number is part of a date or clock time; lengths of time are figures."""
    at = bisect_right(reading.times, numeral.start, key=lambda time: time.span.start)
    span = Span(numeral.start, numeral.end)
    return any(
        time.span.overlaps(span) and time.type in ("date", "time") for time in reading.times[max(0, at - 1) : at + 2]
    )


def _is_phone(text: str, numeral: Numeral) -> bool:
    return _PHONE.search(text[max(0, numeral.start - 16) : numeral.end + 9]) is not None


def _is_clock(text: str, numeral: Numeral) -> bool:
    """Whether the number tells the hour: "at twenty to seven", "6.40 o'clock"."""
    if re.match(r"\so['’]clock\b", text[numeral.end : numeral.end + 9]):
        return True
    lead = text[max(0, numeral.start - 8) : numeral.start]
    return bool(_CLOCK_BEFORE.search(lead) and _CLOCK_AFTER.match(text, numeral.end))


def _is_named(reading: Reading, numeral: Numeral) -> bool:
    at = bisect_right(reading.names, numeral.start, key=lambda name: name.span.start)
    span = Span(numeral.start, numeral.end)
    return any(name.span.contains(span) for name in reading.names[max(0, at - 2) : at])


def _is_glued(text: str, numeral: Numeral, measure: Measure) -> bool:
    """Whether letters or digits hang on to the number: F-150, 3-2, 12:30, 10.0.1, 747s, 3-for-2."""
    before = text[max(0, measure.start - 24) : measure.start]
    if measure.start == numeral.start and _GLUED_BEFORE.search(before) and not _JOINING.search(before):
        return True
    slash = _SLASH.search(text[numeral.start : numeral.end])
    if slash and (int(slash[1]) not in PARTS or numeral.low >= 1):
        return numeral.kind == "fraction"
    after = text[measure.end : measure.end + 8]
    return bool(_GLUED_AFTER.match(after)) if measure.unit is None else after[:1].isdigit()


def _has_label(text: str, numeral: Numeral) -> bool:
    """Whether a word before the number says that it names one of a row: "No. 3", "Article 5", "1." heading a line."""
    before = text[max(0, numeral.start - 24) : numeral.start]
    if _LABEL.search(before) or _LABEL_NOUN.search(before):
        return True
    return bool(_LIST_NUMBER.search(before)) and text[numeral.end : numeral.end + 1] in (".", ")")


def _is_in_name(text: str, numeral: Numeral, words: Words) -> bool:
    """Whether the number ends or holds together a name: "Boeing 737", "the Note 20 Ultra"."""
    at = words.index_at(numeral.start)
    if at is None or at == 0 or not text[numeral.start].isdigit():
        return False
    name, number = words.tokens[at - 1], words.tokens[at]
    spelled = name.span.of(text)
    if name.span.end + 1 != number.span.start or "," in number.span.of(text) or spelled in _calendar_words():
        return False
    if _heads_a_name(words, at):
        return True
    if name.pos == "PROPN" and (number.head <= at or words.tokens[number.head].tag in ("NN", "NNP")):
        return True
    return bool(re.search("[A-Z]", spelled[1:])) and name.pos in NOUNS


def _heads_a_name(words: Words, at: int) -> bool:
    """Whether the number begins a name: "the 787 Skyrunner"; more than one of anything would be in the plural."""
    number, noun = words.tokens[at], words.tokens[words.tokens[at].head]
    between = words.tokens[at + 1 : number.head + 1]
    return (
        number.head > at
        and noun.tag == "NNP"
        and len(noun.span) > 2
        and bool(between)
        and all(word.tag == "NNP" for word in between)
    )


@cache
def _calendar_words() -> frozenset[str]:
    table = load_lexicon("calendar")
    return frozenset(
        form for part in ("months", "weekdays") for entry in table[part].values() for form in entry["forms"]
    )


def _is_counting(text: str, numeral: Numeral, words: Words) -> bool:
    """Whether a number without a unit counts something; small words also stand for persons: "the two then signed"."""
    if text[numeral.start].isdigit() or numeral.kind != "cardinal" or numeral.low > SPELLED:
        return True
    if stands_alone(text, numeral) or is_age(text, numeral):
        return True
    at = words.index_at(numeral.end - 1)
    if numeral.low == 1 and at is not None and words.tokens[at].dep != "nummod":
        return False
    return words.counted_by(Span(numeral.start, numeral.end)) is not None
