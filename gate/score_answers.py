"""How well the network of answers reads stories that it was not taught with (gate/answers/unseen).

python -m gate.score_answers
"""

from collections.abc import Mapping

from gate.train_answers.stories import read_stories
from secondsource.text.answers import KINDS, read_senses
from secondsource.text.links import find_links

LEAST = 0.5
"""Likelihood from which a sentence is taken for one of a kind."""


def score() -> Mapping[str, tuple[float, float]]:
    """Precision and recall of each kind, and of "links" the share of answers whose likeliest claim is one of theirs."""
    given, right, asked = (dict.fromkeys((*KINDS, "links"), 0) for _ in range(3))
    for stories in read_stories("unseen").values():
        for story in stories:
            senses = [read_senses(report) for report in story.reports]
            for kind, sense in zip(story.kinds, (sense for report in senses for sense in report), strict=True):
                for number, name in enumerate(KINDS, 1):
                    given[name] += sense.likely[name] >= LEAST
                    right[name] += sense.likely[name] >= LEAST and kind == number
                    asked[name] += kind == number
            first = {link.answer: link for link in reversed(list(find_links(story.reports, senses)))}
            for answer, claims in story.claims.items():
                link = first.get(story.places[answer])
                asked["links"] += bool(claims)
                given["links"] += bool(claims and link)
                right["links"] += bool(link and link.claim in {story.places[claim] for claim in claims})
    return {name: (right[name] / given[name], right[name] / asked[name]) for name in asked}


if __name__ == "__main__":
    for name, (precision, recall) in score().items():
        print(f"{name:12} P {precision:.2f} R {recall:.2f}")
