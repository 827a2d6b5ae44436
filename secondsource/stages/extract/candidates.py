"""Candidates: attributions as the rules see them, before their quotations, speakers and carriers are settled."""

from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.model.spans import Span
from secondsource.model.statements import Force, Manner


@dataclass(frozen=True, slots=True)
class Candidate:
    """A cue with its source and content. `cue` and `source` are words of the tree, `at` and `source_at` their heads.

    Without `content` it waits for a quotation beside it (`takes_quote`).
    """

    at: int
    cue: tuple[int, ...]
    source: tuple[int, ...]
    source_at: int | None
    content: tuple[Span, ...]
    force: Force
    takes_quote: bool = False
    quotes: tuple[Span, ...] = ()
    """Whole quotations that are part of the content."""
    tagged: bool = False
    """Only the tagger sees it. What the report says elsewhere is read as if it weren't there."""
    doubted: bool = False
    """Only the rules see it, and such a one is mostly none. It is left out, once pronouns have leant on it."""


def find_manner(text: str, content: Sequence[Span], quotes: Sequence[Span]) -> Manner:
    """Whether the source's own words are handed on: all of it, some of it, or none."""
    if not quotes:
        return "indirect"
    told = sum(sum(map(str.isalnum, part.of(text))) for part in content)
    quoted = sum(sum(map(str.isalnum, quote.of(text))) for quote in quotes)
    return "mixed" if told > quoted else "direct"
