"""Combining: what the rules find and what the tagger finds, as one list without doubles.

Measured on reports held out from training (docs/attributions.md): of direct quotations the rules find more and see the
ends better, of the rest the tagger; of stances that only the rules see, most are none.
"""

from collections.abc import Sequence
from dataclasses import replace

from secondsource.model.spans import Span
from secondsource.stages.extract.candidates import Candidate, find_manner
from secondsource.stages.extract.citings import is_citing
from secondsource.stages.extract.cues import load_stances
from secondsource.stages.extract.forces import settle_force
from secondsource.stages.extract.sources import is_passive
from secondsource.stages.extract.trees import Tree
from secondsource.stages.extract.verbs import is_outright

SAME = 0.5
"""Two that share so much of their contents are one; where they share the cue, any share of content will do."""
CLOSE = 0.8
"""Contents that share so much differ in a word at the rim; the rules' one ends where the parse does."""
RULES_OWN = frozenset(["reports", "seems", "declines", "does not say", "leaves open"])
"""Forces of hearsay and of silence, which the tagger was not taught."""
NEAREST = 12
"""Candidates before and after one that may carry it, as in a chain."""
TOLD = frozenset(["states", "claims", "reports", "confirms"])
"""Forces of handing on what another said."""
CHARGES = frozenset(["accuses", "denies"])
"""Forces whose words have hardly another sense."""
EXPLETIVE = frozenset(["it", "there"])
GENERAL = "states"
LOOSE = frozenset(["describes", "praises", "demands", "asks"])
"""Beside the stances, forces of words that have other senses too; the tagger must see them as well."""


def combine(tree: Tree, ruled: Sequence[Candidate], tagged: Sequence[Candidate]) -> list[Candidate]:
    """What both found, once; all that only the tagger found; what only the rules found, some of it doubted.

    Without any from the tagger it is all of the rules'.
    """
    if not tagged:
        return list(ruled)
    combined: list[Candidate] = []
    left = list(tagged)
    handed_on = _find_handed_on(tree, ruled)
    for number, rule in enumerate(ruled):
        if is_citing(tree, rule.at):
            combined.append(rule)
            continue
        twin = max(left, key=lambda tag: _likeness(rule, tag), default=None)
        if twin is not None and _likeness(rule, twin) >= SAME:
            left.remove(twin)
            combined.append(rule if number in handed_on else _join(tree, rule, twin))
        else:
            combined.append(replace(rule, doubted=number not in handed_on and not _is_reliable(tree, rule)))
    return combined + left


def _find_handed_on(tree: Tree, ruled: Sequence[Candidate]) -> set[int]:
    """The numbers of those that carry another's words, and of those carried: the tagger was not taught such chains."""
    named = [number for number, rule in enumerate(ruled) if rule.source and rule.force not in load_stances() | LOOSE]
    order = sorted(named, key=lambda number: ruled[number].at)
    found: set[int] = set()
    for place, inner in enumerate(order):
        for outer in (*order[max(0, place - NEAREST) : place], *order[place + 1 : place + NEAREST]):
            if ruled[outer].force in TOLD and _carries(tree, ruled[outer], ruled[inner]):
                found |= {inner, outer}
    return found


def _carries(tree: Tree, outer: Candidate, inner: Candidate) -> bool:
    """“Kim said it was lost, NORA reported”, “NORA reported, citing Kim, that it was lost”."""
    cue = tree.tokens[inner.at].span
    return outer.content == inner.content or any(part.contains(cue) for part in outer.content)


def _join(tree: Tree, rule: Candidate, tag: Candidate) -> Candidate:
    """As the rule has it where it quotes more, or both have nearly the same; else with the tagger's content."""
    is_direct = find_manner(tree.text, rule.content, rule.quotes) == "direct"
    loses_words = any(not any(part.contains(quote) for part in tag.content) for quote in rule.quotes)
    is_nobody = not rule.source and (tree.pos(rule.at) != "VERB" or is_passive(tree, rule.at))
    if is_nobody or (not rule.source and (not tag.source or tree.words[tag.source[0]] in EXPLETIVE)):
        return rule
    if not rule.source or (tag.source and not is_direct and set(rule.source).isdisjoint(tag.source)):
        rule = replace(rule, source=tag.source, source_at=tag.source_at)
    holds_all = all(any(whole.contains(part) for whole in rule.content) for part in tag.content)
    if is_direct or loses_words or holds_all or _share(rule, tag) >= CLOSE:
        return rule
    return replace(rule, content=tag.content, quotes=tag.quotes)


def _is_reliable(tree: Tree, rule: Candidate) -> bool:
    """Whether to believe what the rules alone see: words in quotation marks, hearsay, and outright statements."""
    force = settle_force(tree, rule)
    if (
        force in RULES_OWN
        or (rule.source and force in CHARGES)
        or find_manner(tree.text, rule.content, rule.quotes) == "direct"
    ):
        return True
    if not rule.source or rule.quotes:
        return bool(rule.source) and force != GENERAL
    if force in load_stances():
        return False
    is_said = tree.pos(rule.at) != "VERB" or is_outright(tree, rule.at)
    words = [word for part in rule.content for word in tree.between(part)]
    return is_said and force not in LOOSE and any(tree.pos(word) in ("VERB", "AUX") for word in words)


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
