"""Phrases: sources without a verb ("according to …", "in her view") and hedges without a source ("reportedly")."""

from collections.abc import Iterator
from functools import cache

from secondsource.stages.extract.candidates import Candidate
from secondsource.stages.extract.scopes import clause_around
from secondsource.stages.extract.sources import source_words
from secondsource.stages.extract.trees import Tree
from secondsource.text.lexicon import load_lexicon

Phrases = dict[str, tuple[tuple[tuple[str, ...], str], ...]]
"""First word → the phrases that begin with it: the words after the first, and the force."""


@cache
def _openers() -> Phrases:
    """The phrases after which the source follows."""
    return _by_first_word("phrases")


def _by_first_word(table: str) -> Phrases:
    phrases: Phrases = {}
    for group in load_lexicon("speech")[table]:
        for phrase in group["words"]:
            first, *rest = phrase.split()
            phrases[first] = (*phrases.get(first, ()), (tuple(rest), group["force"]))
    return phrases


@cache
def _views() -> dict[str, str]:
    """Nouns that make "in her …" a source, with the force."""
    return {word: group["force"] for group in load_lexicon("speech")["views"] for word in group["words"]}


@cache
def _hedges() -> Phrases:
    return _by_first_word("hedges")


def find_by_phrases(tree: Tree) -> Iterator[Candidate]:
    """A candidate for every phrase that names a source, and for every hedge."""
    openers, hedges = _openers(), _hedges()
    for index, word in enumerate(tree.words):
        candidate = None
        if tree.quoted[index]:
            continue
        if word in openers:
            candidate = _read_opener(tree, index)
        elif word in hedges:
            candidate = _read_hedge(tree, index)
        if candidate is None and word == "in":
            candidate = _read_view(tree, index)
        if candidate:
            yield candidate


def _read_hedge(tree: Tree, index: int) -> Candidate | None:
    for rest, force in _hedges()[tree.words[index]]:
        cue = range(index, index + 1 + len(rest))
        if tuple(tree.words[index + 1 : cue.stop]) == rest and (rest or tree.pos(index) == "ADV"):
            content = tree.to_spans(clause_around(tree, index, list(cue)))
            return Candidate(index, tuple(cue), (), None, content, force) if content else None
    return None


def _read_opener(tree: Tree, index: int) -> Candidate | None:
    for rest, force in _openers()[tree.words[index]]:
        end = index + 1 + len(rest)
        if tuple(tree.words[index + 1 : end]) != rest or end >= len(tree):
            continue
        noun = next(iter(tree.with_dep(end - 1, ("pobj", "dobj"))), None)
        if noun is None or noun < end:
            continue
        source = source_words(tree, noun)
        content = tree.to_spans(clause_around(tree, index, [*range(index, end), *source]))
        return Candidate(index, tuple(range(index, end)), source, noun, content, force, takes_quote=True)
    return None


def _read_view(tree: Tree, index: int) -> Candidate | None:
    """“in her view”, “in the minister's words”."""
    for noun in tree.with_dep(index, ("pobj",)):
        owner = next(iter(tree.with_dep(noun, ("poss",))), None)
        if tree.words[noun] in _views() and owner is not None:
            source = tuple(word for word in tree.words_under(owner) if tree.dep(word) != "case")
            cue = (index, noun)
            content = tree.to_spans(clause_around(tree, index, tree.words_under(index)))
            return Candidate(index, cue, source, owner, content, _views()[tree.words[noun]], takes_quote=True)
    return None
