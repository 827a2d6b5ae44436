"""A reading's parse as trees that can be walked down and up."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence

from secondsource.model.readings import Reading, Token
from secondsource.model.spans import Span
from secondsource.text.quotation import Quotation

LONGEST_CLIMB = 60
"""Heads that are followed upwards at most; real sentences are less deep, endless ones must not cost more."""


class Tree:
    """The words of a reading with their dependents. Words are named by their index in the reading's tokens.

    `outer` are the quotations that stand in no other.
    """

    def __init__(self, reading: Reading, outer: Sequence[Quotation] = ()) -> None:
        self.text = reading.report.text
        self.tokens: tuple[Token, ...] = reading.tokens
        self.ends = [token.span.end for token in reading.tokens]
        self.words = [token.span.of(self.text).lower() for token in reading.tokens]
        self.children: list[list[int]] = [[] for _ in reading.tokens]
        for index, token in enumerate(reading.tokens):
            if token.head != index:
                self.children[token.head].append(index)
        self.quoted = self._mark_quoted(outer)
        self.sentence = self._number(reading.sentences)
        self.sentences: dict[int, range] = {}
        for index, number in enumerate(self.sentence):
            start = self.sentences[number].start if number in self.sentences else index
            self.sentences[number] = range(start, index + 1)

    def _mark_quoted(self, outer: Sequence[Quotation]) -> bytearray:
        """For each word, whether it stands between quotation marks."""
        quoted = bytearray(len(self.tokens))
        for quotation in outer:
            words = self.between(Span(quotation.start, quotation.end))
            quoted[words.start : words.stop] = b"\1" * len(words)
        return quoted

    def _number(self, sentences: tuple[Span, ...]) -> list[int]:
        """The number of each word's sentence."""
        numbers = []
        at = 0
        for token in self.tokens:
            while at + 1 < len(sentences) and sentences[at].end <= token.span.start:
                at += 1
            numbers.append(at)
        return numbers

    def __len__(self) -> int:
        return len(self.tokens)

    def dep(self, index: int) -> str:
        return self.tokens[index].dep

    def pos(self, index: int) -> str:
        return self.tokens[index].pos

    def lemma(self, index: int) -> str:
        return self.tokens[index].lemma.lower()

    def head(self, index: int) -> int:
        return self.tokens[index].head

    def with_dep(self, index: int, deps: Iterable[str]) -> list[int]:
        """The dependents of a word whose relation is one of `deps`, in text order."""
        return [child for child in self.children[index] if self.tokens[child].dep in deps]

    def sentence_words(self, index: int) -> range:
        """The words of the sentence that a word stands in."""
        return self.sentences[self.sentence[index]]

    def sentence_end(self, index: int) -> int:
        """Where the sentence of a word ends in the text."""
        return self.tokens[self.sentence_words(index)[-1]].span.end

    def up(self, index: int) -> Iterator[int]:
        """The heads above a word, nearest first."""
        for _ in range(LONGEST_CLIMB):
            head = self.tokens[index].head
            if head == index:
                return
            yield head
            index = head

    def words_under(self, index: int, without: Collection[int] = ()) -> list[int]:
        """The word `index` and all that hangs on it, less each of `without` and what hangs on them."""
        found = [index]
        for word in found:
            found.extend(child for child in self.children[word] if child not in without)
        return sorted(found)

    def to_spans(self, indices: Iterable[int], *, trim: bool = True) -> tuple[Span, ...]:
        """The spans that cover the words `indices`: neighbours join; marks and "and" at the rims go, if `trim`."""
        spans: list[Span] = []
        run: list[int] = []
        for index in [*sorted(set(indices)), -1]:
            if run and index == run[-1] + 1:
                run.append(index)
                continue
            run = self._trim(run) if trim else run
            if run:
                spans.append(Span(self.tokens[run[0]].span.start, self.tokens[run[-1]].span.end))
            run = [index]
        return tuple(spans)

    def _trim(self, run: list[int]) -> list[int]:
        start, end = 0, len(run)
        while start < end and self._is_rim(run[start]):
            start += 1
        while end > start and (self._is_rim(run[end - 1]) or self.pos(run[end - 1]) == "CCONJ"):
            end -= 1
        return run[start:end]

    def _is_rim(self, index: int) -> bool:
        return self.pos(index) in ("PUNCT", "SPACE") and self.words[index] not in ("(", ")", "[", "]", "%", "$")

    def at(self, position: int) -> int:
        """The first word that ends after `position`; the number of words if there is none."""
        return bisect_right(self.ends, position)

    def between(self, span: Span) -> range:
        """The words that overlap `span`."""
        start = self.at(span.start)
        end = self.at(span.end)
        if end < len(self.tokens) and self.tokens[end].span.start < span.end:
            end += 1
        return range(start, max(start, end))
