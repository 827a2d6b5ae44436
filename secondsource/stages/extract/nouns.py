"""Nouns: "her claim that …", "the allegation that …", "“…” was the verdict of …"."""

from collections.abc import Iterator

from secondsource.stages.extract.candidates import Candidate
from secondsource.stages.extract.cues import load_charging, load_light_verbs, load_nouns, load_verbs
from secondsource.stages.extract.sources import find_source, source_words
from secondsource.stages.extract.trees import Tree

OWNERS = ("of", "by", "from")
HELD = ("in", "with", "on")


def find_by_nouns(tree: Tree) -> Iterator[Candidate]:
    """A candidate for every noun of speech or thought with a clause, and for one that names a quotation."""
    known = load_nouns()
    for index in range(len(tree)):
        force = known.get(tree.lemma(index)) if tree.pos(index) == "NOUN" and not tree.quoted[index] else None
        if force is None:
            continue
        clause = [word for part in _clauses(tree, index) for word in tree.words_under(part)]
        if tree.dep(index) == "dobj" and tree.lemma(tree.head(index)) in load_verbs():
            continue
        owner = _owner(tree, index)
        names_quote = tree.dep(index) == "attr" and tree.lemma(tree.head(index)) == "be" and owner is not None
        if clause or names_quote:
            source = source_words(tree, owner) if owner is not None else ()
            source = tuple(word for word in source if tree.dep(word) != "case" and word != index)
            yield Candidate(index, (index,), source, owner, tree.to_spans(clause), force, takes_quote=names_quote)


def _clauses(tree: Tree, noun: int) -> list[int]:
    """“the claim that …”, “her promise to …”, “accusations of …”."""
    charges = tree.lemma(noun) in load_charging()
    of = [prep for prep in tree.with_dep(noun, ("prep",)) if tree.words[prep] == "of"] if charges else []
    return of + [
        clause
        for clause in tree.with_dep(noun, ("acl", "ccomp"))
        if any(tree.words[child] in ("that", "to") for child in tree.with_dep(clause, ("mark", "aux")))
    ]


def _owner(tree: Tree, noun: int) -> int | None:
    """Whose claim it is: “Kol's claim”, “the claim by Kol”, “Kol made the claim”."""
    for owner in tree.with_dep(noun, ("poss",)):
        return owner
    for prep in tree.with_dep(noun, ("prep",)):
        if tree.words[prep] in OWNERS and not (tree.words[prep] == "of" and tree.lemma(noun) in load_charging()):
            for owner in tree.with_dep(prep, ("pobj",)):
                return owner
    above = tree.head(noun)
    if tree.dep(noun) == "pobj" and tree.words[above] in HELD:
        above = tree.head(above)
        return find_source(tree, above) if tree.pos(above) == "VERB" else None
    return find_source(tree, above) if tree.dep(noun) == "dobj" and tree.lemma(above) in load_light_verbs() else None
