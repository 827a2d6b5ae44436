"""Candidates: attributions as the rules see them, before their quotations, speakers and carriers are settled."""

from dataclasses import dataclass

from secondsource.model.spans import Span
from secondsource.model.statements import Force


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
