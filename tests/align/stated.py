"""What the tests of aligning tell and look at: reports with a quote or a figure, and the points made of them."""

from secondsource.model.findings import Point
from secondsource.model.readings import Reading
from secondsource.model.statements import Statements
from secondsource.stages.align.points import align
from tests.nouns import count, read, say, story, tell

MAYOR = "Ada Blunt"


def points(kind: str, *told: tuple[Reading, Statements]) -> list[Point]:
    readings = [reading for reading, _ in told]
    found = align(story(*readings), {reading.report.id: statements for reading, statements in told})
    return [point for point in found if point.kind == kind]


def members(point: Point) -> dict[str, str]:
    return {statement.report: statement.text for statement in point.statements}


def quoted(name: str, text: str, speaker: str | None, quote: str) -> tuple[Reading, Statements]:
    reading = read(name, text, persons=[MAYOR, "Rolf Tamm"])
    return reading, tell(reading, [say(reading, speaker, quote, manner="direct")])


def figured(name: str, text: str, words: str, value: float, **more: str | None) -> tuple[Reading, Statements]:
    reading = read(name, text)
    return reading, tell(reading, figures=[count(reading, words, value, **more)])  # type: ignore[arg-type]
