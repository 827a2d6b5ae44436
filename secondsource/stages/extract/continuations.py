"""Continuations: quotations without a cue of their own, whose speaker stands in the sentence or paragraph before."""

from collections.abc import Sequence

from secondsource.model.spans import Span
from secondsource.stages.extract.candidates import Candidate
from secondsource.stages.extract.quotes import add_quotation, to_span
from secondsource.stages.extract.signatures import find_signature
from secondsource.stages.extract.sources import FINITE, find_source, source_words
from secondsource.stages.extract.trees import Tree
from secondsource.text.quotation import Quotation

ENDS = frozenset(".!?…:")
CLOSING = "\"”'’»)"
CLOSE = 12
"""Words at most between a verb and the quotation that it leads in."""
LONG = 40
"""Characters beyond which a quotation that begins a sentence is no name and no title."""
NAMING = ("PROPN", "PRON")


def continue_quotations(tree: Tree, candidates: Sequence[Candidate], outer: Sequence[Quotation]) -> list[Candidate]:
    """Give each quotation without a cue to whoever is quoted before it, or is the subject beside it."""
    grown = list(candidates)
    owner = {quote: number for number, candidate in enumerate(grown) for quote in candidate.quotes}
    last: int | None = None
    before: Quotation | None = None
    for quotation in outer:
        span = to_span(quotation)
        if span not in owner:
            candidate = find_signature(tree, quotation)
            candidate = candidate or _find_lead_in(tree, quotation) or _find_follow_up(tree, quotation)
            number = None if candidate else _find_owner(tree, grown, last, before, quotation)
            if candidate is None and number is None:
                candidate = _find_subject_before(tree, quotation)
            if candidate:
                number = len(grown)
                grown.append(candidate)
            if number is not None:
                owner[span] = number
                grown[number] = add_quotation(grown[number], quotation)
        if span in owner and (_starts_sentence(tree.text, quotation) or last is None):
            last = owner[span]
        before = quotation
    return grown


def _find_owner(
    tree: Tree, candidates: Sequence[Candidate], last: int | None, before: Quotation | None, quotation: Quotation
) -> int | None:
    """“A,” she said. “B.” — and paragraphs that hold nothing but the same person's words."""
    if last is None or before is None:
        return None
    if _goes_on(tree, candidates[last], before, quotation):
        return last
    if not _stands_alone(tree.text, quotation):
        return None
    if quotation.continues:
        return last
    cue = candidates[last].cue
    ends = [before.end] if Span(before.start, before.end) in candidates[last].quotes else []
    if cue and tree.tokens[cue[-1]].span.end <= quotation.start:
        ends.append(tree.sentence_end(cue[-1]))
    between = tree.text[min(max(ends, default=0), quotation.start) : quotation.start]
    return last if not between.strip() and between.count("\n") <= 2 else None


def _goes_on(tree: Tree, candidate: Candidate, before: Quotation, quotation: Quotation) -> bool:
    """She gave her “full support”, speaking of a fight “to protect the coast”: a later piece of one sentence."""
    first = tree.text[quotation.inner_start : quotation.inner_start + 1]
    near = (
        to_span(before) in candidate.quotes
        and tree.sentence[tree.at(before.start)] == tree.sentence[tree.at(quotation.start)]
    )
    return near and first.islower() and quotation.start > tree.tokens[candidate.at].span.start


def _find_lead_in(tree: Tree, quotation: Quotation) -> Candidate | None:
    """The captain shot back: “No.” — a verb that is no word of speech, or a bare name, right before a quotation."""
    colon = tree.at(quotation.start) - 1
    if colon < 1 or tree.words[colon] not in (":", ",") or not _is_sentence(tree, quotation):
        return None
    if tree.words[colon] == "," and "\n" in tree.text[tree.tokens[colon].span.end : quotation.start]:
        return None
    sentence = tree.sentence_words(colon)
    for word in range(colon - 1, max(sentence[0], colon - CLOSE) - 1, -1):
        if tree.pos(word) in ("VERB", "AUX"):
            source_at = find_source(tree, word)
            if source_at is not None:
                return Candidate(word, (word,), source_words(tree, source_at), source_at, (), "states")
    head = next((word for word in sentence if tree.dep(word) == "ROOT"), colon)
    if tree.words[colon] == ":" and tree.pos(head) == "PROPN" and colon - sentence[0] < CLOSE:
        return Candidate(colon, (colon,), tuple(range(sentence[0], colon)), head, (), "states")
    return None


def _find_follow_up(tree: Tree, quotation: Quotation) -> Candidate | None:
    """“No,” stormed the captain. — a verb that is no word of speech, right after a quotation that ends in a comma."""
    inner = tree.text[quotation.inner_start : quotation.inner_end].rstrip()
    first = tree.at(quotation.end)
    if inner[-1:] not in (",", "?", "!") or first + 1 >= len(tree) or not _is_sentence(tree, quotation):
        return None
    if "\n" in tree.text[quotation.end : tree.tokens[first].span.start]:
        return None
    for word in range(first, min(first + CLOSE, len(tree))):
        if tree.tokens[word].tag in FINITE:
            source_at = find_source(tree, word)
            if source_at is None:
                return None
            beside = abs(source_at - word) < CLOSE and source_at >= first
            fits = beside and (inner[-1:] == "," or tree.words[first][:1].islower())
            return Candidate(word, (word,), source_words(tree, source_at), source_at, (), "states") if fits else None
        if tree.pos(word) == "PUNCT":
            return None
    return None


def _is_sentence(tree: Tree, quotation: Quotation) -> bool:
    """Whether a quotation reads as words spoken, rather than as a name or a title."""
    words = tree.between(Span(quotation.inner_start, quotation.inner_end))
    first = tree.text[quotation.inner_start : quotation.inner_start + 1]
    return first.isupper() and any(tree.pos(word) in ("VERB", "AUX") for word in words)


def _find_subject_before(tree: Tree, quotation: Quotation) -> Candidate | None:
    """The mayor shook her head. “No.” — whoever the sentence before is about, in the same paragraph."""
    last = tree.at(quotation.start) - 1
    if last < 0 or not _stands_alone(tree.text, quotation):
        return None
    if "\n" in tree.text[tree.tokens[last].span.end : quotation.start]:
        return None
    for word in tree.sentence_words(last):
        if tree.dep(word) == "nsubj" and tree.dep(tree.head(word)) == "ROOT" and tree.pos(word) in NAMING:
            return Candidate(word, (), source_words(tree, word), word, (), "states")
    return None


def _starts_sentence(text: str, quotation: Quotation) -> bool:
    line = text[max(0, quotation.start - 40) : quotation.start]
    before = line.rstrip()[-1:]
    return not before or before in ENDS or before in CLOSING or "\n" in line[len(line.rstrip()) :]


def _stands_alone(text: str, quotation: Quotation) -> bool:
    """Whether the quotation is a sentence of its own, or several."""
    inner = text[quotation.inner_start : quotation.inner_end].rstrip().rstrip(CLOSING)
    after = text[quotation.end : quotation.end + 1]
    ends = inner[-1:] in ENDS or after in ENDS or after in ("", "\n")
    return _starts_sentence(text, quotation) and (ends or len(inner) > LONG)
