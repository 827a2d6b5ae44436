"""Fits the weights of text/answers.py, and puts them into weights/answers.

python -m gate.fit_answers

What it learns from was written for the project: sentences of dossiers and of small stories (gate/answers), each with
what it does to a claim; and the sentences of the gold stories whose errors have been read. There a row on denials shows
claims and answers and does not say which: of its sentences those are taken that a first fit, without them, is sure of.
Prints, before it fits on all, what is reached on every sixth small story, left out. With --unseen it fits nothing and
prints what the weights in use reach on small stories that were marked later.
"""

import argparse
import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

from gate.score_judgements import STORIES
from secondsource.model.readings import Reading
from secondsource.model.spans import Span
from secondsource.stages.judge.cases import HEADS
from secondsource.text.answers import KINDS, MEANING_COUNT, list_runs, share_of_run, weigh_answer
from secondsource.text.vectors import embed
from secondsource.text.weights import WEIGHTS
from tests.stories.gold import GoldStory

HERE = Path(__file__).parent
NO_PART = frozenset(
    (
        *("prison", "transfer", "siege", "vaccine", "pipeline", "congress", "stadium", "ceasefire", "hospital"),
        *("dam", "festival", "summit3", "takeover", "clinic", "tunnel", "exile", "harvest"),
        *("quarantine", "derby", "drydock", "archive"),
    )
)
"""Stories that take no part, so that they can tell what to expect of an unknown one; of the first nine the errors have
been read since, and with them in the fit no more was found in the four that came next."""
LEFT_OUT = 6
REGULARIZATION = 1.0
LEAST = 4
"""Sentences that a run of words must stand in."""
SMALL = 0.02
"""Weight below which a run is forgotten."""
SURE = 0.5
"""Likelihood from which the first fit says what a sentence of a gold row is."""
STORY_WEIGHT, ANSWER_WEIGHT = 0.5, 2.0
"""What a sentence of a gold story counts for beside a written one, and one that answers there."""
UNSEEN = ("homes-and-schools", "power-and-money", "working-world", "public-life", "firms-and-nature")
"""Files of small stories that no weights have learned from."""
LIKELIHOODS = (0.3, 0.5, 0.7, 0.9)

Told = tuple[str, int]
"""A sentence, and what it is: 0 none of KINDS, else the place of its kind, from 1."""
SmallStory = dict[str, Any]
"""A line of gate/answers/stories, read (gate/answers/README.md)."""


def read_dossiers() -> Iterator[Told]:
    """The sentences beside the claims. The claims are left out: with them, those of stories are told less well."""
    for path in sorted((HERE / "answers" / "written").glob("*.jsonl")):
        for dossier in map(json.loads, path.read_text("utf-8").splitlines()):
            yield from ((other["text"], _number(other["label"])) for other in dossier["others"])


def read_small_stories() -> list[SmallStory]:
    """The small stories, in the order of their names turned round, so that every subject is mixed."""
    files = sorted((HERE / "answers" / "stories").glob("*.jsonl"))
    stories = [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]
    return sorted(stories, key=lambda story: story["id"][::-1])


def sentences_of(story: SmallStory) -> Iterator[Told]:
    """The sentences of a small story, in order; one that answers and is answered is an answer."""
    kinds = {claim: "claims" for issue in story["issues"] if issue["answers"] for claim in issue["claims"]}
    kinds |= {
        answer["at"]: answer["kind"]
        for issue in story["issues"]
        for answer in issue["answers"]
        if answer["kind"] in KINDS or answer["at"] not in kinds
    }
    for report, sentences in enumerate(story["reports"]):
        for place, text in enumerate(sentences):
            yield text, _number(kinds.get(f"{report}.{place}", ""))


def _number(kind: str) -> int:
    return KINDS.index(kind) + 1 if kind in KINDS else 0


@dataclass(frozen=True, slots=True)
class GoldSentences:
    """Sentences of gold stories: those that rows on denials show, and all others."""

    shown: tuple[str, ...]
    others: tuple[str, ...]


def body_of(reading: Reading) -> list[Span]:
    """The sentences of a report that stand in no title, heading or caption."""
    heads = [block.span for block in reading.report.blocks if block.kind in HEADS]
    return [span for span in reading.sentences if not any(head.contains(span) for head in heads)]


def read_gold_stories(stories: Sequence[GoldStory]) -> GoldSentences:
    shown: dict[str, None] = {}
    others: dict[str, None] = {}
    for story in stories:
        rows = [piece for row in story.rows("finding") if row["kind"] == "denial" for piece in row["evidence"]]
        for file, reading in story.readings.items():
            found = [story.find(file, piece["text"]) for piece in rows if piece["report"] == file]
            for span in body_of(reading):
                home = shown if any(where and where.overlaps(span) for where in found) else others
                home[" ".join(span.of(reading.report.text).split())] = None
    return GoldSentences(tuple(shown), tuple(text for text in others if text not in shown))


class Model:
    """The fit on some sentences."""

    def __init__(self, told: Sequence[Told], counts: Sequence[float] | None = None) -> None:
        self.runs = CountVectorizer(analyzer=list_runs, min_df=LEAST, binary=True).fit([text for text, _ in told])
        self.fitted = LogisticRegression(C=REGULARIZATION, max_iter=1000)
        self.fitted.fit(self._inputs([text for text, _ in told]), [kind for _, kind in told], sample_weight=counts)

    def _inputs(self, texts: Sequence[str]) -> csr_matrix:
        shares = np.asarray([share_of_run(text) for text in texts])
        runs = self.runs.transform(texts).multiply(shares[:, None])
        return csr_matrix(hstack([runs, csr_matrix(np.concatenate([embed([text]) for text in texts]) * MEANING_COUNT)]))

    def weigh(self, texts: Sequence[str]) -> np.ndarray:
        """The likelihood of none of KINDS and of each, a row a text."""
        return np.asarray(self.fitted.predict_proba(self._inputs(texts)))

    def to_json(self) -> dict[str, object]:
        weights = self.fitted.coef_[1:] - self.fitted.coef_[0]
        names = self.runs.get_feature_names_out()
        kept = {
            name: weights[:, at].round(3).tolist() for at, name in enumerate(names) if abs(weights[:, at]).max() > SMALL
        }
        bias = (self.fitted.intercept_[1:] - self.fitted.intercept_[0]).round(3).tolist()
        return {"bias": bias, "meaning": weights[:, len(names) :].round(3).tolist(), "runs": kept}


def check(likely: np.ndarray, right: np.ndarray) -> None:
    """Print precision and recall of each of KINDS, a column of `likely`, on sentences that took no part."""
    for number, kind in enumerate(KINDS, 1):
        print(f"{kind}, {(right == number).sum()} of {len(right)} sentences")
        for least in LIKELIHOODS:
            given = likely[:, number - 1] >= least
            both = (given & (right == number)).sum()
            print(f"    from {least}: P {both / max(1, given.sum()):.2f} R {both / (right == number).sum():.2f}")


def check_unseen() -> None:
    """Print what the weights in use reach on the small stories that were marked after they had been fitted."""
    files = [HERE / "answers" / "unseen" / f"{name}.jsonl" for name in UNSEEN]
    stories = [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]
    told = [one for story in stories for one in sentences_of(story)]
    likely = np.asarray([[weigh_answer(text)[kind] for kind in KINDS] for text, _ in told])
    check(likely, np.asarray([kind for _, kind in told]))


def main(stories: Sequence[GoldStory], folder: Path) -> None:
    small, dossiers, gold = read_small_stories(), list(read_dossiers()), read_gold_stories(stories)
    told_in = [list(sentences_of(story)) for story in small]
    taught = [told for number, story in enumerate(told_in) if number % LEFT_OUT for told in story]
    left_out = [told for story in told_in[::LEFT_OUT] for told in story]
    likely = fit(taught + dossiers, gold).weigh([text for text, _ in left_out])
    check(likely[:, 1:], np.asarray([kind for _, kind in left_out]))
    folder.mkdir(parents=True, exist_ok=True)
    told = json.dumps(fit([told for story in told_in for told in story] + dossiers, gold).to_json(), sort_keys=True)
    (folder / "weights.json.gz").write_bytes(gzip.compress(told.encode("utf-8"), mtime=0))


def fit(written: Sequence[Told], gold: GoldSentences) -> Model:
    """The fit on what was written, then on that and on gold stories."""
    likely = Model(written).weigh(gold.shown)
    sure = [(text, int(row.argmax())) for text, row in zip(gold.shown, likely, strict=True) if row.max() > SURE]
    answers = [(text, kind) for text, kind in sure if kind]
    others = [(text, 0) for text in gold.others]
    counts = [1.0] * len(written) + [ANSWER_WEIGHT] * len(answers) + [STORY_WEIGHT] * len(others)
    return Model([*written, *answers, *others], counts)


def stories_read() -> list[GoldStory]:
    """The gold stories that take part."""
    apart = sorted(p for p in (HERE / "apart").iterdir() if (p / "gold.toml").exists() and p.name not in NO_PART)
    return [GoldStory(folder) for folder in (*STORIES, *apart)]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--into", type=Path, default=WEIGHTS / "answers")
    parser.add_argument("--unseen", action="store_true", help="fit nothing, measure the weights in use")
    asked = parser.parse_args()
    if asked.unseen:
        check_unseen()
    else:
        main(stories_read(), asked.into)
