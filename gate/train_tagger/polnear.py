"""PolNeAR: news reports with the source, cue and content of every attribution, one JSON object a line."""

import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

UNSEEN = 100
"""The last so many reports of the file take no part in training or selecting; the figures come from them."""
DEV = 5
"""Reports of each outlet by which the checkpoint and the thresholds are chosen."""

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Told:
    """One attribution, in characters of its report's text."""

    source: Spans
    cue: Spans
    content: Spans


@dataclass(frozen=True, slots=True)
class Annotated:
    """A report of one outlet with its attributions."""

    outlet: str
    text: str
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Split:
    train: tuple[Annotated, ...]
    dev: tuple[Annotated, ...]
    unseen: tuple[Annotated, ...]


def read_split(path: Path, leave_out: str | None = None) -> Split:
    """The reports of the file at `path`; `leave_out` names an outlet that is held back from training."""
    reports = [_read(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]
    rest, unseen = reports[:-UNSEEN], reports[-UNSEEN:]
    outlets: dict[str, list[Annotated]] = defaultdict(list)
    for report in rest:
        outlets[report.outlet].append(report)
    dev, train = [], []
    for outlet, some in outlets.items():
        step = max(1, len(some) // DEV)
        for number, report in enumerate(some):
            chosen = number % step == 0 and number // step < DEV
            if chosen:
                dev.append(report)
            elif outlet != leave_out:
                train.append(report)
    return Split(tuple(train), tuple(dev), tuple(unseen))


def _read(line: dict[str, object]) -> Annotated:
    told = [Told(_spans(a["source"]), _spans(a["cue"]), _spans(a["content"])) for a in line["attributions"]]
    return Annotated(str(line["publisher"]), str(line["text"]), tuple(told))


def _spans(pairs: list[list[int]]) -> Spans:
    return tuple((start, end) for start, end in pairs)
