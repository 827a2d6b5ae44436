"""A sentence of several matters is told apart into clauses, and stands in a point for each."""

from dataclasses import replace

import pytest

from secondsource.model.spans import Span
from secondsource.stages.align.clauses import find_clauses
from secondsource.stages.align.points import align
from secondsource.stages.annotate.readings import annotate
from secondsource.stages.extract.statements import extract
from tests.annotate.reports import blocks_of, report_of
from tests.nouns import story

TOLD = [
    (
        "The ferry struck a grain freighter at dawn, and the captain was held by police in Lorsby.",
        ["The ferry struck a grain freighter at dawn", "the captain was held by police in Lorsby"],
    ),
    (
        "The chapel, which was built by local miners in 1886, burned down on Monday night.",
        ["The chapel burned down on Monday night", "The chapel which was built by local miners in 1886"],
    ),
    ("The ferry struck a freighter.", []),
    ("The mayor said the bridge would close if the river rose by another metre.", []),
    ("“The lower gate broke in the storm and the upper gate held until morning,” the keeper said.", []),
]


@pytest.mark.parametrize(("text", "wanted"), TOLD)
def test_a_sentence_is_told_apart_where_it_tells_several_matters(text: str, wanted: list[str]) -> None:
    reading = annotate(report_of(text))
    quoted = [Span(text.index("“"), text.index("”") + 1)] if "“" in text else []
    found = find_clauses(reading.tokens, Span(0, len(text)), quoted)
    told = [" ".join(stretch.of(text).strip(" ,.") for stretch in clause.told) for clause in found]
    assert [" ".join(words.replace(" ,", "").split()) for words in told] == wanted
    assert all(0 <= clause.span.start < clause.span.end <= len(text) for clause in found)


def test_a_sentence_of_two_matters_stands_in_two_points() -> None:
    told = {
        "a": "The Averil struck a freighter at dawn. The captain of the ferry was held by police in Lorsby.",
        "b": "At dawn the Averil struck a freighter. Police in Lorsby held the captain of the ferry.",
        "c": "The Averil struck a freighter at dawn, and the captain of the ferry was held by Lorsby police.",
    }
    reports = [replace(report_of(text, blocks=blocks_of(text, "paragraph")), id=name) for name, text in told.items()]
    readings = [annotate(report) for report in reports]
    found = align(story(*readings), {reading.report.id: extract(reading) for reading in readings})
    whole = [point for point in found if point.kind in ("claim", "event") and len(point.statements) == 3]
    assert len(whole) == 2
    assert all(statement.span.of(told[statement.report]) == statement.text for p in whole for statement in p.statements)
