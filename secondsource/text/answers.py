"""Answers: what each sentence of a report does to what is told, read with the sentences around it.

The network and its heads: weights/answers/CARD.md.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from secondsource.errors import InstallError
from secondsource.text.inference import Network, load_tokenizer
from secondsource.text.pieces import BREAK, OPENER
from secondsource.text.weights import WEIGHTS

ANSWERS = ("denies", "declines", "corrects")
"""What an answer may be: a rejection of what somebody tells, a refusal to answer it, or what takes it back."""
KINDS = (*ANSWERS, "claims", "contradicts")
"""What a sentence may be: an answer, a claim (what somebody answers), or what cannot be true beside a claim."""
WINDOW, LONGEST = 256, 128
"""Pieces that are read at a time, and of one sentence; what goes beyond is not seen."""
BEFORE = 2
"""Sentences before those told of that are read with them, and one behind."""
DECIMALS = 3
"""Of a likelihood; what lies beyond may differ from machine to machine."""
CACHED_WINDOWS = 4_000
"""Some 1,500 reports, in about 80 MB: syndicated copy is not read twice."""

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces that are read at a time, and where those sentences stand that are told of."""

    pieces: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Sense:
    """How likely, 0 to 1, a sentence is of each of KINDS, and what the network makes of it."""

    likely: Mapping[str, float]
    vector: Floats


def read_senses(sentences: Sequence[str]) -> list[Sense]:
    """The sense of each of a report's sentences, in order."""
    return [sense for window in cut_windows(sentences) for sense in _read(window)]


def cut_windows(sentences: Sequence[str]) -> Iterator[Window]:
    """The sentences in windows: each is told of in one, and read with those around it."""
    tokenizer = load_tokenizer()
    pieces = [tuple(tokenizer.encode(text, add_special_tokens=False).ids[:LONGEST]) or (BREAK,) for text in sentences]
    first = 0
    while first < len(pieces):
        held = [OPENER]
        for before in pieces[max(0, first - BEFORE) : first]:
            held += before[: LONGEST // 2]
        spans: list[tuple[int, int]] = []
        while first < len(pieces) and (not spans or len(held) + len(pieces[first]) < WINDOW):
            spans.append((len(held), len(held) + len(pieces[first])))
            held += pieces[first]
            first += 1
        held += pieces[first][: LONGEST // 2] if first < len(pieces) else ()
        yield Window((*held, BREAK), tuple(spans))


@lru_cache(maxsize=CACHED_WINDOWS)
def _read(window: Window) -> tuple[Sense, ...]:
    states = _load_encoder().run(numbers=np.asarray([window.pieces], dtype=np.int64))[0]
    parts = [states[start:end] for start, end in window.spans]
    vectors = np.stack([part.mean(axis=0) for part in parts])
    tops = np.stack([part.max(axis=0) for part in parts])
    heads = load_heads()
    scores = np.concatenate([vectors, tops], axis=1) @ heads["kinds"].T + heads["kinds bias"]
    likely = np.exp(scores - scores.max(axis=1, keepdims=True))
    likely = np.round(likely[:, 1:] / likely.sum(axis=1, keepdims=True), DECIMALS)
    return tuple(
        Sense(dict(zip(KINDS, map(float, row), strict=True)), vector)
        for row, vector in zip(likely, vectors, strict=True)
    )


@cache
def _load_encoder() -> Network:
    return Network(WEIGHTS / "answers" / "encoder.onnx")


@cache
def load_heads() -> Mapping[str, Floats]:
    """The dense steps behind the network, by name."""
    try:
        with np.load(WEIGHTS / "answers" / "heads.npz", allow_pickle=False) as kept:
            return {name: kept[name] for name in kept.files}
    except (OSError, EOFError, ValueError) as error:
        raise InstallError(f"the heads of answers cannot be read ({error}); install secondsource again") from error
