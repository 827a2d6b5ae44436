"""Datings: events that the report places in time."""

from secondsource.model.readings import Reading
from secondsource.model.statements import Dating


def find_datings(reading: Reading) -> tuple[Dating, ...]:
    """Each date of the report with the sentence that it dates, in text order."""
    return tuple(
        Dating(time.span, time.value, sentence)
        for time in reading.times
        for sentence in reading.sentences
        if time.type == "date" and sentence.contains(time.span)
    )
