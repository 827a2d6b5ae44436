"""Figures: the quantities of a report, with their units and what is counted."""

import re
from collections.abc import Iterator

from secondsource.model.readings import Reading
from secondsource.model.spans import Span
from secondsource.model.statements import Figure

_DIGITS = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3}){0,5}(?![\w,])(?!\.\d)")


def find_figures(reading: Reading) -> tuple[Figure, ...]:
    """The quantities of the report in text order; dates and clock times are none."""
    return tuple(_figures_of(reading))


def _figures_of(reading: Reading) -> Iterator[Figure]:
    tokens = {token.span.start: token for token in reading.tokens}
    for found in _DIGITS.finditer(reading.report.text):
        span = Span(*found.span())
        number = tokens.get(span.start)
        if number is None or number.dep != "nummod" or any(time.span.overlaps(span) for time in reading.times):
            continue
        value = float(found[0].replace(",", ""))
        yield Figure(span, value, value, None, reading.tokens[number.head].lemma.lower())
