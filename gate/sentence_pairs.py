"""Do two sentences say the same? Public sets of sentence pairs, scored by what aligning measures of two sentences.

python -m gate.sentence_pairs --data BENCH_DATA [--limit 500]

Likeness is that of text/similarity.py, its letters fitted on the sentences of the set at hand; nothing is trained on
MRPC. Its threshold is the one that parts the headline pairs of sts-news rated 3.5 and more from the others best.
"""

import argparse
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from secondsource.text.similarity import Likeness
from secondsource.text.wordings import share_of_matter

SAME = 3.5
"""Rating (0 to 5) from which two sentences of STS say the same but for details."""
MATTER = 0.35
"""Weight of the share of matter beside likeness, chosen on sts-news."""

Scores = NDArray[np.float64]
Row = dict[str, Any]


def read_rows(path: Path, limit: int) -> list[Row]:
    """The first `limit` rows of a JSON-lines file; all of them where it is 0."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return rows[:limit] if limit else rows


def score_pairs(pairs: Sequence[tuple[str, str]]) -> Scores:
    """How surely each pair says the same, 0 to 1."""
    firsts, seconds = [one for one, _ in pairs], [other for _, other in pairs]
    likeness = Likeness([*firsts, *seconds])
    size = len(pairs)
    alike = [likeness.between(slice(i, i + 1), slice(size + i, size + i + 1))[0, 0] for i in range(size)]
    matter = [share_of_matter(one, other) for one, other in pairs]
    return (1 - MATTER) * np.asarray(alike) + MATTER * np.asarray(matter)


def best_threshold(scores: Scores, same: NDArray[np.bool_]) -> float:
    """The score that parts the same from the others with the highest balanced accuracy."""
    candidates = np.unique(scores)
    return float(max(candidates, key=lambda mark: balanced(scores >= mark, same)))


def balanced(said: NDArray[np.bool_], same: NDArray[np.bool_]) -> float:
    """Balanced accuracy: the mean of what is right among the same and among the others."""
    return float((said[same].mean() + (~said[~same]).mean()) / 2)


def accuracy_and_f1(said: NDArray[np.bool_], same: NDArray[np.bool_]) -> tuple[float, float]:
    """Share of pairs judged right, and F1 of the pairs that say the same."""
    right = float((said & same).sum())
    return float((said == same).mean()), 2 * right / float(said.sum() + same.sum())


def same_answer_pairs(rows: Iterable[Row]) -> list[tuple[str, str, bool]]:
    """Every two answers to one question of nanco, and whether its annotators put them into one group."""
    by_question: dict[str, list[Row]] = {}
    for row in rows:
        by_question.setdefault(row["qid"], []).append(row)
    return [
        (one["answer"], other["answer"], one["group"] == other["group"])
        for told in by_question.values()
        for index, one in enumerate(told)
        for other in told[index + 1 :]
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with mrpc, sts-news and nanco")
    parser.add_argument("--limit", type=int, default=0, help="rows of each set; 0 for all")
    given = parser.parse_args()
    ratings = read_rows(given.data / "sts-news" / "pairs.jsonl", 0)
    ratings = [row for row in ratings if "headlines" in row["set"].lower()]
    ratings = ratings[: given.limit] if given.limit else ratings
    scores, rated = score_pairs([(r["a"], r["b"]) for r in ratings]), np.asarray([r["score"] for r in ratings])
    print(f"STS headlines ({len(ratings)} pairs): r {np.corrcoef(scores, rated)[0, 1]:.3f}")
    mark = best_threshold(scores, rated >= SAME)
    for part in ("val", "train"):
        rows = read_rows(given.data / "mrpc" / f"{part}.jsonl", given.limit)
        said = score_pairs([(row["a"], row["b"]) for row in rows]) >= mark
        accuracy, f1 = accuracy_and_f1(said, np.asarray([row["label"] == 1 for row in rows]))
        print(f"MRPC {part} ({len(rows)} pairs): accuracy {accuracy:.3f}, F1 {f1:.3f} (threshold {mark:.3f})")
    answers = same_answer_pairs(read_rows(given.data / "nanco" / "answers.jsonl", 0))
    same = np.asarray([is_same for _, _, is_same in answers])
    scores = score_pairs([(one, other) for one, other, _ in answers])
    said = scores >= best_threshold(scores, same)
    print(f"nanco ({len(answers)} pairs): balanced accuracy {balanced(said, same):.3f} at its own best threshold")


if __name__ == "__main__":
    main()
