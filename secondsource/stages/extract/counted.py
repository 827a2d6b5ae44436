"""What is counted: the noun that a number belongs to, found in the sentence's parse."""

from bisect import bisect_right

from secondsource.model.readings import Reading, Token
from secondsource.model.spans import Span
from secondsource.text.lexicon import load_lexicon

NOUNS = frozenset(["NOUN", "PROPN"])
MODIFIERS = frozenset(["amod", "compound", "nmod"])
TO_NOUN = frozenset(["nummod", "quantmod", "compound", "nmod", "amod", "npadvmod", "advmod", "det"])

CLIMB = 4
"""Steps from a number up to its noun: "3" to "million" to "barrels"."""

PHRASE_REACH = 3
"""Words of a counted noun with its modifiers, where the parse does not tell them: "shipping containers"."""

FATE_REACH = 3
"""Words between a number and what befell those it counts: "were", "still", "reported"."""


BRACKET = 2
"""Characters between a name and a number behind it: " (", ", "."""


class Words:
    """The words of a reading, by the place where they stand."""

    def __init__(self, reading: Reading) -> None:
        self.text = reading.report.text
        self.tokens = reading.tokens
        self._starts = [token.span.start for token in reading.tokens]
        self._names = reading.names
        self._children: dict[int, list[int]] = {}
        for at, token in enumerate(reading.tokens):
            if token.head != at:
                self._children.setdefault(token.head, []).append(at)

    def index_at(self, place: int) -> int | None:
        """The word that stands at a character of the text."""
        at = bisect_right(self._starts, place) - 1
        return at if at >= 0 and place < self.tokens[at].span.end else None

    def counted_by(self, measure: Span) -> str | None:
        """The noun that the number and unit at `measure` count, in the singular, with the words before it.

        None where they count nothing that is named: "the 64,900", "rose 5%".
        """
        at = self.index_at(measure.end - 1)
        if at is None:
            return None
        noun = self._object_of(at)
        if noun is None:
            noun = self._noun_above(at, measure)
        if noun is None:
            noun = self._noun_after(at)
        return self._fate_after(at) if noun is None else self._phrase(noun, measure.end)

    def counts_one_more(self, start: int, end: int) -> bool:
        """Whether an ordinal tells how many there now are, one by one: "a fourth man died", "a fifth death"."""
        at = self.index_at(start)
        if at is None or at == 0 or self.tokens[at - 1].lemma.lower() not in ("a", "another"):
            return False
        counted = (*load_lexicon("tallies")["people"]["words"], *load_lexicon("tallies")["one_more"]["words"])
        return any(token.lemma.lower() in counted for token in self.tokens[at + 1 : at + 2])

    def is_after_body(self, start: int) -> bool:
        """Whether the name right before a number in brackets or between commas is no person's: "the Greens (10)"."""
        before = next((name for name in reversed(self._names) if name.span.end <= start), None)
        return before is not None and start - before.span.end <= BRACKET and before.kind not in ("person", "other")

    def _fate_after(self, at: int) -> str | None:
        """What befell those that a number without a noun counts: "four were still missing", "62 dead"."""
        for token in self.tokens[at + 1 : at + 2 + FATE_REACH]:
            if token.lemma.lower() in load_lexicon("units")["fates"]["words"]:
                return token.span.of(self.text).lower()
            if token.pos not in ("AUX", "ADV"):
                return None
        return None

    def _noun_above(self, at: int, measure: Span) -> int | None:
        for _ in range(CLIMB):
            token = self.tokens[at]
            within = measure.contains(self.tokens[token.head].span)
            if token.head == at or not (within or token.dep in TO_NOUN):
                return None
            at = token.head
            head = self.tokens[at]
            if head.span.start >= measure.end:
                if head.pos in NOUNS:
                    return at
            elif head.span.end <= measure.start:
                return None
        return None

    def _noun_after(self, at: int) -> int | None:
        """A plural noun right behind the number, where the parse hangs the number on something else."""
        for place in range(at + 1, min(at + 1 + PHRASE_REACH, len(self.tokens))):
            token, before = self.tokens[place], self.tokens[place - 1]
            if token.span.start != before.span.end + 1 or token.pos not in (*NOUNS, "ADJ"):
                return None
            if token.tag == "NNS":
                return place
        return None

    def _object_of(self, at: int) -> int | None:
        """The noun after "of": "60% of the workers", "10,000 tons of grain"."""
        for child in self._children.get(at, ()):
            if child > at and self.tokens[child].lemma.lower() == "of":
                for below in self._children.get(child, ()):
                    if self.tokens[below].dep == "pobj" and self.tokens[below].pos in NOUNS:
                        return below
        return None

    def _phrase(self, noun: int, start: int) -> str:
        """The noun with its modifiers, hyphens kept: "single-family home"; "more" and "fewer" say nothing of it."""
        phrase = self._name(self.tokens[noun])
        for at in range(noun - 1, -1, -1):
            token = self.tokens[at]
            if token.span.start < start or not self._modifies(at, noun):
                break
            if token.lemma.lower() in ("few", "more", "less", "additional") or token.dep == "punct":
                continue
            hyphened = "-" in self.text[token.span.end : self._next_word(at).span.start]
            phrase = self._name(token) + ("-" if hyphened else " ") + phrase
        return phrase.lower()

    def _next_word(self, at: int) -> Token:
        following = self.tokens[at + 1]
        return self.tokens[at + 2] if following.dep == "punct" and at + 2 < len(self.tokens) else following

    def _modifies(self, at: int, noun: int) -> bool:
        token = self.tokens[at]
        if token.dep == "punct":
            return token.span.of(self.text) in "-‐–"
        if token.dep in MODIFIERS:
            return True
        return token.dep in ("npadvmod", "advmod", "conj", "cc") and at < token.head <= noun

    def _name(self, token: Token) -> str:
        return token.lemma if token.pos == "NOUN" else token.span.of(self.text)
