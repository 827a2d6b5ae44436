"""Chains: through whom a statement came. Whoever reports that somebody said something is a carrier of it."""

from collections.abc import Sequence
from dataclasses import replace

from secondsource.model.spans import Span
from secondsource.model.statements import Via
from secondsource.stages.extract.candidates import Candidate
from secondsource.stages.extract.citings import is_citing
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
                kept = kept or _without(tree, first, second)
                trimmed = tuple(Span(part.start, part.start + len(part.of(tree.text).rstrip(" ,"))) for part in kept)
                untangled[number] = first = replace(first, content=trimmed or first.content)
    return untangled


def _without(tree: Tree, first: Candidate, second: Candidate) -> list[Span]:
    """“She said, NORA reported, that it was lost”: the content of the first less all that is the second's own."""
    gone = {*second.source, *second.cue}
    words = [word for part in first.content for word in tree.between(part) if word not in gone]
    return list(tree.to_spans(words))


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
    beside = [_carriers_of(tree, candidates, names, number) for number in range(len(candidates))]
    return [
        (names[number], _to_chain(tree, candidates, names, number, beside, speakers))
        for number in range(len(candidates))
    ]


def _carriers_of(tree: Tree, candidates: Sequence[Candidate], names: Sequence[str | None], number: int) -> list[int]:
    """The numbers of the candidates that carry this one, the widest first."""
    candidate = candidates[number]
    carriers: list[tuple[int, int]] = []
    for other in range(max(0, number - NEAREST), min(len(candidates), number + NEAREST)):
        carrier = candidates[other]
        if other == number or not names[other] or names[other] == names[number] or carrier.force in OWN_WORDS:
            continue
        if not carrier.source or (other < number and _holds(tree, candidate, carrier)):
            continue
        if _holds(tree, carrier, candidate) or _is_cited(tree, candidate, carrier):
            carriers.append((-sum(len(part) for part in carrier.content), other))
    return [other for _, other in sorted(carriers)]


def _is_cited(tree: Tree, candidate: Candidate, carrier: Candidate) -> bool:
    """“NORA reported, citing the ministry”: whether one statement is told from another by "citing"."""
    if not is_citing(tree, candidate.at) or is_citing(tree, carrier.at):
        return False
    return all(any(part.contains(told) for part in carrier.content) for told in candidate.content)


def _to_chain(
    tree: Tree,
    candidates: Sequence[Candidate],
    names: Sequence[str | None],
    number: int,
    beside: Sequence[Sequence[int]],
    speakers: Speakers,
) -> tuple[Via, ...]:
    """From the outlet's side: who carries the carriers, the carriers, and the paper or agency that the speaker told."""
    chain: dict[str, Via] = {}
    for other in beside[number]:
        for carrier in (*(outer for outer in beside[other] if outer != number), other):
            name = names[carrier]
            if name and name != names[number]:
                chain.setdefault(name, Via(_source_span(tree, candidates[carrier]), name))
    for span, name in speakers.name_carriers(candidates[number]):
        if name != names[number]:
            chain.setdefault(name, Via(span, name))
    return tuple(chain.values())


def _source_span(tree: Tree, candidate: Candidate) -> Span:
    spans = tree.to_spans(candidate.source)
    return Span(spans[0].start, spans[-1].end)
