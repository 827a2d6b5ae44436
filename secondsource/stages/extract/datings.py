"""Datings: the events that a reading places in time."""

from secondsource.model.readings import Reading
from secondsource.model.statements import Dating


def find_datings(reading: Reading) -> tuple[Dating, ...]:
    """Every time expression with a date, and the sentence that it stands in as the event."""
    return tuple(
        Dating(time.span, time.value, sentence)
        for time in reading.times
        if time.type == "date"
        for sentence in reading.sentences
        if sentence.contains(time.span)
    )
