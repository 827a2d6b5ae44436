"""Scopes: which words of a sentence a phrase inside it speaks of."""

from secondsource.stages.extract.trees import Tree

CLAUSE_HEADS = ("relcl", "ccomp", "advcl", "conj", "acl", "pcomp")


def clause_around(tree: Tree, index: int, without: list[int]) -> list[int]:
    """The words of the clause that the phrase at `index` speaks of, less those of the phrase itself.

    A phrase at either end of its sentence speaks of all of it, one inside a clause of that clause.
    """
    sentence = tree.sentence_words(index)
    phrase = [word for word in without if word in sentence]
    rest = [word for word in sentence if word not in phrase]
    inner = [word for word in rest if tree.pos(word) not in ("PUNCT", "SPACE", "CCONJ")]
    if not inner:
        return []
    if max(phrase) < inner[0]:
        return rest
    after = [word for word in rest if word > max(phrase)]
    goes_on = any(tree.pos(word) in ("VERB", "AUX") for word in after)
    if not goes_on and not _is_inside(tree, phrase, after):
        return [word for word in rest if word < min(phrase)]
    top = index
    for above in tree.up(index):
        top = above
        if min(tree.words_under(above, [index])) > min(phrase):
            continue
        if tree.dep(above) in CLAUSE_HEADS and (
            tree.dep(above) != "conj" or tree.with_dep(above, ("nsubj", "nsubjpass"))
        ):
            break
    gone = set(without)
    later = [
        child
        for child in tree.with_dep(top, ("conj",))
        if child > max(phrase) and tree.with_dep(child, ("nsubj", "nsubjpass", "expl"))
    ]
    return [word for word in tree.words_under(top, later) if word not in gone]


def _is_inside(tree: Tree, phrase: list[int], after: list[int]) -> bool:
    """“was reportedly drunk”, “was, by all accounts, drunk”: whether the predicate follows the phrase."""
    told = [word for word in after if tree.pos(word) not in ("PUNCT", "SPACE")]
    is_adverb = len(phrase) == 1 and tree.words[phrase[0] - 1] != ","
    return bool(told) and (is_adverb or tree.dep(told[0]) in ("acomp", "oprd", "attr"))
