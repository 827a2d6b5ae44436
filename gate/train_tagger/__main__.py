"""Trains the attribution tagger and puts it into secondsource/weights/tagger (see the card there).

python -m gate.train_tagger --data polnear/train.jsonl --out FOLDER

An hour on two cores that have nothing else to do. It runs in an environment of its own: requirements/train.txt.
"""

import argparse
from pathlib import Path

import torch
from tokenizers import Tokenizer

from gate.train_tagger.export import export
from gate.train_tagger.network import Reader, load_base, load_encoder
from gate.train_tagger.polnear import read_split
from gate.train_tagger.stretches import to_stretches
from gate.train_tagger.training import train
from secondsource.text.pieces import PACK

WEIGHTS = Path(__file__).parents[2] / "secondsource" / "weights"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="PolNeAR's reports, one JSON object a line")
    parser.add_argument("--out", type=Path, required=True, help="folder for checkpoints and full precision")
    parser.add_argument("--into", type=Path, default=WEIGHTS / "tagger", help="folder for the networks of eight bits")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--leave-out", help="an outlet to hold back from training")
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(asked.seed)
    torch.set_num_threads(asked.threads)
    tokenizer = Tokenizer.from_file(str(WEIGHTS / "minilm" / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    split = read_split(asked.data, asked.leave_out)
    examples, dev = (to_stretches(tokenizer, reports, PACK) for reports in (split.train, split.dev))
    print(f"{len(examples)} stretches to train on, {len(dev)} to choose by", flush=True)
    last = train(load_encoder(load_base(), PACK), Reader(), examples, dev, asked.seed, asked.out)
    export(last, asked.into, asked.out / "full")


if __name__ == "__main__":
    main()
