"""What stands beside a sentence in the reading view: who else says it, on how many sources, who denies or differs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from secondsource.model.margins import FindingNote, Margins, PointNote
from secondsource.model.spans import place_of
from secondsource.surfaces.page.labels import Citation, Labels, LineageCitations, SharedQuote, by_lineage, share
from secondsource.surfaces.page.phrases import FINDING_VERDICTS, POINT_KINDS, counted, within


@dataclass(frozen=True, slots=True)
class NotedPoint:
    """A point that the sentence tells: its words here, and those of the others."""

    number: int
    address: str
    kind_name: str
    text: str
    sources: str
    others: tuple[SharedQuote, ...]


@dataclass(frozen=True, slots=True)
class NotedFinding:
    """A finding about words of the sentence, and the words of others that it stands on."""

    number: int
    address: str
    verdict: str
    verdict_name: str
    title: str
    others: tuple[SharedQuote, ...]


@dataclass(frozen=True, slots=True)
class SentenceNote:
    """What is said of one sentence. `sources` are those of its best-founded point, None where it tells no point.

    `cited` are the other reports that tell what it tells, each once; `alone` are its words that no other report has.
    """

    sources: str | None
    is_shared: bool
    cited: tuple[LineageCitations, ...]
    alone: tuple[str, ...]
    points: tuple[NotedPoint, ...]
    findings: tuple[NotedFinding, ...]


def note_sentences(margins: Margins, labels: Labels) -> dict[int, SentenceNote]:
    """The notes of a report's sentences, by their places; a sentence of which nothing is known has none."""
    points: dict[int, list[PointNote]] = {}
    findings: dict[int, list[FindingNote]] = {}
    for point in margins.points:
        points.setdefault(place_of(margins.sentences, point.span.start), []).append(point)
    for finding in margins.findings:
        findings.setdefault(place_of(margins.sentences, finding.span.start), []).append(finding)
    return {
        place: _note(margins.report.id, points.get(place, ()), findings.get(place, ()), labels)
        for place in sorted({*points, *findings})
    }


def _note(report: str, points: Sequence[PointNote], findings: Sequence[FindingNote], labels: Labels) -> SentenceNote:
    best = max((note.point for note in points), key=lambda point: point.independent_sources, default=None)
    noted = tuple(_note_point(report, note, labels) for note in points)
    told = [citation for note in points for citation in _cite_others(report, note, labels)]
    once = {citation.label.number: citation for citation in reversed(told)}
    return SentenceNote(
        sources=counted(best.independent_sources, "source") + within(best.independent_sources_range) if best else None,
        is_shared=best is not None and best.independent_sources > 1,
        cited=by_lineage(_in_order(once.values())),
        alone=tuple(dict.fromkeys(point.text for point in noted if not point.others)),
        points=noted,
        findings=tuple(_note_finding(report, note, labels) for note in _once(findings)),
    )


def _note_point(report: str, note: PointNote, labels: Labels) -> NotedPoint:
    point = note.point
    own = next(one.text for one in point.statements if one.report == report and one.span == note.span)
    return NotedPoint(
        note.number,
        labels.addresses.of_point(note.number),
        POINT_KINDS[point.kind],
        own,
        counted(point.independent_sources, "source") + within(point.independent_sources_range),
        share(_cite_others(report, note, labels)),
    )


def _note_finding(report: str, note: FindingNote, labels: Labels) -> NotedFinding:
    others = [one for one in note.finding.evidence if one.report != report]
    return NotedFinding(
        note.number,
        labels.addresses.of_finding(note.number),
        note.finding.verdict,
        FINDING_VERDICTS[note.finding.verdict],
        note.finding.title,
        share(labels.cite(one.report, one.span, one.text) for one in others),
    )


def _cite_others(report: str, note: PointNote, labels: Labels) -> tuple[Citation, ...]:
    others = (one for one in note.point.statements if one.report != report)
    return _in_order(labels.cite(one.report, one.span, one.text) for one in others)


def _in_order(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """By lineage, and then by report."""

    def place(citation: Citation) -> tuple[int, str, int]:
        letter = citation.label.lineage.letter
        return len(letter), letter, citation.label.number

    return tuple(sorted(citations, key=place))


def _once(findings: Sequence[FindingNote]) -> list[FindingNote]:
    """Each finding once, the gravest first."""
    order = list(FINDING_VERDICTS)
    found = {note.number: note for note in findings}
    return sorted(found.values(), key=lambda note: (order.index(note.finding.verdict), note.number))
