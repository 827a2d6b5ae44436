"""How well the network of answers reads stories that it was not taught with (gate/answers/unseen).

python -m gate.score_answers                  stories written for this
python -m gate.score_answers --data DATA      real news (unseen-real), whose articles are in the folder DATA
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from pathlib import Path

from gate.train_answers.stories import Story, read_real, read_stories
from secondsource.text.answers import KINDS, Sense, read_senses
from secondsource.text.links import find_links

LEAST = 0.5
"""Likelihood from which a sentence is taken for one of a kind."""

Case = tuple[str, bool, bool]
"""What is told apart, whether the network says so, and whether it is so."""


def score(stories: Iterable[Story]) -> Mapping[str, tuple[float, float]]:
    """Precision and recall of each kind of sentence, and of "links": the share of answers whose likeliest claim is one
    of theirs.
    """
    given, right, asked = Counter[str](), Counter[str](), Counter[str]()
    for story in stories:
        senses = [sense for report in story.reports for sense in read_senses(report)]
        for name, is_said, is_so in (*_kinds(story, senses), *_links(story, senses)):
            given[name] += is_said
            right[name] += is_said and is_so
            asked[name] += is_so
    return {name: (right[name] / max(1, given[name]), right[name] / asked[name]) for name in asked if asked[name]}


def _kinds(story: Story, senses: Sequence[Sense]) -> Iterator[Case]:
    for right, sense in zip(story.kinds, senses, strict=True):
        for number, kind in enumerate(KINDS, 1):
            yield kind, sense.likely[kind] >= LEAST, right == number


def _links(story: Story, senses: Sequence[Sense]) -> Iterator[Case]:
    ends = list(accumulate(map(len, story.reports)))
    by_report = [senses[start:end] for start, end in pairwise([0, *ends])]
    first = {link.answer: link.claim for link in reversed(list(find_links(story.reports, by_report)))}
    for answer, claims in story.claims.items():
        if claims:
            found = first.get(story.places[answer])
            is_right = found in {story.places[claim] for claim in claims}
            yield "links", found is not None, is_right
            if not is_right:
                yield "links", False, True


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, help="folder of the public sets that hold the real news")
    asked = parser.parse_args()
    files = read_real("unseen-real", asked.data) if asked.data else read_stories("unseen")
    for name, stories in {**files, "all": [story for told in files.values() for story in told]}.items():
        print(name)
        for kind, (precision, recall) in score(stories).items():
            print(f"  {kind:12} P {precision:.2f} R {recall:.2f}")


if __name__ == "__main__":
    main()
