"""Headlines and transcripts: "The pier is lost: Kol", "Kol: ‘The pier is lost’", "KOL: The pier is lost."."""

import re
from collections import Counter
from collections.abc import Iterator

from secondsource.model.readings import Reading
from secondsource.model.spans import Span
from secondsource.stages.extract.candidates import Candidate
from secondsource.stages.extract.trees import Tree

LONGEST_NAME = 4
"""Words at most in the name before or after the colon."""
LONGEST_HEADLINE = 160
"""Characters; a longer line is a paragraph, not a headline."""
SHORTEST_HEADLINE = 3
"""Words at least beside the colon."""
_LINE = re.compile(r"[^\n]+")
_CAPITALS = re.compile(r"[A-Z][A-Z.'’ -]{1,40}$")


def find_headlines(reading: Reading, tree: Tree) -> Iterator[Candidate]:
    """A candidate for every line that names its source before or after a colon."""
    named = {word for name in reading.names for word in tree.between(name.span)}
    lines = [words for line in _LINE.finditer(tree.text) if (words := tree.between(Span(*line.span())))]
    labels = Counter(_label(tree, words) for words in lines)
    for words in lines:
        label = _label(tree, words)
        is_transcript = labels[label] > 1 and _CAPITALS.match(label)
        length = tree.tokens[words[-1]].span.end - tree.tokens[words[0]].span.start
        if is_transcript:
            yield _candidate(tree, words, words.start + len(label.split()))
        elif length <= LONGEST_HEADLINE and tree.words[words[-1]] not in (".", ":"):
            yield from _read_headline(tree, words, named)


def _label(tree: Tree, words: range) -> str:
    """The words before a line's first colon, if they are few."""
    for word in words[1 : LONGEST_NAME + 1]:
        if tree.words[word] == ":":
            return tree.text[tree.tokens[words[0]].span.start : tree.tokens[word].span.start].strip()
    return ""


def _read_headline(tree: Tree, words: range, named: set[int]) -> Iterator[Candidate]:
    colons = [word for word in words[1:-1] if tree.words[word] == ":"]
    if len(colons) != 1:
        return
    before, after = range(words.start, colons[0]), range(colons[0] + 1, words.stop)
    for source, content in ((before, after), (after, before)):
        is_name = len(source) <= LONGEST_NAME and all(word in named or tree.pos(word) == "PROPN" for word in source)
        if is_name and named & set(source) and len(content) >= SHORTEST_HEADLINE and not named >= set(content):
            yield _candidate(tree, words, colons[0], tuple(source))
            return


def _candidate(tree: Tree, words: range, colon: int, source: tuple[int, ...] = ()) -> Candidate:
    source = source or tuple(range(words.start, colon))
    content = [word for word in words if word not in source and word != colon]
    span = Span(tree.tokens[content[0]].span.start, tree.tokens[content[-1]].span.end) if content else None
    return Candidate(colon, (colon,), source, source[-1], (span,) if span else (), "states")
