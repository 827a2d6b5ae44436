"""Fits the trees of text/links.py, and puts them into weights/links.

python -m gate.fit_links

What it learns from is what gate/fit_answers.py learns from: of the small stories, which sentence answers which; of the
gold stories whose errors have been read, the sentences of a row on denials, the likelier answer of two being it.
How likely a sentence is an answer or a claim is told by weights that have not seen its story.
Prints, before it fits on all, what is reached on small stories left out.
"""

import argparse
import gzip
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier

from gate.fit_answers import Model, SmallStory, body_of, read_dossiers, read_small_stories, sentences_of, stories_read
from secondsource.text.answers import ANSWERS, KINDS
from secondsource.text.boosting import LEAF
from secondsource.text.links import Place, Weigh, gather_evidence
from secondsource.text.weights import WEIGHTS
from tests.stories.gold import GoldStory

PARTS = 5
"""Parts of the small stories, each weighed by what the others taught."""
TREES, LEAVES, RATE, SMOOTHING = 150, 12, 0.06, 1.0
STORY_WEIGHT = 2.0
"""What a pair of a gold story counts for beside one of a small story."""
LIKELIHOODS = (0.3, 0.5, 0.7, 0.8)
DECIMALS = 4
Judge = Callable[[Place, Place], bool | None]
"""Whether one sentence answers the other; None where nobody has told."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """The evidence of pairs, whether each is an answer to the other, what it counts for, and of which answer it is."""

    evidence: NDArray[np.float64]
    is_link: NDArray[np.bool_]
    counts: NDArray[np.float64]
    answers: Sequence[tuple[str, Place]]


def join(parts: Sequence[Pairs]) -> Pairs:
    return Pairs(
        np.concatenate([part.evidence for part in parts]),
        np.concatenate([part.is_link for part in parts]),
        np.concatenate([part.counts for part in parts]),
        [answer for part in parts for answer in part.answers],
    )


def pair_up(name: str, reports: Sequence[Sequence[str]], weigh: Weigh, judge: Judge, count: float) -> Iterator[Pairs]:
    """The pairs of a story whose answer is known, an answer at a time."""
    for answer in gather_evidence(reports, weigh):
        told = [judge(answer.place, claim) for claim in answer.claims]
        known = np.asarray([one is not None for one in told])
        links = np.asarray([bool(one) for one in told])[known]
        yield Pairs(answer.evidence[known], links, np.full(len(links), count), [(name, answer.place)] * len(links))


def pairs_of_small(story: SmallStory, weigh: Weigh) -> Iterator[Pairs]:
    claims: dict[str, set[str]] = {}
    for issue in story["issues"]:
        for answer in issue["answers"]:
            claims.setdefault(answer["at"], set()).update(issue["claims"])

    def judge(answer: Place, claim: Place) -> bool:
        return "{}.{}".format(*claim) in claims.get("{}.{}".format(*answer), ())

    return pair_up(story["id"], story["reports"], weigh, judge, 1.0)


def pairs_of_gold(story: GoldStory, weigh: Weigh) -> Iterator[Pairs]:
    rows = [row for row in story.rows("finding") if row["kind"] == "denial"]
    reports: list[list[str]] = []
    homes: dict[Place, set[int]] = {}
    for file, reading in story.readings.items():
        body = body_of(reading)
        reports.append([" ".join(span.of(reading.report.text).split()) for span in body])
        for number, row in enumerate(rows):
            shown = [story.find(file, piece["text"]) for piece in row["evidence"] if piece["report"] == file]
            for index, span in enumerate(body):
                if any(where and where.overlaps(span) for where in shown):
                    homes.setdefault((len(reports) - 1, index), set()).add(number)

    def judge(answer: Place, claim: Place) -> bool | None:
        if not homes.get(answer, set()) & homes.get(claim, set()):
            return False
        likely, other = (weigh(reports[report][index]) for report, index in (answer, claim))
        answers = sum(likely[kind] for kind in ANSWERS), sum(other[kind] for kind in ANSWERS)
        return True if answers[0] > answers[1] and other["claims"] > likely["claims"] else None

    return pair_up(story.name, reports, weigh, judge, STORY_WEIGHT)


def to_weigh(model: Model, texts: Sequence[str]) -> Weigh:
    """What a model tells of some texts."""
    likely = {text: dict(zip(KINDS, row[1:], strict=True)) for text, row in zip(texts, model.weigh(texts), strict=True)}
    return likely.__getitem__


def gather(gold: Sequence[GoldStory]) -> tuple[list[Pairs], list[Pairs]]:
    """The pairs of the small stories, part by part, and those of the gold stories."""
    small, dossiers = read_small_stories(), list(read_dossiers())
    told = [list(sentences_of(story)) for story in small]
    parts: list[Pairs] = []
    for part in range(PARTS):
        model = Model([one for number, own in enumerate(told) if number % PARTS != part for one in own] + dossiers)
        held = [text for own in told[part::PARTS] for text, _ in own]
        weigh = to_weigh(model, held)
        parts.append(join([pairs for story in small[part::PARTS] for pairs in pairs_of_small(story, weigh)]))
    model = Model([one for own in told for one in own] + dossiers)
    texts = [
        " ".join(span.of(r.report.text).split()) for g in gold for r in g.readings.values() for span in r.sentences
    ]
    weigh = to_weigh(model, texts)
    return parts, [join(list(pairs_of_gold(story, weigh))) for story in gold]


def fit(pairs: Pairs) -> HistGradientBoostingClassifier:
    trees = HistGradientBoostingClassifier(
        max_iter=TREES, max_leaf_nodes=LEAVES, learning_rate=RATE, l2_regularization=SMOOTHING, random_state=0
    )
    return trees.fit(pairs.evidence, pairs.is_link, sample_weight=pairs.counts)


def check(parts: Sequence[Pairs], gold: Sequence[Pairs], asked: int) -> None:
    """Print how many answers are linked first to what they answer, each part told by the others; `asked` could be."""
    best: dict[tuple[str, Place], tuple[float, bool]] = {}
    for number, part in enumerate(parts):
        trees = fit(join([*parts[:number], *parts[number + 1 :], *gold]))
        for answer, likely, is_link in zip(
            part.answers, trees.predict_proba(part.evidence)[:, 1], part.is_link, strict=True
        ):
            best[answer] = max(best.get(answer, (0.0, False)), (float(likely), bool(is_link)))
    for least in LIKELIHOODS:
        given = [is_link for likely, is_link in best.values() if likely >= least]
        print(f"from {least}: P {sum(given) / max(1, len(given)):.2f} R {sum(given) / asked:.2f}")


def to_json(trees: HistGradientBoostingClassifier) -> Mapping[str, object]:
    told = []
    for (tree,) in trees._predictors:
        nodes = tree.nodes
        leaf = nodes["is_leaf"].astype(bool)
        told.append(
            [
                np.where(leaf, LEAF, nodes["feature_idx"]).tolist(),
                np.where(leaf, 0.0, nodes["num_threshold"]).round(DECIMALS).tolist(),
                nodes["left"].tolist(),
                nodes["right"].tolist(),
                np.where(leaf, nodes["value"], 0.0).round(DECIMALS).tolist(),
            ]
        )
    return {"bias": round(float(trees._baseline_prediction.item()), DECIMALS), "trees": told}


def main(gold: Sequence[GoldStory], folder: Path) -> None:
    parts, stories = gather(gold)
    asked = sum(
        answer["kind"] in ANSWERS
        for story in read_small_stories()
        for issue in story["issues"]
        for answer in issue["answers"]
        if issue["claims"]
    )
    check(parts, stories, asked)
    folder.mkdir(parents=True, exist_ok=True)
    told = json.dumps(to_json(fit(join([*parts, *stories]))))
    (folder / "trees.json.gz").write_bytes(gzip.compress(told.encode("utf-8"), mtime=0))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--into", type=Path, default=WEIGHTS / "links")
    main(stories_read(), parser.parse_args().into)
