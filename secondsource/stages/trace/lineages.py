"""Lineages: reports joined by kinship, with the report they come from or the original that is lost."""

from collections.abc import Mapping, Sequence

from secondsource.model.ids import digest
from secondsource.model.readings import Reading
from secondsource.model.stories import Derivation, DerivationManner, Lineage, Passage
from secondsource.settings import Trace
from secondsource.stages.trace.kinships import Kinship, sentences_of


def find_lineages(
    readings: Sequence[Reading], kinships: Mapping[tuple[int, int], Kinship], settings: Trace
) -> tuple[tuple[int, ...], ...]:
    """Places of the reports that belong together, each group in the story's order."""
    group = list(range(len(readings)))
    for (left, right), kinship in kinships.items():
        if kinship.share >= settings.least_share and len(kinship.chained) >= settings.least_chain:
            old, new = max(group[left], group[right]), min(group[left], group[right])
            group = [new if label == old else label for label in group]
    return tuple(tuple(i for i, label in enumerate(group) if label == root) for root in sorted(set(group)))


def describe(
    readings: Sequence[Reading], members: tuple[int, ...], kinships: Mapping[tuple[int, int], Kinship], settings: Trace
) -> tuple[Lineage, tuple[Derivation, ...]]:
    """The lineage of these reports, and how each of them comes from its root."""
    ids = tuple(readings[i].report.id for i in members)
    if len(members) == 1:
        alone = ("no other report tells this in the same order",)
        return Lineage(digest("lineage", *sorted(ids)), ids, ids[0], False, None, alone), ()
    root = _find_root(readings, members, kinships, settings)
    name = _credited(readings, members)
    if root is None:
        reasons = ("each of these reports tells something that the others leave out, so none is the parent of all",)
        lineage = Lineage(digest("lineage", *sorted(ids)), ids, None, True, name, reasons)
        parts = (_from_lost(readings, i, members, kinships, lineage.id) for i in members)
        return lineage, tuple(parts)
    reasons = (f"{readings[root].report.name} holds what the others tell in the same order",)
    lineage = Lineage(digest("lineage", *sorted(ids)), ids, readings[root].report.id, False, name, reasons)
    return lineage, tuple(_from_root(readings, i, root, kinships) for i in members if i != root)


def _between(kinships: Mapping[tuple[int, int], Kinship], one: int, other: int) -> list[tuple[int, int, float]]:
    """Chained pairs as (sentence of `one`, sentence of `other`, likeness)."""
    if one < other:
        return [(p.left, p.right, p.likeness) for p in kinships[one, other].chained]
    return [(p.right, p.left, p.likeness) for p in kinships[other, one].chained]


def _find_root(
    readings: Sequence[Reading], members: Sequence[int], kinships: Mapping[tuple[int, int], Kinship], settings: Trace
) -> int | None:
    """The report that holds nearly all of what each other one tells; None if no report does."""
    coverage = {}
    for root in members:
        shares = [
            len(_between(kinships, other, root)) / max(1, len(sentences_of(readings[other])))
            for other in members
            if other != root
        ]
        coverage[root] = min(shares)
    best = max(members, key=lambda i: (coverage[i], len(readings[i].report.text)))
    return best if coverage[best] >= settings.least_held else None


def _credited(readings: Sequence[Reading], members: Sequence[int]) -> str | None:
    named = [agency for i in members for agency in readings[i].report.agencies]
    return max(sorted(set(named)), key=named.count) if named else None


def _manner(likeness: Sequence[float], told: int) -> DerivationManner:
    average = sum(likeness) / len(likeness) if likeness else 0.0
    if average < 0.9:
        return "rewritten"
    return "verbatim" if told else "trimmed"


def _from_root(
    readings: Sequence[Reading], child: int, root: int, kinships: Mapping[tuple[int, int], Kinship]
) -> Derivation:
    pairs = _between(kinships, child, root)
    spans, parents = sentences_of(readings[child]), sentences_of(readings[root])
    passages = tuple(Passage(spans[c], parents[p]) for c, p, _ in pairs)
    whole = len(pairs) >= 0.9 * len(parents)
    return Derivation(
        child=readings[child].report.id,
        parent=readings[root].report.id,
        manner=_manner([likeness for _, _, likeness in pairs], whole),
        score=min(1.0, len(pairs) / max(1, len(spans))),
        reasons=(f"{len(pairs)} of {len(spans)} sentences follow {readings[root].report.name} in the same order",),
        passages=passages,
    )


def _from_lost(
    readings: Sequence[Reading],
    child: int,
    members: Sequence[int],
    kinships: Mapping[tuple[int, int], Kinship],
    lineage: str,
) -> Derivation:
    spans = sentences_of(readings[child])
    shared: dict[int, float] = {}
    for other in members:
        if other != child:
            for sentence, _, likeness in _between(kinships, child, other):
                shared[sentence] = max(likeness, shared.get(sentence, 0.0))
    return Derivation(
        child=readings[child].report.id,
        parent=lineage,
        manner=_manner(list(shared.values()), told=1),
        score=min(1.0, len(shared) / max(1, len(spans))),
        reasons=(f"{len(shared)} of {len(spans)} sentences follow another report of this lineage in order",),
        passages=tuple(Passage(spans[sentence], None) for sentence in sorted(shared)),
    )
