"""The graph of descent: reports and lost originals as nodes, derivations as arrows from an original to its copy."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.model.findings import Dossier, JudgedStory
from secondsource.model.ids import digest
from secondsource.model.reports import Report
from secondsource.model.stories import Derivation, Lineage

Value = str | float | int

_NAME_TOKEN = re.compile(r"[A-Za-z0-9_.:-]{1,200}")
"""What may stand as an id in every format: the ASCII letters of XML's NMTOKEN, and not endless."""


@dataclass(frozen=True, slots=True)
class Node:
    """A report or a lost original. `values` has no key for what is not known."""

    id: str
    label: str
    values: dict[str, Value]


@dataclass(frozen=True, slots=True)
class Arrow:
    """From an original to what was made from it, by the ids of their nodes."""

    id: str
    start: str
    end: str
    score: float
    values: dict[str, Value]


@dataclass(frozen=True, slots=True)
class Graph:
    """All stories of a dossier, in its order."""

    nodes: tuple[Node, ...]
    arrows: tuple[Arrow, ...]


NODE_KEYS = (
    "kind", "story", "story_title", "lineage", "report", "title", "outlet", "agencies", "authors", "published_at",
    "url", "place", "reasons",
)  # fmt: skip
"""What is told of a node, in this order; all are text."""

ARROW_KEYS = ("manner", "reasons", "passages")
"""What is told of an arrow beside its score; `passages` is a count."""


def to_graph(dossier: Dossier) -> Graph:
    """The graph of all stories. A node's id is its report's or lineage's id, or a hash of one that XML forbids."""
    nodes: list[Node] = []
    arrows: list[Arrow] = []
    taken: set[str] = set()
    for judged in dossier.stories:
        lost = [lineage for lineage in judged.stemma.lineages if lineage.lost_original]
        ids = {reading.report.id: "" for reading in judged.story.readings} | {lineage.id: "" for lineage in lost}
        for name in ids:
            ids[name] = _free_id(name, judged.story.id, taken)
        nodes += (_to_report_node(reading.report, judged, ids) for reading in judged.story.readings)
        nodes += (_to_lost_node(lineage, judged, ids) for lineage in lost)
        arrows += _to_arrows(judged.stemma.derivations, ids, len(arrows))
    return Graph(tuple(nodes), tuple(arrows))


def name_of_lost(lineage: Lineage) -> str:
    """What a person would call the lost original of a lineage."""
    return f"lost original ({lineage.name})" if lineage.name else "lost original"


def _free_id(name: str, story: str, taken: set[str]) -> str:
    free = name if _NAME_TOKEN.fullmatch(name) else f"n-{digest('node', name)}"
    if free in taken:
        free = f"n-{digest('node', story, name)}"
    taken.add(free)
    return free


def _to_report_node(report: Report, judged: JudgedStory, ids: dict[str, str]) -> Node:
    values = {
        **_of_story("report", judged),
        "lineage": judged.stemma.lineage_of(report.id).id,
        "report": report.id,
        "title": report.title,
        "outlet": report.outlet,
        "agencies": ", ".join(report.agencies),
        "authors": ", ".join(report.authors),
        "published_at": report.published_at,
        "url": report.url,
        "place": report.place,
    }
    return Node(ids[report.id], report.name, {key: value for key, value in values.items() if value})


def _to_lost_node(lineage: Lineage, judged: JudgedStory, ids: dict[str, str]) -> Node:
    values: dict[str, Value] = {**_of_story("lost original", judged), "lineage": lineage.id}
    if lineage.name:
        values["agencies"] = lineage.name
    if lineage.reasons:
        values["reasons"] = "\n".join(lineage.reasons)
    return Node(ids[lineage.id], name_of_lost(lineage), values)


def _of_story(kind: str, judged: JudgedStory) -> dict[str, str]:
    return {"kind": kind, "story": judged.story.id, "story_title": judged.story.title}


def _to_arrows(derivations: tuple[Derivation, ...], ids: dict[str, str], before: int) -> Iterator[Arrow]:
    for number, derivation in enumerate(derivations, start=before + 1):
        values: dict[str, Value] = {"manner": derivation.manner}
        if derivation.reasons:
            values["reasons"] = "\n".join(derivation.reasons)
        values["passages"] = len(derivation.passages)
        parent, child = ids[derivation.parent], ids[derivation.child]
        yield Arrow(f"d{number}", parent, child, derivation.score, values)
