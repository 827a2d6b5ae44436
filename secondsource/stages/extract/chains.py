"""Chains: through whom a statement came. Whoever reports that somebody said something is a carrier of it."""

from collections.abc import Sequence

from secondsource.model.readings import Reading
from secondsource.model.spans import Span
from secondsource.model.statements import Via
from secondsource.stages.extract.candidates import Candidate
from secondsource.stages.extract.trees import Tree

OWN_WORDS = frozenset(["believes", "expects", "hopes", "intends", "fears", "supports", "opposes", "describes"])
"""What somebody thinks; to say of another that he said so is to carry it, to think so is not."""


def find_chains(
    reading: Reading, tree: Tree, candidates: Sequence[Candidate], speakers: Sequence[str | None]
) -> list[tuple[Via, ...]]:
    """The carriers of each candidate, from the outlet's side: those whose content holds the candidate's cue."""
    chains = []
    for number, candidate in enumerate(candidates):
        cue = tree.tokens[candidate.at].span
        carriers: list[tuple[int, Via]] = []
        for other, (carrier, name) in enumerate(zip(candidates, speakers, strict=True)):
            if other == number or not name or name == speakers[number] or carrier.force in OWN_WORDS:
                continue
            if carrier.source and any(part.contains(cue) for part in carrier.content):
                size = sum(len(part) for part in carrier.content)
                carriers.append((-size, Via(_source_span(tree, carrier), name)))
        chains.append(tuple(via for _, via in sorted(carriers, key=lambda pair: pair[0])))
    return chains


def _source_span(tree: Tree, candidate: Candidate) -> Span:
    spans = tree.to_spans(candidate.source)
    return Span(spans[0].start, spans[-1].end)
