"""Dated events: the stretch of a sentence that tells of the event which a date places."""

from bisect import bisect_right

from secondsource.model.readings import Reading
from secondsource.model.spans import Span

APART = frozenset(["ccomp", "advcl", "conj", "parataxis", "punct", "cc", "mark"])
"""Dependents that tell of something else, unless the word is in them."""

NOUNS = frozenset(["NOUN", "PROPN"])
DATING = frozenset(["compound", "nummod", "amod", "nmod", "poss"])
CLIMB = 12
"""Steps from a word up to its event before giving up; parses that deep are mistaken."""


class Events:
    """The events of a parsed report, by the words that date them."""

    def __init__(self, reading: Reading) -> None:
        self._tokens = reading.tokens
        self._sentences = reading.sentences
        self._starts = [token.span.start for token in reading.tokens]
        self._children: dict[int, list[int]] = {}
        for at, token in enumerate(reading.tokens):
            if token.head != at:
                self._children.setdefault(token.head, []).append(at)

    def around(self, span: Span) -> Span:
        """The clause or noun phrase in which `span` stands; the whole sentence where the parse tells no more."""
        at = bisect_right(self._starts, span.start) - 1
        if at < 0 or not self._tokens[at].span.overlaps(span):
            return self._sentence_of(span)
        path = self._climb(at, span)
        if not path:
            return self._sentence_of(span)
        clause = self._reach(path)
        return Span(min(clause.start, span.start), max(clause.end, span.end))

    def _sentence_of(self, span: Span) -> Span:
        at = bisect_right(self._sentences, span.start, key=lambda sentence: sentence.start) - 1
        sentence = self._sentences[at] if at >= 0 else span
        return sentence if sentence.contains(span) else span

    def _climb(self, at: int, span: Span) -> list[int]:
        """The words from `at` up to the one that names the event, that one last; empty if there is none."""
        path = [at]
        for _ in range(CLIMB):
            token = self._tokens[at]
            if not token.span.overlaps(span):
                if len(path) > 1 and self._is_dated_noun(path[-2], at):
                    return path
                if token.pos in ("VERB", "AUX") and token.dep not in ("aux", "auxpass"):
                    return [*path, token.head] if token.dep in ("acl", "relcl") else path
                if token.head == at:
                    return path
            if token.head == at:
                return []
            at = token.head
            path.append(at)
        return []

    def _is_dated_noun(self, below: int, at: int) -> bool:
        """Whether a date stands right in a noun phrase: "the 1961 treaty", "Wednesday's agenda"."""
        noun = self._tokens[at]
        return noun.pos in NOUNS and below < at and self._tokens[below].dep in DATING and noun.lemma != "time"

    def _reach(self, path: list[int]) -> Span:
        """From the first to the last word below the event's word, without the clauses that tell of something else."""
        kept = set(path)
        first = last = path[-1]
        open_words = [path[-1]]
        while open_words:
            at = open_words.pop()
            first, last = min(first, at), max(last, at)
            for child in self._children.get(at, ()):
                if child in kept or self._tokens[child].dep not in APART:
                    open_words.append(child)
        return Span(self._tokens[first].span.start, self._tokens[last].span.end)
