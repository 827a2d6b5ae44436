"""Do two sentences say the same? Public sets of sentence pairs, scored by what aligning measures of two sentences.

python -m gate.sentence_pairs --data BENCH_DATA [--limit 500]

Sameness is that of text/sameness.py, fitted by gate/fit_sameness.py on sts-news without the sentences of MRPC; so the
headlines took part in it, and what they reach when they are left out is printed there. Nothing is trained on MRPC. The
threshold of nanco is for each question the one that parts the answers to the other questions best.
"""

import argparse
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from secondsource.text.sameness import SAME, rate_sameness

Scores = NDArray[np.float64]
Row = dict[str, Any]


def read_rows(path: Path, limit: int) -> list[Row]:
    """The first `limit` rows of a JSON-lines file; all of them where it is 0."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return rows[:limit] if limit else rows


def score_pairs(pairs: Iterable[tuple[str, str]]) -> Scores:
    """How much each pair says the same, 0 to 5."""
    return np.asarray([rate_sameness(one, other) for one, other in pairs])


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


def same_answer_pairs(rows: Iterable[Row]) -> list[tuple[str, str, str, bool]]:
    """The question, every two answers to it, and whether the annotators of nanco put them into one group."""
    by_question: dict[str, list[Row]] = {}
    for row in rows:
        by_question.setdefault(row["qid"], []).append(row)
    return [
        (question, one["answer"], other["answer"], one["group"] == other["group"])
        for question, told in by_question.items()
        for index, one in enumerate(told)
        for other in told[index + 1 :]
    ]


def said_on_unseen(scores: Scores, same: NDArray[np.bool_], questions: NDArray[np.str_]) -> NDArray[np.bool_]:
    """Which pairs are said to be the same by the threshold of the other questions."""
    said = np.zeros(len(scores), dtype=bool)
    for question in sorted(set(questions)):
        ours = questions == question
        said[ours] = scores[ours] >= best_threshold(scores[~ours], same[~ours])
    return said


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
    for part in ("val", "train"):
        rows = read_rows(given.data / "mrpc" / f"{part}.jsonl", given.limit)
        said = score_pairs([(row["a"], row["b"]) for row in rows]) >= SAME
        accuracy, f1 = accuracy_and_f1(said, np.asarray([row["label"] == 1 for row in rows]))
        print(f"MRPC {part} ({len(rows)} pairs): accuracy {accuracy:.3f}, F1 {f1:.3f} (rated {SAME} and more)")
    answers = same_answer_pairs(read_rows(given.data / "nanco" / "answers.jsonl", 0))
    same = np.asarray([is_same for *_, is_same in answers])
    scores = score_pairs([(one, other) for _, one, other, _ in answers])
    said = said_on_unseen(scores, same, np.asarray([question for question, *_ in answers]))
    print(f"nanco ({len(answers)} pairs): balanced accuracy {balanced(said, same):.3f}, each question unseen")


if __name__ == "__main__":
    main()
