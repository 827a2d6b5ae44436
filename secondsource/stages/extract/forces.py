"""Forces: what "not", "refused to" and "denied" around a cue make of the force that its verb has by itself."""

from functools import cache

from secondsource.model.statements import Force
from secondsource.stages.extract.candidates import Candidate
from secondsource.stages.extract.negations import is_negated
from secondsource.stages.extract.silences import is_silent
from secondsource.stages.extract.sources import is_nameless, is_passive
from secondsource.stages.extract.trees import Tree
from secondsource.text.lexicon import load_lexicon

NOBODY = frozenset(["no", "nobody", "none", "neither"])
TOLD = ("states", "claims")
OUTER = ("xcomp", "ccomp", "pcomp", "conj")
HIGHEST = 4
"""Verbs looked at above a cue: "refused to either confirm or deny"; more do not occur."""


@cache
def _negated() -> dict[str, str]:
    """Force → the force of its opposite."""
    table = load_lexicon("speech")["negated"]
    return {force: group["becomes"] for group in table for force in group["forces"]}


@cache
def _withheld() -> dict[str, str]:
    """Verb above an infinitive or gerund → the force that this then has: "refused to say", "denied saying"."""
    return {word: group["force"] for group in load_lexicon("speech")["withheld"] for word in group["words"]}


def settle_force(tree: Tree, candidate: Candidate) -> Force:
    """The force of `candidate` as the report has it: “did not deny” leaves open, “refused to confirm” declines."""
    above = _withheld_by(tree, candidate.at)
    if above:
        return above
    if candidate.force in TOLD and is_hearsay(tree, candidate):
        return "reports"
    if is_silent(tree, candidate.at):
        return "declines"
    if is_negated(tree, candidate.at) or _is_nobody(tree, candidate.source):
        return _negated().get(candidate.force, candidate.force)
    return candidate.force


def is_hearsay(tree: Tree, candidate: Candidate) -> bool:
    """“is said to”, “sources say”: whether the report has it from somewhere and does not say from whom."""
    words = load_lexicon("speech")["hearsay"]
    if candidate.source_at is None:
        if tree.pos(candidate.at) == "NOUN":
            return tree.lemma(candidate.at) in words["sources"]
        passive = tree.pos(candidate.at) == "VERB" and is_passive(tree, candidate.at)
        return not candidate.source and passive and tree.lemma(candidate.at) in words["verbs"]
    return is_nameless(tree, candidate.source_at)


def _withheld_by(tree: Tree, verb: int) -> Force | None:
    at = verb
    for _ in range(HIGHEST):
        if tree.dep(at) not in OUTER or tree.with_dep(at, ("nsubj", "nsubjpass")):
            return None
        dep, at = tree.dep(at), tree.head(at)
        force = _withheld().get(tree.lemma(at)) if dep != "conj" else None
        if force:
            return None if is_negated(tree, at) else force
    return None


def _is_nobody(tree: Tree, source: tuple[int, ...]) -> bool:
    return bool(source) and tree.words[source[0]] in NOBODY
