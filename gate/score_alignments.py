"""Are statements of several reports brought together that are about one matter? Measured on the gold points.

python -m gate.score_alignments [FOLDER...]          with --show, every pair that was missed or is not wanted

Two members of one gold point, in two reports, are a pair that is wanted. It is found where one of the dossier's points
holds a statement at each of them. Pairs that are found and not wanted count only between members of gold points of one
kind: of what else a report says, the gold knows nothing.
"""

import argparse
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from secondsource.model.findings import StatementKind
from secondsource.model.spans import Span
from tests.stories.gold import GoldStory, Row

ROOT = Path(__file__).parents[1]
STORIES = (ROOT / "examples" / "harbour", *sorted(path.parent for path in ROOT.glob("tests/stories/*/gold.toml")))
KINDS = ("quote", "figure", "claim")
TOLD: Mapping[str, Sequence[Collection[StatementKind]]] = {
    "quote": (["quote"], ["claim", "event", "agreement"]),
    "figure": (["figure"],),
    "claim": (["claim", "event", "agreement"], ["quote", "dating"]),
}
"""For each kind of gold point the kinds of ours that hold its members; the later ones where the first hold none."""


@dataclass(frozen=True, slots=True, order=True)
class Member:
    """Words of one report that the gold puts into a point."""

    file: str
    span: Span

    def is_at(self, file: str, span: Span) -> bool:
        """Whether half of the shorter of the two lies in the other."""
        shared = min(self.span.end, span.end) - max(self.span.start, span.start)
        return self.file == file and shared > 0 and 2 * shared >= min(len(self.span), len(span))


Pair = tuple[Member, Member]


@dataclass(frozen=True, slots=True)
class Pairs:
    """How many pairs the gold wants, how many of them were found, and how many were found that it does not want."""

    wanted: int = 0
    found: int = 0
    unwanted: int = 0

    def __add__(self, other: "Pairs") -> "Pairs":
        return Pairs(self.wanted + other.wanted, self.found + other.found, self.unwanted + other.unwanted)

    @property
    def precision(self) -> float:
        return self.found / (self.found + self.unwanted) if self.found + self.unwanted else 1.0

    @property
    def recall(self) -> float:
        return self.found / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        held = self.wanted + self.found + self.unwanted
        return 2 * self.found / held if held else 1.0

    def __str__(self) -> str:
        return f"F1 {self.f1:.3f}  precision {self.precision:.3f}  recall {self.recall:.3f}  of {self.wanted} pairs"


def compare_pairs(story: GoldStory, kind: str) -> tuple[Pairs, list[str]]:
    """The pairs of one kind of statement, and in words those that were missed or are not wanted."""
    golden = [members_of(story, row) for row in story.rows("point") if row["kind"] == kind]
    holding = {member: _points_at(story, member, TOLD[kind]) for group in golden for member in group}
    wanted = {pair for group in golden for pair in _pairs(group)}
    held = {pair for pair in _pairs(holding) if holding[pair[0]] & holding[pair[1]]}
    unwanted = {pair for pair in held - wanted if not any(_is_same_pair(pair, other) for other in wanted)}
    told = [f"missed    {_tell(story, pair)}" for pair in sorted(wanted - held)]
    told += [f"unwanted  {_tell(story, pair)}" for pair in sorted(unwanted)]
    return Pairs(len(wanted), len(wanted & held), len(unwanted)), told


def members_of(story: GoldStory, row: Row) -> list[Member]:
    found = [(member["report"], story.find(member["report"], member["text"])) for member in row["members"]]
    return [Member(file, span) for file, span in found if span]


def _pairs(members: Iterable[Member]) -> Iterator[Pair]:
    """Every two of the members that stand in two reports."""
    return ((one, other) for one, other in combinations(sorted(set(members)), 2) if one.file != other.file)


def _is_same_pair(one: Pair, other: Pair) -> bool:
    return all(ours.is_at(theirs.file, theirs.span) for ours, theirs in zip(one, other, strict=True))


def _points_at(story: GoldStory, member: Member, kinds: Sequence[Collection[StatementKind]]) -> frozenset[str]:
    """The ids of the points that hold a statement at `member`, of the first kinds that hold any."""
    for among in kinds:
        held = frozenset(
            point.id
            for point in story.judged.points
            if point.kind in among
            and any(member.is_at(story.file_of(told.report), told.span) for told in point.statements)
        )
        if held:
            return held
    return frozenset()


def _tell(story: GoldStory, pair: Pair) -> str:
    words = (f"{m.file.split('-')[0]} {m.span.of(story.readings[m.file].report.text)!r}" for m in pair)
    return " | ".join(words)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, default=STORIES, help="stories with a gold.toml; all of ours")
    parser.add_argument("--show", action="store_true", help="print each pair that was missed or is not wanted")
    given = parser.parse_args()
    sums = dict.fromkeys(KINDS, Pairs())
    for folder in given.folders:
        story = GoldStory(folder)
        for kind in KINDS:
            pairs, told = compare_pairs(story, kind)
            sums[kind] += pairs
            print(f"{story.name:10} {kind:7} {pairs}")
            if given.show:
                print("".join(f"    {line}\n" for line in told), end="")
    for kind, pairs in sums.items():
        print(f"{'all':10} {kind:7} {pairs}")


if __name__ == "__main__":
    main()
