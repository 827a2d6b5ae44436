"""Negations: whether a report says that somebody did not say, deny or confirm something."""

from secondsource.stages.extract.trees import Tree

NEGATIONS = frozenset(["not", "n't", "n’t", "never", "neither", "nor", "cannot", "hardly"])
BESIDE = ("preconj", "cc", "advmod", "aux")
LONGEST_ROW = 4
"""Verbs in a row that one "not" may hold for: "would not confirm, deny or explain"."""


def is_negated(tree: Tree, verb: int) -> bool:
    """Whether the cue at `verb` is said not to have happened: "did not", "neither … nor", "has yet to"."""
    for _ in range(LONGEST_ROW):
        if tree.pos(verb) not in ("VERB", "AUX"):
            return False
        if _has_negation(tree, verb):
            return True
        if tree.dep(verb) != "conj" or tree.with_dep(verb, ("nsubj", "nsubjpass", "aux")):
            return False
        verb = tree.head(verb)
        if not any(tree.words[child] in ("or", "nor") for child in tree.with_dep(verb, ("cc",))):
            return False
    return False


def _has_negation(tree: Tree, verb: int) -> bool:
    beside = {tree.words[child] for child in tree.with_dep(verb, BESIDE) if child < verb}
    beside |= {tree.words[child] for child in tree.with_dep(verb, ("neg",))}
    before = tree.words[max(verb - 2, 0) : verb]
    return bool(beside & NEGATIONS or NEGATIONS & set(before[-1:])) or before == ["yet", "to"]
