"""Combining: what the rules find and what the tagger finds, as one list without doubles.

Measured on reports held out from training (docs/attributions.md): of direct quotations the rules find more and see the
ends better, of the rest the tagger; of stances that only the rules see, most are none.
"""

from collections.abc import Sequence
from dataclasses import replace

from secondsource.model.spans import Span
from secondsource.stages.extract.candidates import Candidate, find_manner
from secondsource.stages.extract.cues import load_stances
from secondsource.stages.extract.forces import settle_force
from secondsource.stages.extract.trees import Tree
from secondsource.stages.extract.verbs import is_outright

SAME = 0.5
"""Two that share so much of their contents are one; where they share the cue, any share of content will do."""
CLOSE = 0.8
"""Contents that share so much differ in a word at the rim; the rules' one ends where the parse does."""
RULES_OWN = frozenset(["reports", "seems", "declines", "does not say", "leaves open"])
"""Forces of hearsay and of silence, which the tagger was not taught."""
LOOSE = frozenset(["describes", "praises", "demands", "asks"])
"""Beside the stances, forces of words that have other senses too; the tagger must see them as well."""


def combine(tree: Tree, ruled: Sequence[Candidate], tagged: Sequence[Candidate]) -> list[Candidate]:
    """What both found, once; all that only the tagger found; what only the rules found, where that is to be relied on.

    Without any from the tagger it is all of the rules'.
    """
    if not tagged:
        return list(ruled)
    combined: list[Candidate] = []
    left = list(tagged)
    for rule in ruled:
        twin = max(left, key=lambda tag: _likeness(rule, tag), default=None)
        if twin is not None and _likeness(rule, twin) >= SAME:
            left.remove(twin)
            combined.append(_join(tree, rule, twin))
        elif _is_reliable(tree, rule):
            combined.append(rule)
    return combined + left


def _join(tree: Tree, rule: Candidate, tag: Candidate) -> Candidate:
    """As the rule has it where it quotes more, or both have nearly the same; else with the tagger's content."""
    is_direct = find_manner(tree.text, rule.content, rule.quotes) == "direct"
    loses_words = any(not any(part.contains(quote) for part in tag.content) for quote in rule.quotes)
    if is_direct or loses_words or _share(rule, tag) >= CLOSE:
        return rule if rule.source else replace(rule, source=tag.source, source_at=tag.source_at)
    source, source_at = (rule.source, rule.source_at) if rule.source else (tag.source, tag.source_at)
    return replace(rule, source=source, source_at=source_at, content=tag.content, quotes=tag.quotes)


def _is_reliable(tree: Tree, rule: Candidate) -> bool:
    """Whether to believe what the rules alone see: words in quotation marks, hearsay, and outright statements."""
    if find_manner(tree.text, rule.content, rule.quotes) == "direct":
        return True
    force = settle_force(tree, rule)
    if force in RULES_OWN or not rule.source or force in load_stances() or force in LOOSE:
        return force in RULES_OWN
    return is_outright(tree, rule.at) and any(
        tree.pos(word) in ("VERB", "AUX") for part in rule.content for word in tree.between(part)
    )


def _likeness(one: Candidate, other: Candidate) -> float:
    same_cue = not set(one.cue).isdisjoint(other.cue)
    share = _share(one, other)
    return share + SAME * same_cue if share else 0.0


def _share(one: Candidate, other: Candidate) -> float:
    """Characters of content that both have, of those that either has."""
    shared = sum(_overlap(part, piece) for part in one.content for piece in other.content)
    whole = sum(map(len, one.content)) + sum(map(len, other.content)) - shared
    return shared / whole if shared else 0.0


def _overlap(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))
