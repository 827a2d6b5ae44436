"""Carriers beside a cue: "told NORA", "in an interview with NORA", "remarks carried by NORA", "through his lawyer"."""

from collections.abc import Iterator
from functools import cache

from secondsource.model.readings import Reading
from secondsource.stages.extract.candidates import Candidate
from secondsource.stages.extract.cues import is_relay
from secondsource.stages.extract.trees import Tree
from secondsource.text.lexicon import load_lexicon
from secondsource.text.naming import name_words

BESIDE = ("dobj", "dative", "prep", "advcl", "agent")
SPOKEN_THROUGH = frozenset(["through", "via"])
MEDIUM = frozenset(["on", "in", "with", "by", "to", "for", "through", "via"])
FARTHEST = 12
"""Words at most between the verb and the name of its carrier, or between the part's first word and that name."""


@cache
def _words(table: str, key: str = "words") -> frozenset[str]:
    return frozenset(load_lexicon("roles")[table][key])


@cache
def load_carriers() -> frozenset[str]:
    """The names of agencies and outlets, in small letters."""
    names: set[str] = set()
    for entry in (*load_lexicon("agencies")["agency"], *load_lexicon("outlets")["outlet"]):
        names.update(str(name).lower() for name in (entry["name"], entry.get("full", ""), *entry.get("also", ())))
    return frozenset(names - {""})


class Carriers:
    """The papers and agencies of one reading: known ones, and those that it shows to be such."""

    def __init__(self, reading: Reading, tree: Tree) -> None:
        self.tree = tree
        bodies = {
            word: name.entity for name in reading.names if name.kind != "place" for word in tree.between(name.span)
        }
        own = {name.lower() for name in (reading.report.outlet, *reading.report.agencies) if name}
        shown = {entity.lower() for word, entity in bodies.items() if self._is_shown(word, entity)}
        self.names = own | shown | load_carriers()
        self.bodies = bodies

    def _is_shown(self, word: int, entity: str) -> bool:
        """“NORA reported”, “the news agency NORA”, “the Daily Gull”: whether its name or its verb gives it away."""
        tree = self.tree
        if set(name_words(entity)) & _words("carriers", "names") or (
            word and tree.lemma(word - 1) in _words("carriers")
        ):
            return True
        reports = tree.dep(word) == "nsubj" and tree.lemma(tree.head(word)) in ("report", "cite", "quote", "broadcast")
        return reports or (
            tree.dep(word) in ("appos", "compound") and tree.lemma(tree.head(word)) in _words("carriers")
        )

    def find(self, candidate: Candidate) -> Iterator[int]:
        """The head words of the carriers that stand beside the cue, in text order."""
        tree = self.tree
        for part in sorted(self._parts(candidate)):
            words = tree.words_under(part)[:FARTHEST]
            for word in words:
                if word in candidate.source and tree.dep(part) != "acl":
                    continue
                if any(content.contains(tree.tokens[word].span) for content in candidate.content):
                    continue
                if self.is_carrier(word) or self._speaks_for(part, word):
                    yield word
                    break

    def _parts(self, candidate: Candidate) -> set[int]:
        tree, at = self.tree, candidate.at
        parts = set(tree.with_dep(at, BESIDE)) if tree.pos(at) == "VERB" else set()
        above = tree.head(tree.head(at))
        if tree.dep(at) == "pcomp" and is_relay(tree.lemma(above)):
            parts |= {part for part in tree.with_dep(above, BESIDE) if part != tree.head(at)} - set(candidate.source)
        if candidate.source_at is not None:
            parts |= {part for part in tree.with_dep(candidate.source_at, ("acl",)) if tree.with_dep(part, ("agent",))}
        return {part for part in parts if not set(tree.words_under(part)) & set(candidate.cue)}

    def is_carrier(self, word: int) -> bool:
        """Whether a word names a paper or agency, or is a noun for one."""
        tree = self.tree
        if tree.dep(word) in ("compound", "amod", "poss"):
            return False
        name = self.bodies.get(word)
        noun = tree.pos(word) == "NOUN" and tree.lemma(word) in _words("carriers")
        told = tree.dep(word) in ("dobj", "dative") or tree.words[tree.head(word)] in MEDIUM
        return told and (noun or (name is not None and name.lower() in self.names))

    def _speaks_for(self, part: int, word: int) -> bool:
        """“through a spokesman”."""
        return self.tree.words[part] in SPOKEN_THROUGH and self.tree.dep(word) == "pobj"
