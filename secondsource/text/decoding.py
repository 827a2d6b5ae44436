"""Decoding: from the probability of each role at each place to the likeliest run of roles."""

import numpy as np
from numpy.typing import NDArray

NONE, SOURCE, CONTENT = 0, 1, 2
"""Roles of a piece for a cue."""
SOURCE_CHANGE, CONTENT_CHANGE = 0.2, 1.0
"""What it costs, in logarithms of probability, that a source or a content begins or ends: it keeps them in one piece.
These and the weight below gave the best F1 on reports held out from training."""
OWN_WEIGHT = 0.2
"""The weight of what a piece is taken for by itself, beside what it is taken for as seen from the cue."""
CONTENT_LEAN = 0.0
"""Added in favour of content."""
TINY = 1e-6
DECIMALS = 4
"""Scores are rounded to so many, so that equal ones stay equal on every machine."""

_COSTS = np.array(
    [
        [0, SOURCE_CHANGE, CONTENT_CHANGE],
        [SOURCE_CHANGE, 0, (SOURCE_CHANGE + CONTENT_CHANGE) / 2],
        [CONTENT_CHANGE, (SOURCE_CHANGE + CONTENT_CHANGE) / 2, 0],
    ]
)

Floats = NDArray[np.float32]
Numbers = NDArray[np.int64]


def settle_roles(seen: Floats, own: Floats, open_to_none: NDArray[np.bool_]) -> Numbers:
    """The role of each place for each cue (cues by places).

    `seen`: the probabilities of the roles as seen from the cue; `own`: those that the pieces have by themselves.
    Places that are `open_to_none` have no role, and runs may go on over them.
    """
    scores = np.log(seen + TINY) * (1 - OWN_WEIGHT) + np.log(own + TINY) * OWN_WEIGHT
    scores[..., CONTENT] += CONTENT_LEAN
    scores[open_to_none] = 0
    scores = np.round(scores.astype(np.float64), DECIMALS)
    cues, places, _ = scores.shape
    came_from = np.zeros(scores.shape, dtype=np.int64)
    best = scores[:, 0]
    for place in range(1, places):
        ways = best[:, :, None] - _COSTS[None]
        came_from[:, place] = ways.argmax(1)
        best = np.round(ways.max(1) + scores[:, place], DECIMALS)
    roles = np.zeros((cues, places), dtype=np.int64)
    roles[:, -1] = best.argmax(-1)
    every = np.arange(cues)
    for place in range(places - 1, 0, -1):
        roles[:, place - 1] = came_from[every, place, roles[:, place]]
    roles[open_to_none] = NONE
    return roles
