"""Sources: who stands behind a cue, read off the parse."""

from secondsource.stages.extract.trees import Tree

SUBJECTS = ("nsubj", "csubj")
RELATIVE = frozenset(["who", "which", "that", "whom", "whose"])
CLAUSES = frozenset(["relcl", "acl", "advcl", "ccomp", "parataxis"])
LONGEST_CHAIN = 8
"""Verbs that a subject is looked for above ("is trying to start to say"); more do not occur."""


def find_source(tree: Tree, verb: int) -> int | None:
    """The head word of whoever does what `verb` says, or None where the sentence does not tell."""
    for _ in range(LONGEST_CHAIN):
        if is_passive(tree, verb):
            return _agent_of(tree, verb)
        subject = _own_subject(tree, verb)
        if subject is not None:
            return _antecedent(tree, verb, subject)
        above = _governor(tree, verb)
        if above is None or above == verb:
            return None
        if tree.pos(above) not in ("VERB", "AUX"):
            return above if tree.dep(verb) in ("acl", "relcl") else _possessor(tree, above)
        controller = _object_control(tree, verb, above)
        if controller is not None:
            return controller
        if tree.dep(verb) in ("xcomp", "advcl", "conj", "pcomp") and is_passive(tree, above):
            return next(iter(tree.with_dep(above, ("nsubjpass",))), None)
        verb = above
    return None


def is_passive(tree: Tree, verb: int) -> bool:
    return bool(tree.with_dep(verb, ("auxpass", "nsubjpass", "agent"))) or (
        tree.dep(verb) == "acl" and tree.tokens[verb].tag == "VBN"
    )


def source_words(tree: Tree, head: int) -> tuple[int, ...]:
    """The words of the source: its noun phrase with titles and appositions, without relative clauses."""
    without = [child for child in tree.children[head] if tree.dep(child) in CLAUSES]
    words = tree.words_under(head, without)
    return tuple(words)


def _own_subject(tree: Tree, verb: int) -> int | None:
    subjects = tree.with_dep(verb, SUBJECTS)
    return subjects[0] if subjects else None


def _antecedent(tree: Tree, verb: int, subject: int) -> int:
    """“Kim, who said”: Kim."""
    if tree.words[subject] in RELATIVE and tree.dep(verb) == "relcl":
        return tree.head(verb)
    if tree.words[subject] in RELATIVE:
        for above in tree.up(verb):
            if tree.dep(above) == "relcl":
                return tree.head(above)
    return subject


def _agent_of(tree: Tree, verb: int) -> int | None:
    for agent in tree.with_dep(verb, ("agent",)):
        for noun in tree.with_dep(agent, ("pobj",)):
            return noun
    return None


def _governor(tree: Tree, verb: int) -> int | None:
    """The word whose subject a verb without its own subject shares."""
    dep = tree.dep(verb)
    if dep in ("conj", "xcomp", "advcl", "acl", "relcl", "ccomp"):
        return tree.head(verb)
    if dep == "pcomp":
        above = tree.head(tree.head(verb))
        return above if above != tree.head(verb) else None
    return None


def _possessor(tree: Tree, noun: int) -> int | None:
    return next(iter(tree.with_dep(noun, ("poss",))), None)


def _object_control(tree: Tree, verb: int, above: int) -> int | None:
    """“She asked him to say”: him."""
    if tree.dep(verb) != "xcomp":
        return None
    objects = [child for child in tree.with_dep(above, ("dobj", "dative")) if child < verb]
    return objects[-1] if objects else None
