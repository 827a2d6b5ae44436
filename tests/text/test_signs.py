import numpy as np

from secondsource.text.signs import SIZE, find_near, from_bytes, from_sign_bytes, to_bytes, to_sign_bytes


def vectors(count: int, seed: int) -> "np.ndarray[tuple[int, ...], np.dtype[np.float32]]":
    drawn = np.random.default_rng(seed).normal(size=(count, SIZE)).astype(np.float32)
    return np.asarray(drawn / np.linalg.norm(drawn, axis=1, keepdims=True))


def test_packed_vectors_keep_their_cosines() -> None:
    ours, theirs = vectors(50, 1), vectors(50, 2)
    assert np.abs(from_bytes(to_bytes(ours)) @ theirs.T - ours @ theirs.T).max() < 0.005


def test_the_first_look_brings_the_nearest_in_order_of_rows() -> None:
    held = vectors(2000, 3)
    asked = held[700] + 0.5 * held[1200]
    rows = find_near(from_sign_bytes(to_sign_bytes(held)), asked, 20)
    assert len(rows) == 20
    assert {700, 1200} <= set(rows.tolist())
    assert rows.tolist() == sorted(rows.tolist())


def test_only_allowed_rows_count_and_equals_are_taken_in_order() -> None:
    held = np.repeat(vectors(1, 4), 10, axis=0)
    signs = from_sign_bytes(to_sign_bytes(held))
    assert find_near(signs, held[0], 3).tolist() == [0, 1, 2]
    allowed = np.arange(10) >= 8
    assert find_near(signs, held[0], 3, allowed).tolist() == [8, 9]
    assert find_near(signs, held[0], 3, np.zeros(10, dtype=np.bool_)).tolist() == []
    assert find_near(signs[:0], held[0], 3).tolist() == []
