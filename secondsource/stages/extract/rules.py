"""Rules: everything in a reading that its words and parse give out as an attribution, quotations still apart."""

from secondsource.model.readings import Reading
from secondsource.stages.extract.candidates import Candidate
from secondsource.stages.extract.headlines import find_headlines
from secondsource.stages.extract.misread import find_misread
from secondsource.stages.extract.nouns import find_by_nouns
from secondsource.stages.extract.phrases import find_by_phrases
from secondsource.stages.extract.silences import find_silences
from secondsource.stages.extract.trees import Tree
from secondsource.stages.extract.verbs import find_by_verbs


def find_candidates(reading: Reading, tree: Tree) -> list[Candidate]:
    """The candidates in text order of their cues."""
    found = [
        *find_by_verbs(tree),
        *find_by_nouns(tree),
        *find_by_phrases(tree),
        *find_misread(tree),
        *find_headlines(reading, tree),
        *find_silences(tree),
    ]
    return sorted(found, key=lambda candidate: (candidate.at, candidate.cue))
