"""A reading: a report with its sentences, words, names and times marked."""

from dataclasses import dataclass
from typing import Literal

from secondsource.model.reports import Report
from secondsource.model.spans import Span

NameKind = Literal["person", "place", "organization", "group", "other"]
TimeType = Literal["date", "time", "duration", "set"]
HEADS = ("title", "heading", "caption")
"""Blocks that repeat in few words what the body tells, or tell of a picture."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark, with its Universal Dependencies tag and its place in the sentence's parse.

    `head` is the index of the governing token in the reading's tokens; a root's head is itself.
    """

    span: Span
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name in the text. `entity` is its canonical form within the report ("Corvay" → "Adelin Corvay")."""

    span: Span
    kind: NameKind
    entity: str


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression.

    `value` is EDTF/TIMEX-like: 2024-06-19, 2024-06, 2023, 194X, P24Y; XXXX-WXX-3 for a Wednesday that nothing anchors.
    """

    span: Span
    type: TimeType
    value: str


@dataclass(frozen=True, slots=True)
class Note:
    """A stretch of a report that could not be read, and why: nothing is marked and nothing is taken there."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A report as it was read. Sentences, tokens, names and times stand in text order; none reaches over its block.

    `anchored_on` is the day (EDTF) that relative times were counted from; `anchored_by` says how that day is known.
    `notes` tell which stretches could not be read.
    """

    report: Report
    sentences: tuple[Span, ...]
    tokens: tuple[Token, ...]
    names: tuple[Name, ...]
    times: tuple[Time, ...]
    anchored_on: str | None = None
    anchored_by: str | None = None
    notes: tuple[Note, ...] = ()

    @property
    def body(self) -> tuple[Span, ...]:
        """The sentences that stand in none of the titles, headings and captions."""
        heads = [block.span for block in self.report.blocks if block.kind in HEADS]
        return tuple(sentence for sentence in self.sentences if not any(head.contains(sentence) for head in heads))
