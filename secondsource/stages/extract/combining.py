"""Combining: what the rules find and what the tagger finds, as one list without doubles."""

from collections.abc import Sequence

from secondsource.model.spans import Span
from secondsource.stages.extract.candidates import Candidate
from secondsource.stages.extract.trees import Tree

SAME = 0.5
"""Two that share so much of their contents, or a cue and some of them, are one."""


def combine(tree: Tree, ruled: Sequence[Candidate], tagged: Sequence[Candidate]) -> list[Candidate]:
    """All of them, those that both found once: quotations as the rules have them, the rest as the tagger has it."""
    combined: list[Candidate] = []
    left = list(tagged)
    for rule in ruled:
        twin = max(left, key=lambda tag: _likeness(rule, tag), default=None)
        if twin is None or _likeness(rule, twin) < SAME:
            combined.append(rule)
            continue
        left.remove(twin)
        combined.append(rule if rule.quotes else twin)
    return combined + left


def _likeness(one: Candidate, other: Candidate) -> float:
    shared = sum(_overlap(part, piece) for part in one.content for piece in other.content)
    whole = sum(map(len, one.content)) + sum(map(len, other.content)) - shared
    same_cue = not set(one.cue).isdisjoint(other.cue)
    return shared / whole + 0.5 * same_cue if shared else 0.0


def _overlap(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))
