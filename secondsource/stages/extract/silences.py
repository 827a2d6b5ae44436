"""Silences: somebody was asked and gives no answer: "did not respond to a request for comment", "had no comment"."""

from collections.abc import Iterator
from functools import cache

from secondsource.stages.extract.candidates import Candidate
from secondsource.stages.extract.negations import is_negated
from secondsource.stages.extract.sources import find_source, source_words
from secondsource.stages.extract.trees import Tree
from secondsource.text.lexicon import load_lexicon

SUBJECTS = ("nsubj", "nsubjpass")
HELPERS = ("aux", "auxpass", "neg", "advmod", "attr", "acomp")


@cache
def _words(table: str) -> frozenset[str]:
    return frozenset(load_lexicon("speech")["silences"][table])


def find_silences(tree: Tree) -> Iterator[Candidate]:
    """A candidate for every sentence that says so of somebody. Its content is what was asked for, or "comment"."""
    for index in range(len(tree)):
        if tree.quoted[index] or tree.pos(index) not in ("VERB", "AUX"):
            continue
        lemma = tree.lemma(index)
        told: list[int] = []
        if lemma in _words("answering") and is_negated(tree, index):
            told = _asked_for(tree, index)
        elif is_silent(tree, index):
            told = [] if tree.with_dep(index, ("prep",)) else [index]
        elif lemma in _words("refusing"):
            told = [word for word in _asked_for(tree, index) if tree.words[word - 1] != "to"]
        elif lemma in _words("having"):
            told = [word for noun in tree.with_dep(index, ("dobj",)) for word in _no_comment(tree, noun)]
        elif lemma == "be" and (is_negated(tree, index) or _is_away(tree, index)):
            told = _asked_for(tree, index)
        if told:
            yield from _to_candidate(tree, index, told)


def _to_candidate(tree: Tree, verb: int, told: list[int]) -> Iterator[Candidate]:
    source_at = next(iter(tree.with_dep(verb, SUBJECTS)), None) or find_source(tree, verb)
    if source_at is None or tree.pos(source_at) not in ("NOUN", "PROPN", "PRON"):
        return
    content = tree.to_spans(told)
    helpers = [word for word in tree.with_dep(verb, HELPERS) if word not in told]
    cue = tuple(range(min([verb, *helpers]), min(told))) or (verb,)
    source = source_words(tree, source_at)
    if content and not set(cue) & set(source):
        yield Candidate(verb, cue, source, source_at, content, "declines")


def is_silent(tree: Tree, verb: int) -> bool:
    """“would not comment”, and on what."""
    return tree.lemma(verb) in _words("speaking") and is_negated(tree, verb)


def _is_away(tree: Tree, verb: int) -> bool:
    """“was unavailable for comment”."""
    return any(tree.words[child] in _words("away") for child in tree.with_dep(verb, ("acomp",)))


def _asked_for(tree: Tree, verb: int) -> list[int]:
    """The words under `verb`, or under "available", in which a comment or an answer is asked for."""
    heads = [verb, *tree.with_dep(verb, ("acomp",))]
    parts = [part for head in heads for part in tree.with_dep(head, ("prep", "dobj", "dative", "advmod"))]
    for part in parts:
        words = tree.words_under(part)
        if part > verb and any(tree.lemma(word) in _words("asked") for word in words):
            return words[1:] if tree.words[part] == "to" else words
    return []


def _no_comment(tree: Tree, noun: int) -> list[int]:
    denied = any(tree.words[child] == "no" for child in tree.with_dep(noun, ("det",)))
    return tree.words_under(noun) if denied and tree.lemma(noun) in _words("asked") else []
