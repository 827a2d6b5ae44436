"""Citings: "NORA reported, citing the ministry, that …": what NORA reports is the ministry's statement."""

from collections.abc import Sequence
from dataclasses import replace

from secondsource.stages.extract.candidates import Candidate
from secondsource.stages.extract.sources import source_words
from secondsource.stages.extract.trees import Tree

CITING = frozenset(["cite", "quote"])


def is_citing(tree: Tree, at: int) -> bool:
    """“citing”, “quoting”, beside another verb of speech."""
    return tree.tokens[at].tag == "VBG" and tree.lemma(at) in CITING and tree.dep(at) != "pcomp"


def share_contents(tree: Tree, candidates: Sequence[Candidate]) -> list[Candidate]:
    """`candidates`, with whoever is cited beside a statement as a source of that statement."""
    by_word = {word: one for one in candidates for word in (one.at, *one.source) if not is_citing(tree, one.at)}
    return [_share(tree, one, by_word.get(tree.head(one.at))) if is_citing(tree, one.at) else one for one in candidates]


def _share(tree: Tree, citing: Candidate, carrier: Candidate | None) -> Candidate:
    cited = next(iter(tree.with_dep(citing.at, ("dobj",))), None)
    if carrier is None or cited is None or not carrier.content:
        return citing
    gone = {citing.at, *tree.words_under(cited)}
    words = [word for part in carrier.content for word in tree.between(part) if word not in gone]
    content = carrier.content if carrier.quotes else tree.to_spans(words) or carrier.content
    source = source_words(tree, cited)
    return replace(citing, source=source, source_at=cited, content=content, quotes=carrier.quotes)
