"""Measures of tracing: what a tracer says of a story held against what is known of it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from gate.plantings import KINDS
from gate.stemma_stories import LOST, KnownStory

Tally = Counter[str | tuple[str, str]]

COLUMNS = (
    "lineages, pairwise F1",
    "sources exactly right",
    "false copies",
    "parent edges F1",
    "direction, of joined edges",
    "manner, of right edges",
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a tracer says: groups of report ids, and the manner of each (child, parent), LOST for a lost parent."""

    lineages: Sequence[Iterable[str]]
    edges: Mapping[tuple[str, str], str | None]


def compare(story: KnownStory, verdict: Verdict, tally: Tally) -> Iterator[str]:
    """Count what is right and wrong in one story; yields what is wrong in words."""
    found, true = _pairs(verdict.lineages), _pairs(story.lineages)
    tally.update(pairs_right=len(found & true), pairs_found=len(found), pairs_true=len(true))
    tally.update(stories=1, sources_right=len(verdict.lineages) == len(story.lineages))
    _count_false_copies(story, verdict, tally)
    wanted = {(child, LOST if parent.startswith(LOST) else parent): m for child, parent, m in story.derivations}
    right = verdict.edges.keys() & wanted.keys()
    tally.update(edges_right=len(right), edges_found=len(verdict.edges), edges_true=len(wanted))
    tally.update(manners_right=sum(verdict.edges[edge] == wanted[edge] for edge in right))
    joined = {edge for edge in wanted if edge[1] != LOST and frozenset(edge) in found}
    tally.update(joined=len(joined), joined_right=len(joined & right))
    _count_kinds(story, verdict, found, tally)
    yield from (f"{story.name}: not joined: {sorted(pair)}" for pair in sorted(true - found, key=sorted))
    yield from (f"{story.name}: wrongly joined: {sorted(pair)}" for pair in sorted(found - true, key=sorted))
    yield from (f"{story.name}: missed {edge} {wanted[edge]}" for edge in sorted(wanted.keys() - right))
    yield from (f"{story.name}: invented {e} {verdict.edges[e]}" for e in sorted(verdict.edges.keys() - right))
    yield from (
        f"{story.name}: {edge} is {wanted[edge]}, not {verdict.edges[edge]}"
        for edge in sorted(right)
        if verdict.edges[edge] != wanted[edge]
    )


def _count_false_copies(story: KnownStory, verdict: Verdict, tally: Tally) -> None:
    """An independent account has no parent; it is called a copy if it is derived from a report of another lineage, or,
    with a report of another lineage, from a lost original.
    """
    kin = {report: group for group in story.lineages for report in group}
    beside = {report: set(group) for group in verdict.lineages for report in group}
    independent = kin.keys() - {child for child, _, _ in story.derivations}
    called = {
        child
        for child, parent in verdict.edges
        if child in independent and (beside[child] - kin[child] if parent == LOST else parent not in kin[child])
    }
    tally.update(independent=len(independent), called_copies=len(called))


def _count_kinds(story: KnownStory, verdict: Verdict, found: set[frozenset[str]], tally: Tally) -> None:
    manners = {(child, parent): manner for child, parent, manner in story.derivations}
    for (child, parent), kinds in story.kinds.items():
        edge = (child, LOST if parent.startswith(LOST) else parent)
        kin = {other for other, from_ in story.kinds if from_ == parent} - {child} if edge[1] == LOST else {parent}
        for kind in kinds:
            tally[kind, "true"] += 1
            tally[kind, "joined"] += any(frozenset((child, other)) in found for other in kin)
            tally[kind, "edges"] += edge in verdict.edges
            tally[kind, "manners"] += verdict.edges.get(edge) == manners[child, parent]


def summarise(tally: Tally) -> dict[str, float]:
    """Shares of 1; what never occurred counts as right."""
    return {
        "lineage_f1": _f1(tally, "pairs"),
        "sources_right": _share(tally["sources_right"], tally["stories"]),
        "called_copies": tally["called_copies"] / max(1, tally["independent"]),
        "edge_f1": _f1(tally, "edges"),
        "direction": _share(tally["joined_right"], tally["joined"]),
        "manner": _share(tally["manners_right"], tally["edges_right"]),
    }


def to_row(name: str, tally: Tally, *, tells_manner: bool) -> str:
    """A row of a Markdown table under COLUMNS, shares with their counts."""
    reached = summarise(tally)
    edges = f"{tally['edges_right']} right, {tally['edges_found']} given, {tally['edges_true']} true"
    cells = (
        f"{reached['lineage_f1']:.3f}",
        _told(tally["sources_right"], tally["stories"]),
        f"{tally['called_copies']} of {tally['independent']}",
        f"{reached['edge_f1']:.3f} ({edges})",
        _told(tally["joined_right"], tally["joined"]),
        _told(tally["manners_right"], tally["edges_right"]) if tells_manner else "–",
    )
    return f"| {name} | " + " | ".join(cells) + " |"


def to_head(first: str, columns: Iterable[str]) -> str:
    names = [first, *columns]
    return f"| {' | '.join(names)} |\n|{'---|' * len(names)}"


def to_kinds(tallies: Mapping[str, Tally]) -> Iterator[str]:
    """A Markdown table: for each kind of planted copy, how many are joined to what they come from, by each tracer."""
    first = next(iter(tallies))
    columns = [f"joined: {name}" for name in tallies]
    yield to_head("kind of copy", [*columns, f"right parent: {first}", f"right parent and manner: {first}"])
    for kind in KINDS:
        total = tallies[first][kind, "true"]
        cells = [_told(tally[kind, "joined"], total) for tally in tallies.values()]
        cells += [_told(tallies[first][kind, what], total) for what in ("edges", "manners")]
        yield f"| {kind} | " + " | ".join(cells) + " |"


def _pairs(groups: Iterable[Iterable[str]]) -> set[frozenset[str]]:
    return {frozenset(pair) for group in groups for pair in combinations(sorted(group), 2)}


def _f1(tally: Tally, what: str) -> float:
    return _share(2 * tally[f"{what}_right"], tally[f"{what}_found"] + tally[f"{what}_true"])


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def _told(part: int, whole: int) -> str:
    return f"{part / whole:.0%} ({part} of {whole})" if whole else "–"
