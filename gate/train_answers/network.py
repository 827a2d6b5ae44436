"""The network of answers: an encoder of a report's pieces, and the heads that read its sentences and their links."""

import torch
from torch import Tensor, nn
from torch.nn import functional

from gate.train_tagger.network import HEADS, INNER, LAYERS, WIDTH, Layer, name_weights
from secondsource.text.answers import ANSWERS, KINDS, WINDOW
from secondsource.text.links import DISTANCES, EVIDENCE, LEAST_LIKELY

NUMBER = 64
"""Numbers of the vector of what a number or time is of."""
HIDDEN = 192
"""Numbers of the step between two sentences and their link."""
DROPOUT = 0.1
POSITIONS = WINDOW + WINDOW // 2
"""Places of a window: it ends with the sentence behind, and a sentence is read whole."""


class Encoder(nn.Module):
    """Pieces to states."""

    def __init__(self, weights: dict[str, Tensor]) -> None:
        super().__init__()
        self.words = nn.Embedding(weights["embeddings.word_embeddings.weight"].shape[0], WIDTH)
        self.places = nn.Embedding(POSITIONS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, 1e-12)
        self.layers = nn.ModuleList(Layer(WIDTH, HEADS, INNER, False, 0.0) for _ in range(LAYERS))
        self.load_state_dict(name_weights(weights, POSITIONS))
        self.words.weight.requires_grad_(False)

    def forward(self, numbers: Tensor, hidden: Tensor) -> Tensor:
        states = self.norm(self.words(numbers) + self.places(torch.arange(numbers.shape[1]))[None])
        for layer in self.layers:
            states = layer(states, hidden)
        return states


class Heads(nn.Module):
    """Sentences to the scores of their kinds, pairs of them to those of their links, and pairs of numbers to how likely
    they are of one thing.
    """

    def __init__(self) -> None:
        super().__init__()
        self.dropout = nn.Dropout(DROPOUT)
        self.kinds = nn.Linear(2 * WIDTH, 1 + len(KINDS))
        self.answer = nn.Linear(WIDTH, HIDDEN)
        self.claim, self.both = (nn.Linear(WIDTH, HIDDEN, bias=False) for _ in range(2))
        self.evidence = nn.Linear(len(EVIDENCE), HIDDEN, bias=False)
        self.distances = nn.Embedding(DISTANCES, HIDDEN)
        self.link = nn.Linear(HIDDEN, 1, bias=False)
        self.no_claim = nn.Linear(WIDTH, 1)
        self.number = nn.Linear(WIDTH, NUMBER, bias=False)
        self.sharpness, self.doubt = nn.Parameter(torch.tensor(8.0)), nn.Parameter(torch.tensor(6.0))

    def tell_kinds(self, vectors: Tensor, tops: Tensor) -> Tensor:
        """The score of none of KINDS, and of each, a row a sentence."""
        scores: Tensor = self.kinds(self.dropout(torch.cat([vectors, tops], -1)))
        return scores

    def tell_links(self, vectors: Tensor, kinds: Tensor, answers: Tensor, before: Tensor, distances: Tensor) -> Tensor:
        """The score of every sentence as what each of `answers` answers; the last column is that of none of them.

        `kinds` are the scores of every sentence's kinds, `before` are the sentences before the answers.
        """
        told, units, likely = vectors[answers], functional.normalize(vectors, dim=-1), torch.softmax(kinds.detach(), -1)
        claims, answering = likely[:, 1 + KINDS.index("claims")], likely[:, 1 : 1 + len(ANSWERS)].sum(-1)
        beside = [torch.log(share + LEAST_LIKELY).expand(len(answers), -1) for share in (claims, answering)]
        evidence = torch.stack([units[answers] @ units.T, units[before] @ units.T, *beside], -1)
        hidden = self.answer(told)[:, None] + self.claim(vectors)[None] + self.both(told[:, None] * vectors[None])
        hidden = functional.relu(hidden + self.distances(distances) + self.evidence(evidence))
        return torch.cat([self.link(hidden)[..., 0], self.no_claim(told)], 1)

    def tell_one_thing(self, states: Tensor) -> Tensor:
        """The score of each two of some numbers, given by their mean states, as being of one thing."""
        units = functional.normalize(self.number(self.dropout(states)), dim=-1)
        return self.sharpness * (units @ units.T) - self.doubt

    def to_arrays(self) -> dict[str, Tensor]:
        """The weights by the names that text/answers.py and text/links.py know them by."""
        return {
            "kinds": self.kinds.weight,
            "kinds bias": self.kinds.bias,
            "answer": self.answer.weight,
            "hidden bias": self.answer.bias,
            "claim": self.claim.weight,
            "both": self.both.weight,
            "evidence": self.evidence.weight,
            "distances": self.distances.weight,
            "link": self.link.weight[0],
            "no claim": self.no_claim.weight[0],
            "no claim bias": self.no_claim.bias,
        }
