"""Unclosed quotations: where one ends whose closing mark is missing, told by the cue that the report put after it."""

from collections.abc import Sequence
from dataclasses import replace

from secondsource.stages.extract.cues import load_verbs
from secondsource.stages.extract.trees import Tree
from secondsource.text.quotation import Quotation

LONGEST_SOURCE = 8
"""Words at most between the comma that ends the quotation and the verb after it."""
FIRST_PERSON = frozenset(["i", "we", "you"])


def end_quotations(tree: Tree, outer: Sequence[Quotation]) -> list[Quotation]:
    """`outer`, with each unclosed quotation that goes on in no other ended before the report's own "…, she said"."""
    ended = []
    for number, quotation in enumerate(outer):
        goes_on = number + 1 < len(outer) and outer[number + 1].continues
        end = None if quotation.closed or goes_on else _find_end(tree, quotation)
        ended.append(replace(quotation, end=end, inner_end=end) if end else quotation)
    return ended


def _find_end(tree: Tree, quotation: Quotation) -> int | None:
    start = tree.at(quotation.inner_start)
    for word in range(start + 1, tree.at(quotation.end)):
        ways = load_verbs().get(tree.lemma(word), ()) if tree.pos(word) == "VERB" else ()
        if not any("quote" in frames for _, frames in ways):
            continue
        subject = next(iter(tree.with_dep(word, ("nsubj",))), None)
        if subject is None or tree.words[subject] in FIRST_PERSON:
            continue
        first = min(word, subject, *tree.words_under(subject)) - 1
        if start < first and word - first <= LONGEST_SOURCE and tree.words[first] in (",", "?", "!"):
            return tree.tokens[first].span.end
    return None
