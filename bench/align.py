"""What aligning and judging cost beside reading, and how that grows with the reports of one story.

    python bench/align.py FOLDER...          every figure is of one run, reading included

The folder's reports are taken as they are, and then several times over with their numbers and a word of each sentence
changed, so that no two are twins.
"""

import re
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from secondsource.model.readings import Reading
from secondsource.model.statements import Statements
from secondsource.model.stories import Story
from secondsource.pipeline import ReadReport, read
from secondsource.stages.align.points import align
from secondsource.stages.judge.findings import judge
from secondsource.stages.trace.stemmata import trace

SIZES = (10, 40, 100, 300)
_WORD = re.compile(r"(?<=[a-z] )[a-z]{5,}(?= )")


def vary(one: ReadReport, round_: int) -> ReadReport:
    """The same report under another name, with each twelfth word of five letters or more turned round."""
    words = 0

    def turn(found: re.Match[str]) -> str:
        nonlocal words
        words += 1
        return found[0][::-1] if words % 12 == round_ % 12 else found[0]

    name = f"{one.reading.report.id}-{round_}"
    text = _WORD.sub(turn, one.reading.report.text)
    report = replace(one.reading.report, id=name, outlet=f"{one.reading.report.outlet} {round_}", text=text)
    return ReadReport(replace(one.reading, report=report), replace(one.statements, report=name))


def timed(action: Callable[[], Any]) -> tuple[float, Any]:
    start = time.monotonic()
    made = action()
    return time.monotonic() - start, made


def compare(readings: Sequence[Reading], statements: dict[str, Statements]) -> tuple[float, float, float]:
    """Seconds of tracing, aligning and judging one story."""
    story = Story("story", "", None, tuple(readings))
    traced, stemma = timed(lambda: trace(story))
    aligned, points = timed(lambda: align(story, statements))
    judged, _ = timed(lambda: judge(story, statements, stemma, points))
    return traced, aligned, judged


def main(folders: list[str]) -> None:
    for folder in folders:
        reading, outcomes = timed(lambda folder=folder: [o for o in read([folder]) if isinstance(o, ReadReport)])
        print(f"{folder}: {len(outcomes)} reports read in {reading:.1f} s ({reading / len(outcomes):.2f} s each)")
        cold = compare([one.reading for one in outcomes], {o.reading.report.id: o.statements for o in outcomes})
        print(f"  the first time, loading of models and word lists included: {sum(cold):.1f} s")
        for size in (len(outcomes), *SIZES):
            told = [vary(outcomes[n % len(outcomes)], n // len(outcomes)) for n in range(size)]
            statements = {one.reading.report.id: one.statements for one in told}
            traced, aligned, judged = compare([one.reading for one in told], statements)
            share = (aligned + judged) / (reading / len(outcomes) * size)
            print(
                f"  {size:4} reports   trace {traced:6.1f} s   align {aligned:6.1f} s   judge {judged:6.1f} s"
                f"   align and judge against reading {share:.2f}"
            )


if __name__ == "__main__":
    main(sys.argv[1:] or ["examples/harbour/reports"])
