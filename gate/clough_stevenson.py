"""Four levels of rewriting (Clough & Stevenson's corpus of plagiarised short answers), beside what is used today.

python -m gate.clough_stevenson --data BENCH_DATA [--fit]

Two logistic regressions over what tracing measures of a text and its source: copied or not, and how near. They are
tested by leaving one task out: what is said of an answer was learnt from answers to other questions. What they look at
was chosen on tasks a, b and c. With --fit they are fitted on all the data and pinned (clough-stevenson.toml); data of
tasks that took no part in that are also judged by the pinned ones.
"""

import argparse
import json
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from gate.baselines import BASELINES
from gate.measures import to_head
from gate.stemma_stories import KnownStory, to_reading
from secondsource.settings import Trace
from secondsource.stages.trace.explanations import Explanations
from secondsource.stages.trace.kinships import Kinships
from secondsource.stages.trace.tellings import read_telling
from secondsource.text.rarity import find_word_forms

LEVELS = ("non", "heavy", "light", "cut")
"""From written on one's own to cut and pasted."""
PINNED = Path(__file__).with_name("clough-stevenson.toml")
COPIED, LEVEL = ("pairs", "kept"), ("verbatim", "nearness", "kept", "same")
"""What each of the two regressions looks at."""
STRENGTH = {COPIED: 30.0, LEVEL: 1.0}
"""Inverse of regularisation."""
SETTINGS = Trace()

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Answer:
    """A short answer beside the text that it may be taken from; `measured` is what tracing says of the two."""

    task: str
    level: str
    pair: KnownStory
    measured: dict[str, float]


def read_answers(data: Path) -> list[Answer]:
    rows = map(json.loads, (data / "clough-stevenson" / "pairs.jsonl").read_text(encoding="utf-8").splitlines())
    answers, sources = [], {}
    for row in rows:
        source = sources.setdefault(row["source_id"], None) or to_reading(row["source_id"], row["source"])
        sources[row["source_id"]] = source
        pair = KnownStory(row["id"], [to_reading(row["id"], row["text"]), source], [])
        answers.append(Answer(row["task"], row["category"], pair, measure(pair)))
    return answers


def measure(pair: KnownStory) -> dict[str, float]:
    """What tracing measures of a text (first) against its source; all are shares of the text."""
    tellings = [read_telling(reading, SETTINGS) for reading in pair.readings]
    explained = Explanations(tellings, Kinships(tellings, SETTINGS))
    kept, weights = explained.kept(0, 1), tellings[0].weights
    total = max(float(weights.sum()), 1e-9)
    pairs = [_word_pairs(reading.report.text) for reading in pair.readings]
    return {
        "pairs": len(pairs[0] & pairs[1]) / max(1, len(pairs[0])),
        "kept": float((weights * kept).sum()) / total,
        "same": float(weights[kept >= 0.9].sum()) / total,
        "verbatim": explained.verbatim(0, 1),
        "nearness": explained.nearness(0, [1]),
        "kinship": explained.score(0, 1),
    }


def _word_pairs(text: str) -> set[tuple[str, str]]:
    words = find_word_forms(text)
    return set(pairwise(words))


@dataclass(frozen=True, slots=True)
class Judge:
    """Weights and bias of each of `names`; one row of weights says yes or no."""

    names: tuple[str, ...]
    weights: Numbers
    biases: Numbers

    def judge(self, rows: Numbers) -> list[str]:
        scores = rows @ self.weights.T + self.biases
        chosen = (scores[:, 0] > 0).astype(int) if len(self.weights) == 1 else scores.argmax(axis=1)
        return [self.names[place] for place in chosen]


def fit(answers: Sequence[Answer], looks_at: tuple[str, ...], names: Sequence[str]) -> Judge:
    from sklearn.linear_model import LogisticRegression

    rows = _rows(answers, looks_at)
    mean, spread = rows.mean(axis=0), rows.std(axis=0)
    model = LogisticRegression(C=STRENGTH[looks_at], max_iter=3000).fit((rows - mean) / spread, names)
    weights = model.coef_ / spread
    return Judge(tuple(model.classes_), weights, model.intercept_ - weights @ mean)


def fit_both(answers: Sequence[Answer]) -> tuple[Judge, Judge]:
    copied = [answer for answer in answers if answer.level != "non"]
    is_copied = ["copied" if answer.level != "non" else "non" for answer in answers]
    return _by_yes(fit(answers, COPIED, is_copied)), fit(copied, LEVEL, [answer.level for answer in copied])


def _by_yes(judge: Judge) -> Judge:
    """The same judge with "copied" for yes: its names are sorted, and the last is what a positive score says."""
    return Judge(("non", "copied"), -judge.weights, -judge.biases) if judge.names[-1] == "non" else judge


def judge_both(judges: tuple[Judge, Judge], answers: Sequence[Answer]) -> list[str]:
    copied, levels = (judge.judge(_rows(answers, seen)) for judge, seen in zip(judges, (COPIED, LEVEL), strict=True))
    return [level if said == "copied" else "non" for said, level in zip(copied, levels, strict=True)]


def _rows(answers: Sequence[Answer], looks_at: tuple[str, ...]) -> Numbers:
    return np.array([[answer.measured[name] for name in looks_at] for answer in answers])


def leave_one_out(answers: Sequence[Answer]) -> list[str]:
    """What is said of each answer by judges that were fitted on the other tasks."""
    said: dict[str, str] = {}
    for task in sorted({answer.task for answer in answers}):
        theirs = [answer for answer in answers if answer.task == task]
        judges = fit_both([answer for answer in answers if answer.task != task])
        said |= zip((answer.pair.name for answer in theirs), judge_both(judges, theirs), strict=True)
    return [said[answer.pair.name] for answer in answers]


def find_best_levels(values: Sequence[float], levels: Sequence[str]) -> int:
    """How many answers are right at best when three thresholds on one value part the levels."""
    order = np.argsort(values, kind="stable")
    best = [0] * len(LEVELS)
    for place in order:
        for rank, level in enumerate(LEVELS):
            best[rank] = max(best[: rank + 1]) + (levels[place] == level)
    return max(best)


def find_best_f1(values: Sequence[float], copied: Sequence[bool]) -> float:
    """The F1 of copied or not at the threshold that is best for it."""
    return max(count_f1([value >= least for value in values], copied) for least in values)


def count_f1(said: Sequence[bool], true: Sequence[bool]) -> float:
    both = sum(one and other for one, other in zip(said, true, strict=True))
    return 2 * both / (sum(said) + sum(true)) if any(said) else 0.0


def _to_row(name: str, right: int | None, answers: Sequence[Answer], f1: float) -> str:
    levels = "–" if right is None else f"{right / len(answers):.3f} ({right} of {len(answers)})"
    return f"| {name} | {levels} | {f1:.3f} |"


def print_table(answers: Sequence[Answer], pinned: Callable[[Sequence[Answer]], list[str]] | None) -> None:
    levels = [answer.level for answer in answers]
    copied = [level != "non" for level in levels]
    print(to_head("tracer", ("four levels, accuracy", "copied or not, F1")))
    for name, tell in (("leave one task out", leave_one_out), ("fitted on other tasks", pinned)):
        if tell:
            said = tell(answers)
            right = sum(one == other for one, other in zip(said, levels, strict=True))
            print(_to_row(f"**secondsource**, {name}", right, answers, count_f1([s != "non" for s in said], copied)))
    kin = [answer.measured["kinship"] >= SETTINGS.least_kinship for answer in answers]
    print(_to_row("secondsource as tuned for news", None, answers, count_f1(kin, copied)))
    for name, likeness in BASELINES.items():
        values = [float(matrix[0, 1]) for matrix in likeness([answer.pair for answer in answers])]
        best = find_best_levels(values, levels)
        print(_to_row(f"{name}, best thresholds", best, answers, find_best_f1(values, copied)))


def pin(answers: Sequence[Answer]) -> None:
    tasks = sorted({answer.task for answer in answers})
    lines = ["# Fitted by: python -m gate.clough_stevenson --data BENCH_DATA --fit", f"tasks = {json.dumps(tasks)}"]
    for name, judge in zip(("copied", "level"), fit_both(answers), strict=True):
        lines += ["", f"[{name}]", f"names = {json.dumps(judge.names)}"]
        lines += [f"weights = {judge.weights.round(3).tolist()}", f"biases = {judge.biases.round(3).tolist()}"]
    PINNED.write_text("\n".join(lines) + "\n", encoding="utf-8")


def read_pinned() -> tuple[tuple[Judge, Judge], set[str]]:
    told = tomllib.loads(PINNED.read_text(encoding="utf-8"))
    copied, level = (
        Judge(tuple(told[n]["names"]), np.array(told[n]["weights"]), np.array(told[n]["biases"]))
        for n in ("copied", "level")
    )
    return (copied, level), set(told["tasks"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder that holds clough-stevenson/pairs.jsonl")
    parser.add_argument("--fit", action="store_true", help="pin what is fitted on all of it")
    given = parser.parse_args()
    answers = read_answers(given.data)
    if given.fit:
        pin(answers)
    judges, fitted_on = read_pinned()
    is_unseen = not fitted_on & {answer.task for answer in answers}
    print_table(answers, (lambda theirs: judge_both(judges, theirs)) if is_unseen else None)


if __name__ == "__main__":
    main()
