"""Trains the network of answers and puts it into secondsource/weights/answers (see the card there).

python -m gate.train_answers --data DATA --out FOLDER

Half an hour on two cores that have nothing else to do, in an environment of its own: requirements/train.txt.
"""

import argparse
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto

from gate.train_answers.network import Encoder, Heads
from gate.train_answers.stories import read_real, read_stories
from gate.train_answers.training import train
from gate.train_tagger.export import make_small
from gate.train_tagger.graphs import Graph, put
from gate.train_tagger.network import load_base

INTO = Path(__file__).parents[2] / "secondsource" / "weights" / "answers"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of the public sets that hold the real news")
    parser.add_argument("--out", type=Path, required=True, help="folder for the network in full precision")
    parser.add_argument("--into", type=Path, default=INTO, help="folder for the network of eight bits")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    asked = parser.parse_args()
    torch.manual_seed(asked.seed)
    torch.set_num_threads(asked.threads)
    files = {**read_stories("stories"), **read_real("real", asked.data)}
    taught = [story for stories in files.values() for story in stories]
    unseen = {**read_stories("unseen"), **read_real("unseen-real", asked.data)}
    print(f"{len(taught)} stories to train on, {sum(map(len, unseen.values()))} to measure on", flush=True)
    encoder, heads = Encoder(load_base()), Heads()
    train(encoder, heads, taught, unseen, asked.seed)
    export(encoder.eval(), heads, asked.into, asked.out)


def export(encoder: Encoder, heads: Heads, folder: Path, full: Path) -> None:
    """Write encoder.onnx with weights of eight bits, and heads.npz, into `folder`; both in full into `full`."""
    for home in (folder, full):
        home.mkdir(parents=True, exist_ok=True)
        np.savez(home / "heads.npz", **{name: array.detach().numpy() for name, array in heads.to_arrays().items()})
    graph = Graph()
    words, places = graph.look_up_words(encoder.words), graph.look_up_places(encoder.places)
    states, _ = graph.norm(encoder.norm, words, places)
    graph.encode(encoder.layers, states)
    numbers, given = put("numbers", TensorProto.INT64, 1, "length"), put("states", TensorProto.FLOAT, "length", "width")
    onnx.save(graph.finish("encoder", [numbers], [given]), full / "encoder.onnx")
    make_small(full / "encoder.onnx", folder / "encoder.onnx")


if __name__ == "__main__":
    main()
