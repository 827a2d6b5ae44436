"""Chains: through whom a statement came. Whoever reports that somebody said something is a carrier of it."""

from collections.abc import Sequence
from dataclasses import replace

from secondsource.model.spans import Span
from secondsource.model.statements import Via
from secondsource.stages.extract.candidates import Candidate
from secondsource.stages.extract.speakers import Speakers
from secondsource.stages.extract.trees import Tree

NEAREST = 12
"""Cues before and after one that may carry it; a content holds hardly ever more than a few."""
OWN_WORDS = frozenset(["believes", "expects", "hopes", "intends", "fears", "supports", "opposes", "describes"])
"""What somebody thinks; to say of another that he said so is to carry it, to think so is not."""


def untangle(tree: Tree, candidates: Sequence[Candidate]) -> list[Candidate]:
    """“She said it was lost, the agency reported”: where two hold each other's cues, the first loses the second's."""
    untangled = list(candidates)
    for number, first in enumerate(untangled):
        for second in untangled[number + 1 : number + 1 + NEAREST]:
            if _holds(tree, first, second) and _holds(tree, second, first):
                at = min([*second.source, *second.cue])
                start = tree.tokens[at - 1 if tree.words[at - 1] == "as" else at].span.start
                kept = [Span(part.start, min(part.end, start)) for part in first.content if part.start < start]
                trimmed = tuple(Span(part.start, part.start + len(part.of(tree.text).rstrip(" ,"))) for part in kept)
                untangled[number] = first = replace(first, content=trimmed or first.content)
    return untangled


def _holds(tree: Tree, carrier: Candidate, carried: Candidate) -> bool:
    """Whether the cue of one stands in the content of the other."""
    cue = tree.tokens[carried.at].span
    return any(part.contains(cue) for part in carrier.content)


def find_chains(
    tree: Tree, candidates: Sequence[Candidate], speakers: Speakers
) -> list[tuple[str | None, tuple[Via, ...]]]:
    """The speaker and the carriers of each candidate, from the outlet's side.

    Carriers are those whose content holds the candidate's cue, and the paper or agency that the speaker told.
    """
    names = speakers.name_all(candidates)
    return [
        (names[number], _carriers_of(tree, candidates, names, number, speakers)) for number in range(len(candidates))
    ]


def _carriers_of(
    tree: Tree, candidates: Sequence[Candidate], names: Sequence[str | None], number: int, speakers: Speakers
) -> tuple[Via, ...]:
    candidate = candidates[number]
    carriers: list[tuple[int, Via]] = []
    for other in range(max(0, number - NEAREST), min(len(candidates), number + NEAREST)):
        carrier, name = candidates[other], names[other]
        if other == number or not name or name == names[number] or carrier.force in OWN_WORDS:
            continue
        if carrier.source and _holds(tree, carrier, candidate):
            size = sum(len(part) for part in carrier.content)
            carriers.append((-size, Via(_source_span(tree, carrier), name)))
    chain = [via for _, via in sorted(carriers, key=lambda pair: pair[0])]
    listener = speakers.name_listener(candidate)
    if listener and listener[1] not in {via.name for via in chain}:
        chain.append(Via(tree.tokens[listener[0]].span, listener[1]))
    return tuple(chain)


def _source_span(tree: Tree, candidate: Candidate) -> Span:
    spans = tree.to_spans(candidate.source)
    return Span(spans[0].start, spans[-1].end)
