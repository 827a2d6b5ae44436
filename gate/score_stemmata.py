"""How well tracing finds known descents: lineages, independent sources, parents, manners.

python -m gate.score_stemmata [--data BENCH_DATA] [--limit N] [--errors]
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path

from gate.stemma_stories import LOST, KnownStory, plant, read_written
from secondsource.model.stories import Stemma, Story
from secondsource.stages.trace.stemmata import trace

HERE = Path(__file__).parent


def _pairs(groups: Iterable[Iterable[str]]) -> set[frozenset[str]]:
    return {frozenset(pair) for group in groups for pair in combinations(sorted(group), 2)}


def _edges(stemma: Stemma) -> dict[tuple[str, str], str]:
    lost = {lineage.id for lineage in stemma.lineages}
    return {(d.child, LOST if d.parent in lost else d.parent): d.manner for d in stemma.derivations}


def compare(story: KnownStory, tally: Counter[str]) -> Iterator[str]:
    """Count what is right and wrong in one story; yields what is wrong in words."""
    stemma = trace(Story(story.name, story.name, None, tuple(story.readings)))
    found, true = _pairs(lineage.reports for lineage in stemma.lineages), _pairs(story.lineages)
    tally.update(pairs_right=len(found & true), pairs_found=len(found), pairs_true=len(true))
    tally.update(stories=1, sources_right=len(stemma.lineages) == len(story.lineages))
    alone = {report for group in story.lineages if len(group) == 1 for report in group}
    called = {report for lineage in stemma.lineages if len(lineage.reports) > 1 for report in lineage.reports} & alone
    called -= {parent for _, parent, _ in story.derivations}
    tally.update(independent=len(alone), called_copies=len(called))
    edges = _edges(stemma)
    wanted = {(child, LOST if parent.startswith(LOST) else parent): m for child, parent, m in story.derivations}
    right = edges.keys() & wanted.keys()
    tally.update(edges_right=len(right), edges_found=len(edges), edges_true=len(wanted))
    tally.update(manners_right=sum(edges[edge] == wanted[edge] for edge in right))
    yield from (f"{story.name}: not joined: {sorted(pair)}" for pair in sorted(true - found, key=sorted))
    yield from (f"{story.name}: wrongly joined: {sorted(pair)}" for pair in sorted(found - true, key=sorted))
    yield from (f"{story.name}: missed {edge} {wanted[edge]}" for edge in sorted(wanted.keys() - right))
    yield from (f"{story.name}: invented {edge} {edges[edge]}" for edge in sorted(edges.keys() - right))
    yield from (
        f"{story.name}: {edge} is {wanted[edge]}, not {edges[edge]}"
        for edge in sorted(right)
        if edges[edge] != wanted[edge]
    )


def _f1(tally: Counter[str], what: str) -> float:
    total = tally[f"{what}_found"] + tally[f"{what}_true"]
    return round(2 * tally[f"{what}_right"] / total, 3) if total else 1.0


def summarise(tally: Counter[str]) -> dict[str, object]:
    return {
        "stories": tally["stories"],
        "lineage_f1": _f1(tally, "pairs"),
        "sources_exact": f"{tally['sources_right']}/{tally['stories']}",
        "called_copies": f"{tally['called_copies']}/{tally['independent']}",
        "edge_f1": _f1(tally, "edges"),
        "manner": round(tally["manners_right"] / max(1, tally["edges_right"]), 3),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="the public sets; without it only the stories written by hand")
    parser.add_argument("--limit", type=int, default=20, help="stories to plant copies in")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--errors", action="store_true", help="say what was wrong")
    given = parser.parse_args()
    sets = {"written": read_written(HERE / "stories")}
    if given.data:
        sets["planted"] = plant(given.data, given.limit, given.seed)
    for name, stories in sets.items():
        tally: Counter[str] = Counter()
        for story in stories:
            for error in compare(story, tally):
                if given.errors:
                    print(error)
        print(json.dumps({"set": name, **summarise(tally)}), flush=True)


if __name__ == "__main__":
    main()
