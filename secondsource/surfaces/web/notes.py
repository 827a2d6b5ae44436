"""What stands beside a sentence in the reading view: who else says it, on how many sources, who denies or differs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from secondsource.model.margins import FindingNote, Margins, PointNote
from secondsource.model.spans import place_of
from secondsource.surfaces.page.findings import is_rendering
from secondsource.surfaces.page.labels import Citation, Labels, LineageCitations, SharedQuote, by_lineage, share
from secondsource.surfaces.page.phrases import FINDING_VERDICTS, POINT_KINDS, counted, within


@dataclass(frozen=True, slots=True)
class NotedPoint:
    """A point that the sentence tells: its words here, and those of the others."""

    number: int
    address: str
    words_address: str
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
    is_rendering: bool
    others: tuple[SharedQuote, ...]


@dataclass(frozen=True, slots=True)
class SentenceNote:
    """What is said of one sentence. `sources` are those of its best-founded point, None where it tells no point.

    `cited` are the other reports that tell what it tells, or have its words, each once; `alone` are its statements that
    no other report has.
    """

    sources: str | None
    is_shared: bool
    cited: tuple[LineageCitations, ...]
    alone: tuple[str, ...]
    points: tuple[NotedPoint, ...]
    findings: tuple[NotedFinding, ...]

    @property
    def gist(self) -> tuple[str | None, tuple[int, ...]]:
        """On how many sources, and which other reports."""
        return self.sources, tuple(one.label.number for lineage in self.cited for one in lineage.citations)

    @property
    def has_words(self) -> bool:
        """Whether there are words of others to set beside it."""
        return bool(self.findings) or any(point.others for point in self.points)

    @property
    def grave(self) -> tuple[NotedFinding, ...]:
        """The findings that are more than other words for the same."""
        return tuple(finding for finding in self.findings if not finding.is_rendering)


def note_sentences(margins: Margins, labels: Labels) -> dict[int, SentenceNote]:
    """The notes of a report's sentences, by their places; what was found in no other report has none."""
    points: dict[int, list[PointNote]] = {}
    findings: dict[int, list[FindingNote]] = {}
    for point in margins.points:
        points.setdefault(place_of(margins.sentences, point.span.start), []).append(point)
    for finding in margins.findings:
        findings.setdefault(place_of(margins.sentences, finding.span.start), []).append(finding)
    shared = _cite_shared(margins, labels)
    return {
        place: _note(margins.report.id, points.get(place, ()), findings.get(place, ()), shared.get(place, ()), labels)
        for place in sorted({*points, *findings, *shared})
    }


def _cite_shared(margins: Margins, labels: Labels) -> dict[int, list[Citation]]:
    """For each sentence, the passages of parents and copies that have its words."""
    found: dict[int, list[Citation]] = {}
    for one in margins.stemma.derivations if margins.stemma else ():
        is_child = one.child == margins.report.id
        other = one.parent if is_child else one.child
        if margins.report.id not in (one.child, one.parent) or other not in labels.reports:
            continue
        for passage in one.passages:
            here, there = (passage.child, passage.parent) if is_child else (passage.parent, passage.child)
            if here is None or there is None:
                continue
            for place in range(place_of(margins.sentences, here.start), len(margins.sentences)):
                if not margins.sentences[place].overlaps(here):
                    break
                found.setdefault(place, []).append(labels.cite(other, there, ""))
    return found


def _note(
    report: str,
    points: Sequence[PointNote],
    findings: Sequence[FindingNote],
    shared: Sequence[Citation],
    labels: Labels,
) -> SentenceNote:
    best = max((note.point for note in points), key=lambda point: point.independent_sources, default=None)
    others = [_cite_others(report, note, labels) for note in points]
    noted = tuple(_note_point(report, note, cited, labels) for note, cited in zip(points, others, strict=True))
    told = [citation for cited in others for citation in cited]
    once = {citation.label.number: citation for citation in reversed([*told, *shared])}
    return SentenceNote(
        sources=counted(best.independent_sources, "source")
        + within(best.independent_sources, best.independent_sources_range)
        if best
        else None,
        is_shared=best is not None and best.independent_sources > 1,
        cited=by_lineage(_in_order(once.values())),
        alone=tuple(dict.fromkeys(point.text for point in noted if not point.others)),
        points=noted,
        findings=tuple(_note_finding(report, note, labels) for note in _once(findings)),
    )


def _note_point(report: str, note: PointNote, others: Sequence[Citation], labels: Labels) -> NotedPoint:
    point = note.point
    own = next(one.text for one in point.statements if one.report == report and one.span == note.span)
    return NotedPoint(
        note.number,
        labels.addresses.of_point(note.number),
        labels.addresses.of_words(note.number) or labels.addresses.of_point(note.number),
        POINT_KINDS[point.kind],
        own,
        counted(point.independent_sources, "source")
        + within(point.independent_sources, point.independent_sources_range),
        share(others),
    )


def _note_finding(report: str, note: FindingNote, labels: Labels) -> NotedFinding:
    others = [one for one in note.finding.evidence if one.report != report]
    return NotedFinding(
        note.number,
        labels.addresses.of_finding(note.number),
        note.finding.verdict,
        FINDING_VERDICTS[note.finding.verdict],
        note.finding.title,
        is_rendering(note.finding),
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

    def weight(note: FindingNote) -> tuple[bool, int, int]:
        return is_rendering(note.finding), order.index(note.finding.verdict), note.number

    return sorted(found.values(), key=weight)
