"""Readings: the door of annotating. A report gets its sentences, words, names and times marked."""

from secondsource.model.readings import Reading
from secondsource.model.reports import Report
from secondsource.settings import Annotate
from secondsource.stages.annotate.names import find_names
from secondsource.stages.annotate.parser import parse
from secondsource.stages.annotate.stretches import find_stretches
from secondsource.stages.annotate.times import find_times

DEFAULT = Annotate()


def annotate(report: Report, settings: Annotate = DEFAULT) -> Reading:
    """Mark sentences, words, names and times of `report`, as spans of its text."""
    parsed = parse(report.text, find_stretches(report, settings))
    return Reading(
        report=report,
        sentences=parsed.sentences,
        tokens=parsed.tokens,
        names=find_names(report.text, parsed),
        times=find_times(report.text),
    )
