"""Readings: the door of annotating. A report gets its sentences, words, names and times marked."""

from collections.abc import Iterable, Iterator

from secondsource.model.readings import Note, Reading
from secondsource.model.reports import Report
from secondsource.model.spans import Span
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

    A report in a language that the model does not know keeps its paragraphs as sentences, and nothing else is marked;
    a note says so, as for every stretch that cannot be read.
    """
    stretches = find_stretches(report, settings)
    if report.language not in (None, settings.language):
        note = Note(Span(0, len(report.text)), f"in a language that is not read ({report.language})")
        return Reading(report, stretches, (), (), (), notes=(note,))
    parsed = parse(report.text, stretches, settings.remembered_characters)
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
        notes=tuple(_join_notes(report.text, parsed.unread)),
    )


def _join_notes(text: str, notes: Iterable[Note]) -> Iterator[Note]:
    """The notes, those of one reason with nothing but white space between made one: a long table is many stretches."""
    held: Note | None = None
    for note in notes:
        if held and held.reason == note.reason and not text[held.span.end : note.span.start].strip():
            held = Note(Span(held.span.start, note.span.end), held.reason)
            continue
        if held:
            yield held
        held = note
    if held:
        yield held
