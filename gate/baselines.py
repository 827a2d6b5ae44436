"""What is used today to find copies: what is alike enough is joined, what is stamped earlier is the parent."""

from collections.abc import Callable, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from gate.measures import Tally, Verdict, compare, summarise
from gate.stemma_stories import KnownStory
from secondsource.text.vectors import embed

Scores = NDArray[np.float64]

SHINGLE = 3
"""Words in a row that MinHash compares."""
PERMUTATIONS = 256


def by_minhash(stories: Sequence[KnownStory]) -> list[Scores]:
    """Estimated Jaccard likeness of the sets of three words in a row."""
    from rensa import RMinHash

    def sketch(text: str) -> "RMinHash":
        words = text.lower().split()
        hashed = RMinHash(num_perm=PERMUTATIONS, seed=1)
        hashed.update([" ".join(words[start : start + SHINGLE]) for start in range(max(1, len(words) - SHINGLE + 1))])
        return hashed

    sketches = [[sketch(text) for text in _texts(story)] for story in stories]
    return [np.array([[one.jaccard(other) for other in row] for one in row]) for row in sketches]


def by_words(stories: Sequence[KnownStory]) -> list[Scores]:
    """TF-IDF cosine of words and pairs of words; the idf is fitted on all the stories."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    counted = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True).fit(
        text for story in stories for text in _texts(story)
    )
    rows = [counted.transform(_texts(story)) for story in stories]
    return [(row @ row.T).toarray() for row in rows]


def by_meaning(stories: Sequence[KnownStory]) -> list[Scores]:
    """Cosine of the mean of MiniLM's sentence vectors."""
    found = []
    for story in stories:
        means = np.stack(
            [
                embed([span.of(reading.report.text) for span in reading.sentences]).mean(axis=0)
                for reading in story.readings
            ]
        )
        means /= np.linalg.norm(means, axis=1, keepdims=True)
        found.append((means @ means.T).astype(np.float64))
    return found


BASELINES: dict[str, Callable[[Sequence[KnownStory]], list[Scores]]] = {
    "MinHash": by_minhash,
    "TF-IDF cosine": by_words,
    "MiniLM cosine": by_meaning,
}


def find_best(stories: Sequence[KnownStory], scores: Sequence[Scores]) -> tuple[float, Tally]:
    """The threshold with the best lineage F1 on these very stories, which favours the baseline, and what it reaches."""
    values = np.concatenate([matrix[np.triu_indices(len(matrix), 1)] for matrix in scores])
    best = (-1.0, 0.0, Tally())
    for threshold in np.unique(np.quantile(values, np.linspace(0, 1, 201))):
        tally = Tally()
        for story, matrix in zip(stories, scores, strict=True):
            list(compare(story, join(story, matrix, float(threshold)), tally))
        best = max(best, (summarise(tally)["lineage_f1"], float(threshold), tally), key=lambda found: found[0])
    return best[1], best[2]


def join(story: KnownStory, likeness: Scores, threshold: float) -> Verdict:
    """Lineages are what hangs together at the threshold; a report comes from the likest of those stamped earlier."""
    ids = [reading.report.id for reading in story.readings]
    times = [(reading.report.published_at or "", reading.report.id) for reading in story.readings]
    group = list(range(len(ids)))
    for one, other in combinations(range(len(ids)), 2):
        if likeness[one, other] >= threshold:
            group = [group[one] if label == group[other] else label for label in group]
    edges = {}
    for child in range(len(ids)):
        earlier = [at for at in range(len(ids)) if group[at] == group[child] and times[at] < times[child]]
        if earlier:
            edges[ids[child], ids[max(earlier, key=lambda at: likeness[child, at])]] = None
    lineages = [[name for name, label in zip(ids, group, strict=True) if label == kept] for kept in sorted(set(group))]
    return Verdict(lineages, edges)


def _texts(story: KnownStory) -> list[str]:
    return [reading.report.text for reading in story.readings]
