"""What a dossier costs: seconds and peak memory of whole runs, growth, and reading against the parser alone.

    python bench/dossier.py FOLDER...

Figures of one run belong together; compare ratios, not seconds, between machines.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

GROWTH = 10
ROUNDS = 3


def run(*arguments: str) -> tuple[float, float]:
    """Seconds and peak memory (MB) of one whole run of the command, start-up included."""
    command = [sys.executable, "-m", "secondsource", *arguments]
    start = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return time.monotonic() - start, usage.ru_maxrss / 1024


def copy_many(folder: Path, times: int, into: Path) -> None:
    """Each file of `folder`, `times` times over."""
    for number in range(times):
        for file in sorted(folder.iterdir()):
            (into / f"{number:03}-{file.name}").write_bytes(file.read_bytes())


def reading_rates(folder: Path) -> tuple[float, float]:
    """Words a second of `read --as-text`, and of spaCy's full pipeline alone, on the clean texts of `folder`."""
    import spacy

    from secondsource.pipeline import ReadReport, read
    from secondsource.stages.annotate.parser import MODEL

    texts = [o.reading.report.text for o in read([str(folder)]) if isinstance(o, ReadReport)]
    words = sum(len(text.split()) for text in texts)
    model = spacy.load(MODEL)
    with tempfile.TemporaryDirectory() as clean:
        for number, text in enumerate(texts):
            Path(clean, f"{number:03}.txt").write_text(text, encoding="utf-8")
        ours = min(_timed(lambda: list(read([clean], as_text=True))) for _ in range(ROUNDS))
    paragraphs = [line for text in texts for line in text.splitlines() if line.strip()]
    theirs = min(_timed(lambda: list(model.pipe(paragraphs))) for _ in range(ROUNDS))
    return words / ours, words / theirs


def _timed(action) -> float:
    start = time.monotonic()
    action()
    return time.monotonic() - start


def main(folders: list[str]) -> None:
    for folder in map(Path, folders):
        count = sum(1 for _ in folder.iterdir())
        print(f"{folder} ({count} reports)")
        with tempfile.TemporaryDirectory() as scratch:
            out = f"{scratch}/out.html"
            seconds, memory = min(run("dossier", str(folder), "--html", out) for _ in range(ROUNDS))
            print(f"  dossier, start-up included   {seconds:6.2f} s   {memory:6.0f} MB at most")
            many = Path(scratch, "many")
            many.mkdir()
            copy_many(folder, GROWTH, many)
            more_seconds, more_memory = run("dossier", str(many), "--html", out)
            print(
                f"  the same, {GROWTH} times over       {more_seconds:6.2f} s   {more_memory:6.0f} MB at most", end=""
            )
            print(f"   (work x{GROWTH}: time x{more_seconds / seconds:.1f})")
        ours, theirs = reading_rates(folder)
        print(
            f"  read --as-text               {ours:6.0f} words/s; spaCy alone {theirs:.0f}; ratio {ours / theirs:.2f}"
        )
    seconds, _ = min(run("--help") for _ in range(ROUNDS))
    print(f"secondsource --help            {seconds:6.2f} s")


if __name__ == "__main__":
    main(sys.argv[1:] or ["examples/harbour/reports"])
