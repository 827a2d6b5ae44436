"""Quotes: joins words in quotation marks to the cues they belong to."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from secondsource.model.spans import Span
from secondsource.stages.extract.candidates import Candidate
from secondsource.stages.extract.sources import SUBJECTS, source_words
from secondsource.stages.extract.trees import Tree
from secondsource.text.quotation import Quotation

SENTENCE_ENDS = frozenset([".", "!", "?", "…", ";"])
LEADING = frozenset(":.,;—–-([!?…")
WIDEST_GAP = 200
"""Characters between a quotation and its cue: “…”, the deputy harbour master of the port of X told reporters."""
CLOSE = 12
"""Words at most in "told reporters on the pier late on Tuesday:", between a cue and its quotation."""
BESIDE = ("PUNCT", "ADV", "AUX", "SPACE", "VERB", "PART", "DET")
NEAREST_CUES = 4
"""Cues looked at before and after a quotation; between a cue and its quotation stands hardly ever another."""


def join_quotations(tree: Tree, candidates: Sequence[Candidate], outer: Sequence[Quotation]) -> list[Candidate]:
    """The candidates, in text order of their cues, with the `outer` quotations that are theirs.

    Some may still be without content: they wait for a quotation that stands elsewhere, or there is none.
    """
    joined = [_complete(tree, candidate, outer) for candidate in candidates]
    owned = {quote for candidate in joined for quote in candidate.quotes}
    starts = [tree.tokens[candidate.at].span.start for candidate in joined]
    for quotation in outer:
        if to_span(quotation) in owned:
            continue
        middle = bisect_left(starts, quotation.start)
        nearest = _nearest(tree, joined, range(middle - NEAREST_CUES, middle + NEAREST_CUES), quotation)
        if nearest is not None:
            joined[nearest] = add_quotation(joined[nearest], quotation)
    return [_leave_other_side(tree, candidate) for candidate in joined]


def add_quotation(candidate: Candidate, quotation: Quotation) -> Candidate:
    """`candidate` with all of `quotation` in its content."""
    whole = to_span(quotation)
    return replace(candidate, content=_unite([*candidate.content, whole]), quotes=(*candidate.quotes, whole))


def to_span(quotation: Quotation) -> Span:
    """The quotation with its marks."""
    return Span(quotation.start, quotation.end)


def _complete(tree: Tree, candidate: Candidate, outer: Sequence[Quotation]) -> Candidate:
    """A content that cuts into a quotation takes in all of it."""
    if not candidate.content:
        return candidate
    first = bisect_left(outer, candidate.content[0].start, key=lambda quotation: quotation.end)
    for quotation in outer[first:]:
        if quotation.start >= candidate.content[-1].end:
            break
        if any(part.overlaps(to_span(quotation)) for part in candidate.content):
            candidate = add_quotation(candidate, quotation)
    return candidate


def _unite(spans: Sequence[Span]) -> tuple[Span, ...]:
    united: list[Span] = []
    for span in sorted(spans):
        if united and span.start <= united[-1].end:
            united[-1] = Span(united[-1].start, max(united[-1].end, span.end))
        else:
            united.append(span)
    return tuple(united)


def _nearest(tree: Tree, candidates: Sequence[Candidate], numbers: range, quotation: Quotation) -> int | None:
    """The number of the cue that stands nearest to the quotation, among those to which it can belong."""
    best: tuple[int, int] | None = None
    for number in numbers:
        if 0 <= number < len(candidates) and candidates[number].takes_quote:
            gap = _gap(tree, candidates[number], quotation)
            if gap is not None and (best is None or gap < best[0]):
                best = gap, number
    return best[1] if best else None


def _gap(tree: Tree, candidate: Candidate, quotation: Quotation) -> int | None:
    """Characters between cue and quotation, or None where they cannot belong together."""
    start, end = tree.tokens[candidate.cue[0]].span.start, tree.tokens[candidate.cue[-1]].span.end
    if quotation.end <= start:
        gap = start - quotation.end
        return gap if gap <= WIDEST_GAP and _follows(tree, candidate, quotation) else None
    gap = quotation.start - end
    if not 0 <= gap <= WIDEST_GAP or (candidate.content and not _is_right_after(tree, candidate, to_span(quotation))):
        return None
    words = [tree.words[word] for word in tree.between(Span(end, quotation.start))]
    apart = any(word in SENTENCE_ENDS for word in words)
    return None if apart or ("\n" in tree.text[end : quotation.start] and words[-1:] != [":"]) else gap


def _follows(tree: Tree, candidate: Candidate, quotation: Quotation) -> bool:
    """Whether nothing but the cue's own words and its source stand between the quotation and the cue."""
    start = tree.tokens[candidate.cue[0]].span.start
    between = set(tree.between(Span(quotation.end, start))) - set(candidate.source) - set(candidate.cue)
    for above in (candidate.at, *tree.up(candidate.at)):
        between -= {word for subject in tree.with_dep(above, SUBJECTS) for word in source_words(tree, subject)}
    text = tree.text[quotation.end : start]
    if "\n" in text or (_is_full_stop(tree.text, quotation.end) and text.strip()[:1].isupper()):
        return False
    return all((tree.pos(word) in BESIDE and tree.words[word] != ":") or tree.words[word] == "as" for word in between)


def _leave_other_side(tree: Tree, candidate: Candidate) -> Candidate:
    """“He left. “A,” she said, and stood up”: with a quotation right beside the cue, the report's own words go."""
    before = next((quote for quote in reversed(candidate.quotes) if _is_right_before(tree, candidate, quote)), None)
    after = next((quote for quote in candidate.quotes if _is_right_after(tree, candidate, quote)), None)
    if before is None and after is None:
        return candidate
    start, end = tree.tokens[candidate.cue[0]].span.start, tree.tokens[candidate.cue[-1]].span.end
    kept: list[Span] = list(candidate.quotes) if before else []
    for part in candidate.content:
        if before and part.end <= start:
            kept.append(Span(before.start, part.end) if part.contains(before) and _opens(tree.text, before) else part)
        elif after and part.start >= end:
            kept.append(part)
    if before is None:
        kept += [quote for quote in candidate.quotes if quote.start >= end]
    content = _unite(kept)
    quotes = tuple(quote for quote in candidate.quotes if any(part.contains(quote) for part in content))
    return replace(candidate, content=content, quotes=quotes)


def _is_full_stop(text: str, end: int) -> bool:
    """Whether the quotation that ends at `end` is a finished sentence: “No.” She left."""
    return text[max(0, end - 2) : end].rstrip("\"”'’»").endswith(".") and not text[max(0, end - 4) : end].startswith(
        ".."
    )


def _is_right_before(tree: Tree, candidate: Candidate, quote: Span) -> bool:
    start = tree.tokens[candidate.cue[0]].span.start
    if _is_full_stop(tree.text, quote.end) and tree.text[quote.end : start].strip()[:1].isupper():
        return False
    between = set(tree.between(Span(quote.end, start))) if quote.end <= start else {-1}
    return all(word >= 0 and tree.pos(word) == "PUNCT" for word in between - set(candidate.source))


def _is_right_after(tree: Tree, candidate: Candidate, quote: Span) -> bool:
    end = tree.tokens[candidate.cue[-1]].span.end
    if quote.start < end:
        return False
    words = [word for word in tree.between(Span(end, quote.start)) if word not in candidate.source]
    if not words or tree.words[words[-1]] not in (",", ":"):
        return False
    return len(words) < CLOSE and not any(
        tree.pos(word) == "VERB" or tree.words[word] in SENTENCE_ENDS for word in words
    )


def _opens(text: str, quote: Span) -> bool:
    """Whether a quotation begins what is said, rather than going on with the words before it."""
    before = text[max(0, quote.start - CLOSE) : quote.start].rstrip()[-1:]
    first = next((character for character in quote.of(text) if character.isalnum()), "")
    return not before or before in LEADING or first.isupper()
