"""Quotes: joins words in quotation marks to the cues they belong to."""

from collections.abc import Sequence
from dataclasses import replace

from secondsource.model.spans import Span
from secondsource.stages.extract.candidates import Candidate
from secondsource.stages.extract.trees import Tree
from secondsource.text.quotation import Quotation

SENTENCE_ENDS = frozenset(".!?…")
WIDEST_GAP = 200
"""Characters between a quotation and its cue: “…”, the deputy harbour master of the port of X told reporters."""


def join_quotations(tree: Tree, candidates: Sequence[Candidate], quotations: Sequence[Quotation]) -> list[Candidate]:
    """The candidates with the quotations that are theirs; those that waited for one in vain are left out."""
    outer = [quotation for quotation in quotations if quotation.depth == 0]
    joined = [_complete(tree, candidate, quotations) for candidate in candidates]
    owner: dict[Quotation, int] = {}
    for number, candidate in enumerate(joined):
        for quotation in outer:
            if Span(quotation.start, quotation.end) in candidate.quotes:
                owner.setdefault(quotation, number)
    for quotation in outer:
        if quotation not in owner:
            nearest = _find_cue(tree, joined, quotation)
            if nearest is not None:
                owner[quotation] = nearest
                joined[nearest] = _add(joined[nearest], quotation)
    _join_continuations(tree.text, joined, outer, owner)
    return [candidate for candidate in joined if candidate.content]


def without_quoted(tree: Tree, candidates: Sequence[Candidate], quotations: Sequence[Quotation]) -> list[Candidate]:
    """The candidates whose cue is the report's own word; "I think" inside a quotation is the speaker's."""
    quoted = bytearray(len(tree.text) + 1)
    for quotation in quotations:
        if quotation.depth == 0:
            quoted[quotation.start : quotation.end] = b"\1" * (quotation.end - quotation.start)
    return [candidate for candidate in candidates if not quoted[tree.tokens[candidate.at].span.start]]


def _complete(tree: Tree, candidate: Candidate, quotations: Sequence[Quotation]) -> Candidate:
    """A content that cuts into a quotation takes in all of it, unless the cue is itself part of the quotation."""
    at = tree.tokens[candidate.at].span
    for quotation in quotations:
        whole = Span(quotation.start, quotation.end)
        if not whole.contains(at) and any(part.overlaps(whole) for part in candidate.content):
            candidate = _add(candidate, quotation)
    return candidate


def _add(candidate: Candidate, quotation: Quotation) -> Candidate:
    whole = Span(quotation.start, quotation.end)
    return replace(candidate, content=_unite([*candidate.content, whole]), quotes=(*candidate.quotes, whole))


def _unite(spans: Sequence[Span]) -> tuple[Span, ...]:
    united: list[Span] = []
    for span in sorted(spans):
        if united and span.start <= united[-1].end:
            united[-1] = Span(united[-1].start, max(united[-1].end, span.end))
        else:
            united.append(span)
    return tuple(united)


def _find_cue(tree: Tree, candidates: Sequence[Candidate], quotation: Quotation) -> int | None:
    """The waiting cue that stands nearest to the quotation with no end of sentence between them."""
    best: tuple[int, int] | None = None
    for number, candidate in enumerate(candidates):
        gap = _gap(tree, candidate, quotation) if candidate.takes_quote else None
        if gap is not None and (best is None or gap < best[0]):
            best = gap, number
    return best[1] if best else None


def _gap(tree: Tree, candidate: Candidate, quotation: Quotation) -> int | None:
    """Characters between cue and quotation, or None where they cannot belong together."""
    text = tree.text
    start, end = tree.tokens[candidate.cue[0]].span.start, tree.tokens[candidate.cue[-1]].span.end
    if end <= quotation.start:
        between = text[end : quotation.start]
        apart = any(mark in between for mark in ".!?;") or ("\n" in between and ":" not in between)
    elif quotation.end <= start:
        between = text[quotation.end : start]
        apart = any(mark in between for mark in "!?;:\n") or ". " in between
    else:
        return None
    return None if apart or len(between) > WIDEST_GAP else len(between)


def _join_continuations(
    text: str, candidates: list[Candidate], quotations: Sequence[Quotation], owner: dict[Quotation, int]
) -> None:
    """“A,” she said. “B.” — and the paragraphs that follow with nothing but the same speaker's words."""
    last: int | None = None
    last_end = 0
    for quotation in quotations:
        number = owner.get(quotation)
        if number is None and last is not None and _stands_alone(text, quotation):
            between = text[last_end : quotation.start]
            if quotation.continues or (between.count("\n\n") <= 1 and len(between) <= WIDEST_GAP):
                owner[quotation] = number = last
                candidates[last] = _add(candidates[last], quotation)
        if number is not None:
            last = number
            last_end = quotation.end


def _stands_alone(text: str, quotation: Quotation) -> bool:
    """Whether the quotation is a sentence of its own, or several."""
    before = text[: quotation.start].rstrip()[-1:]
    starts = (
        not before
        or before in SENTENCE_ENDS
        or before in "\"”'’:"
        or "\n" in text[max(0, quotation.start - 2) : quotation.start]
    )
    inside = text[quotation.inner_start : quotation.inner_end].rstrip()[-1:]
    after = text[quotation.end : quotation.end + 1]
    return starts and (inside in SENTENCE_ENDS or after in SENTENCE_ENDS or not after or after == "\n")
