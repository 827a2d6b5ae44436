"""Tellings: reports made ready for comparing. What each says in its own words, and the details that it gives."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from secondsource.model.dates import PartialDate
from secondsource.model.readings import Reading
from secondsource.model.spans import Span
from secondsource.settings import Trace
from secondsource.text.naming import name_words
from secondsource.text.numerals import find_numerals
from secondsource.text.quotation import find_quotations
from secondsource.text.rarity import find_word_forms, rarity

QUOTED = "“…”"
"""Stands for words between quotation marks: several reporters who heard them hand them on alike."""

Detail = tuple[str, str]
"""A kind ("number", "day", "name") and what it is, however it is written."""

Quote = frozenset[tuple[str, str, str]]
"""Quoted words, three at a time as they follow one another, so that two wordings can be compared."""

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """A report with the sentences that tell something in its own words.

    `wordings` are the sentences without what is quoted, `weights` how much each tells (1: an average sentence of news),
    `details` the numbers, days and names of the whole report, `quoted` where it quotes and `quotes` what, in the same
    order, `said` all that it quotes, `words` all its words, `plain` its sentences in small letters without any marks,
    for telling whether two are the same text.
    """

    reading: Reading
    sentences: tuple[Span, ...]
    wordings: tuple[str, ...]
    weights: NDArray[np.float64]
    details: frozenset[Detail]
    quoted: tuple[Span, ...]
    quotes: tuple[Quote, ...]
    said: Quote
    words: frozenset[str]
    plain: tuple[str, ...]

    @property
    def id(self) -> str:
        return self.reading.report.id

    @property
    def name(self) -> str:
        return self.reading.report.name


def read_telling(reading: Reading, settings: Trace) -> Telling:
    """Prepare a report for comparing. Titles, headings and captions are left out: they are not part of the account."""
    text = reading.report.text
    aside = _find_asides(reading)
    quoted = tuple(
        span for span in _quoted_spans(text, settings.public_quote_words) if not any(map(span.overlaps, aside))
    )
    told = list(_find_told(reading, aside, quoted, settings))
    quotes = tuple(_quote(span.of(text)) for span in quoted)
    return Telling(
        reading=reading,
        sentences=tuple(sentence for sentence, _, _ in told),
        wordings=tuple(wording for _, wording, _ in told),
        weights=np.asarray(
            [weight / settings.sentence_weight for _, _, weight in told],
            dtype=np.float64,
        ),
        details=frozenset(find_details(reading, settings)),
        quoted=quoted,
        quotes=quotes,
        said=frozenset().union(*quotes),
        words=frozenset(find_word_forms(text)),
        plain=tuple(
            " ".join(find_word_forms(sentence.of(text)))
            for sentence in reading.sentences
            if not any(map(sentence.overlaps, aside))
        ),
    )


def _find_told(
    reading: Reading, aside: Sequence[Span], quoted: tuple[Span, ...], settings: Trace
) -> Iterator[tuple[Span, str, float]]:
    """Each sentence of the account that tells enough, its wording without what is quoted, and how much it tells."""
    for sentence in reading.sentences:
        if any(map(sentence.overlaps, aside)):
            continue
        wording = _without(reading.report.text, sentence, quoted)
        words = find_word_forms(wording)
        if len(words) >= (settings.least_words_beside_quote if QUOTED in wording else settings.least_words):
            yield sentence, wording, sum(min(rarity(word), settings.rarest) for word in words)


def find_details(reading: Reading, settings: Trace) -> Iterator[Detail]:
    """The numbers, days and names of a report, each as what it means. Numbers that every text has are left out."""
    aside = _find_asides(reading)
    for time in reading.times:
        if PartialDate.from_edtf(time.value[:10]) and not any(map(time.span.overlaps, aside)):
            yield "day", time.value[:10]
    for numeral in find_numerals(reading.report.text):
        span = Span(numeral.start, numeral.end)
        if any(map(span.overlaps, aside)) or any(span.overlaps(time.span) for time in reading.times):
            continue
        if numeral.kind != "vague" and numeral.high > settings.common_number:
            yield "number", f"{numeral.low:g}–{numeral.high:g}"
    for name in reading.names:
        words = name_words(name.entity)
        if words and not any(map(name.span.overlaps, aside)):
            yield "name", words[-1]


def _find_asides(reading: Reading) -> list[Span]:
    return [block.span for block in reading.report.blocks if block.kind in ("caption", "title", "heading")]


def _quote(text: str) -> Quote:
    words = find_word_forms(text)
    return frozenset(zip(words, words[1:], words[2:], strict=False))


def _quoted_spans(text: str, least_words: int) -> tuple[Span, ...]:
    outer = (found for found in find_quotations(text) if found.depth == 0)
    spans = (Span(found.start, found.end) for found in outer)
    return tuple(span for span in spans if len(find_word_forms(span.of(text))) >= least_words)


def _without(text: str, sentence: Span, quoted: tuple[Span, ...]) -> str:
    """The words of the sentence with quotations left out."""
    parts, at = [], sentence.start
    for span in quoted:
        if span.overlaps(sentence):
            parts += [text[at : max(at, span.start)], QUOTED]
            at = max(at, min(span.end, sentence.end))
    parts.append(text[at : sentence.end])
    return _SPACE.sub(" ", "".join(parts)).strip()
