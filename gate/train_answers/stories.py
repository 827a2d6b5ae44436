"""What the network of answers is taught with: stories whose claims and answers are marked (gate/answers/README.md)."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from secondsource.text.answers import KINDS, Window, cut_windows
from secondsource.text.links import Place

HOME = Path(__file__).parents[1] / "answers"

ToldStory = Mapping[str, Any]
"""A line of the files in gate/answers, read."""


@dataclass(frozen=True, slots=True)
class Story:
    """The sentences of some reports, their windows, and where each stands; what each is, as a number (0 none of KINDS),
    and which sentences answer which, all by their number in `places`.
    """

    reports: tuple[tuple[str, ...], ...]
    windows: tuple[Window, ...]
    places: tuple[Place, ...]
    kinds: tuple[int, ...]
    claims: Mapping[int, frozenset[int]]


def read_stories(folder: str) -> Mapping[str, list[Story]]:
    """All stories of a folder of gate/answers, by the file that they are in."""
    files = {file.stem: file.read_text("utf-8").splitlines() for file in sorted((HOME / folder).glob("*.jsonl"))}
    return {name: [to_story(json.loads(line)) for line in lines] for name, lines in files.items()}


def to_story(told: ToldStory) -> Story:
    """A story with its labels. What answers and is answered is an answer; what contradicts and is answered, a claim."""
    kinds = {claim: "claims" for issue in told["issues"] if issue["answers"] for claim in issue["claims"]}
    claims: dict[str, set[str]] = {}
    for issue in told["issues"]:
        for answer in issue["answers"]:
            if answer["kind"] != "contradicts" or answer["at"] not in kinds:
                kinds[answer["at"]] = answer["kind"]
            claims.setdefault(answer["at"], set()).update(issue["claims"])
    reports = told["reports"]
    places = [(report, index) for report, sentences in enumerate(reports) for index in range(len(sentences))]
    number = {f"{report}.{index}": at for at, (report, index) in enumerate(places)}
    return Story(
        tuple(map(tuple, reports)),
        tuple(window for sentences in reports for window in cut_windows(sentences)),
        tuple(places),
        tuple(KINDS.index(kinds[at]) + 1 if at in kinds else 0 for at in number),
        {number[at]: frozenset(number[claim] for claim in found - {at}) for at, found in claims.items()},
    )
