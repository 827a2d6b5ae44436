"""Witnesses: where other reports have the date that a finding counts from, or the length that it leaves."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from secondsource.model.spans import Span
from secondsource.stages.judge.cases import Case
from secondsource.text.lengths import find_told_lengths
from secondsource.text.moments import Moment, find_moments
from secondsource.text.rarity import rarity
from secondsource.text.until_now import reaches
from secondsource.text.wordings import content_words

TELLING = 3.0
"""Rarity of a word from which on two sentences that share it and a year may tell of one thing."""


def find_same_dates(case: Case, told: Sequence[tuple[str, Span]], moment: Moment) -> Iterator[tuple[str, Span]]:
    """The first sentence of each report not `told` that writes the same month and year, or the year and a rare word."""
    words = {word for place in told for word in content_words(case.text_of(*place))}
    rare = {word for word in words if word.isalpha() and rarity(word) >= TELLING}
    for report, sentence in _sentences(case, {report for report, _ in told}, str(moment.year)):
        text = case.text_of(report, sentence)
        same = [one for one in find_moments(text) if one.year == moment.year]
        is_month = any(one.month == moment.month is not None for one in same)
        if is_month or (same and moment.month is None and rare & set(content_words(text))):
            yield report, sentence


def find_right_lengths(
    case: Case, but: Collection[str], since: Moment, today: date, size: float
) -> Iterator[tuple[str, Span]]:
    """The sentences of other reports with a length in the same unit that does reach from a moment to now.

    The month, or the year where no more is told, stands in the sentence or in the one before.
    """
    for report, reading in case.readings.items():
        for before, sentence in (
            zip((None, *reading.sentences), reading.sentences, strict=False) if report not in but else ()
        ):
            text = case.text_of(report, sentence)
            if any(one.size == size and reaches(since, one, today) for one in find_told_lengths(text)):
                near = (case.text_of(report, before) if before else "") + " " + text
                if any(_is_like(one, since) for one in find_moments(near)):
                    yield report, sentence
                    break


def _is_like(one: Moment, other: Moment) -> bool:
    return one.month == other.month if other.month else one.year == other.year


def _sentences(case: Case, but: Collection[str], words: str) -> Iterator[tuple[str, Span]]:
    """The sentences of other reports that hold the words."""
    for report, reading in case.readings.items():
        if report not in but and words in reading.report.text:
            yield from ((report, one) for one in reading.sentences if words in one.of(reading.report.text))
