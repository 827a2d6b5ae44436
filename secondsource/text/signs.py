"""Many sentence vectors in little room: a byte for each coordinate, and its sign in a bit for a first look."""

import numpy as np
from numpy.typing import NDArray

from secondsource.text.vectors import Vectors

SIZE = 384
"""Coordinates of a sentence vector."""
SIGN_BYTES = SIZE // 8
UNIT = 508
"""What a coordinate of 1 would be stored as. In a vector of length 1 they are small: a byte holds up to 1/4, and larger
ones are stored as that. Cosines are right to a few thousandths."""
BLOCK = 65_536
"""Rows of signs compared at a time: 3 MB, which stay in the processor's own memory."""

Signs = NDArray[np.uint64]
"""One row of bits a vector."""


def to_bytes(vectors: Vectors) -> bytes:
    """The coordinates of vectors, in whole numbers from -127 to 127."""
    return np.clip(np.rint(vectors * UNIT), -127, 127).astype(np.int8).tobytes()


def to_sign_bytes(vectors: Vectors) -> bytes:
    """A bit for every coordinate of vectors: whether it is above 0."""
    return np.packbits(vectors > 0, axis=-1).tobytes()


def from_bytes(packed: bytes) -> Vectors:
    """The vectors that were packed, one a row."""
    return np.divide(np.frombuffer(packed, dtype=np.int8).reshape(-1, SIZE), UNIT, dtype=np.float32)


def from_sign_bytes(packed: bytes) -> Signs:
    """The bits that were packed, one row a vector."""
    return np.frombuffer(packed, dtype=np.uint64).reshape(-1, SIGN_BYTES // 8)


def find_near(signs: Signs, vector: Vectors, most: int, allowed: NDArray[np.bool_] | None = None) -> NDArray[np.int64]:
    """Up to `most` rows whose signs differ least from the vector's, in order of rows; of equals the first ones.

    Only `allowed` rows count, where that is given.
    """
    own = from_sign_bytes(to_sign_bytes(vector))
    apart = np.zeros(len(signs), dtype=np.uint16)
    for start in range(0, len(signs), BLOCK):
        rows = slice(start, start + BLOCK)
        apart[rows] = np.bitwise_count(signs[rows] ^ own).sum(axis=1, dtype=np.uint16)
    if allowed is not None:
        apart[~allowed] = SIZE + 1
    held = np.cumsum(np.bincount(apart, minlength=SIZE + 2)[: SIZE + 1])
    wanted = min(most, int(held[-1]))
    if not wanted:
        return np.zeros(0, dtype=np.int64)
    reach = int(np.searchsorted(held, wanted))
    nearer, as_near = np.flatnonzero(apart < reach), np.flatnonzero(apart == reach)
    return np.sort(np.concatenate([nearer, as_near[: wanted - len(nearer)]]))
