"""A case: all that judging looks at, with the look-ups that every kind of finding needs."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from secondsource.model.findings import Evidence, Statement
from secondsource.model.readings import Reading
from secondsource.model.spans import Span
from secondsource.model.statements import Statements
from secondsource.model.stories import Lineage, Stemma, Story


@dataclass(frozen=True)
class Case:
    """A story, what its reports say, and how the reports descend from one another."""

    story: Story
    statements: Mapping[str, Statements]
    stemma: Stemma

    @cached_property
    def readings(self) -> Mapping[str, Reading]:
        return {reading.report.id: reading for reading in self.story.readings}

    @cached_property
    def lineages(self) -> Mapping[str, Lineage]:
        """The lineage of each report."""
        return {report: lineage for lineage in self.stemma.lineages for report in lineage.reports}

    @cached_property
    def _starts(self) -> Mapping[str, tuple[int, ...]]:
        return {report: tuple(s.start for s in reading.sentences) for report, reading in self.readings.items()}

    def sentence_of(self, report: str, span: Span) -> Span:
        """The sentence that `span` begins in, or `span` itself when it is in none."""
        index = bisect_right(self._starts[report], span.start) - 1
        if index < 0:
            return span
        sentence = self.readings[report].sentences[index]
        return sentence if sentence.overlaps(span) else span

    def text_of(self, report: str, span: Span) -> str:
        return span.of(self.readings[report].report.text)

    def name_of(self, report: str) -> str:
        return self.readings[report].report.name

    def evidence(self, report: str, span: Span) -> Evidence:
        return Evidence(report, span, self.text_of(report, span))

    def show(self, statement: Statement) -> Evidence:
        """The statement's own words as evidence."""
        return Evidence(statement.report, statement.span, statement.text)
