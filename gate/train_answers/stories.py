"""What the network of answers is taught with: stories whose claims and answers are marked (gate/answers/README.md), and
of some also which of their numbers and times are of one thing (gate/counts/README.md).
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from secondsource.text.answers import KINDS, LONGEST, Window, cut_windows
from secondsource.text.inference import load_tokenizer
from secondsource.text.links import Place

HOME = Path(__file__).parents[1] / "answers"
COUNTS = Path(__file__).parents[1] / "counts"

DATA = {
    "basil": "basil/articles.jsonl",
    "fnc1": "fnc1/train_bodies.jsonl",
    "giveme5w1h": "giveme5w1h/news_cluster.jsonl",
    "gva-stories": "gva-stories/articles.jsonl",
    "polnear": "polnear/train.jsonl",
}
"""Where the articles of real news are that files of these names mark."""

ToldStory = Mapping[str, Any]
"""A line of the files in gate/answers, read."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number or time: the number of its sentence, its first piece there and the one behind its last, and of which
    quantity of its story and of which kind of quantities it is.
    """

    sentence: int
    pieces: tuple[int, int]
    words: str
    quantity: str
    kind: str


@dataclass(frozen=True, slots=True)
class Story:
    """The sentences of some reports, their windows, and where each stands; what each is, as a number (0 none of KINDS),
    and which sentences answer which, all by their number in `places`; and the numbers and times that are marked.
    """

    reports: tuple[tuple[str, ...], ...]
    windows: tuple[Window, ...]
    places: tuple[Place, ...]
    kinds: tuple[int, ...]
    claims: Mapping[int, frozenset[int]]
    numbers: tuple[Number, ...] = ()


def read_stories(folder: str) -> Mapping[str, list[Story]]:
    """All stories of a folder of gate/answers, by the file that they are in."""
    files = {file.stem: file.read_text("utf-8").splitlines() for file in sorted((HOME / folder).glob("*.jsonl"))}
    return {name: [to_story(json.loads(line)) for line in lines] for name, lines in files.items()}


def read_real(folder: str, data: Path) -> Mapping[str, list[Story]]:
    """The same of a folder that marks real news, whose articles are not here but in the folder `data`."""
    stories = {}
    for file in sorted((HOME / folder).glob("*.jsonl")):
        articles = map(json.loads, (data / DATA[file.stem]).read_text("utf-8").splitlines())
        texts = {article.get("doc_id") or article["body_id"]: article["text"] for article in articles}
        told = map(json.loads, file.read_text("utf-8").splitlines())
        stories[file.stem] = [to_story(story | {"reports": _cut(story, texts)}) for story in told]
    return stories


def _cut(story: ToldStory, texts: Mapping[str, str]) -> list[list[str]]:
    """The sentences of each document of a story, white space made one."""
    documents = zip(story["documents"], story["sentences"], strict=True)
    return [[" ".join(texts[document][start:end].split()) for start, end in spans] for document, spans in documents]


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
        tuple(_find_numbers(_read_counts().get(told["id"], {}), reports, number)),
    )


@cache
def _read_counts() -> Mapping[str, Mapping[str, Any]]:
    """The quantities of each story that has them marked, by its id."""
    stories = (
        json.loads(line) for file in sorted(COUNTS.glob("*.jsonl")) for line in file.read_text("utf-8").splitlines()
    )
    return {story["id"]: story["quantities"] for story in stories}


def _find_numbers(
    quantities: Mapping[str, Any], reports: Sequence[Sequence[str]], numbers: Mapping[str, int]
) -> Iterator[Number]:
    """The numbers and times of a story; words that a sentence has twice are left out: nobody knows which is meant."""
    for name, quantity in quantities.items():
        for place, words in quantity["told"]:
            report, index = map(int, place.split("."))
            sentence = reports[report][index]
            pieces = _find_pieces(sentence, sentence.find(words), sentence.find(words) + len(words))
            if sentence.count(words) == 1 and pieces[0] < pieces[1]:
                yield Number(numbers[place], pieces, words.lower(), name, quantity["kind"])


def _find_pieces(sentence: str, start: int, end: int) -> tuple[int, int]:
    """The first of the pieces of sentence[start:end], and the one behind the last; none of those that are not read."""
    offsets = load_tokenizer().encode(sentence, add_special_tokens=False).offsets[:LONGEST]
    held = [number for number, (first, last) in enumerate(offsets) if first < end and last > start]
    return (held[0], held[-1] + 1) if held else (0, 0)
