"""The text of the reading view: blocks of sentences, each with its marks, and where copied passages come from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby, islice

from secondsource.model.margins import Margins
from secondsource.model.reports import BlockKind
from secondsource.model.spans import Span
from secondsource.model.stories import Derivation
from secondsource.surfaces.page.findings import is_rendering
from secondsource.surfaces.page.highlights import Backlink, Mark, Piece, split
from secondsource.surfaces.page.labels import Citation, Labels, ReportLabel
from secondsource.surfaces.page.texts import lay_out
from secondsource.surfaces.web.notes import SentenceNote


@dataclass(frozen=True, slots=True)
class ShownSentence:
    """A stretch of a block: a sentence with its place and what is noted of it, or what stands between two."""

    place: int | None
    pieces: tuple[Piece, ...]
    note: SentenceNote | None


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """A block of the text, sentence by sentence."""

    kind: BlockKind
    sentences: tuple[ShownSentence, ...]

    @property
    def noted(self) -> tuple[tuple[ShownSentence, ...], ...]:
        """The sentences of which something is noted; those that follow one another and share a gist stand together."""
        with_notes = (sentence for sentence in self.sentences if sentence.note)
        return tuple(tuple(alike) for _, alike in groupby(with_notes, key=_gist))

    @property
    def alone(self) -> tuple[ShownSentence, ...]:
        """The sentences that were found in no other report."""
        return tuple(sentence for sentence in self.sentences if sentence.place is not None and not sentence.note)


@dataclass(frozen=True, slots=True)
class Copied:
    """A passage that this report shares with a parent or a copy: its words here, and where they stand there."""

    text: str
    here: str
    there: str | None


@dataclass(frozen=True, slots=True)
class Relation:
    """A parent of the report, or a copy; the parent's label is None where it is lost, and `name` what it is called."""

    label: ReportLabel | None
    name: str
    manner: str
    reasons: tuple[str, ...]
    passages: tuple[Copied, ...]


def _gist(sentence: ShownSentence) -> object:
    """What the notes of two sentences must have in common to be told as one; findings are told each by itself."""
    note = sentence.note
    return sentence.place if note is None or note.grave or note.alone else note.gist


def show_blocks(margins: Margins, labels: Labels | None, notes: Mapping[int, SentenceNote]) -> tuple[ShownBlock, ...]:
    """The report's text with its marks; without labels, of a story that is not compared, there are none."""
    text = margins.report.text
    blocks = lay_out(margins.report)
    parts = [list(_part(block.span, margins.sentences)) for block in blocks]
    marks = [*_mark_told(margins), *(_mark_copied(margins, labels) if labels else ())]
    pieces, _ = split(text, [span for part in parts for span, _ in part], marks)
    ahead = iter(pieces)
    return tuple(
        ShownBlock(
            block.kind,
            tuple(
                ShownSentence(place, one.pieces, notes.get(place) if place is not None else None)
                for (_, place), one in zip(part, islice(ahead, len(part)), strict=True)
            ),
        )
        for block, part in zip(blocks, parts, strict=True)
    )


def show_parents(margins: Margins, labels: Labels) -> tuple[Relation, ...]:
    """The reports, or lost originals, that this one comes from."""
    return tuple(_relate(one, margins, labels, is_parent=True) for one in _derivations(margins, "child"))


def show_copies(margins: Margins, labels: Labels) -> tuple[Relation, ...]:
    """The reports that come from this one."""
    return tuple(_relate(one, margins, labels, is_parent=False) for one in _derivations(margins, "parent"))


def _derivations(margins: Margins, side: str) -> list[Derivation]:
    known = margins.stemma.derivations if margins.stemma else ()
    return [one for one in known if getattr(one, side) == margins.report.id]


def _relate(one: Derivation, margins: Margins, labels: Labels, *, is_parent: bool) -> Relation:
    label = labels.reports.get(one.parent if is_parent else one.child)
    stemma = margins.stemma
    lost = next((lineage.name for lineage in stemma.lineages if lineage.id == one.parent), None) if stemma else None
    passages = []
    for passage in one.passages:
        here, there = (passage.child, passage.parent) if is_parent else (passage.parent, passage.child)
        if here is None:
            continue
        other = one.parent if is_parent else one.child
        cited = labels.cite(other, there, "") if there and label else None
        own = labels.cite(margins.report.id, here, here.of(margins.report.text))
        passages.append(Copied(own.text, own.address, cited.address if cited else None))
    name = label.name if label else lost or "a text that is not among the reports"
    return Relation(label, name, one.manner, one.reasons, tuple(passages))


def _part(block: Span, sentences: tuple[Span, ...]) -> Iterator[tuple[Span, int | None]]:
    """The sentences of a block with their places, and what stands before, between and after them."""
    reached = block.start
    for place, sentence in enumerate(sentences):
        start, end = max(sentence.start, reached), min(sentence.end, block.end)
        if start >= end:
            continue
        if start > reached:
            yield Span(reached, start), None
        yield Span(start, end), place if sentence.start >= block.start else None
        reached = end
    if reached < block.end:
        yield Span(reached, block.end), None


def _mark_told(margins: Margins) -> Iterator[Mark]:
    for note in margins.points:
        yield Mark(note.span, "point" if note.point.independent_sources > 1 else "alone")
    for noted in margins.findings:
        quoted = any(one.report == margins.report.id and one.span == noted.span for one in noted.finding.evidence)
        if quoted and not is_rendering(noted.finding):
            yield Mark(noted.span, "finding")


def _mark_copied(margins: Margins, labels: Labels) -> Iterator[Mark]:
    for one in _derivations(margins, "child"):
        parent = labels.reports.get(one.parent)
        for passage in one.passages:
            back = None
            if parent and passage.parent:
                cited: Citation = labels.cite(one.parent, passage.parent, "")
                back = Backlink(cited.address, "←", f"copied from {parent.name}", "copied")
            yield Mark(passage.child, "copied", back)
