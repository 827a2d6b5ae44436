"""Stories whose stemma is known: those of gate/stories, written by hand, and stories with planted copies."""

import json
import random
import re
import tomllib
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from gate.copyist import Paragraphs, to_sentences
from gate.plantings import LOST, Base, Planting, plant
from secondsource.model.ids import digest
from secondsource.model.readings import Reading
from secondsource.model.reports import Block, Report
from secondsource.model.spans import Span
from secondsource.stages.annotate.readings import annotate

__all__ = ["LOST", "KnownStory", "draw_public", "plant_in_public", "plant_in_written", "read_written", "to_reading"]

LEAST_PARAGRAPHS = 4
"""Of a public report that copies are planted beside: what is shorter is a notice, or was badly saved."""


@dataclass
class KnownStory:
    """Readings and what is true of them: lineages of report ids, and (child, parent, manner) of every derivation.

    `kinds` says of the derivation of planted copies by which edits they were made.
    """

    name: str
    readings: list[Reading]
    lineages: list[set[str]]
    derivations: set[tuple[str, str, str]] = field(default_factory=set)
    kinds: Mapping[tuple[str, str], set[str]] = field(default_factory=dict)


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


def plant_in_written(folder: Path, seed: int) -> Iterator[KnownStory]:
    """Copies planted among one report of each lineage of the stories written by hand, held-out ones too."""
    bases = []
    for path in sorted(folder.glob("**/*.toml")):
        told = tomllib.loads(path.read_text(encoding="utf-8"))
        children = {edge["child"] for edge in told.get("derivation", [])}
        texts = {report["id"]: report["text"].strip() for report in told["report"]}
        first = [min(lineage, key=lambda name: (name in children, lineage.index(name))) for lineage in told["lineages"]]
        bases.append(Base(path.stem, {name: _to_paragraphs(texts[name]) for name in first}))
    yield from map(_to_known, plant(bases, seed))


def plant_in_public(data: Path, limit: int, seed: int, besides: Container[str] = frozenset()) -> Iterator[KnownStory]:
    """Copies planted in stories of the public sets (basil, giveme5w1h), as many of each as `limit` at most.

    Stories with names in `besides` take no part.
    """
    for bases in _draw(data, limit, seed, besides):
        yield from map(_to_known, plant(bases, seed))


def draw_public(data: Path, limit: int, seed: int) -> frozenset[str]:
    """The names of the stories that `plant_in_public` plants copies in."""
    return frozenset(base.name for bases in _draw(data, limit, seed) for base in bases)


def _draw(data: Path, limit: int, seed: int, besides: Container[str] = frozenset()) -> Iterator[list[Base]]:
    """Stories of each public set, with the reports that were written on their own."""
    for name in ("basil/articles.jsonl", "giveme5w1h/news_cluster.jsonl"):
        stories: dict[str, dict[str, Paragraphs]] = {}
        for row in map(json.loads, (data / name).read_text(encoding="utf-8").splitlines()):
            told = [p for p in row.get("paragraphs", ()) if p] or _to_paragraphs(row["text"])
            outlet = str(row.get("source") or row["source_domain"]).removeprefix("www.").partition(".")[0].lower()
            if len(told) >= LEAST_PARAGRAPHS:
                stories.setdefault(row["story"], {})[outlet] = told
        names = sorted(stories)
        random.Random(seed).shuffle(names)  # noqa: S311
        bases = (Base(story[:16], _own(stories[story])) for story in names if story[:16] not in besides)
        yield list(islice((base for base in bases if len(base.reports) > 1), limit))


def _to_known(planting: Planting) -> KnownStory:
    readings = [
        to_reading(draft.name, draft.text, outlet=draft.outlet, published_at=draft.published_at)
        for draft in planting.drafts()
    ]
    readings.sort(key=lambda reading: digest(reading.report.text))
    lineages = [lineage for lineage in planting.lineages.values() if lineage]
    derivations = {(child, parent, manner) for (child, parent), manner in planting.manners.items()}
    return KnownStory(planting.name, readings, lineages, derivations, planting.kinds)


def _to_paragraphs(text: str) -> Paragraphs:
    return [to_sentences(line.strip()) for line in text.splitlines() if line.strip()]


def _own(reports: Mapping[str, Paragraphs]) -> dict[str, Paragraphs]:
    """The reports that share no text with one another as they are."""
    runs = {outlet: _runs(told) for outlet, told in reports.items()}
    return {
        outlet: told
        for outlet, told in reports.items()
        if not any(runs[outlet] & runs[other] for other in reports if other != outlet)
    }


def _runs(report: Paragraphs, length: int = 9) -> set[tuple[str, ...]]:
    """All runs of so many words beside quotations: where two reports share one, one source may lie behind both."""
    text = " | ".join(" ".join(paragraph) for paragraph in report)
    words = re.sub(r"[“\"][^“”\"]*[”\"]", " | ", text).split()
    runs = (tuple(words[start : start + length]) for start in range(len(words) - length + 1))
    return {run for run in runs if "|" not in run}
