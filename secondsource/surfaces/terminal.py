"""What a person sees in the terminal: progress while it runs, a summary at the end."""

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from secondsource.model.findings import Dossier, JudgedStory
from secondsource.model.reports import Rejection
from secondsource.surfaces.page.phrases import counted, rests_on

if TYPE_CHECKING:
    from rich.console import Console

DOING = {
    "log": "looking through the log",
    "read": "reading reports",
    "group": "putting reports into stories",
    "compare": "comparing stories",
    "embed": "weighing what statements mean",
    "verify": "verifying documents",
}


@contextmanager
def progress() -> Iterator[Callable[[str, int], None]]:
    """A line on a terminal's standard error for each stage, counting what is done; silent when piped."""
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        TextColumn("{task.completed:.0f}"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bars:
        tasks = {stage: bars.add_task(words, total=None, visible=False) for stage, words in DOING.items()}
        yield lambda stage, done: bars.update(tasks[stage], completed=done, visible=True)


def print_summary(dossier: Dossier, *, to_stderr: bool, written: Sequence[str]) -> None:
    """Each story with its counts and lineages, what was rejected and why, and the files to open next."""
    from rich.console import Console

    console = Console(stderr=to_stderr, highlight=False, markup=False)
    for story in dossier.stories:
        _print_story(console, story)
    for line in rejection_lines(dossier.rejections):
        console.print(line, soft_wrap=True)
    for target in written:
        console.print(f"written: {printable(target)}", soft_wrap=True)


def rejection_lines(rejections: Sequence[Rejection]) -> list[str]:
    """One line a rejected document, under a line that counts them; nothing if there is none."""
    if not rejections:
        return []
    head = f"{len(rejections)} {'document' if len(rejections) == 1 else 'documents'} could not be read:"
    return [head] + [printable(f"  {r.place}: {r.reason}" + (f" ({r.detail})" if r.detail else "")) for r in rejections]


def printable(text: str) -> str:
    """`text` on one line, without the control characters by which a document could command the terminal."""
    return "".join(" " if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"} else c for c in text)


def _print_story(console: "Console", judged: JudgedStory) -> None:
    """The title, the count that everything begins with, and a line for each lineage."""
    omissions = sum(finding.kind == "omission" for finding in judged.findings)
    counts = (
        rests_on(len(judged.story.readings), judged.independent_sources, judged.independent_sources_range),
        counted(len(judged.points), "point"),
        counted(len(judged.findings) - omissions, "finding"),
        counted(omissions, "omission"),
    )
    console.print(printable(judged.story.title), style="bold", soft_wrap=True)
    console.print(f"  {' · '.join(counts)}", soft_wrap=True)
    _print_lineages(console, judged)


def _print_lineages(console: "Console", judged: JudgedStory) -> None:
    for lineage in judged.stemma.lineages:
        names = [judged.story.reading_of(report).report.name for report in lineage.reports]
        tail = f" (from a lost original{f', {lineage.name}' if lineage.name else ''})" if lineage.lost_original else ""
        console.print(printable(f"    {' · '.join(names)}{tail}"), soft_wrap=True)
