"""Tagging: what the tagger (weights/tagger/CARD.md) sees in a stretch of pieces: cues, and for each who says what."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from secondsource.text.decoding import CONTENT, DECIMALS, SOURCE, settle_roles
from secondsource.text.inference import Network
from secondsource.text.weights import TAGGER

BEFORE, AFTER = 40, 72
"""Pieces before and after a cue's first that are read for it; 1 in 50 attributions reaches further."""
SOURCE_TAGS, CUE_TAGS, CONTENT_TAGS = (1, 2), (3, 4), (5, 6)
"""The numbers of the tags: the first piece of a part, and a piece within; 0 is no part of anything."""
LEAST_CUE = 0.15
"""From this probability on a piece is looked at as a cue; whether it is one is told when its parts are known."""
CACHED_STRETCHES = 4_000
"""Some 800 reports, in about 25 MB: syndicated copy is not read twice."""

Floats = NDArray[np.float32]
Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Sighting:
    """A cue: its pieces from `start` to before `end`, how likely it is one, and its source and content pieces."""

    start: int
    end: int
    likelihood: float
    source: tuple[int, ...]
    content: tuple[int, ...]


@cache
def _load(name: str) -> Network:
    return Network(TAGGER / name)


def tag(columns: Numbers) -> tuple[Sighting, ...]:
    """The cues of one stretch, in order. `columns`: number, shape and quoting of each of its pieces, as rows.

    Each stretch goes through the networks alone, so that what is seen in it does not depend on its company.
    """
    return _tag(columns.astype(np.int32).tobytes())


@lru_cache(maxsize=CACHED_STRETCHES)
def _tag(stretch: bytes) -> tuple[Sighting, ...]:
    numbers, shapes, quoted = np.frombuffer(stretch, dtype=np.int32).astype(np.int64).reshape(-1, 3).T[:, None, :]
    states, tags = _load("encoder.onnx").run(numbers=numbers, shapes=shapes, quoted=quoted)
    tags = np.round(tags, DECIMALS)
    cues = _find_cues(tags)
    if not cues:
        return ()
    places, inside, outside = _look_around(cues, len(states))
    held = places.clip(0, len(states) - 1)
    seen, real = _load("reader.onnx").run(states=states, places=held, inside=inside, seen=(~outside).astype(np.int32))
    own = np.stack(
        [tags[:, 0] + tags[:, CUE_TAGS].sum(1), tags[:, SOURCE_TAGS].sum(1), tags[:, CONTENT_TAGS].sum(1)], 1
    )
    roles = settle_roles(seen, own[held], outside | (inside == 1))
    return tuple(
        Sighting(
            start,
            end,
            round(float(np.sqrt(real[number] * tags[start:end, CUE_TAGS].sum(1).mean())), DECIMALS),
            tuple(places[number][roles[number] == SOURCE].tolist()),
            tuple(places[number][roles[number] == CONTENT].tolist()),
        )
        for number, (start, end) in enumerate(cues)
    )


def _find_cues(tags: Floats) -> list[tuple[int, int]]:
    """Runs of pieces that may be a cue; a new one begins where that is likelier than that the last goes on."""
    cues: list[tuple[int, int]] = []
    begins, goes_on = (tags[:, number] for number in CUE_TAGS)
    may_be = begins + goes_on >= LEAST_CUE
    start = -1
    for place in range(len(tags)):
        if start >= 0 and (not may_be[place] or begins[place] > goes_on[place]):
            cues.append((start, place))
            start = -1
        if may_be[place] and start < 0:
            start = place
    return [*cues, (start, len(tags))] if start >= 0 else cues


def _look_around(cues: Sequence[tuple[int, int]], length: int) -> tuple[Numbers, Numbers, NDArray[np.bool_]]:
    """The places around each cue, which of them are its own, and which lie outside the stretch."""
    starts, ends = np.asarray(cues, dtype=np.int64).T[:, :, None]
    places = starts + np.arange(-BEFORE, AFTER)[None]
    inside = ((places >= starts) & (places < ends)).astype(np.int64)
    return places, inside, (places < 0) | (places >= length)
