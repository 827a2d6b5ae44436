"""Pairs: two who are named together, and whom "they", "both" or "the pair" means."""

from secondsource.stages.extract.trees import Tree

PAIRS = frozenset(["they", "both", "two", "pair", "couple", "duo"])
TWO = 2
REACH = 3
"""Sentences, its own counted, in which "they" finds the two whom it means."""
SUBJECTS = ("nsubj", "nsubjpass")


def find_pair(tree: Tree, at: int) -> int | None:
    """The first of the two whom the word `at` means, if it means two: the last subject before that names two."""
    word = tree.words[at]
    if word not in PAIRS or (word != "they" and tree.with_dep(at, ("prep", "amod"))):
        return None
    number = tree.sentence[at]
    for sentence in range(number, max(number - REACH, -1), -1):
        for subject in tree.sentences.get(sentence, range(0)):
            if subject < at and tree.dep(subject) in SUBJECTS and len(joined(tree, subject)) == TWO:
                return subject
    return None


def joined(tree: Tree, at: int) -> list[int]:
    """The heads of "A, B and C", the first of which is the word `at`."""
    heads = [at]
    for head in heads:
        heads += tree.with_dep(head, ("conj",))
    return heads
