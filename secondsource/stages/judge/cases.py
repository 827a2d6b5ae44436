"""A case: all that judging looks at, with the look-ups that every kind of finding needs."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from secondsource.model.findings import Evidence, Statement
from secondsource.model.readings import HEADS, Name, NameKind, Reading
from secondsource.model.reports import Block
from secondsource.model.spans import Span
from secondsource.model.statements import Attribution, Statements
from secondsource.model.stories import Lineage, Stemma, Story
from secondsource.stages.judge.senses import Place as Place
from secondsource.stages.judge.senses import Senses
from secondsource.text.introductions import Introductions
from secondsource.text.naming import is_short_for, name_words


@dataclass(frozen=True)
class Case:
    """A story, what its reports say, and how the reports descend from one another."""

    story: Story
    statements: Mapping[str, Statements]
    stemma: Stemma

    @cached_property
    def readings(self) -> Mapping[str, Reading]:
        """The reading of each report."""
        return {reading.report.id: reading for reading in self.story.readings}

    @cached_property
    def lineages(self) -> Mapping[str, Lineage]:
        """The lineage of each report."""
        return {report: lineage for lineage in self.stemma.lineages for report in lineage.reports}

    @cached_property
    def parents(self) -> Mapping[str, frozenset[str]]:
        """The reports or lost originals (by their lineage's id) that each report was made from."""
        found: dict[str, set[str]] = {}
        for derivation in self.stemma.derivations:
            found.setdefault(derivation.child, set()).add(derivation.parent)
        return {child: frozenset(parents) for child, parents in found.items()}

    def goes_back_to(self, report: str, other: str) -> bool:
        """Whether the report was made from the other alone, or from what was made from it; no mash-up was."""
        seen: set[str] = set()
        ahead = {report}
        while ahead:
            seen |= ahead
            alone = [one for one in ahead if one not in self.mixed_from]
            ahead = {parent for one in alone for parent in self.parents.get(one, ())} - seen
        return other in seen - {report}

    @cached_property
    def mixed_from(self) -> Mapping[str, frozenset[str]]:
        """Of each mash-up, the lineages that it took from."""
        found: dict[str, set[str]] = {}
        for derivation in self.stemma.derivations:
            if derivation.manner == "mash-up":
                parent = derivation.parent
                lineage = self.lineages[parent].id if parent in self.lineages else parent
                found.setdefault(derivation.child, set()).add(lineage)
        return {child: frozenset(lineages) for child, lineages in found.items()}

    def lineages_behind(self, reports: Iterable[str]) -> frozenset[str]:
        """The lineages that what these reports tell comes from; a mash-up adds none to those that it took from."""
        told = set(reports)
        plain = {self.lineages[report].id for report in told if report not in self.mixed_from}
        for report in sorted(told & self.mixed_from.keys()):
            if not plain & self.mixed_from[report]:
                plain.add(self.lineages[report].id)
        return frozenset(plain)

    @cached_property
    def introductions(self) -> Introductions:
        """What the reports call each speaker beside his name."""
        return Introductions([reading.report.text for reading in self.story.readings])

    @cached_property
    def _starts(self) -> Mapping[str, tuple[int, ...]]:
        return {report: tuple(s.start for s in reading.sentences) for report, reading in self.readings.items()}

    @cached_property
    def _kinds(self) -> Mapping[str, Counter[NameKind]]:
        """How often each name of the story is read as what, by its words run together."""
        counted: dict[str, Counter[NameKind]] = {}
        for reading in self.story.readings:
            for name in reading.names:
                counted.setdefault("".join(name_words(name.entity)), Counter())[name.kind] += 1
        return counted

    def kind_of(self, words: tuple[str, ...]) -> NameKind | None:
        """Whether a speaker of this name (its words, text/naming.py) is a person or a body; None for any other.

        Places do not speak: a name that is read as a person's here and as a place there is a person's, and so is one
        whose last word alone is read so.
        """
        whole = self._kinds.get("".join(words), Counter())
        last = self._kinds.get(words[-1], Counter()) if len(words) > 1 else Counter()
        persons, bodies = whole["person"] + last["person"], whole["organization"]
        if persons and persons >= bodies and (len(words) > 1 or persons >= whole.total() - persons):
            return "person"
        return "organization" if bodies and 2 * bodies >= whole.total() else None

    @cached_property
    def _persons(self) -> tuple[str, ...]:
        """The full names of the persons of the story."""
        named = {n.entity for reading in self.story.readings for n in reading.names if n.kind == "person"}
        return tuple(sorted(name for name in named if len(name_words(name)) > 1))

    def person_of(self, name: str) -> str:
        """The full name of the only person of the story that `name` is short for, or `name` itself."""
        fuller = {full for full in self._persons if is_short_for(name, full)}
        return fuller.pop() if len(fuller) == 1 else name

    def named_so_far(self, report: str, name: Name) -> str:
        """The name, or of a bare one whose full form the report has only behind it, the one that it has before it."""
        before = self.readings[report].report.text[: name.span.start]
        bare = self.text_of(report, name.span)
        if name.entity == bare or name.entity in before:
            return name.entity
        fuller = [full for full in self._persons if is_short_for(bare, full) and full in before]
        return fuller[0] if len(fuller) == 1 else name.entity

    def moment_of(self, report: str) -> str | None:
        """When the report was published, or the day that its times are counted from; None if neither is known."""
        reading = self.readings[report]
        return reading.report.published_at or reading.anchored_on

    def index_of(self, report: str, span: Span) -> int:
        """The place, among the report's sentences, of the one that `span` begins in or that stands before it."""
        return max(0, bisect_right(self._starts[report], span.start) - 1)

    def sentence_of(self, report: str, span: Span) -> Span:
        """The sentence that `span` begins in, or `span` itself when it is in none."""
        sentences = self.readings[report].sentences
        if not sentences:
            return span
        sentence = sentences[self.index_of(report, span)]
        return sentence if sentence.overlaps(span) else span

    def sentences_in(self, shown: Evidence) -> Sequence[Span]:
        """The sentences that what is shown begins, lies or ends in."""
        sentences = self.readings[shown.report].sentences
        first, last = (self.index_of(shown.report, Span(at, at)) for at in (shown.span.start, shown.span.end - 1))
        return sentences[first : last + 1]

    def _block_of(self, report: str, span: Span) -> Block | None:
        """The block that `span` begins in."""
        blocks = self.readings[report].report.blocks
        index = bisect_right(blocks, span.start, key=lambda block: block.span.start) - 1
        return blocks[index] if index >= 0 and blocks[index].span.overlaps(span) else None

    def paragraph_of(self, report: str, span: Span) -> Span:
        """The block that `span` begins in, or its sentence when it is in none."""
        block = self._block_of(report, span)
        return block.span if block else self.sentence_of(report, span)

    def is_in_body(self, report: str, span: Span) -> bool:
        """Whether `span` stands in none of the titles, headings and captions."""
        block = self._block_of(report, span)
        return block is None or block.kind not in HEADS

    @cached_property
    def _senses(self) -> Senses:
        bodies = {}
        for report, reading in self.readings.items():
            bodies[report] = {span: self.text_of(report, span) for span in reading.body}
        return Senses(bodies)

    @property
    def links(self) -> Mapping[Place, Sequence[tuple[Place, float]]]:
        """Of each sentence that may be an answer, those of all bodies that it may answer, the likeliest first."""
        return self._senses.links

    def weigh_answer(self, place: Place) -> Mapping[str, float]:
        """How likely, 0 to 1, a sentence is of each of KINDS (stages/judge/senses.py); 0 where it is in no body."""
        return self._senses.weigh(place)

    def is_title(self, report: str, span: Span) -> bool:
        """Whether `span` stands in the title of its report."""
        block = self._block_of(report, span)
        return block is not None and block.kind == "title"

    def attribution_of(self, statement: Statement) -> Attribution | None:
        """The attribution with the narrowest content that `statement` lies in."""
        holders = [
            (sum(len(content) for content in attribution.content), index)
            for index, attribution in enumerate(self.statements[statement.report].attributions)
            if any(content.overlaps(statement.span) for content in attribution.content)
        ]
        return self.statements[statement.report].attributions[min(holders)[1]] if holders else None

    def text_of(self, report: str, span: Span) -> str:
        """The words at `span`, on one line."""
        return " ".join(span.of(self.readings[report].report.text).split())

    def name_of(self, report: str) -> str:
        """What a person would call the report."""
        return self.readings[report].report.name

    def names_of(self, reports: Iterable[str]) -> str:
        """The reports by name, in the story's order, each once."""
        wanted = set(reports)
        return ", ".join(dict.fromkeys(r.report.name for r in self.story.readings if r.report.id in wanted))

    def evidence(self, report: str, span: Span) -> Evidence:
        """The words at `span` as evidence."""
        return Evidence(report, span, span.of(self.readings[report].report.text))

    def show(self, statement: Statement) -> Evidence:
        """The statement's own words as evidence."""
        return Evidence(statement.report, statement.span, statement.text)

    def show_sentence(self, statement: Statement) -> Evidence:
        """The sentence that the statement stands in as evidence."""
        return self.evidence(statement.report, self.sentence_of(statement.report, statement.span))
