"""The rows by which statements are searched: what reports say, and what verdicts stand on."""

from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import Connection

from secondsource.model.findings import Finding, JudgedStory, Point
from secondsource.model.readings import Reading
from secondsource.model.spans import Span, place_of
from secondsource.model.statements import Statements
from secondsource.store.sentences import SHARE, find_numbers
from secondsource.store.tables import statement
from secondsource.store.verdicts import telling

Row = dict[str, object]

SAME_VERDICT = {"differs": "differ"}
"""What a finding calls otherwise than a point does."""


def save_statements(connection: Connection, number: int, reading: Reading, statements: Statements) -> None:
    """Enter the statements of the report with this number."""
    rows = statement_rows(number, reading, statements)
    if rows:
        connection.execute(statement.insert(), rows)


def statement_rows(number: int, reading: Reading, statements: Statements) -> list[Row]:
    """A row for every statement: quotations and claims with their speakers, figures, datings."""
    said = [
        (
            "claim" if attribution.manner == "indirect" else "quote",
            Span(attribution.content[0].start, attribution.content[-1].end),
            attribution.speaker,
            attribution.force,
        )
        for attribution in statements.attributions
        if attribution.content
    ]
    figures = [("figure", figure.span, None, None) for figure in statements.figures]
    datings = [("dating", dating.event, None, None) for dating in statements.datings]
    return [
        {
            "report": statements.report,
            "kind": kind,
            "start": span.start,
            "end": span.end,
            "speaker": speaker,
            "force": force,
            "sentence": number * SHARE + place_of(reading.sentences, span.start),
        }
        for kind, span, speaker, force in (*said, *figures, *datings)
    ]


def save_tellings(connection: Connection, judged: JudgedStory) -> None:
    """Enter what the verdicts on a story stand on: the statements of its points, the evidence of its findings."""
    readings = {reading.report.id: reading for reading in judged.story.readings}
    numbers = find_numbers(connection, list(readings))
    rows = []
    for row in _telling_rows(judged.points, judged.findings):
        report, start = str(row["report"]), row["start"]
        assert isinstance(start, int)  # noqa: S101  a narrowing, for the type checker
        place = place_of(readings[report].sentences, start)
        rows.append(row | {"story": judged.story.id, "sentence": numbers[report] * SHARE + place})
    if rows:
        connection.execute(telling.insert(), rows)


def _telling_rows(points: Sequence[Point], findings: Sequence[Finding]) -> Iterator[Row]:
    """One row for each statement and verdict: what several findings say of the same words stands there once."""
    seen: set[tuple[object, ...]] = set()
    said: dict[tuple[str, Span], Row] = {}
    for point in points:
        for one in point.statements:
            row: Row = {
                "point": point.id,
                "report": one.report,
                "start": one.span.start,
                "end": one.span.end,
                "kind": one.kind,
                "speaker": one.speaker or point.speaker,
                "verdict": point.verdict,
            }
            said.setdefault((one.report, one.span), row)
            seen.add((one.report, one.span, point.verdict))
            yield row
    for finding in findings:
        verdict = SAME_VERDICT.get(finding.verdict, finding.verdict)
        for shown in finding.evidence:
            if (key := (shown.report, shown.span, verdict)) not in seen:
                seen.add(key)
                yield _evidence_row(finding, shown.report, shown.span, said) | {"verdict": verdict}


def _evidence_row(finding: Finding, report: str, span: Span, said: Mapping[tuple[str, Span], Row]) -> Row:
    known = said.get((report, span), {"kind": None, "speaker": None})
    return {
        "point": finding.about,
        "report": report,
        "start": span.start,
        "end": span.end,
        "kind": known["kind"],
        "speaker": known["speaker"],
    }
