"""How well tracing finds known descents, beside what is used today; prints Markdown tables (docs/tracing.md).

python -m gate.score_stemmata [--data BENCH_DATA] [--limit N] [--errors]
"""

import argparse
import pickle
from collections.abc import Callable, Sequence
from pathlib import Path

from gate.baselines import BASELINES, find_best
from gate.fit_kinship import PLANTED_SEED, PLANTED_STORIES
from gate.measures import COLUMNS, Tally, Verdict, compare, to_head, to_kinds, to_row
from gate.stemma_stories import LOST, KnownStory, draw_public, plant_in_public, plant_in_written, read_written
from secondsource.model.stories import Story
from secondsource.stages.trace.stemmata import trace

WRITTEN = Path(__file__).parent / "stories"
HELD_OUT = WRITTEN / "held-out"
OURS = "secondsource"


def judge(story: KnownStory) -> Verdict:
    """What the product says of a story."""
    stemma = trace(Story(story.name, story.name, None, tuple(story.readings)))
    lost = {lineage.id for lineage in stemma.lineages}
    edges = {(d.child, LOST if d.parent in lost else d.parent): d.manner for d in stemma.derivations}
    return Verdict([lineage.reports for lineage in stemma.lineages], edges)


def print_set(name: str, stories: Sequence[KnownStory], *, say_errors: bool) -> None:
    ours = Tally()
    for story in stories:
        for error in compare(story, judge(story), ours):
            if say_errors:
                print(error)
    tallies = {OURS: ours}
    reports = sum(len(story.readings) for story in stories)
    print(f"\n### {name}: {len(stories)} stories, {reports} reports\n")
    print(to_head("tracer", COLUMNS))
    print(to_row(f"**{OURS}**", ours, tells_manner=True), flush=True)
    for baseline, measure in BASELINES.items():
        threshold, tallies[baseline] = find_best(stories, measure(stories))
        print(to_row(f"{baseline} ≥ {threshold:.2f}", tallies[baseline], tells_manner=False), flush=True)
    if any(story.kinds for story in stories):
        print()
        print("\n".join(to_kinds(tallies)), flush=True)


def _kept(file: Path | None, make: Callable[[], list[KnownStory]]) -> list[KnownStory]:
    """The stories, read again from `file` if they were kept there before."""
    if file and file.exists():
        return pickle.loads(file.read_bytes())  # noqa: S301
    stories = make()
    if file:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(pickle.dumps(stories))
    return stories


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, help="the public sets; without it only what was written for the project")
    parser.add_argument("--limit", type=int, default=15, help="stories of each public set to plant copies in")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--errors", action="store_true", help="say what was wrong")
    parser.add_argument("--keep", type=Path, help="a folder to keep the readings in between runs")
    given = parser.parse_args()
    sets: dict[str, Callable[[], list[KnownStory]]] = {
        "written by hand": lambda: list(read_written(WRITTEN)),
        "held out": lambda: list(read_written(HELD_OUT)),
        "planted in written stories": lambda: list(plant_in_written(WRITTEN, given.seed)),
    }
    if given.data:
        fitted = draw_public(given.data, PLANTED_STORIES, PLANTED_SEED)
        sets["planted in public stories"] = lambda: list(plant_in_public(given.data, given.limit, given.seed, fitted))
    for name, make in sets.items():
        file = given.keep / f"{name} {given.limit} {given.seed}.pickle" if given.keep else None
        stories = _kept(file, make)
        if stories:
            print_set(name, stories, say_errors=given.errors)


if __name__ == "__main__":
    main()
