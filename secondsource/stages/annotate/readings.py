"""Readings: the door of annotating. A report gets its sentences, words, names and times marked."""

from secondsource.model.readings import Reading
from secondsource.model.reports import Report
from secondsource.settings import Annotate
from secondsource.stages.annotate.anchors import find_anchor
from secondsource.stages.annotate.expressions import find_expressions
from secondsource.stages.annotate.names import find_names
from secondsource.stages.annotate.parser import parse
from secondsource.stages.annotate.stretches import find_stretches
from secondsource.stages.annotate.times import find_times

DEFAULT = Annotate()


def annotate(report: Report, settings: Annotate = DEFAULT) -> Reading:
    """Mark sentences, words, names and times of `report`, as spans of its text.

    A report in a language that the model does not know keeps its paragraphs as sentences, and nothing else is marked.
    """
    stretches = find_stretches(report, settings)
    if report.language not in (None, settings.language):
        return Reading(report, stretches, (), (), ())
    parsed = parse(report.text, stretches)
    names = find_names(report.text, parsed)
    expressions = [found for stretch in stretches for found in find_expressions(report.text, stretch)]
    anchor = find_anchor(report, expressions)
    return Reading(
        report=report,
        sentences=parsed.sentences,
        tokens=parsed.tokens,
        names=names,
        times=find_times(report.text, expressions, parsed.tokens, names, anchor.on if anchor else None),
        anchored_on=anchor.on.isoformat() if anchor else None,
        anchored_by=anchor.by if anchor else None,
    )
