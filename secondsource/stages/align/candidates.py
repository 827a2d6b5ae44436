"""What a report offers to be aligned: a statement, the sentence it stands in, and whose it is."""

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from secondsource.model.findings import Statement, StatementKind
from secondsource.model.readings import Reading
from secondsource.model.spans import Span
from secondsource.model.statements import Attribution, Figure, Statements
from secondsource.stages.align.speakers import Speakers
from secondsource.text.scopes import Extent

UNSAID = frozenset(["holds"])
"""Forces of doing and wanting, told in no words of speech: for what is told of them the report itself vouches."""

TELLING_BLOCKS = frozenset(["paragraph", "list", "quote", "caption", "correction"])
"""Titles and headings repeat what the text says in fewer words, and are left out of account."""


AGE = "year of age"
"""The unit that figures give an age."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A statement that may meet others: `order` is its report's place in the story, `context` its sentence.

    Of a figure and a dating, `clause` is what stands around it; of a claim that is one clause of its sentence, what
    that tells, with the subject that it borrows. Of a figure, `beside` are the few words next to it, `siblings` the
    other telling values of its sentence if none is of the same unit, `others` all other values of it and `rivals`
    those of the same unit, `told` all values of its report, and `tally` is what it counts; it
    `is_main` when it is its report's total of that tally, `is_past` when its sentence tells of an earlier year, and
    `is_taken_back` when a correction says that it is wrong, and `is_sole` when its report has no other value of its
    unit or noun; `extent` says whether it is of a whole or of a part; of a length `ends` are the moments told beside
    it and `office` what somebody was for so long; of these and of an age `who` is the name before it; a figure
    `is_recalled` when it is of an earlier event that is only named beside this one, and `behind` are the words behind
    it. A claim `denies` when its sentence does nothing but deny something; `telling` is whether it tells an event or an
    agreement;
    it `is_lead` when its report begins with it. A quote `is_piece` when it is one sentence of a longer one.
    """

    statement: Statement
    order: int
    context: str
    figure: Figure | None = None
    tally: str | None = None
    is_main: bool = False
    is_past: bool = False
    is_taken_back: bool = False
    is_recalled: bool = False
    is_sole: bool = False
    extent: Extent | None = None
    clause: str = ""
    beside: str = ""
    siblings: frozenset[float] = frozenset()
    others: frozenset[float] = frozenset()
    rivals: frozenset[float] = frozenset()
    ends: frozenset[str] = frozenset()
    who: str = ""
    office: str | None = None
    behind: str = ""
    told: frozenset[float] = field(default=frozenset(), compare=False)
    denies: bool = False
    telling: StatementKind = "claim"
    is_piece: bool = False
    is_lead: bool = False

    @property
    def text(self) -> str:
        return self.statement.text

    @property
    def matter(self) -> str:
        """What a claim tells: its sentence, or the clause of it that it is."""
        return self.clause if self.is_part else self.context

    @property
    def is_part(self) -> bool:
        """Whether it is a clause of a claim."""
        return self.statement.kind == "claim" and bool(self.clause)

    @property
    def frame(self) -> str:
        """What a figure counts and the clause that it stands in, without its number."""
        figure = self.figure
        return f"{(figure.unit or figure.of if figure else None) or self.tally or ''}: {self.clause}"

    @property
    def wording(self) -> str:
        """What is compared: a quote's own words; of other kinds the sentence, for a part of it says too little."""
        return self.text if self.statement.kind == "quote" else self.context


@dataclass(frozen=True)
class Offer:
    """One report of a story with all that its candidates are made of."""

    reading: Reading
    statements: Statements
    order: int
    speakers: Speakers

    @property
    def text(self) -> str:
        return self.reading.report.text

    @cached_property
    def telling(self) -> tuple[Span, ...]:
        """The blocks whose sentences count as the report's own telling."""
        return tuple(block.span for block in self.reading.report.blocks if block.kind in TELLING_BLOCKS)

    def is_told(self, span: Span) -> bool:
        """Whether `span` lies in a paragraph, list, quote or caption."""
        index = bisect_right(self.telling, span.start, key=lambda block: block.start) - 1
        return index >= 0 and self.telling[index].contains(span)

    def sentence_of(self, span: Span) -> Span:
        """The sentence that `span` begins in, or `span` itself when it is in none."""
        index = bisect_right(self.reading.sentences, span.start, key=lambda sentence: sentence.start) - 1
        sentence = self.reading.sentences[index] if index >= 0 else span
        return sentence if sentence.overlaps(span) else span

    def sentence_before(self, sentence: Span) -> Span | None:
        """The sentence before this one in its block, if there is one."""
        index = bisect_right(self.reading.sentences, sentence.start, key=lambda one: one.start) - 2
        before = self.reading.sentences[index] if index >= 0 else None
        return before if before and "\n" not in self.text[before.end : sentence.start] else None

    def holder_of(self, span: Span) -> Attribution | None:
        """The attribution with the narrowest content that holds most of `span`, its own source and cue aside."""
        holders = []
        for index, attribution in enumerate(self.statements.attributions):
            held = sum(_shared(content, span) for content in attribution.content)
            beside = sum(_shared(part, span) for part in (*attribution.source, *attribution.cue))
            if held and 2 * held > len(span) - beside and attribution.force not in UNSAID:
                holders.append((sum(len(content) for content in attribution.content), index))
        return self.statements.attributions[min(holders)[1]] if holders else None

    def to_candidate(self, kind: StatementKind, span: Span, holder: Attribution | None) -> Candidate:
        """A candidate of what stands at `span`, said by whom `holder` names."""
        statement = Statement(
            self.reading.report.id,
            kind,
            span,
            span.of(self.text),
            self.speakers.name_of(holder.speaker) if holder else None,
            tuple(self.speakers.name_of(via.name) or via.name for via in holder.via) if holder else (),
            holder.force if holder else None,
        )
        context = self.sentence_of(span).of(self.text)
        return Candidate(statement, self.order, " ".join(context.split()))


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def trim(text: str, span: Span) -> Span:
    """`span` without the blanks, quotation marks and commas around it, and without a full stop at its end."""
    words = span.of(text)
    inner = words.lstrip(' \t\n“”"«»‘’,;').rstrip(' \t\n“”"«»‘’,;.')
    at = words.find(inner) if inner else 0
    return Span(span.start + at, span.start + at + len(inner))
