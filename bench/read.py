"""What reading costs: words a second against the parser alone, and how time and memory grow with the reports.

    python bench/read.py [--reports 40] FOLDER...

The reports of the folders are read as clean text. For the growth, reports are made of their sentences in ever new
order, so that no paragraph comes twice. Figures of one run belong together; compare ratios between machines.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

GROWTH = 10
ROUNDS = 3
SENTENCES = 3
"""Sentences of a paragraph in the reports that are made."""


def clean_texts(folders: Sequence[str]) -> list[str]:
    """The text of every report in the folders."""
    from secondsource.pipeline import ReadReport, read

    return [outcome.reading.report.text for outcome in read(folders) if isinstance(outcome, ReadReport)]


def rates(texts: Sequence[str]) -> tuple[float, float]:
    """Words a second of `read --as-text` and of spaCy's full pipeline, each in one process, nothing remembered."""
    import spacy

    from secondsource.engines.local import Local
    from secondsource.pipeline import read
    from secondsource.settings import Settings
    from secondsource.stages.annotate.parser import MODEL

    settings = Settings()
    settings = replace(settings, annotate=replace(settings.annotate, remembered_characters=0))
    words = sum(len(text.split()) for text in texts)
    if not words:
        raise SystemExit("there is nothing to read")
    paragraphs = [line for text in texts for line in text.splitlines() if line.strip()]
    model = spacy.load(MODEL)
    with tempfile.TemporaryDirectory() as folder:
        write_reports(Path(folder, "in.jsonl"), texts)
        paths = [folder]
        ours = theirs = float("inf")
        for _ in range(ROUNDS):
            ours = min(ours, timed(lambda: read_all(read(paths, as_text=True, settings=settings, engine=Local(0)))))
            theirs = min(theirs, timed(lambda: list(model.pipe(paragraphs))))
    return words / ours, words / theirs


def read_all(outcomes: Iterable[object]) -> None:
    """Go through them; a report that is rejected would make reading look fast."""
    from secondsource.model.reports import Rejection

    for outcome in outcomes:
        if isinstance(outcome, Rejection):
            raise SystemExit(f"{outcome.place}: {outcome.reason} ({outcome.detail})")


def timed(action: Callable[[], object]) -> float:
    """Seconds of this process's own work, so that what else runs on the machine counts little."""
    start = time.process_time()
    action()
    return time.process_time() - start


def write_reports(path: Path, texts: Sequence[str]) -> None:
    lines = (json.dumps({"id": f"r{number}", "text": text}) + "\n" for number, text in enumerate(texts))
    path.write_text("".join(lines), encoding="utf-8")


def shuffled(texts: Sequence[str], count: int) -> list[str]:
    """`count` reports of the size of those given, out of their sentences in a new order each."""
    chance = random.Random(1)  # noqa: S311 - a fixed order, no secret
    sentences = [part for text in texts for part in text.replace("\n", " ").split(". ") if part.strip()]
    size = max(1, len(sentences) // len(texts))
    made = []
    for _ in range(count):
        drawn = chance.sample(sentences, min(size, len(sentences)))
        paragraphs = [". ".join(drawn[at : at + SENTENCES]) + "." for at in range(0, len(drawn), SENTENCES)]
        made.append("\n\n".join(paragraphs))
    return made


def run(texts: Sequence[str]) -> tuple[float, float]:
    """Seconds and peak memory (MB) of a whole run of `read --as-text`, start-up included, on all cores."""
    with tempfile.TemporaryDirectory() as folder:
        source, out = Path(folder, "in.jsonl"), Path(folder, "out.jsonl")
        write_reports(source, texts)
        command = [sys.executable, "-m", "secondsource", "read", str(source), "--as-text", "--out", str(out)]
        start = time.monotonic()
        with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
        return time.monotonic() - start, usage.ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", default=["examples/harbour/reports"])
    parser.add_argument("--reports", type=int, default=40, help="reports to begin the growth with")
    given = parser.parse_args()
    texts = clean_texts(given.folders)
    ours, theirs = rates(texts)
    print(f"read --as-text {ours:.0f} words/s, spaCy alone {theirs:.0f} words/s: ratio {ours / theirs:.2f}")
    seconds, memory = run(shuffled(texts, given.reports))
    more_seconds, more_memory = run(shuffled(texts, given.reports * GROWTH))
    print(f"{given.reports} reports: {seconds:.1f} s, {memory:.0f} MB at most, start-up included")
    print(f"{given.reports * GROWTH} reports: {more_seconds:.1f} s, {more_memory:.0f} MB at most", end="")
    print(f"   (work x{GROWTH}: time x{more_seconds / seconds:.1f}, memory x{more_memory / memory:.2f})")


if __name__ == "__main__":
    main()
