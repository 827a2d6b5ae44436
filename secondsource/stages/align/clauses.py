"""Clauses: the matters that one sentence tells, each with the words that tell it."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from secondsource.model.readings import Token
from secondsource.model.spans import Span

FEWEST = 4
"""Words of matter below which a clause tells too little to be looked for by itself."""
LONGEST = 150
"""Words of a sentence beyond which it is a list or no sentence, and is left whole."""
MATTER = frozenset(["NOUN", "PROPN", "VERB", "NUM", "ADJ", "ADV"])
SUBJECTS = frozenset(["nsubj", "nsubjpass", "expl", "csubj"])
RELATIVES = frozenset(["WDT", "WP", "WP$", "WRB"])
PARTICIPLES = frozenset(["VBG", "VBN"])
CONDITIONS = frozenset(["if", "unless", "whether", "lest", "though", "although", "than", "like", "that"])
"""Words before a clause that tells no fact of its own."""
OF_A_NOUN = frozenset(["det", "compound", "amod", "nummod", "poss", "prep", "pobj", "nmod"])
RIMS = frozenset(["PUNCT", "CCONJ", "SPACE"])
WHOLE = -1
"""In place of the verb of a clause: what no clause of its own takes from the sentence."""


@dataclass(frozen=True, slots=True)
class Clause:
    """`told` are the stretches that tell it, first the subject that it borrows; `span` is its own, from end to end."""

    told: tuple[Span, ...]
    span: Span


def find_clauses(tokens: Sequence[Token], span: Span, quotations: Sequence[Span]) -> tuple[Clause, ...]:
    """The clauses of what stands at `span`, where it tells several matters; none inside a quotation is taken apart."""
    first, last = (bisect_left(tokens, at, key=lambda token: token.span.start) for at in (span.start, span.end))
    if last - first > LONGEST:
        return ()
    inside = [quotation for quotation in quotations if quotation.overlaps(span)]
    return tuple(_Sentence(tokens, range(first, last), inside).clauses())


class _Sentence:
    """Part of the words of a reading, with their dependents among themselves."""

    def __init__(self, tokens: Sequence[Token], words: range, quotations: Sequence[Span]) -> None:
        self._tokens = tokens
        self._words = words
        self._quotations = quotations
        self._under: dict[int, list[int]] = {index: [] for index in words}
        for index in words:
            head = tokens[index].head
            if head != index and head in words:
                self._under[head].append(index)

    def clauses(self) -> Iterator[Clause]:
        parts = self._parts
        if len(parts) > 1 and self._is_telling(parts.get(WHOLE, ())):
            for verb, words in sorted(parts.items()):
                subject = self._subject_for(verb) if verb != WHOLE else ()
                own = self._without_rims(words)
                span = Span(self._tokens[own[0]].span.start, self._tokens[own[-1]].span.end)
                yield Clause((*self._stretches(subject), *self._stretches(own)), span)

    @cached_property
    def _parts(self) -> dict[int, list[int]]:
        """The words of each clause by its verb; those of a clause that tells too little go to what it hangs on."""
        owner = self._owners()
        parts: dict[int, list[int]] = {}
        for index in self._words:
            parts.setdefault(owner[index], []).append(index)
        while few := [verb for verb, words in parts.items() if verb != WHOLE and not self._is_telling(words)]:
            verb = max(few)
            words = parts.pop(verb)
            home = owner[self._tokens[verb].head]
            parts[home] = sorted([*parts.get(home, ()), *words])
            owner.update(dict.fromkeys(words, home))
        return parts

    def _owners(self) -> dict[int, int]:
        """For each word the verb of the clause that it belongs to."""
        verbs = {index for index in self._words if self._opens(index)}
        owner: dict[int, int] = {}
        for start in self._words:
            path = [start]
            while path[-1] not in verbs and path[-1] not in owner and self._is_under(path[-1]) and len(path) <= LONGEST:
                path.append(self._tokens[path[-1]].head)
            end = path[-1]
            owner.update(dict.fromkeys(path, end if end in verbs else owner.get(end, WHOLE)))
        return owner

    def _is_under(self, index: int) -> bool:
        head = self._tokens[index].head
        return head != index and head in self._words

    def _is_telling(self, words: Sequence[int]) -> bool:
        return sum(self._tokens[index].pos in MATTER for index in words) >= FEWEST

    def _opens(self, index: int) -> bool:
        """Whether the word is the verb of a clause that tells something of its own."""
        token = self._tokens[index]
        if not self._is_under(index) or token.pos not in ("VERB", "AUX"):
            return False
        if any(quotation.contains(token.span) for quotation in self._quotations):
            return False
        match token.dep:
            case "relcl" | "parataxis":
                return True
            case "acl":
                return token.tag in PARTICIPLES
            case "conj":
                is_finite = token.tag not in ("VB", "VBG") or self._has(index, "MD")
                return self._tokens[token.head].pos in ("VERB", "AUX") and (is_finite or self._has_subject(index))
            case "advcl":
                return self._has_subject(index) or (token.tag != "VB" and not self._is_condition(index))
            case "ccomp":
                between = range(min(index, token.head), max(index, token.head))
                return self._has_subject(index) and any(self._tokens[mark].lemma == ";" for mark in between)
        return False

    def _has(self, index: int, tag: str) -> bool:
        return any(self._tokens[word].tag == tag for word in self._under[index])

    def _has_subject(self, index: int) -> bool:
        return any(self._tokens[word].dep in SUBJECTS for word in self._under[index])

    def _is_condition(self, index: int) -> bool:
        return any(
            self._tokens[word].dep in ("mark", "advmod") and self._tokens[word].lemma.lower() in CONDITIONS
            for word in self._under[index]
        )

    def _subject_for(self, verb: int) -> list[int]:
        """What the clause has from elsewhere: the subject of the verb beside or above it, or the noun it tells of."""
        own = (self._tokens[word] for word in self._under[verb])
        if any(token.dep in SUBJECTS and token.tag not in RELATIVES for token in own):
            return []
        above = self._tokens[verb]
        if above.dep in ("relcl", "acl"):
            return self._phrase(above.head)
        while above.head in self._words:
            subject = next((w for w in self._under[above.head] if self._tokens[w].dep in SUBJECTS), None)
            if subject is not None:
                return self._phrase(subject)
            if self._tokens[above.head].dep != "conj":
                break
            above = self._tokens[above.head]
        return []

    def _phrase(self, noun: int) -> list[int]:
        found = [noun]
        for word in found:
            found.extend(child for child in self._under[word] if self._tokens[child].dep in OF_A_NOUN)
        return sorted(found)

    def _without_rims(self, words: Sequence[int]) -> Sequence[int]:
        """The words without the marks and the "and" before and after them."""
        kept = [place for place, index in enumerate(words) if self._tokens[index].pos not in RIMS]
        return words[kept[0] : kept[-1] + 1]

    def _stretches(self, words: Sequence[int]) -> list[Span]:
        """The spans that cover the words; neighbours stand in one."""
        spans: list[Span] = []
        for place, index in enumerate(words):
            if place and words[place - 1] == index - 1:
                spans[-1] = Span(spans[-1].start, self._tokens[index].span.end)
            else:
                spans.append(self._tokens[index].span)
        return spans
