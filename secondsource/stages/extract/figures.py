"""Figures: the quantities in a reading."""

import re

from secondsource.model.readings import Reading
from secondsource.model.spans import Span
from secondsource.model.statements import Figure

_NUMBER = re.compile(r"(?<![\w.,$-])\d{1,3}(?:,\d{3}){0,4}(?:\.\d{1,6})?(?![\w,-]|\.\d)")


def find_figures(reading: Reading) -> tuple[Figure, ...]:
    """Every number in digits that is no part of a time, with the noun after it."""
    text = reading.report.text
    found = []
    for number in _NUMBER.finditer(text):
        span = Span(*number.span())
        if any(time.span.overlaps(span) for time in reading.times):
            continue
        value = float(number[0].replace(",", ""))
        counted = next((t for t in reading.tokens if t.span.start >= span.end), None)
        of = counted.lemma if counted and counted.pos == "NOUN" and counted.span.start - span.end == 1 else None
        found.append(Figure(span, value, value, None, of))
    return tuple(found)
