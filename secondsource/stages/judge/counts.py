"""Counts of a paragraph: its numbers with what they count and the verb that they hang on, as the parse has them."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.model.readings import Reading, Token
from secondsource.model.spans import Span
from secondsource.text.measures import find_measure
from secondsource.text.number_phrases import Numeral
from secondsource.text.plain_numbers import find_plain_numbers
from secondsource.text.totals import is_no_count

_NO_COUNT = re.compile(
    r"(?:\s|-)?(?:%|per\s?cent\b|(?:st|nd|rd|th)\b|times\b|points?\b)|[-–]\d|\s(?:to|against|a|per|out\sof)\s\d",
    re.IGNORECASE,
)
FEWEST = 2
"""One number alone is beside none that it could be of."""
_SAYS = ("attr", "acomp", "prep", "dobj", "advmod")
_SAID = 12
"""Words behind a "be" among which the first is looked for that says what something is."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number, its unit, the noun that it counts (empty where the text leaves it out), and its sentence's place.

    `verb` is the place of the verb that it hangs on, `deed` that verb's lemma, and `manner` what "be" or "have" says of
    it: a word's relation and tag.
    """

    number: Numeral
    unit: str | None
    noun: str
    sentence: int
    verb: int
    deed: str
    manner: str


def find_counts(reading: Reading, block: Span, fewest: int = FEWEST) -> list[Count]:
    """The numbers of a paragraph that count something, in order, if they are not too few; their places are of it."""
    text = block.of(reading.report.text)
    numbers = [
        one
        for one in find_plain_numbers(text)
        if one.low == one.high and not is_no_count(text, one) and not _NO_COUNT.match(text, one.end)
    ]
    if len(numbers) < fewest or not reading.tokens:
        return []
    starts = [token.span.start for token in reading.tokens]
    sentences = [sentence.start for sentence in reading.sentences]
    found = []
    for number in numbers:
        last = max(0, bisect_left(starts, block.start + number.end) - 1)
        token = reading.tokens[last]
        head = reading.tokens[token.head]
        is_counted = token.dep in ("nummod", "compound", "amod") and head.span.start > token.span.start
        is_counted = is_counted and not any(one.pos == "DET" for one in reading.tokens[last + 1 : token.head])
        noun = head.lemma.lower() if is_counted and head.pos in ("NOUN", "PROPN") else ""
        unit = find_measure(text, number.start, number.end, number.low).unit
        place = bisect_left(sentences, block.start + number.end) - 1
        found.append(Count(number, unit, noun, place, *_verb_of(reading.tokens, last)))
    return found


def _verb_of(tokens: Sequence[Token], at: int) -> tuple[int, str, str]:
    """The place and lemma of the verb that a word hangs on, and what "be" or "have" says of its subject."""
    while tokens[at].head != at and tokens[at].pos not in ("VERB", "AUX"):
        at = tokens[at].head
    if tokens[at].lemma not in ("be", "have"):
        return at, tokens[at].lemma, ""
    said = [one for one in tokens[at + 1 : at + 1 + _SAID] if one.head == at and one.dep in _SAYS]
    return at, tokens[at].lemma, f"{said[0].dep} {said[0].tag}" if said else ""
