"""Nested quotations: “The mate kept shouting ‘jump’,” she said — here the mate's."""

from collections.abc import Iterator, Sequence

from secondsource.model.spans import Span
from secondsource.stages.extract.candidates import Candidate
from secondsource.stages.extract.cues import load_verbs
from secondsource.stages.extract.sources import find_source, source_words
from secondsource.stages.extract.trees import Tree
from secondsource.text.quotation import Quotation

CLOSE = 6
"""Words at most between a verb and the nested quotation that it opens."""


def find_nested(tree: Tree, quotations: Sequence[Quotation]) -> Iterator[Candidate]:
    """A candidate for every quotation inside another that follows a verb of speech."""
    for quotation in quotations:
        if quotation.depth == 0:
            continue
        first = tree.at(quotation.start)
        for word in range(first - 1, max(first - CLOSE, 0) - 1, -1):
            if tree.words[word] in (".", "!", "?", ";"):
                break
            force = _force(tree, word)
            source_at = find_source(tree, word) if force else None
            if force and source_at is not None and tree.pos(source_at) != "PRON":
                whole = Span(quotation.start, quotation.end)
                source = source_words(tree, source_at)
                yield Candidate(word, (word,), source, source_at, (whole,), force, quotes=(whole,))
                break


def _force(tree: Tree, word: int) -> str | None:
    ways = load_verbs().get(tree.lemma(word), ()) if tree.pos(word) == "VERB" else ()
    return next((frames["quote"] for following, frames in ways if not following and "quote" in frames), None)
