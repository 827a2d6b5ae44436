"""Fits the weights of text/sameness.py on rated pairs of news sentences.

python -m gate.fit_sameness --data BENCH_DATA

The ratings, 0 to 5, are those of four sets of sts-news: headlines, tweets of news and their headlines, machine
translations of news, and news of a forum. Its sets of MSRpar take no part, for they are sentences of MRPC. Prints the
weights, and the correlation on the headlines of each year when they are left out.
"""

import argparse
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import Ridge

from gate.sentence_pairs import Row, read_rows
from secondsource.text.sameness import gather_evidence

LEFT_OUT = "MSRpar"
HEADLINES = "headlines"
REGULARIZATION = 10.0

Rows = NDArray[np.float64]


def fit(evidence: Rows, rated: Rows) -> tuple[Rows, float]:
    """Weight of each kind of evidence, and the bias, of ratings."""
    spread = evidence.std(axis=0)
    model = Ridge(REGULARIZATION).fit(evidence / spread, rated)
    return model.coef_ / spread, float(model.intercept_)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with sts-news")
    rows: list[Row] = read_rows(parser.parse_args().data / "sts-news" / "pairs.jsonl", 0)
    rows = [row for row in rows if LEFT_OUT not in row["set"]]
    evidence = np.asarray([gather_evidence(row["a"], row["b"]) for row in rows])
    rated, sets = np.asarray([row["score"] for row in rows]), np.asarray([row["set"] for row in rows])
    for name in sorted(set(sets)):
        if HEADLINES in name:
            weights, bias = fit(evidence[sets != name], rated[sets != name])
            told = evidence[sets == name] @ weights + bias
            print(f"{name}, left out of the fit: r {np.corrcoef(told, rated[sets == name])[0, 1]:.3f}")
    weights, bias = fit(evidence, rated)
    print(f"{len(rows)} pairs: weights {tuple(float(weight) for weight in weights.round(2))}, bias {bias:.2f}")


if __name__ == "__main__":
    main()
