"""What tracing a large story costs: seconds, growth, peak memory, pairs let through and the recall that costs.

    python -m bench.trace [REPORTS...]

Stories are made of sentences of gate/stories by the gate's copyist: originals that tell of one event and quote the same
words, with copies of all kinds, a fifth of all reports going back to one text. Readings are made without the
parser, which tracing does not ask for. Each size runs in a process of its own, and the encoder of sentences is loaded
before the clock starts. The power by which work grows is that of processor seconds, which a busy machine leaves alone.
"""

import json
import random
import re
import resource
import subprocess
import sys
import time
import tomllib
from collections.abc import Sequence
from itertools import combinations
from math import log
from pathlib import Path

from gate.copyist import Paragraphs, to_sentences
from gate.plantings import EDITS
from gate.rewording import reword
from secondsource.model.readings import Name, Reading
from secondsource.model.reports import Block, Report
from secondsource.model.spans import Span
from secondsource.model.stories import Story

SIZES = (50, 100, 200, 500, 1000)
WRITTEN = Path(__file__).parents[1] / "gate" / "stories"
PUBLIC = (
    "“Nobody was told about this before Monday, and that is what I regret,” Mayor Edda Quist told reporters.",
    "“The pumps held for six hours, which is two more than the maker promised,” said engineer Pavel Ruud.",
    "“We will count again, and then we will publish every page,” the council's clerk, Ana Sorel, said.",
)
LEAD = "The flood gates at Quistholm failed on Monday night, and 140 people had to leave their homes."
BIG_SHARE = 0.2
"""Of all reports, those that go back to one text."""
PARAGRAPHS = (6, 12)
SYLLABLES = ("ar", "bel", "cor", "dan", "el", "fir", "gor", "hal", "is", "jun", "kel", "lor", "mar", "nis", "or", "pel")

Families = list[list[str]]


def make_story(size: int, seed: int = 1) -> tuple[Story, Families, set[frozenset[str]]]:
    """A story, the reports that go back to one text, and the pairs of which one was made from the other."""
    chance = random.Random(f"{seed} {size}")  # noqa: S311
    pool = [sentence for paragraphs in _written() for paragraph in paragraphs for sentence in paragraph]
    told: dict[str, Paragraphs] = {}
    families: Families = []
    copied: set[frozenset[str]] = set()
    while len(told) < size:
        wanted = round(size * BIG_SHARE) if not families else chance.choice((1, 1, 2, 3, 4, 6))
        family: list[str] = []
        for _ in range(min(wanted, size - len(told))):
            name = f"r{len(told):04}"
            if family:
                parent = family[0] if chance.random() < 0.7 else chance.choice(family)
                told[name] = EDITS[chance.choice(list(EDITS))](told[parent], chance)
                copied.add(frozenset((name, parent)))
            else:
                told[name] = _write(pool, chance)
            family.append(name)
        families.append(family)
    readings = [_to_reading(name, paragraphs) for name, paragraphs in told.items()]
    chance.shuffle(readings)
    return Story("bench", "bench", None, tuple(readings)), families, copied


def _written() -> list[Paragraphs]:
    texts = (
        report["text"]
        for path in sorted(WRITTEN.glob("**/*.toml"))
        for report in tomllib.loads(path.read_text(encoding="utf-8"))["report"]
    )
    return [[to_sentences(line) for line in text.splitlines() if line.strip()] for text in texts]


def _write(pool: Sequence[str], chance: random.Random) -> Paragraphs:
    """A report of its own: the event in its words, some of the public words, and matters that no other tells."""
    body: Paragraphs = []
    for _ in range(chance.randint(*PARAGRAPHS)):
        told = [_move(sentence, chance) for sentence in chance.sample(pool, chance.randint(1, 3))]
        body.append([part for sentence in told for part in reword(sentence, chance)])
    for quote in chance.sample(PUBLIC, 2):
        body.insert(chance.randint(0, len(body)), [quote])
    return [reword(LEAD, chance), *body]


def _move(sentence: str, chance: random.Random) -> str:
    """The sentence told of other people, places and amounts: the pool is smaller than what is drawn from it."""
    moved = re.sub(r"(?<=[a-z,] )[A-Z][a-z]+", lambda _: "".join(chance.choices(SYLLABLES, k=3)).title(), sentence)
    return re.sub(r"\d+", lambda found: str(chance.randint(2, 10 ** len(found[0]) + 9)), moved)


def _to_reading(name: str, paragraphs: Paragraphs) -> Reading:
    text, blocks, sentences = "", [], []
    for paragraph in paragraphs:
        start = len(text)
        for sentence in paragraph:
            sentences.append(Span(len(text), len(text) + len(sentence)))
            text += sentence + " "
        blocks.append(Block("paragraph", Span(start, len(text) - 1)))
        text += "\n\n"
    named = re.finditer(r"\b[A-Z][a-z]+ [A-Z][a-z]+\b", text)
    names = tuple(Name(Span(*found.span()), "person", found[0]) for found in named)
    report = Report(name, name, text, outlet=f"{name} News", blocks=tuple(blocks))
    return Reading(report, tuple(sentences), (), names, ())


def measure(size: int) -> dict[str, float]:
    from secondsource.settings import Trace
    from secondsource.stages.trace.candidates import find_candidates
    from secondsource.stages.trace.stemmata import trace
    from secondsource.stages.trace.tellings import read_telling
    from secondsource.text.vectors import embed

    story, families, copied = make_story(size)
    embed(["The encoder is loaded."])
    start, processor_start = time.monotonic(), time.process_time()
    stemma = trace(story)
    seconds, processor = time.monotonic() - start, time.process_time() - processor_start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    ids = [reading.report.id for reading in story.readings]
    pairs = find_candidates([read_telling(reading, Trace()) for reading in story.readings], Trace())
    let_through = {frozenset((ids[one], ids[other])) for one, other in pairs}
    true, found = _pairs(families), _pairs([lineage.reports for lineage in stemma.lineages])
    return {
        "seconds": seconds,
        "processor": processor,
        "memory": memory,
        "candidates": len(let_through),
        "all": size * (size - 1) // 2,
        "copied": len(copied & let_through) / len(copied),
        "lineage_f1": 2 * len(true & found) / (len(true) + len(found)),
    }


def _pairs(groups: Sequence[Sequence[str]]) -> set[frozenset[str]]:
    return {frozenset(pair) for group in groups for pair in combinations(group, 2)}


def run(size: int) -> dict[str, float]:
    command = [sys.executable, "-m", "bench.trace", "--one", str(size)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def main(sizes: Sequence[int]) -> None:
    print("tracing one story (readings given)")
    print("reports   seconds  of processor  MB at most   pairs let through        copies among them   lineages, F1")
    figures = {}
    for size in (10, *sizes):
        reached = figures[size] = run(size)
        share = f"({reached['candidates'] / reached['all']:.1%} of all)"
        cost = f"{reached['seconds']:8.2f}  {reached['processor']:12.2f}  {reached['memory']:10.0f}"
        pairs = f"{reached['candidates']:9.0f} {share:16}{reached['copied']:12.1%}"
        print(f"{size:7}  {cost}  {pairs}  {reached['lineage_f1']:17.3f}", flush=True)
    first, last = min(sizes), max(sizes)
    if first < last:
        exponent = log(figures[last]["processor"] / figures[first]["processor"]) / log(last / first)
        print(f"from {first} to {last} reports, processor seconds grow with the power {exponent:.2f} of their number")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(measure(int(sys.argv[2]))))
    else:
        main([int(size) for size in sys.argv[1:]] or SIZES)
