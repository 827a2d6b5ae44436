"""What putting a report into its story costs as an archive grows: milliseconds, growth, and peak memory.

    python -m bench.group [REPORTS...]

Sketches are made of invented words: four reports an event, each event with words, names and a person of its own and a
town that a hundred events share, besides words that all news has. Each size runs in a process of its own. What is
timed, in processor seconds, is finding and placing 300 reports; those before them are put into their stories untimed.
"""

import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from secondsource.model.sketches import Placement, Sketch
from secondsource.settings import Group
from secondsource.stages.group.growth import place
from secondsource.stages.group.index import Index

SIZES = (100, 1_000, 10_000)
TIMED = 300
REPORTS_AN_EVENT = 4
EVENTS_A_TOWN = 100
EVENTS_A_DAY = 25


def main(sizes: Sequence[int]) -> None:
    """One line a size, then by how much the time a report takes has grown from the first to the last."""
    rows = []
    for size in sizes:
        run = subprocess.run(
            [sys.executable, "-m", "bench.group", "--one", str(size)], capture_output=True, check=True, text=True
        )
        print(run.stdout.strip(), flush=True)
        rows.append(json.loads(run.stdout))
    print(json.dumps({"growth": round(rows[-1]["ms_a_report"] / rows[0]["ms_a_report"], 2)}))


def grow(size: int) -> None:
    """Grow stories of `size` reports and print what the last of them cost."""
    settings = Group()
    index, story_of, members, sketches = Index(settings), dict[str, str](), dict[str, tuple[str, ...]](), {}
    spent = 0.0
    for number, newcomer in enumerate(_sketches(size + TIMED)):
        sketches[newcomer.report] = newcomer
        start = time.process_time()
        if number < size:
            event = str(number // REPORTS_AN_EVENT)
            placed = Placement(event, {event: (*members.get(event, ()), newcomer.report)}, {})
        else:
            near = dict.fromkeys(story_of[report] for report in index.near(newcomer))
            placed = place(newcomer, {story: [sketches[held] for held in members[story]] for story in near}, settings)
            spent += time.process_time() - start
        index.add(newcomer)
        for story in placed.gone:
            del members[story]
        members.update(placed.members)
        story_of.update((report, story) for story, held in placed.members.items() for report in held)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    cost = round(1000 * spent / TIMED, 2)
    print(json.dumps({"reports": size, "stories": len(members), "ms_a_report": cost, "peak_mb": peak}))


def _sketches(size: int) -> Iterator[Sketch]:
    chance = random.Random(7)  # noqa: S311
    common = [f"common{number}" for number in range(2_000)]
    for number in range(size):
        event = number // REPORTS_AN_EVENT
        town = f"town{event // EVENTS_A_TOWN}"
        own = [f"own{event}x{place}" for place in chance.sample(range(60), 30)]
        words = {word: chance.randint(40, 160) for word in [*own, town]}
        words |= {word: chance.randint(10, 60) for word in chance.sample(common, 180)}
        names = {word: chance.randint(150, 400) for word in [*own[:8], town]}
        day = (date(2031, 1, 1) + timedelta(event // EVENTS_A_DAY)).isoformat()
        yield Sketch(str(number), own[0], day, (day,), words, names, {f"person{event}": 600}, {town: 600})


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        grow(int(sys.argv[2]))
    else:
        main([int(size) for size in sys.argv[1:]] or SIZES)
