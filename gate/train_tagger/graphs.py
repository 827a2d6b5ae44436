"""Graphs: the two networks written as ONNX, with the joined steps that onnxruntime has for such layers."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from gate.train_tagger.network import Encoder, Layer, Reader
from secondsource.text.tagging import BEFORE

OPSETS = (("", 17), ("com.microsoft", 1))
JOINED = "com.microsoft"


@dataclass
class Graph:
    """Steps and constants in the order in which they were added."""

    nodes: list[onnx.NodeProto] = field(default_factory=list)
    constants: list[onnx.TensorProto] = field(default_factory=list)

    def keep(self, values: Tensor | np.ndarray) -> str:
        """The name of a constant that holds `values`."""
        name = f"constant_{len(self.constants)}"
        array = values.detach().numpy() if isinstance(values, Tensor) else values
        self.constants.append(numpy_helper.from_array(np.array(array, order="C"), name))
        return name

    def add(self, step: str, *given: str, outputs: tuple[str, ...] = (), domain: str = "", **options: object) -> str:
        """The name of the first output of a new step."""
        made = outputs or (f"state_{len(self.nodes)}",)
        self.nodes.append(helper.make_node(step, list(given), list(made), domain=domain, **options))
        return made[0]

    def dense(self, layer: nn.Linear, given: str) -> str:
        """A dense step without its bias, which the next step adds."""
        return self.add("MatMul", given, self.keep(layer.weight.T))

    def biased(self, layer: nn.Linear, given: str) -> str:
        return self.add("Add", self.dense(layer, given), self.keep(layer.bias))

    def norm(self, layer: nn.LayerNorm, given: str, beside: str, bias: Tensor | None = None) -> tuple[str, str]:
        """`given` + `beside` (+ `bias`), normalised, and the sum itself."""
        name = f"state_{len(self.nodes)}"
        self.add(
            "SkipLayerNormalization",
            given,
            beside,
            self.keep(layer.weight),
            self.keep(layer.bias),
            *([] if bias is None else [self.keep(bias)]),
            outputs=(name, "", "", f"{name}_sum"),
            domain=JOINED,
            epsilon=layer.eps,
        )
        return name, f"{name}_sum"

    def attend(self, layer: Layer, given: str, mask: str = "") -> str:
        """Attention up to the dense step after it, less that step's bias."""
        parts = (layer.query, layer.key, layer.value)
        weight = self.keep(np.concatenate([part.weight.detach().numpy().T for part in parts], axis=1))
        bias = self.keep(np.concatenate([part.bias.detach().numpy() for part in parts]))
        mixed = self.add("Attention", given, weight, bias, mask, domain=JOINED, num_heads=layer.heads)
        return self.dense(layer.gather, mixed)

    def think(self, layer: Layer, given: str) -> str:
        """The two dense steps, less the last one's bias."""
        wide = self.add("BiasGelu", self.dense(layer.widen, given), self.keep(layer.widen.bias), domain=JOINED)
        return self.dense(layer.narrow, wide)

    def encode(self, layers: Iterable[Layer], states: str) -> None:
        """Give, as `states`, what the layers make of states whose first dimension is one."""
        for layer in layers:
            states, _ = self.norm(layer.norm_attention, self.attend(layer, states), states, layer.gather.bias)
            states, _ = self.norm(layer.norm_dense, self.think(layer, states), states, layer.narrow.bias)
        self.add("Squeeze", states, self.keep(np.array([0], dtype=np.int64)), outputs=("states",))

    def look_up_words(self, words: nn.Embedding) -> str:
        """The rows of `numbers`; they are kept in eight bits, each with a scale of its own."""
        scale = words.weight.detach().abs().amax(1, keepdim=True).clamp_min(1e-8) / 127
        small = (words.weight.detach() / scale).round().numpy().astype(np.int8)
        rows = self.add("Cast", self.add("Gather", self.keep(small), "numbers"), to=TensorProto.FLOAT)
        return self.add("Mul", rows, self.add("Gather", self.keep(scale), "numbers"))

    def look_up_places(self, places: nn.Embedding) -> str:
        """As many rows as there are `numbers`."""
        length = self.add("Shape", "numbers", start=1, end=2)
        return self.add("Slice", self.keep(places.weight), self.keep(np.array([0], dtype=np.int64)), length)

    def look_up(self, table: nn.Embedding, numbers: str) -> str:
        return self.add("Gather", self.keep(table.weight), numbers)

    def finish(
        self, name: str, inputs: list[onnx.ValueInfoProto], outputs: list[onnx.ValueInfoProto]
    ) -> onnx.ModelProto:
        graph = helper.make_graph(self.nodes, name, inputs, outputs, self.constants)
        opsets = [helper.make_opsetid(domain, version) for domain, version in OPSETS]
        return helper.make_model(graph, opset_imports=opsets, ir_version=8, producer_name="secondsource")


def put(name: str, kind: int, *shape: str | int) -> onnx.ValueInfoProto:
    """What a graph is given or gives, by name."""
    return helper.make_tensor_value_info(name, kind, list(shape))


def draw_encoder(encoder: Encoder) -> onnx.ModelProto:
    """numbers, shapes, quoted (1 by length) → states (length by width), tags (length by tags, probabilities)."""
    graph = Graph()
    words, places = graph.look_up_words(encoder.words), graph.look_up_places(encoder.places)
    looks = graph.add("Add", graph.look_up(encoder.shapes, "shapes"), graph.look_up(encoder.quoted, "quoted"))
    states, _ = graph.norm(encoder.norm, words, graph.add("Add", looks, places))
    graph.encode(encoder.layers, states)
    graph.add("Softmax", graph.biased(encoder.tags, "states"), outputs=("tags",), axis=-1)
    inputs = [put(name, TensorProto.INT64, 1, "length") for name in ("numbers", "shapes", "quoted")]
    outputs = [put(name, TensorProto.FLOAT, "length", "width") for name in ("states", "tags")]
    return graph.finish("encoder", inputs, outputs)


def draw_reader(reader: Reader) -> onnx.ModelProto:
    """states (length by width); places, inside, seen (cues by places) → roles (cues by places by roles), real (cues).

    `places` are rows of `states`, `inside` is 1 on the cue, `seen` is 0 beyond the stretch.
    """
    graph = Graph()
    around = graph.add("Gather", graph.biased(reader.narrow, "states"), "places")
    first = graph.keep(np.array(BEFORE, dtype=np.int64))
    cues = graph.add("Gather", "places", first, axis=1)
    told = graph.add("Gather", graph.biased(reader.told, "states"), cues)
    told = graph.add("Unsqueeze", told, graph.keep(np.array([1], dtype=np.int64)))
    beside = graph.add("Add", graph.look_up(reader.cue, "inside"), graph.keep(reader.distance.weight))
    beside = graph.add("Add", beside, told)
    bias: Tensor | None = None
    sums, change = around, beside
    for layer in reader.layers:
        states, sums = graph.norm(layer.norm_attention, change, sums, bias)
        states, sums = graph.norm(layer.norm_dense, graph.attend(layer, states, "seen"), sums, layer.gather.bias)
        change, bias = graph.think(layer, states), layer.narrow.bias
    states, _ = graph.norm(reader.norm, change, sums, bias)
    graph.add("Softmax", graph.biased(reader.roles, states), outputs=("roles",), axis=-1)
    real = graph.biased(reader.real, graph.add("Gather", states, first, axis=1))
    graph.add("Sigmoid", graph.add("Squeeze", real, graph.keep(np.array([1], dtype=np.int64))), outputs=("real",))
    inputs = [put("states", TensorProto.FLOAT, "length", "width")]
    inputs += [put(name, TensorProto.INT64, "cues", "places") for name in ("places", "inside")]
    inputs.append(put("seen", TensorProto.INT32, "cues", "places"))
    outputs = [put("roles", TensorProto.FLOAT, "cues", "places", "roles"), put("real", TensorProto.FLOAT, "cues")]
    return graph.finish("reader", inputs, outputs)
