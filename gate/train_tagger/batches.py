"""Batches: stretches of like length side by side, and the pieces around a cue."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from gate.train_tagger.stretches import Stretch
from secondsource.text.tagging import AFTER, BEFORE

FAR = -1e4
"""What hides a place from attention."""
NO_LABEL = -100


@dataclass(frozen=True, slots=True)
class Batch:
    stretches: tuple[Stretch, ...]
    numbers: Tensor
    shapes: Tensor
    quoted: Tensor
    hidden: Tensor
    tags: Tensor


def make_batches(stretches: Sequence[Stretch], size: int, seed: int | None) -> Iterator[Batch]:
    """All of `stretches`, `size` at a time; shuffled with `seed`, else in order of length."""
    order = sorted(range(len(stretches)), key=lambda number: len(stretches[number].tags))
    if seed is not None:
        shuffler = random.Random(seed)  # noqa: S311
        order.sort(key=lambda number: len(stretches[number].tags) + shuffler.uniform(0, 40))
    groups = [order[start : start + size] for start in range(0, len(order), size)]
    if seed is not None:
        shuffler.shuffle(groups)
    for group in groups:
        yield join([stretches[number] for number in group])


def join(stretches: Sequence[Stretch]) -> Batch:
    length = max(len(stretch.tags) for stretch in stretches)
    columns = np.zeros((len(stretches), length, 3), dtype=np.int64)
    hidden = np.full((len(stretches), length), FAR, dtype=np.float32)
    tags = np.full((len(stretches), length), NO_LABEL, dtype=np.int64)
    for row, stretch in enumerate(stretches):
        columns[row, : len(stretch.tags)] = stretch.pieces
        hidden[row, : len(stretch.tags)] = 0
        tags[row, : len(stretch.tags)] = stretch.tags
    numbers, shapes, quoted = (torch.from_numpy(np.ascontiguousarray(columns[:, :, part])) for part in range(3))
    return Batch(tuple(stretches), numbers, shapes, quoted, torch.from_numpy(hidden), torch.from_numpy(tags))


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue in a row of a batch; `roles` of the row's pieces, none where nothing was said."""

    row: int
    start: int
    end: int
    real: bool
    roles: np.ndarray


def look_around(states: Tensor, cues: Sequence[Cue]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """For each cue the states around it, its own places, what is hidden, and the roles that are right."""
    starts = torch.tensor([cue.start for cue in cues])
    rows = torch.tensor([cue.row for cue in cues])
    places = starts[:, None] + torch.arange(-BEFORE, AFTER)[None]
    lengths = torch.tensor([len(cue.roles) for cue in cues])
    outside = (places < 0) | (places >= lengths[:, None])
    held = places.clamp(0, states.shape[1] - 1)
    around = states[rows[:, None], held]
    ends = torch.tensor([cue.end for cue in cues])
    inside = ((places >= starts[:, None]) & (places < ends[:, None])).long()
    right = np.zeros((len(cues), states.shape[1]), dtype=np.int64)
    for number, cue in enumerate(cues):
        right[number, : len(cue.roles)] = cue.roles
    roles = torch.from_numpy(right).gather(1, held).masked_fill(outside, NO_LABEL)
    return around, inside, outside.float() * FAR, roles
