"""Export: a checkpoint as two ONNX files with weights of eight bits, and the same in full for comparing."""

from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from gate.train_tagger.graphs import draw_encoder, draw_reader
from gate.train_tagger.network import Encoder, Reader
from secondsource.text.pieces import PACK


def export(checkpoint: Path, folder: Path, full: Path) -> None:
    """Write encoder.onnx and reader.onnx into `folder`, and both in full precision into `full`."""
    encoder, reader = load(checkpoint)
    full.mkdir(parents=True, exist_ok=True)
    folder.mkdir(parents=True, exist_ok=True)
    for name, graph in (("encoder.onnx", draw_encoder(encoder)), ("reader.onnx", draw_reader(reader))):
        onnx.save(graph, full / name)
        make_small(full / name, folder / name)


def make_small(full: Path, small: Path) -> None:
    """Write the graph of a file with weights of eight bits into another."""
    quantize_dynamic(
        full,
        small,
        op_types_to_quantize=["MatMul", "Attention"],
        per_channel=True,
        weight_type=QuantType.QInt8,
        extra_options={"MatMulConstBOnly": True, "DefaultTensorType": onnx.TensorProto.FLOAT},
    )


def load(checkpoint: Path) -> tuple[Encoder, Reader]:
    """The networks as they were after the epoch whose file is given."""
    weights = torch.load(checkpoint, weights_only=True)
    encoder, reader = Encoder(weights["encoder"]["words.weight"].shape[0], PACK), Reader()
    encoder.load_state_dict(weights["encoder"])
    reader.load_state_dict(weights["reader"])
    return encoder.eval(), reader.eval()
