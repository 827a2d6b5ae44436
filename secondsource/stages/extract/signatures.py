"""Signatures: a quotation that stands by itself, with a dash and a name under it: “We stay.” — Jan Kol, mayor."""

from secondsource.stages.extract.candidates import Candidate
from secondsource.stages.extract.trees import Tree
from secondsource.text.quotation import Quotation

DASHES = frozenset(["–", "—", "-", "--", "―"])
LONGEST_NAME = 6
"""Words at most in the name with its titles."""


def find_signature(tree: Tree, quotation: Quotation) -> Candidate | None:
    """A candidate for whoever signs a quotation that begins its line."""
    dash = tree.at(quotation.end)
    line = tree.text.rfind("\n", 0, quotation.start) + 1
    if dash + 1 >= len(tree) or tree.words[dash] not in DASHES or tree.text[line : quotation.start].strip():
        return None
    if tree.text[quotation.end : tree.tokens[dash].span.start].strip():
        return None
    source = _name_after(tree, dash)
    if not source or tree.pos(source[-1]) != "PROPN":
        return None
    return Candidate(dash, (dash,), source, source[-1], (), "states")


def _name_after(tree: Tree, dash: int) -> tuple[int, ...]:
    """The words after the dash up to a comma or the end of the line, if they are few."""
    words: list[int] = []
    for word in range(dash + 1, min(dash + 2 + LONGEST_NAME, len(tree))):
        gap = tree.text[tree.tokens[word - 1].span.end : tree.tokens[word].span.start]
        if tree.words[word] in (",", ".", "(") or ("\n" in gap and words):
            return tuple(words)
        words.append(word)
    return tuple(words) if len(words) <= LONGEST_NAME else ()
