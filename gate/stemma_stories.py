"""Stories whose stemma is known: those of gate/stories, written by hand, and stories with planted copies."""

import json
import random
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from gate.copyist import Paragraphs, pasted, reordered, rewritten, trimmed, verbatim
from secondsource.model.readings import Reading
from secondsource.model.reports import Block, Report
from secondsource.model.spans import Span
from secondsource.stages.annotate.readings import annotate

LOST = "lost:"
"""Begins the name of a parent that is not among the reports."""

MAKERS = {"verbatim": verbatim, "trimmed": trimmed, "rewritten": rewritten, "reordered": reordered}


@dataclass
class KnownStory:
    """Readings and what is true of them: lineages of report ids, and (child, parent, manner) of every derivation."""

    name: str
    readings: list[Reading]
    lineages: list[set[str]]
    derivations: set[tuple[str, str, str]] = field(default_factory=set)


def to_reading(name: str, text: str, **known: object) -> Reading:
    blocks = tuple(Block("paragraph", Span(*line.span())) for line in re.finditer(r"[^\n]+", text))
    return annotate(Report(id=name, place=name, text=text, blocks=blocks, **known))  # type: ignore[arg-type]


def read_written(folder: Path) -> Iterator[KnownStory]:
    """The stories written by hand."""
    for path in sorted(folder.glob("*.toml")):
        told = tomllib.loads(path.read_text(encoding="utf-8"))
        readings = [
            to_reading(
                report["id"],
                report["text"].strip(),
                title=report.get("title"),
                outlet=report.get("outlet"),
                agencies=tuple(report.get("agencies", ())),
                published_at=report.get("published_at"),
            )
            for report in told["report"]
        ]
        edges = {(edge["child"], edge["parent"], edge["manner"]) for edge in told.get("derivation", [])}
        yield KnownStory(path.stem, readings, [set(lineage) for lineage in told["lineages"]], edges)


def plant(data: Path, limit: int, seed: int) -> Iterator[KnownStory]:
    """Stories of the public sets, three outlets each, with copies planted among them."""
    rows = [json.loads(line) for line in (data / "basil" / "articles.jsonl").read_text(encoding="utf-8").splitlines()]
    stories: dict[str, list[Reading]] = {}
    for row in rows:
        stories.setdefault(row["story"], []).append(row)
    names = sorted(stories)
    random.Random(seed).shuffle(names)  # noqa: S311
    for name in names[:limit]:
        if len(_own(stories[name])) > 1:
            yield _plant_one(name, _own(stories[name]), random.Random(f"{seed} {name}"))  # noqa: S311


def _plant_one(name: str, rows: list[dict], chance: random.Random) -> KnownStory:
    texts: dict[str, Paragraphs] = {row["source"].lower(): [p for p in row["paragraphs"] if p] for row in rows}
    times = {
        outlet: f"{row['date']}T{chance.randint(6, 20):02}:00:00+00:00"
        for (outlet, row) in zip(texts, rows, strict=True)
    }
    lineage = {outlet: {outlet} for outlet in texts}
    edges: set[tuple[str, str, str]] = set()
    originals = [outlet for outlet in sorted(texts, key=lambda outlet: -len(texts[outlet])) if len(texts[outlet]) >= 6]
    if not originals:
        originals = sorted(texts)[:1]
    source = originals[0]
    is_lost = chance.random() < 0.4

    def copy(parent: str, child: str, way: str) -> None:
        texts[child] = MAKERS[way](texts[parent], chance)
        if way == "verbatim":
            texts[child] = [[f"This report first appeared in {parent.title()} News."], *texts[child]]
        times[child] = f"{rows[0]['date']}T{chance.randint(0, 23):02}:{chance.randint(0, 59):02}:00+00:00"
        manner = "verbatim" if way == "reordered" else way
        lost = is_lost and parent == source
        edges.add((child, LOST + source if lost else parent, manner))
        lineage[source].add(child)

    ways = ["rewritten", "rewritten"] if is_lost else [chance.choice(list(MAKERS))]
    for number, way in enumerate(ways):
        copy(source, f"copy {number}", way)
    if chance.random() < 0.6:
        copy("copy 0", "copy of copy", chance.choice(["trimmed", "rewritten"]))
    if chance.random() < 0.5 and len(texts) > 2 and not is_lost:
        other = next(outlet for outlet in sorted(texts) if outlet in lineage and outlet != source)
        texts["mash-up"] = pasted(texts[source], texts[other], chance)
        times["mash-up"] = f"{rows[0]['date']}T{chance.randint(0, 23):02}:30:00+00:00"
        edges |= {("mash-up", source, "mash-up"), ("mash-up", other, "mash-up")}
        lineage[source].add("mash-up")
    if is_lost:
        del texts[source], times[source]
        lineage[source].discard(source)
    readings = [
        to_reading(
            outlet,
            "\n\n".join(" ".join(paragraph) for paragraph in told),
            outlet=f"{outlet.title()} News",
            published_at=times[outlet],
        )
        for outlet, told in texts.items()
    ]
    chance.shuffle(readings)
    return KnownStory(name[:8], readings, [group for group in lineage.values() if group], edges)


def _own(rows: list[dict]) -> list[dict]:
    """The reports that share no text with one another as they are."""
    return [row for row in rows if not any(_share_runs(row, other) for other in rows if other is not row)]


def _share_runs(one: dict, other: dict, length: int = 12) -> bool:
    """Whether two reports have so many words in a row in common, beside quotes, that one source may lie behind both."""
    runs = [set(), set()]
    for found, row in zip(runs, (one, other), strict=True):
        words = re.sub(r"[“\"][^“”\"]*[”\"]", " | ", row["text"]).split()
        found.update(
            tuple(words[i : i + length]) for i in range(len(words) - length) if "|" not in words[i : i + length]
        )
    return bool(runs[0] & runs[1])
